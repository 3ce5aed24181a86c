import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'

import { systemClock } from '../../src/clock.ts'
import { bullmqAlarm } from '../../src/delivery/bullmq-alarm.ts'
import { inProcessAlarm } from '../../src/delivery/in-process-alarm.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { alarmContract } from './alarm-contract.ts'

const log = pino({ level: 'silent' })

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
beforeEach(() => redis.flush())
afterAll(() => redis.stop())

alarmContract('in-process', (options) => inProcessAlarm({ clock: systemClock, log, ...options }))
alarmContract('BullMQ', (options) =>
  bullmqAlarm({ redisUrl: redis.url, clock: systemClock, log, ...options }),
)
