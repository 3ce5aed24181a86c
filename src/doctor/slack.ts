/** Is Slack there, and may the app do there what the bot does? */
import { z } from 'zod'
import manifest from '../../slack-manifest.json' with { type: 'json' }
import type { Config } from '../config.ts'
import { clocks } from './clocks.ts'
import { PATIENCE, well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'

type Slack = Extract<Config['chat'], { kind: 'slack' }>

const answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  user_id: z.string().optional(),
  bot_id: z.string().optional(),
  user: z.unknown().optional(),
})
const administrator = z.object({ is_admin: z.boolean().default(false) })

interface Reply {
  readonly headers: Headers
  /** Nothing when it is not what Slack answers. */
  readonly body: z.infer<typeof answer> | undefined
}
type Api = (
  method: string,
  token: string,
  sent?: Record<string, string>,
) => Promise<Reply | undefined>

/** `publicUrl`: where Slack should reach the bot in HTTP mode, if it runs. */
export async function checkSlack(
  { botToken, appToken, adminToken, apiUrl }: Slack,
  publicUrl: string | undefined,
): Promise<readonly Finding[]> {
  const api = talkingTo(apiUrl)
  const me = await api('auth.test', botToken)
  if (me?.body === undefined) {
    return [
      wrong(
        me === undefined
          ? `Slack ne répond pas à ${apiUrl} : vérifie le réseau et SLACK_API_URL.`
          : `Ce qui répond à ${apiUrl} n’est pas Slack : retire SLACK_API_URL, ou corrige-la.`,
      ),
    ]
  }
  if (!me.body.ok || me.body.bot_id === undefined) return [wrong(refusedToken(me.body.error))]
  return [
    well(`L’application est installée dans « ${me.body.team ?? ''} ».`),
    clocks('Slack', me.headers.get('date')),
    scopes(me.headers.get('x-oauth-scopes')),
    ...(appToken === undefined
      ? await checkCallback(publicUrl)
      : [await checkSocket(api, appToken)]),
    ...(adminToken === undefined ? [] : [await checkAdministrator(api, botToken, adminToken)]),
  ]
}

function talkingTo(apiUrl: string): Api {
  return async (method, token, sent = {}) => {
    const response = await fetch(`${apiUrl.replace(/\/+$/u, '')}/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams(sent),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => undefined)
    if (!response) return undefined
    const json: unknown = await response.json().catch(() => undefined)
    return { headers: response.headers, body: answer.safeParse(json).data }
  }
}

function refusedToken(error = 'pas un robot'): string {
  return `SLACK_BOT_TOKEN est refusé (${error}) : copie le jeton de robot (xoxb-…) depuis « OAuth & Permissions » de l’application, après l’avoir installée.`
}

/** Slack lists what a token may do beside each of its answers. */
function scopes(given: string | null): Finding {
  const granted = new Set((given ?? '').split(',').map((scope) => scope.trim()))
  const missing = manifest.oauth_config.scopes.bot.filter((scope) => !granted.has(scope))
  return given === null || missing.length === 0
    ? well('L’application a les droits qu’il faut.')
    : wrong(
        `Il manque des droits à l’application (${missing.join(', ')}) : recopie slack-manifest.json dans « App Manifest », puis réinstalle-la.`,
      )
}

async function checkSocket(api: Api, appToken: string): Promise<Finding> {
  const opened = await api('apps.connections.open', appToken)
  if (opened?.body?.ok) return well('L’application peut se connecter (Socket Mode).')
  return wrong(
    `SLACK_APP_TOKEN est refusé (${opened?.body?.error ?? 'pas de réponse'}) : crée un jeton d’application avec le droit connections:write dans « Basic Information », et active « Socket Mode ».`,
  )
}

async function checkCallback(publicUrl: string | undefined): Promise<readonly Finding[]> {
  if (publicUrl === undefined) return []
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol !== 'https:' || hostname === 'localhost') {
    return [
      wrong(
        `Slack ne peut pas appeler ${publicUrl} : donne dans PUBLIC_URL une adresse publique en https, ou passe en Socket Mode avec SLACK_APP_TOKEN.`,
      ),
    ]
  }
  const health = await fetch(`${publicUrl.replace(/\/+$/u, '')}/healthz`, {
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined)
  return health?.ok
    ? [well(`Le bot répond à ${publicUrl}.`)]
    : [
        wrong(
          `Rien ne répond à ${publicUrl} : démarre le bot, puis relance cette commande. S’il tourne déjà, corrige PUBLIC_URL.`,
        ),
      ]
}

async function checkAdministrator(api: Api, botToken: string, token: string): Promise<Finding> {
  const me = await api('auth.test', token)
  const id = me?.body?.user_id
  const who = id === undefined ? undefined : await api('users.info', botToken, { user: id })
  const isAdmin = administrator.safeParse(who?.body?.user).data?.is_admin === true
  return isAdmin
    ? well('SLACK_ADMIN_TOKEN est celui d’un compte administrateur.')
    : wrong(
        'SLACK_ADMIN_TOKEN n’est pas celui d’un compte administrateur : change-le, ou retire-le et le bot répondra sous les messages qu’il ne peut pas retirer.',
      )
}
