import { Redis } from 'ioredis'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { systemClock } from '../../src/clock.ts'
import { eventually, held, inMilliseconds } from '../contract/alarm-contract.ts'
import { listening, stopAll } from '../support/bullmq-listening.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
beforeEach(() => redis.flush())
afterAll(() => redis.stop())

afterEach(stopAll)

const past = inMilliseconds(-60_000)

const soon = { timeout: 15_000 }

describe('several instances on one Redis', () => {
  test('share the rings, each heard by one of them', async () => {
    const bothRing = held()
    const options = { redisUrl: redis.url, atMostTogether: 2 }
    const one = await listening(options, () => bothRing.promise)
    const other = await listening(options, () => bothRing.promise)
    const conversations = Array.from({ length: 20 }, (_, index) => `conversation-${index}`)
    await Promise.all(conversations.map((id) => one.alarm.ring(id, past)))
    await eventually(() => {
      expect(one.rings).not.toEqual([])
      expect(other.rings).not.toEqual([])
    })
    bothRing.letGo()
    await eventually(() => {
      const all = [...one.rings, ...other.rings]
      expect(all.toSorted()).toEqual(conversations.toSorted())
    })
  })

  test('hear again what one asks for while another rings for the same instant', async () => {
    const reading = held()
    const one = await listening({ redisUrl: redis.url }, () => reading.promise)
    await one.alarm.ring('a', past)
    await eventually(() => expect(one.rings).toEqual(['a']))
    const other = await listening({ redisUrl: redis.url })
    await other.alarm.ring('a', past)
    reading.letGo()
    await eventually(() => expect([...one.rings, ...other.rings]).toEqual(['a', 'a']))
  })

  test('take over a ring that did not end before its instance stopped', async () => {
    const { promise } = held()
    const one = await listening({ redisUrl: redis.url, patience: 200 }, () => promise)
    await one.alarm.ring('a', past)
    await eventually(() => expect(one.rings).toEqual(['a']))
    const other = await listening({ redisUrl: redis.url })
    await one.alarm.stop()
    await eventually(() => expect(other.rings).toEqual(['a']))
  })
})

describe('a conversation that fails for a very long time', () => {
  test('is given up, and rings when it is asked for again', async () => {
    const watcher = new Redis(redis.url)
    let working = false
    const heard = await listening({ redisUrl: redis.url }, () => {
      if (!working) throw new Error('down')
    })
    await heard.alarm.ring('a', past)
    await expect.poll(() => watcher.keys('{recrutement}:alarm:r*'), soon).toEqual([])
    working = true
    const failed = heard.rings.length
    await heard.alarm.ring('a', past)
    await eventually(() => expect(heard.rings.length).toBeGreaterThan(failed))
    watcher.disconnect()
  })
})

/** As Redis sees a retry in a second that was asked for before the clock went back. */
const inAnHour = () => 3_600_000

describe('when the clock of the bot has been moved', () => {
  test('a ring that has become due rings at once when asked for again', async () => {
    let ahead: Temporal.DurationLike = { hours: 0 }
    const clock = { now: () => systemClock.now().add(ahead) }
    const heard = await listening({ redisUrl: redis.url, clock })
    const tomorrow = inMilliseconds(24 * 3_600_000)
    await heard.alarm.ring('a', tomorrow)
    ahead = { hours: 25 }
    await heard.alarm.ring('a', tomorrow)
    await eventually(() => expect(heard.rings).toEqual(['a']))
  })

  test('one that failed before it was set back by an hour does not wait for it', async () => {
    let working = false
    const works = () => {
      if (!working) throw new Error('down')
    }
    const heard = await listening({ redisUrl: redis.url, retryDelay: inAnHour }, works)
    await heard.alarm.ring('a', past)
    await eventually(() => expect(heard.logged()).toHaveLength(1))
    working = true
    const asked = async () => {
      await heard.alarm.ring('a', past)
      return heard.rings
    }
    await expect.poll(asked, soon).toEqual(['a', 'a'])
  })
})

describe('when Redis is wiped', () => {
  test('what is asked for again rings', async () => {
    const heard = await listening({ redisUrl: redis.url })
    await heard.alarm.ring('later', inMilliseconds(3_600_000))
    await redis.flush()
    await heard.alarm.ring('a', inMilliseconds(50))
    await eventually(() => expect(heard.rings).toEqual(['a']))
  })

  test('during a ring, the next ones still come', async () => {
    const reading = held()
    const heard = await listening({ redisUrl: redis.url }, () => reading.promise)
    await heard.alarm.ring('a', past)
    await eventually(() => expect(heard.rings).toEqual(['a']))
    await redis.flush()
    reading.letGo()
    await heard.alarm.ring('b', past)
    await eventually(() => expect(heard.rings).toContain('b'))
  })
})

describe('what Redis is told', () => {
  test('is the id of the conversation, and nothing of what failed', async () => {
    const watcher = new Redis(redis.url)
    const watching = await watcher.monitor()
    const told: string[] = []
    watching.on('monitor', (_time: string, args: string[]) => told.push(args.join(' ')))
    let failures = 0
    const heard = await listening({ redisUrl: redis.url }, () => {
      if (failures++ < 2) throw new Error('Camille Martin: « très bonne écoute »')
    })
    await heard.alarm.ring('conversation-42', past)
    await eventually(() => expect(heard.rings).toHaveLength(3))
    await heard.alarm.stop()
    await eventually(() => expect(told.join('\n')).toContain('conversation-42'))
    expect(told.join('\n')).toContain('ring failed')
    expect(told.join('\n')).not.toMatch(/Camille|écoute/)
    watching.disconnect()
    watcher.disconnect()
  })

  test('is forgotten once it has rung', async () => {
    const watcher = new Redis(redis.url)
    const jobs = () => watcher.keys('{recrutement}:alarm:r*')
    const heard = await listening({ redisUrl: redis.url })
    await heard.alarm.ring('conversation-42', inMilliseconds(100))
    expect(await jobs()).toHaveLength(1)
    await eventually(() => expect(heard.rings).toHaveLength(1))
    await expect.poll(jobs).toEqual([])
    watcher.disconnect()
  })

  test('and what the log is told is only the kind of error', async () => {
    let failures = 0
    const heard = await listening({ redisUrl: redis.url }, () => {
      if (failures++ === 0) throw new TypeError('Camille Martin')
    })
    await heard.alarm.ring('a', past)
    await eventually(() => expect(heard.rings).toHaveLength(2))
    expect(heard.logged().join('')).toContain('TypeError')
    expect(heard.logged().join('')).not.toContain('Camille')
  })
})
