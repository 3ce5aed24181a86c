/** In the handling of what each line of the log was written. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { apart, during, duringRequest } from '../src/log.ts'
import { keptLog } from './support/kept-log.ts'

/** Says one line before and one after others had their turn. */
async function twoLines({ log }: ReturnType<typeof keptLog>, said: string) {
  log.info(said)
  await setImmediate()
  log.info(said)
}

describe('a line of the log', () => {
  test('carries the id of the request that is being handled, also when several are', async () => {
    const kept = keptLog()
    await Promise.all(
      ['a', 'b'].map((id) => duringRequest(() => twoLines(kept, `line of ${id}`), id)),
    )
    expect(kept.lines).toHaveLength(4)
    for (const { msg, request } of kept.lines) expect(msg).toBe(`line of ${String(request)}`)
  })

  test('carries an id of its own for each request that has none', async () => {
    const kept = keptLog()
    await Promise.all([1, 2].map(() => duringRequest(() => twoLines(kept, 'said'))))
    const ids = new Set(kept.lines.map(({ request }) => request))
    expect([...ids]).toEqual([expect.any(String), expect.any(String)])
  })

  test('keeps the id of the whole request in what is asked within it', () => {
    const { log, lines } = keptLog()
    duringRequest(() => duringRequest(() => log.info('said')), 'whole')
    expect(lines).toMatchObject([{ request: 'whole' }])
  })

  test('carries what is handled on the way, and only there', () => {
    const { log, lines } = keptLog()
    duringRequest(() => {
      during({ entry: 'brief/1' }, () => log.info({ of: 'its own' }, 'within'))
      log.info('after')
    }, 'r')
    log.info('out')
    expect(lines[0]).toMatchObject({ request: 'r', entry: 'brief/1', of: 'its own' })
    expect(lines[1]).toMatchObject({ request: 'r', msg: 'after' })
    expect(lines[1]).not.toHaveProperty('entry')
    expect(lines[1]).not.toHaveProperty('of')
    expect(lines[2]).not.toHaveProperty('request')
  })

  test('is nobody’s for what a request only set off', async () => {
    const { log, lines } = keptLog()
    await duringRequest(async () => {
      await new Promise<void>((resolve) => {
        setTimeout(() => apart(() => (log.info('rang'), resolve())), 0)
      })
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toHaveProperty('request')
  })
})
