/** Everything that may keep the bot from working, one line each. */
import type { Config } from '../config.ts'
import { GuideError } from '../guides/fault.ts'
import { loadGuides } from '../guides/load.ts'
import { checkDatabase } from './database.ts'
import { PATIENCE, well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'
import { checkMattermost } from './mattermost.ts'
import { checkRedis } from './redis.ts'
import { checkSlack } from './slack.ts'

/**
 * Checks one configuration; what depends on something that failed is left out. `isRunning`: whether the
 * bot should be there to be called back.
 */
export async function examine(
  config: Config,
  { isRunning = true }: { readonly isRunning?: boolean } = {},
): Promise<readonly Finding[]> {
  const { chat, databaseUrl, redisUrl, guidesDir, publicUrl } = config
  const checks = [
    checkChat(chat, publicUrl, isRunning),
    databaseUrl === undefined
      ? withoutIt('Sans DATABASE_URL, le bot apporte sa base, dans DATA_DIR.')
      : checkDatabase(databaseUrl),
    redisUrl === undefined
      ? withoutIt('Sans REDIS_URL, un minuteur tient lieu de file : assez pour un seul bot.')
      : checkRedis(redisUrl),
    checkGuides(guidesDir),
  ]
  return (await Promise.all(checks)).flat()
}

async function checkChat(
  chat: Config['chat'],
  publicUrl: string,
  isRunning: boolean,
): Promise<readonly Finding[]> {
  const calledAt = isRunning ? publicUrl : undefined
  switch (chat.kind) {
    case 'slack':
      return checkSlack(chat, calledAt)
    case 'mattermost':
      return checkMattermost(chat, calledAt)
    case 'sandbox':
      return checkSandbox(chat.url, isRunning)
  }
}

async function withoutIt(says: string): Promise<readonly Finding[]> {
  return [well(says)]
}

async function checkGuides(folder: string | undefined): Promise<readonly Finding[]> {
  try {
    await loadGuides(folder)
    return [well('Les guides sont bons.')]
  } catch (error) {
    if (!(error instanceof GuideError)) throw error
    return [wrong(`Les guides de GUIDES_DIR ne sont pas bons :\n${error.message}`)]
  }
}

/** The sandbox comes with `npm start`; a bot that starts alone needs it there. */
async function checkSandbox(url: string, comesWithIt: boolean): Promise<readonly Finding[]> {
  if (comesWithIt) return [well('Sans MATTERMOST_URL, le bot sert le bac à sable.')]
  const health = await fetch(`${url}/sandbox/health`, {
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined)
  return health?.ok
    ? [well('Le bac à sable répond.')]
    : [
        wrong(
          `Le bac à sable ne répond pas à ${url} : démarre tout avec npm start, ou donne de quoi se connecter à Mattermost ou à Slack (README).`,
        ),
      ]
}
