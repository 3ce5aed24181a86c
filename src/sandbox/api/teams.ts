/** `teams/*` and `users/{id}/teams`. */
import { Hono } from 'hono'
import { z } from 'zod'
import { addTeamMember } from '../membership.ts'
import { canAdministerTeam, isSystemAdmin, teamMembership } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Team, User } from '../store/entities.ts'
import { makeChannel, makeTeam } from '../store/make.ts'
import { SANDBOX_CHANNELS } from '../people.ts'
import { AppError, forbidden, notFound } from './errors.ts'
import { visibleTeam } from './lookups.ts'
import { readBody, userIdOf } from './request.ts'
import type { Env } from './request.ts'

const creationSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,62}[a-z0-9]$/),
  display_name: z.string().min(1).max(64),
  type: z.enum(['O', 'I']),
})

function createTeam(
  { store, clock }: Sandbox,
  me: User,
  { name, display_name, type }: z.infer<typeof creationSchema>,
): Team {
  if (store.teams.first(`body->>'name' = ?`, name))
    throw new AppError(
      400,
      'app.team.save.existing.app_error',
      'Une équipe porte déjà ce nom. Choisis-en un autre.',
    )
  const now = clock.now()
  return store.transaction(() => {
    const team = store.teams.put({ ...makeTeam(now, { name, display_name }), type })
    for (const channel of SANDBOX_CHANNELS)
      store.channels.put(
        makeChannel(now, {
          team_id: team.id,
          type: 'O',
          name: channel.name,
          display_name: channel.displayName,
          creator_id: me.id,
        }),
      )
    addTeamMember(store, now, team.id, me.id, true)
    return team
  })
}

/** A team as `me` sees it: the invitation is for those who manage it. */
function clientTeam({ store }: Sandbox, me: User, team: Team): Team & { policy_id: null } {
  const shown = { ...team, policy_id: null }
  return canAdministerTeam(store, me, team.id) ? shown : { ...shown, invite_id: '', email: '' }
}

export function teamRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>()
    .post('/teams', async (c) => {
      const me = c.get('me')
      if (!isSystemAdmin(me)) throw forbidden()
      const team = createTeam(sandbox, me, await readBody(c, creationSchema))
      return c.json(clientTeam(sandbox, me, team), 201)
    })
    .get('/teams/name/:team_name', (c) => {
      const team = store.teams.first(`body->>'name' = ?`, c.req.param('team_name'))
      if (!team)
        throw notFound('app.team.get_by_name.missing.app_error', 'Cette équipe n’existe pas.')
      const me = c.get('me')
      return c.json(clientTeam(sandbox, me, visibleTeam(store, me, team.id)))
    })
    .get('/teams/:team_id', (c) => {
      const me = c.get('me')
      return c.json(clientTeam(sandbox, me, visibleTeam(store, me, c.req.param('team_id'))))
    })
    .get('/users/:user_id/teams', (c) => {
      const me = c.get('me')
      const userId = userIdOf(c, c.req.param('user_id'))
      if (userId !== me.id && !isSystemAdmin(me)) throw forbidden()
      const teams = store.teams
        .find(`body->>'delete_at' = 0 ORDER BY body->>'display_name'`)
        .filter((team) => teamMembership(store, team.id, userId))
      return c.json(teams.map((team) => clientTeam(sandbox, me, team)))
    })
}
