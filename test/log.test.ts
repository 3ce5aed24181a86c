/** In the handling of what each line of the log was written. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
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

const fail = ({ log }: ReturnType<typeof keptLog>, code: string, what = 'failed') =>
  log.error({ error: 'error', code }, what)
const said = ({ lines }: ReturnType<typeof keptLog>) => lines.map(({ msg }) => String(msg))

describe('a database that refuses to write', () => {
  test.each([
    ['53100', 'no room left: give its disk some'],
    ['53200', 'lacks memory'],
    ['25006', 'only reads: let it write, or set DATABASE_URL'],
    ['57P03', 'starting or recovering'],
  ])('is told with what to do about it: %s', (code, advice) => {
    const kept = keptLog('error')
    fail(kept, code)
    expect(said(kept)).toEqual(['failed', expect.stringContaining(advice)])
    expect(said(kept)[1]).not.toContain('\n')
  })

  test('is told so once a minute at most', () => {
    vi.useFakeTimers()
    const kept = keptLog()
    const advice = () => said(kept).filter((line) => line.includes('no room left')).length
    for (let second = 0; second < 60; second += 1) {
      fail(kept, '53100')
      vi.advanceTimersByTime(999)
    }
    expect(advice()).toBe(1)
    vi.advanceTimersByTime(60)
    fail(kept, '53100')
    expect(advice()).toBe(2)
    expect(said(kept).filter((line) => line === 'failed')).toHaveLength(61)
    vi.useRealTimers()
  })

  test('is not what another failure means', () => {
    const kept = keptLog()
    fail(kept, '23505')
    kept.log.error('plain')
    expect(said(kept)).toEqual(['failed', 'plain'])
  })
})
