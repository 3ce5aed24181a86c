/** Completing a slash command while it is typed. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { commandsOf, sanitizedCommand } from './commands.ts'
import { visibleTeam } from './lookups.ts'
import { readQuery } from './request.ts'
import type { Env } from './request.ts'

const querySchema = z.object({ user_input: z.string() })

export function commandCompletionRoutes(sandbox: Sandbox): Hono<Env> {
  const completable = (teamId: string): ReturnType<typeof commandsOf> =>
    commandsOf(sandbox, teamId).filter((command) => command.auto_complete)
  return new Hono<Env>()
    .get('/teams/:team_id/commands/autocomplete', (c) => {
      const team = visibleTeam(sandbox.store, c.get('me'), c.req.param('team_id'))
      return c.json(completable(team.id).map(sanitizedCommand))
    })
    .get('/teams/:team_id/commands/autocomplete_suggestions', (c) => {
      const team = visibleTeam(sandbox.store, c.get('me'), c.req.param('team_id'))
      const typed = readQuery(c, querySchema).user_input.replace(/^\//, '').toLowerCase()
      const suggested = completable(team.id).filter(({ trigger }) => trigger.startsWith(typed))
      return c.json(
        suggested.map((command) => ({
          Complete: command.trigger,
          Suggestion: command.trigger,
          Hint: command.auto_complete_hint,
          Description: command.auto_complete_desc,
          IconData: '',
        })),
      )
    })
}
