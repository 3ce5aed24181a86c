/** What the HTTP server says of the bot's health. */
import { afterEach, describe, expect, test } from 'vitest'
import { startWeb } from '../../src/web/server.ts'
import type { Checks, Web } from '../../src/web/server.ts'
import { freePort } from '../support/free-port.ts'

const there = async () => undefined
const away = async () => {
  throw new Error('away')
}

describe('the health of the bot', () => {
  const open: Web[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((web) => web.stop()))
  })

  async function serving(checks: Checks) {
    const port = await freePort()
    const web = await startWeb(port, {}, { checks })
    open.push(web)
    const ask = async (path: string) => {
      const response = await fetch(`http://localhost:${port}${path}`, {
        headers: { Connection: 'close' },
      })
      return [response.status, await response.json()] as const
    }
    return { web, ask }
  }
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
