/** `commands/execute`: a slash command was typed. */
import { distance } from 'fastest-levenshtein'
import { Hono } from 'hono'
import { z } from 'zod'
import {
  clientCommandResponse,
  deliverCommandResponse,
  readCommandResponse,
} from '../interactions/command-response.ts'
import type { CommandSite } from '../interactions/command-response.ts'
import { callIntegration } from '../interactions/integration.ts'
import type { Outgoing } from '../interactions/integration.ts'
import type { ResponseUrls } from '../interactions/response-urls.ts'
import { canWriteInChannel } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, Command, Team, User } from '../store/entities.ts'
import { commandsOf } from './commands.ts'
import { AppError, forbidden, invalidBody, notFound } from './errors.ts'
import { visibleTeam } from './lookups.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const executionSchema = z.object({
  channel_id: z.string(),
  command: z.string(),
  team_id: z.string().optional(),
  root_id: z.string().default(''),
})

function commandChannel({ store }: Sandbox, me: User, id: string): Channel {
  const channel = store.channels.get(id)
  if (!channel || !canWriteInChannel(store, me, channel)) throw forbidden()
  if (channel.delete_at > 0)
    throw new AppError(
      400,
      'api.command.execute_command.deleted.error',
      'Ce canal est archivé : les commandes n’y répondent plus.',
    )
  return channel
}

/** The channel's team; in direct messages, the one that the client says it is looking at. */
function commandTeam(
  { store }: Sandbox,
  me: User,
  channel: Channel,
  asked: string | undefined,
): Team {
  const id = channel.type === 'D' ? asked : channel.team_id
  if (!id) throw invalidBody('team_id')
  return visibleTeam(store, me, id)
}

/** At most this many slips of the finger for « tu voulais dire … ». */
const CLOSE_ENOUGH = 2

function commandNamed(sandbox: Sandbox, team: Team, trigger: string): Command {
  const commands = commandsOf(sandbox, team.id)
  const typed = trigger.toLowerCase()
  const command = commands.find((candidate) => candidate.trigger === typed)
  if (command) return command
  const [meant] = commands
    .map((candidate) => ({ trigger: candidate.trigger, far: distance(candidate.trigger, typed) }))
    .filter(({ far }) => far <= CLOSE_ENOUGH)
    .toSorted((a, b) => a.far - b.far)
  throw notFound(
    'api.command.execute_command.not_found.app_error',
    meant
      ? `La commande « /${trigger} » n’existe pas. Tu voulais dire « /${meant.trigger} » ?`
      : `La commande « /${trigger} » n’existe pas. Pour envoyer un message qui commence par une barre, mets une espace devant.`,
  )
}

function outgoing(command: Command, form: URLSearchParams): Outgoing {
  const headers = { Authorization: `Token ${command.token}` }
  if (command.method === 'G') {
    const separator = command.url.includes('?') ? '&' : '?'
    return { url: `${command.url}${separator}${form.toString()}`, method: 'GET', headers }
  }
  return {
    url: command.url,
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

interface Typed {
  readonly command: Command
  readonly team: Team
  readonly text: string
}

function formOf(
  sandbox: Sandbox,
  { command, team, text }: Typed,
  { user, channel, rootId }: CommandSite,
  triggerId: string,
  responseUrlId: string,
): URLSearchParams {
  return new URLSearchParams({
    token: command.token,
    team_id: team.id,
    team_domain: team.name,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.username,
    command: `/${command.trigger}`,
    text,
    trigger_id: triggerId,
    response_url: `${sandbox.siteUrl()}/hooks/commands/${responseUrlId}`,
    ...(rootId && { root_id: rootId }),
  })
}

async function execute(
  sandbox: Sandbox,
  responseUrls: ResponseUrls,
  typed: Typed,
  site: CommandSite,
): Promise<Record<string, unknown>> {
  const trigger = sandbox.triggers.issue(site.user.id)
  const form = formOf(sandbox, typed, site, trigger.id, responseUrls.open(site))
  const reply = await callIntegration(outgoing(typed.command, form))
  if (!reply.ok)
    throw new AppError(
      500,
      'api.command.execute_command.failed.app_error',
      `La commande « /${typed.command.trigger} » n’a pas abouti : le bot ne répond pas. Réessaie dans un instant.`,
      reply.reason,
    )
  const response = readCommandResponse(reply.contentType, reply.body)
  deliverCommandResponse(sandbox, site, response)
  return clientCommandResponse(response, trigger.clientId)
}

export function commandExecutionRoutes(sandbox: Sandbox, responseUrls: ResponseUrls): Hono<Env> {
  return new Hono<Env>().post('/commands/execute', async (c) => {
    const me = c.get('me')
    const { channel_id, command: line, team_id, root_id } = await readBody(c, executionSchema)
    const [, trigger, text = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? []
    if (trigger === undefined) throw invalidBody('command')
    const channel = commandChannel(sandbox, me, channel_id)
    const team = commandTeam(sandbox, me, channel, team_id)
    const command = commandNamed(sandbox, team, trigger)
    const site = { user: me, channel, rootId: root_id }
    return c.json(await execute(sandbox, responseUrls, { command, team, text }, site))
  })
}
