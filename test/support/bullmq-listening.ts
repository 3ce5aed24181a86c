/** BullMQ alarms whose rings and log are written down. They are stopped by `stopAll`. */
import { pino } from 'pino'

import { systemClock } from '../../src/clock.ts'
import type { Alarm } from '../../src/delivery/alarm.ts'
import { bullmqAlarm, type BullmqAlarmOptions } from '../../src/delivery/bullmq-alarm.ts'

export interface Heard {
  alarm: Alarm
  rings: string[]
  /** The lines of its log. */
  logged: () => string[]
}

const alarms: Alarm[] = []

export async function stopAll(): Promise<void> {
  await Promise.all(alarms.splice(0).map((alarm) => alarm.stop()))
}

/** Starts an alarm; `during` is what each ring does. */
export async function listening(
  options: Partial<BullmqAlarmOptions> & { redisUrl: string },
  during: (conversation: string) => Promise<void> | void = () => undefined,
): Promise<Heard> {
  const lines: string[] = []
  const alarm = bullmqAlarm({
    clock: systemClock,
    log: pino({}, { write: (line: string) => lines.push(line) }),
    retryDelay: () => 1,
    patience: 1_000,
    ...options,
  })
  alarms.push(alarm)
  const rings: string[] = []
  await alarm.start(async (conversation) => {
    rings.push(conversation)
    await during(conversation)
  })
  return { alarm, rings, logged: () => lines }
}
