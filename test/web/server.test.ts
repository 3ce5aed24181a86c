/** What the HTTP server says of the bot's health, and of the requests that it answers. */
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { startWeb } from '../../src/web/server.ts'
import type { Checks, Web } from '../../src/web/server.ts'
import { freePort } from '../support/free-port.ts'
import { keptLog } from '../support/kept-log.ts'

const there = async () => undefined
const away = async () => {
  throw new Error('away')
}

const open: Web[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((web) => web.stop()))
})

async function serving(checks: Checks) {
  const port = await freePort()
  const web = await startWeb(port, {}, { checks, log: keptLog().log })
  open.push(web)
  const ask = async (path: string) => {
    const response = await fetch(`http://localhost:${port}${path}`, {
      headers: { Connection: 'close' },
    })
    return [response.status, await response.json()] as const
  }
  return { web, ask }
}

async function answering(routesWith: (log: Logger) => Hono) {
  const port = await freePort()
  const kept = keptLog()
  open.push(await startWeb(port, { '/chat': routesWith(kept.log) }, { log: kept.log }))
  const ask = (id?: string) =>
    fetch(`http://localhost:${port}/chat`, {
      headers: { Connection: 'close', ...(id !== undefined && { 'X-Request-Id': id }) },
    })
  return { ...kept, ask }
}

describe('the health of the bot', () => {
  test('is said once it started, whatever happens to what it depends on', async () => {
    const { web, ask } = await serving({ database: away })
    expect(await ask('/healthz')).toEqual([503, { status: 'starting' }])
    web.ready()
    expect(await ask('/healthz')).toEqual([200, { status: 'ready' }])
  })

  test('names each dependency that is away', async () => {
    const { web, ask } = await serving({ database: there, alarm: away, chat: there })
    web.ready()
    expect(await ask('/readyz')).toEqual([503, { database: 'ok', alarm: 'away', chat: 'ok' }])
  })

  test('is good when all answer, once it started', async () => {
    const { web, ask } = await serving({ database: there })
    expect((await ask('/readyz'))[0]).toBe(503)
    web.ready()
    expect(await ask('/readyz')).toEqual([200, { database: 'ok' }])
  })

  test('does not wait for what never answers', async () => {
    const { web, ask } = await serving({ database: () => new Promise(() => undefined) })
    web.ready()
    expect(await ask('/readyz')).toEqual([503, { database: 'away' }])
  })
})

describe('a request', () => {
  test('has an id, told in its answer and carried by each line logged meanwhile', async () => {
    const { ask, lines } = await answering((log) =>
      new Hono().get('/', async (context) => {
        log.info('begun')
        await Promise.resolve()
        log.info('ended')
        return context.text('')
      }),
    )
    const ids = await Promise.all([ask(), ask()]).then((answers) =>
      answers.map(({ headers }) => headers.get('X-Request-Id')),
    )
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) {
      const messages = lines.filter(({ request }) => request === id).map(({ msg }) => msg)
      expect(messages).toEqual(['begun', 'ended'])
    }
  })

  test('keeps the id that a proxy gave it, if that is one', async () => {
    const { ask } = await answering(() => new Hono().get('/', (context) => context.text('')))
    const idOf = async (given: string) => (await ask(given)).headers.get('X-Request-Id')
    expect(await idOf('proxy-12')).toBe('proxy-12')
    expect(await idOf('Camille Durand')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idOf('a'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('that fails is logged under its id, without what it was about', async () => {
    const { ask, lines } = await answering(() =>
      new Hono().get('/', () => {
        throw new TypeError('Camille Durand')
      }),
    )
    const answer = await ask('failing')
    expect(answer.status).toBe(500)
    expect(lines).toMatchObject([{ request: 'failing', error: 'TypeError', level: 50 }])
    expect(JSON.stringify(lines) + (await answer.text())).not.toContain('Camille')
  })
})
