/** What falls due while Redis restarts is said as soon as it is back, not at the next minute. */
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { bullmqAlarm } from '../../src/delivery/bullmq-alarm.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { keptLog } from '../support/kept-log.ts'
import { startRedis } from '../support/redis.ts'
import { tcpDoor } from '../support/tcp-door.ts'
import { THURSDAY_END, interviewStage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})
afterAll(close)

/** Less than half of the minute after which it would be rung anyway. */
const SOON = { timeout: 25_000, interval: 50 }

async function redisServer() {
  const redis = await startRedis()
  cleanups.push(redis.stop)
  return redis
}

/** A bot that reaches Redis through a door. */
async function running() {
  const door = await tcpDoor('redis')
  cleanups.unshift(() => door.shut())
  const set = await interviewStage(pool)
  const { log, lines } = keptLog()
  const alarm = bullmqAlarm({ redisUrl: door.url, clock: set.clock, log })
  const delivery = createDelivery({ pool, clock: set.clock, alarm, speak: set.speak, log })
  cleanups.unshift(() => delivery.stop())
  const said = (what: string) =>
    vi.waitFor(() => expect(lines.map(({ msg }) => msg)).toContainEqual(what), SOON)
  const heard = () => set.heardBy(set.scorer).map((entry) => entry.split('/')[0])
  return { ...set, door, delivery, said, heard }
}

test('what falls due during a restart that loses everything is said when Redis is back', async () => {
  const { door, delivery, clock, conversation, said, heard } = await running()
  await door.leadTo((await redisServer()).url)
  await delivery.start()
  await expect.poll(heard, SOON).toContain('invitation')
  await door.shut()
  await said('Redis does not answer: what is due will be said late')
  clock.move(THURSDAY_END)
  delivery.ring([{ conversation, at: clock.now() }])
  await door.leadTo((await redisServer()).url)
  await expect.poll(heard, SOON).toEqual(['framing', 'invitation', 'ended'])
})

test('what was due at a start without Redis is said when it comes', async () => {
  const { door, delivery, heard } = await running()
  await delivery.start()
  await door.leadTo((await redisServer()).url)
  await expect.poll(heard, SOON).toEqual(['framing', 'invitation'])
})
