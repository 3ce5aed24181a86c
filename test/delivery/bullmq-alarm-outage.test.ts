import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { eventually, held, inMilliseconds } from '../contract/alarm-contract.ts'
import { listening, stopAll, type Heard } from '../support/bullmq-listening.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { tcpDoor, type TcpDoor } from '../support/tcp-door.ts'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
beforeEach(() => redis.flush())
afterAll(() => redis.stop())

const past = inMilliseconds(-60_000)
const soon = { timeout: 15_000 }

/** Asks as the reconcile does, each time it is called, and gives what has rung. */
function askingAgain({ alarm, rings }: Heard, conversation: string) {
  return async () => {
    await alarm.ring(conversation, past)
    return rings
  }
}
function messages({ logged }: Heard): string[] {
  return logged().map((line) => String(JSON.parse(line).msg))
}

describe('when Redis goes away', () => {
  let door: TcpDoor
  beforeEach(async () => {
    door = await tcpDoor('redis')
  })
  afterEach(async () => {
    await stopAll()
    await door.shut()
  })

  test('the alarm starts without it and rings once it is there', async () => {
    const heard = await listening({ redisUrl: door.url })
    await heard.alarm.ring('lost', past)
    await door.leadTo(redis.url)
    await expect.poll(askingAgain(heard, 'a'), soon).toContain('a')
  })

  test('a new Redis at the same address is used', async () => {
    const first = await startRedis()
    await door.leadTo(first.url)
    const heard = await listening({ redisUrl: door.url })
    await heard.alarm.ring('before', past)
    await eventually(() => expect(heard.rings).toEqual(['before']))
    await door.shut()
    await first.stop()
    await door.leadTo(redis.url)
    await expect.poll(askingAgain(heard, 'after'), soon).toContain('after')
  })

  test('asking returns at once, and it is logged once', async () => {
    await door.leadTo(redis.url)
    const heard = await listening({ redisUrl: door.url })
    await door.shut()
    await eventually(() => expect(messages(heard)).toHaveLength(1))
    const before = performance.now()
    for (let times = 0; times < 100; times++) await heard.alarm.ring('a', past)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(messages(heard)).toEqual(['Redis does not answer: what is due will be said late'])
    await door.leadTo(redis.url)
    await expect.poll(askingAgain(heard, 'a'), soon).toContain('a')
    expect(messages(heard).slice(1)).toEqual(['Redis answers again'])
  })

  test('the alarm stops all the same', async () => {
    await door.leadTo(redis.url)
    const slow = held()
    const heard = await listening({ redisUrl: door.url, patience: 300 }, () => slow.promise)
    await heard.alarm.ring('a', past)
    await eventually(() => expect(heard.rings).toEqual(['a']))
    await door.shut()
    await expect(heard.alarm.stop()).resolves.toBeUndefined()
  })

  test('an alarm that never reached it stops too', async () => {
    const { alarm } = await listening({ redisUrl: door.url, patience: 300 })
    await expect(alarm.stop()).resolves.toBeUndefined()
  })
})
