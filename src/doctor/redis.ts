/** Is Redis there, and does it keep what it is given? */
import { Redis } from 'ioredis'
import { PATIENCE, well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'

const OLDEST_REDIS = 7

export async function checkRedis(url: string): Promise<readonly Finding[]> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    const info = await redis.info()
    return [
      version(valueIn(info, 'redis_version')),
      eviction(valueIn(info, 'maxmemory_policy')),
      persistence(valueIn(info, 'aof_enabled')),
    ]
  } catch {
    return [
      wrong('Redis ne répond pas à l’adresse de REDIS_URL : démarre-le, ou corrige l’adresse.'),
    ]
  } finally {
    redis.disconnect()
  }
}

function valueIn(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? ''
}

function version(text: string): Finding {
  return Number(text.split('.')[0]) >= OLDEST_REDIS
    ? well(`Redis ${text} répond.`)
    : wrong(`Redis ${text} est trop ancien : passe à la version ${OLDEST_REDIS}.`)
}

function eviction(policy: string): Finding {
  return policy === 'noeviction'
    ? well('Redis n’efface rien de lui-même.')
    : wrong(
        `Redis peut effacer des rappels (maxmemory-policy ${policy}) : règle maxmemory-policy sur noeviction.`,
      )
}

function persistence(aof: string): Finding {
  return aof === '1'
    ? well('Redis écrit sur le disque.')
    : wrong(
        'Redis oublie tout quand il redémarre, et des rappels attendraient une minute : règle appendonly sur yes.',
      )
}
