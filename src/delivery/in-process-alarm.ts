/** The alarm without Redis: one timer to the earliest due time. What it knows dies with the process. */
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'

import type { Clock } from '../clock.ts'
import { apart } from '../log.ts'
import type { Alarm } from './alarm.ts'
import { backOff } from './back-off.ts'
import { errorKind } from '../error-kind.ts'
import { ringTimes, toRingTime } from './ring-times.ts'
import { ringer, type Ringer } from './ringer.ts'
import { within } from './within.ts'

export interface InProcessAlarmOptions {
  clock: Clock
  log: Logger
  /** Milliseconds before a conversation rings again after so many failures in a row. */
  retryDelay?: (failures: number) => number
  /** Milliseconds that `stop` waits for rings under way. */
  patience?: number
  /** How many conversations may ring together. */
  atMostTogether?: number
}

/** setTimeout takes 24.8 days at most, and the clock can be moved meanwhile: look again each hour. */
const LONGEST_WAIT_MS = 3_600_000

export function inProcessAlarm({
  clock,
  log,
  retryDelay = backOff,
  patience = 5_000,
  atMostTogether = 8,
}: InProcessAlarmOptions): Alarm {
  const times = ringTimes()
  let rings: Ringer | undefined
  let timer: NodeJS.Timeout | undefined
  let timerDue = Number.POSITIVE_INFINITY
  let stopped = false

  const now = () => clock.now().epochMilliseconds

  function setTimer(due: number): void {
    clearTimeout(timer)
    timerDue = due
    const wait = Math.max(due - now(), 0)
    timer = setTimeout(() => apart(ringWhatIsDue), Math.min(wait, LONGEST_WAIT_MS))
  }

  function ringWhatIsDue(): void {
    for (const conversation of times.takeDue(now())) {
      // Failures are dealt with in `attempt`: this one only says that the alarm is stopping.
      rings?.ring(conversation).catch(() => undefined)
    }
    const next = times.earliest()
    timerDue = Number.POSITIVE_INFINITY
    if (next !== undefined) setTimer(next)
  }

  async function attempt(
    onRing: (conversation: string) => Promise<void>,
    conversation: string,
  ): Promise<void> {
    try {
      await onRing(conversation)
      times.succeeded(conversation)
    } catch (error) {
      log.warn({ conversation, ...errorKind(error) }, 'a ring failed, it will ring again')
      if (stopped) return
      times.failed(conversation, now(), retryDelay)
      setTimer(times.earliest() ?? now())
    }
  }

  function ask(conversation: string, at: Temporal.Instant): void {
    if (stopped) return
    const due = toRingTime(at)
    times.ask(conversation, due)
    // A clock that was moved leaves a timer behind that still waits for an instant now past.
    const outdated = timerDue <= now()
    if (rings !== undefined && (due < timerDue || outdated)) setTimer(Math.min(due, timerDue))
  }

  return {
    async start(onRing) {
      rings = ringer((conversation) => attempt(onRing, conversation), atMostTogether)
      ringWhatIsDue()
    },
    ring: async (conversation, at) => ask(conversation, at),
    async ringAhead(rings) {
      for (const { conversation, at } of rings) ask(conversation, at)
    },
    ping: async () => undefined,
    async stop() {
      stopped = true
      clearTimeout(timer)
      rings?.close()
      if (rings !== undefined && !(await within(patience, rings.idle()))) {
        log.warn('stopped while a conversation was still ringing')
      }
    },
  }
}
