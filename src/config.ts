/**
 * The environment, checked once. Every variable is documented here, in English for the README's table
 * (`what`) and in French for whoever started the bot with a wrong one (`hint`).
 */
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const webUrl = z.url({ protocol: /^https?$/ })
const list = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''))
/** What fits in an `Authorization: Bearer` header (RFC 6750, 2.1). */
const BEARER_TOKEN = /^[\w.~+/-]+=*$/

const variables = z.object({
  PORT: port
    .default(3000)
    .meta({ what: 'Port the bot listens on', hint: 'un numéro entre 1 et 65535' }),
  PUBLIC_URL: webUrl.optional().meta({
    what: 'Address at which the chat server and browsers reach the bot; `http://localhost:PORT` if unset',
    hint: 'une adresse complète, comme https://recrutement.exemple.gouv.fr',
  }),
  DATA_DIR: z.string().default('./data').meta({
    what: 'Folder of the embedded database and of the sandbox',
    hint: 'un chemin de dossier',
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      what: 'Postgres 15 or later; an embedded Postgres 18 in `DATA_DIR` if unset',
      hint: 'une adresse comme postgres://nom:motdepasse@hote:5432/base',
    }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .meta({
      what: 'Redis 7 for the alarm (BullMQ), as in production; a timer in the process if unset',
      hint: 'une adresse comme redis://hote:6379',
    }),
  MATTERMOST_URL: webUrl.optional().meta({
    what: 'Mattermost server; the sandbox if unset',
    hint: 'une adresse complète, comme https://mattermost.exemple.gouv.fr',
  }),
  MATTERMOST_TOKEN: z.string().min(1).optional().meta({
    what: 'Access token of the Mattermost bot account',
    hint: 'le jeton donné à la création du compte',
  }),
  MATTERMOST_COMMAND_TOKENS: list.default([]).meta({
    what: 'Tokens of slash commands made by hand, separated by commas',
    hint: 'les jetons donnés par Mattermost à la création des commandes',
  }),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/u)
    .optional()
    .meta({
      what: 'Bot token of the Slack app; with it, one of the next two',
      hint: 'le jeton de robot de l’application Slack, qui commence par xoxb-',
    }),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/u)
    .optional()
    .meta({
      what: 'App-level token (`connections:write`): the bot connects to Slack, which needs no public address (socket mode)',
      hint: 'le jeton d’application de Slack, qui commence par xapp-',
    }),
  SLACK_SIGNING_SECRET: z.string().min(1).optional().meta({
    what: 'Signing secret of the Slack app: Slack calls `PUBLIC_URL/slack/events` (HTTP mode)',
    hint: 'le secret de signature de l’application Slack',
  }),
  SLACK_ADMIN_TOKEN: z
    .string()
    .regex(/^xoxp-/u)
    .optional()
    .meta({
      what: 'User token of a Slack administrator (`chat:write`), to take down messages that must wait; they are answered in place if unset',
      hint: 'le jeton d’un compte administrateur de Slack, qui commence par xoxp-',
    }),
  SLACK_API_URL: webUrl.default('https://slack.com/api/').meta({
    what: 'Address of the Slack Web API',
    hint: 'une adresse complète, comme https://slack.com/api/',
  }),
  SANDBOX_PORT: port
    .default(8065)
    .meta({ what: 'Port of the sandbox', hint: 'un numéro entre 1 et 65535' }),
  GUIDES_DIR: z.string().optional().meta({
    what: "Folder of the team's own guides: each replaces the shipped one of its craft and stage",
    hint: 'un chemin de dossier',
  }),
  WTTJ_API_KEY: z.string().regex(BEARER_TOKEN).optional().meta({
    what: 'Key of the Welcome Kit API, to post reports on Welcome to the Jungle; people paste them if unset',
    hint: 'la clé donnée par Welcome to the Jungle, sans espace ni guillemet',
  }),
  WTTJ_API_URL: webUrl.default('https://www.welcomekit.co/api/v1/external').meta({
    what: 'Address of the Welcome Kit API',
    hint: 'une adresse complète, comme https://www.welcomekit.co/api/v1/external',
  }),
  TZ_DEFAULT: z.string().refine(isZone).default('Europe/Paris').meta({
    what: 'Time zone of people whose chat account has none',
    hint: 'un nom comme Europe/Paris ou Indian/Reunion',
  }),
  SECRET_KEY: z.string().min(32).optional().meta({
    what: 'Key that signs buttons and forms, 32 characters at least; made once and kept in the database if unset',
    hint: 'au moins 32 caractères pris au hasard',
  }),
  ACTIONS_PER_SECOND: z.coerce.number().int().min(0).max(1000).optional().meta({
    what: 'Commands, buttons and forms of one person per second, 15 times as many at once; `0` is no limit; `2` if unset, none in the sandbox',
    hint: 'un nombre entier de 0 (sans limite) à 1000',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({
      what: 'How much is logged: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`',
      hint: 'fatal, error, warn, info, debug, trace ou silent',
    }),
})

/** What the bot reads from its environment; anything else there is not for it. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape)

/** The README's table of variables, which a test compares with what stands there. */
export function documentation(): string {
  const rows = Object.entries(variables.shape).map(([name, schema]) => {
    const unset = schema.safeParse(undefined).data
    const fallback = typeof unset === 'string' || typeof unset === 'number' ? `\`${unset}\`` : ''
    return `| \`${name}\` | ${String(schema.meta()?.['what'])} | ${fallback} |`
  })
  return ['| Variable | What it is | Default |', '| --- | --- | --- |', ...rows].join('\n')
}

export interface Config {
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly redisUrl?: string
  readonly chat:
    | { readonly kind: 'sandbox'; readonly url: string }
    | {
        readonly kind: 'mattermost'
        readonly url: string
        readonly token: string
        readonly commandTokens: readonly string[]
      }
    | {
        readonly kind: 'slack'
        readonly botToken: string
        /** Socket mode; without it Slack calls the bot, and signs. */
        readonly appToken?: string
        readonly signingSecret?: string
        readonly adminToken?: string
        readonly apiUrl: string
      }
  /** Guides that go before those of the program. */
  readonly guidesDir?: string
  /** Where reports are posted; absent when people paste them. */
  readonly wttj?: { readonly url: string; readonly key: string }
  readonly defaultZone: string
  readonly secretKey?: string
  /** Of one person, in each instance; 0 for no limit. */
  readonly actionsPerSecond: number
  readonly logLevel: string
}

/** What the operator has to put right, one sentence per line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment; an empty variable counts as unset. Throws a `ConfigError`. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
    throw new ConfigError([...wrong].map(explain).join('\n'))
  }
  const { data } = parsed
  const chat = chatOf(data)
  return {
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    dataDir: data.DATA_DIR,
    ...(data.DATABASE_URL !== undefined && { databaseUrl: data.DATABASE_URL }),
    ...(data.REDIS_URL !== undefined && { redisUrl: data.REDIS_URL }),
    chat,
    ...(data.GUIDES_DIR !== undefined && { guidesDir: data.GUIDES_DIR }),
    ...(data.WTTJ_API_KEY !== undefined && {
      wttj: { url: data.WTTJ_API_URL, key: data.WTTJ_API_KEY },
    }),
    defaultZone: data.TZ_DEFAULT,
    ...(data.SECRET_KEY !== undefined && { secretKey: data.SECRET_KEY }),
    actionsPerSecond: data.ACTIONS_PER_SECOND ?? (chat.kind === 'sandbox' ? 0 : 2),
    logLevel: data.LOG_LEVEL,
  }
}

type Variables = z.infer<typeof variables>

function chatOf(data: Variables): Config['chat'] {
  const { SLACK_BOT_TOKEN: botToken } = data
  const isMattermost = data.MATTERMOST_URL !== undefined || data.MATTERMOST_TOKEN !== undefined
  if (botToken !== undefined && isMattermost) {
    throw new ConfigError(
      'Il y a de quoi se connecter à Slack et à Mattermost : garde les variables SLACK_ ou les variables MATTERMOST_, pas les deux.',
    )
  }
  if (botToken !== undefined) return slackOf(data, botToken)
  if (isMattermost) return mattermostOf(data)
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_ADMIN_TOKEN } = data
  if ((SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET ?? SLACK_ADMIN_TOKEN) !== undefined) {
    throw new ConfigError(
      'Il manque SLACK_BOT_TOKEN : pour se connecter à Slack, il faut le jeton de robot de l’application.',
    )
  }
  return { kind: 'sandbox', url: `http://localhost:${data.SANDBOX_PORT}` }
}

function mattermostOf(data: Variables): Config['chat'] {
  const { MATTERMOST_URL: url, MATTERMOST_TOKEN: token } = data
  if (url === undefined || token === undefined) {
    const missing = url === undefined ? 'MATTERMOST_URL' : 'MATTERMOST_TOKEN'
    throw new ConfigError(
      `Il manque ${missing} : pour se connecter à Mattermost, il faut MATTERMOST_URL et MATTERMOST_TOKEN.`,
    )
  }
  return { kind: 'mattermost', url, token, commandTokens: data.MATTERMOST_COMMAND_TOKENS }
}

function slackOf(data: Variables, botToken: string): Config['chat'] {
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_ADMIN_TOKEN: adminToken,
  } = data
  if (appToken === undefined && signingSecret === undefined) {
    throw new ConfigError(
      'Il manque SLACK_APP_TOKEN ou SLACK_SIGNING_SECRET : donne le premier si le bot n’a pas d’adresse publique, sinon le second.',
    )
  }
  return {
    kind: 'slack',
    botToken,
    ...(appToken !== undefined && { appToken }),
    ...(signingSecret !== undefined && { signingSecret }),
    ...(adminToken !== undefined && { adminToken }),
    apiUrl: data.SLACK_API_URL,
  }
}

function explain(name: string): string {
  const schema = Object.entries(variables.shape).find(([key]) => key === name)?.[1]
  return `${name} n’est pas valable : il faut ${String(schema?.meta()?.['hint'])}.`
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
