/** `commands/*`: registering slash commands. */
import { Hono } from 'hono'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { canAdministerTeam, canViewTeam } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Command, User } from '../store/entities.ts'
import { AppError, forbidden, invalidBody, notFound } from './errors.ts'
import { OK } from './render.ts'
import { flag, readBody, readQuery } from './request.ts'
import type { Env } from './request.ts'

const fields = {
  trigger: z
    .string()
    .min(1)
    .max(128)
    .transform((trigger) => trigger.toLowerCase())
    .refine((trigger) => !trigger.startsWith('/') && !/\s/.test(trigger)),
  method: z.enum(['P', 'G']),
  url: z.url().max(1024),
  username: z.string().max(64).default(''),
  icon_url: z.string().max(1024).default(''),
  auto_complete: z.boolean().default(false),
  auto_complete_desc: z.string().max(1024).default(''),
  auto_complete_hint: z.string().max(1024).default(''),
  display_name: z.string().max(64).default(''),
  description: z.string().max(128).default(''),
}

const creationSchema = z.object({ team_id: z.string(), ...fields })
const updateSchema = z.object({ id: z.string(), team_id: z.string(), ...fields })
const listSchema = z.object({ team_id: z.string(), custom_only: flag })

/** A command as people who may not manage it see it. */
export const sanitizedCommand = (command: Command): Command => ({
  ...command,
  token: '',
  creator_id: '',
  method: 'P',
  url: '',
  username: '',
  icon_url: '',
})

/** The commands of a team, in the order of their triggers. */
export const commandsOf = ({ store }: Sandbox, teamId: string): Command[] =>
  store.commands.find(
    `body->>'team_id' = ? AND body->>'delete_at' = 0 ORDER BY body->>'trigger'`,
    teamId,
  )

function checkTriggerFree(sandbox: Sandbox, teamId: string, trigger: string, except = ''): void {
  const taken = commandsOf(sandbox, teamId).some(
    (command) => command.trigger === trigger && command.id !== except,
  )
  if (taken)
    throw new AppError(
      400,
      'api.command.duplicate_trigger.app_error',
      `La commande « /${trigger} » existe déjà dans cette équipe.`,
    )
}

/** The command, if it is there and `me` may manage those of its team. */
function managedCommand({ store }: Sandbox, me: User, id: string): Command {
  const command = store.commands.get(id)
  if (!command || command.delete_at > 0 || !canViewTeam(store, me, { id: command.team_id }))
    throw notFound('store.sql_command.get.missing.app_error', 'Cette commande n’existe pas.')
  if (!canAdministerTeam(store, me, command.team_id)) throw forbidden()
  return command
}

export function commandRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock } = sandbox
  return new Hono<Env>()
    .post('/commands', async (c) => {
      const me = c.get('me')
      const creation = await readBody(c, creationSchema)
      if (!canAdministerTeam(store, me, creation.team_id)) throw forbidden()
      checkTriggerFree(sandbox, creation.team_id, creation.trigger)
      const now = clock.now()
      const command = store.commands.put({
        id: newId(),
        token: newId(),
        create_at: now,
        update_at: now,
        delete_at: 0,
        creator_id: me.id,
        ...creation,
      })
      return c.json(command, 201)
    })
    .get('/commands', (c) => {
      const me = c.get('me')
      const { team_id, custom_only } = readQuery(c, listSchema)
      if (!canViewTeam(store, me, { id: team_id })) throw forbidden()
      const commands = commandsOf(sandbox, team_id)
      if (canAdministerTeam(store, me, team_id)) return c.json(commands)
      if (custom_only) throw forbidden()
      return c.json(commands.filter((command) => command.auto_complete).map(sanitizedCommand))
    })
    .get('/commands/:command_id', (c) =>
      c.json(managedCommand(sandbox, c.get('me'), c.req.param('command_id'))),
    )
    .put('/commands/:command_id', async (c) => {
      const update = await readBody(c, updateSchema)
      if (update.id !== c.req.param('command_id')) throw invalidBody('id')
      const command = managedCommand(sandbox, c.get('me'), update.id)
      if (update.team_id !== command.team_id) throw invalidBody('team_id')
      checkTriggerFree(sandbox, command.team_id, update.trigger, command.id)
      return c.json(store.commands.put({ ...command, ...update, update_at: clock.now() }))
    })
    .put('/commands/:command_id/regen_token', (c) => {
      const command = managedCommand(sandbox, c.get('me'), c.req.param('command_id'))
      const token = newId()
      store.commands.put({ ...command, token, update_at: clock.now() })
      return c.json({ token })
    })
    .delete('/commands/:command_id', (c) => {
      const command = managedCommand(sandbox, c.get('me'), c.req.param('command_id'))
      store.commands.put({ ...command, delete_at: clock.now() })
      return c.json(OK)
    })
}
