/** Is Mattermost there, and may the bot do there what it does? */
import { z } from 'zod'
import { COMMANDS } from '../commands.ts'
import type { Config } from '../config.ts'
import { clocks } from './clocks.ts'
import { PATIENCE, well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'

type Mattermost = Extract<Config['chat'], { kind: 'mattermost' }>

/** `publicUrl`: where the server should reach the bot, if it runs. */
export async function checkMattermost(
  { url, token, commandTokens }: Mattermost,
  publicUrl: string | undefined,
): Promise<readonly Finding[]> {
  const api = talkingTo(url, token)
  const there = await checkServer(api, url)
  if (there.some(({ isWell }) => !isWell)) return there
  const me = await api(
    '/users/me',
    z.object({ id: z.string(), is_bot: z.boolean().default(false) }),
  )
  if (me.status === 401) {
    return [
      ...there,
      wrong(
        'MATTERMOST_TOKEN est refusé : copie de nouveau le jeton du compte de robot (Intégrations, Comptes de robots), ou crée-en un autre.',
      ),
    ]
  }
  if (me.body === undefined) {
    return [
      ...there,
      wrong(
        `Mattermost refuse de dire à qui est le jeton (${me.status}) : vérifie qu’il est actif.`,
      ),
    ]
  }
  if (!me.body.is_bot) {
    return [
      ...there,
      wrong(
        'MATTERMOST_TOKEN est celui d’une personne : crée un compte de robot et donne son jeton.',
      ),
    ]
  }
  return [
    ...there,
    well('Le jeton est celui d’un compte de robot.'),
    ...(await checkTeams(api, me.body.id, commandTokens.length > 0)),
    ...(publicUrl === undefined ? [] : await checkCallback(api, publicUrl)),
  ]
}

interface Reply<T> {
  /** Nothing when the server did not answer. */
  readonly status: number | undefined
  readonly date: string | null
  /** Nothing when it is not what Mattermost answers. */
  readonly body: T | undefined
}
type Api = <T>(path: string, schema: z.ZodType<T>, sent?: object) => Promise<Reply<T>>

function talkingTo(url: string, token: string): Api {
  return async (path, schema, sent) => {
    const response = await fetch(`${url.replace(/\/+$/, '')}/api/v4${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE),
      ...(sent && { method: 'POST', body: JSON.stringify(sent) }),
    }).catch(() => undefined)
    if (!response) return { status: undefined, date: null, body: undefined }
    const json: unknown = await response.json().catch(() => undefined)
    const body = response.ok ? schema.safeParse(json).data : undefined
    return { status: response.status, date: response.headers.get('date'), body }
  }
}

async function checkServer(api: Api, url: string): Promise<readonly Finding[]> {
  const { status, date, body } = await api('/system/ping', z.object({ status: z.string() }))
  if (status === undefined) {
    return [
      wrong(
        `Mattermost ne répond pas à ${url} : vérifie MATTERMOST_URL, le réseau et le certificat.`,
      ),
    ]
  }
  if (body === undefined) {
    return [
      wrong(
        `Ce qui répond à ${url} n’est pas Mattermost : donne l’adresse que tu tapes dans ton navigateur, sans rien après.`,
      ),
    ]
  }
  return [well('Mattermost répond.'), clocks('Mattermost', date)]
}

async function checkTeams(api: Api, me: string, hasTokens: boolean): Promise<readonly Finding[]> {
  const teams = await api(
    '/users/me/teams',
    z.array(z.object({ id: z.string(), display_name: z.string() })),
  )
  const known = teams.body ?? []
  if (known.length === 0) {
    return [wrong('Le bot n’est dans aucune équipe : invite le compte de robot dans la tienne.')]
  }
  const checked = await Promise.all(
    known.map(async ({ id, display_name: name }): Promise<readonly Finding[]> => {
      const member = await api(
        `/teams/${id}/members/${me}`,
        z.object({ scheme_admin: z.boolean().default(false) }),
      )
      if (member.body?.scheme_admin) return [well(`Dans « ${name} », le bot administre l’équipe.`)]
      return hasTokens
        ? [
            well(
              `Dans « ${name} », les commandes sont faites à la main ; le bot répondra sous les messages qu’il ne peut pas retirer.`,
            ),
          ]
        : [
            wrong(
              `Dans « ${name} », le bot ne peut pas créer ses commandes : rends-le administrateur de l’équipe, ou crée-les à la main et donne leurs jetons dans MATTERMOST_COMMAND_TOKENS.`,
            ),
          ]
    }),
  )
  return checked.flat()
}

/**
 * Whether the server reaches the bot: it is asked to pass on a harmless command. That says something only
 * while the bot runs.
 */
async function checkCallback(api: Api, publicUrl: string): Promise<readonly Finding[]> {
  const health = await fetch(`${publicUrl.replace(/\/+$/, '')}/healthz`, {
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined)
  if (!health?.ok) {
    return [
      wrong(
        `Rien ne répond à ${publicUrl} : démarre le bot, puis relance cette commande. S’il tourne déjà, corrige PUBLIC_URL.`,
      ),
    ]
  }
  const teams = await api('/users/me/teams', z.array(z.object({ id: z.string() })))
  const team = teams.body?.[0]?.id
  if (team === undefined) return []
  const square = await api(`/teams/${team}/channels/name/town-square`, z.object({ id: z.string() }))
  if (square.body === undefined) return []
  const passed = await api('/commands/execute', z.unknown(), {
    command: `/${COMMANDS[0]} aide`,
    channel_id: square.body.id,
    team_id: team,
  })
  return passed.status === 200
    ? [well('Mattermost joint le bot.')]
    : [
        wrong(
          `Mattermost ne joint pas le bot à ${publicUrl} : si l’adresse est interne, ajoute-la aux connexions internes autorisées (Console système, Environnement, Développeur) ; vérifie aussi que la commande existe.`,
        ),
      ]
}
