/** What every alarm promises. */
import { randomUUID } from 'node:crypto'

import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { systemClock } from '../../src/clock.ts'
import type { Alarm } from '../../src/delivery/alarm.ts'

export interface AlarmOptions {
  retryDelay: () => number
  patience: number
  atMostTogether: number
}

/** Makes an alarm on the system clock. All those made within a test share what they can share. */
export type MakeAlarm = (options: AlarmOptions) => Alarm

export const inMilliseconds = (milliseconds: number) => Temporal.Now.instant().add({ milliseconds })

const past = inMilliseconds(-60_000)

/** Long enough for a busy machine; nothing waits that long when all is well. */
export const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

/** A ring that lasts until it is let go. */
export function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { promise, letGo: () => resolve() }
}

export function alarmContract(name: string, makeAlarm: MakeAlarm): void {
  describe(`the ${name} alarm`, () => {
    const alarms: Alarm[] = []
    afterEach(async () => {
      await Promise.all(alarms.splice(0).map((alarm) => alarm.stop()))
    })

    function anAlarm(options: Partial<AlarmOptions> = {}): Alarm {
      const alarm = makeAlarm({
        retryDelay: () => 1,
        patience: 2_000,
        atMostTogether: 8,
        ...options,
      })
      alarms.push(alarm)
      return alarm
    }

    /** Starts an alarm and writes down its rings; `during` is what each ring does. */
    async function listening(
      during: (conversation: string) => Promise<void> | void = () => undefined,
      options: Partial<AlarmOptions> = {},
    ) {
      const alarm = anAlarm(options)
      const heard: string[] = []
      await alarm.start(async (conversation) => {
        heard.push(conversation)
        await during(conversation)
      })
      const count = (conversation: string) => heard.filter((id) => id === conversation).length
      return { alarm, heard, count }
    }

    test('rings at the instant or after, never before', async () => {
      const at = inMilliseconds(150)
      let rungAt: Temporal.Instant | undefined
      const { alarm } = await listening(() => {
        rungAt = systemClock.now()
      })
      await alarm.ring('a', at)
      await eventually(() => expect(rungAt).toBeDefined())
      expect(Temporal.Instant.compare(rungAt ?? at.subtract({ hours: 1 }), at)).not.toBe(-1)
    })

    test('rings at once when the instant is past', async () => {
      const { alarm, heard } = await listening()
      await alarm.ring('a', past)
      await eventually(() => expect(heard).toEqual(['a']))
    })

    test('rings once started what was asked for before', async () => {
      const alarm = anAlarm()
      const heard: string[] = []
      await alarm.ring('a', past)
      await alarm.start(async (conversation) => {
        heard.push(conversation)
      })
      await eventually(() => expect(heard).toEqual(['a']))
    })

    test('rings once when asked twice for the same instant', async () => {
      const { alarm, heard, count } = await listening()
      const at = inMilliseconds(100)
      await alarm.ring('a', at)
      await alarm.ring('a', at)
      await alarm.ring('witness', at.add({ milliseconds: 100 }))
      await eventually(() => expect(heard).toContain('witness'))
      expect(count('a')).toBe(1)
    })

    test('rings many that were asked for together, each once and in their order', async () => {
      const { alarm, heard } = await listening()
      const first = inMilliseconds(300)
      const rings = Array.from({ length: 100 }, (_, i) => ({
        conversation: `conversation-${i}`,
        at: first.add({ milliseconds: i < 50 ? 400 : 0 }),
      }))
      await alarm.ringAhead(rings)
      await alarm.ringAhead(rings)
      await alarm.ring('conversation-0', first.add({ milliseconds: 400 }))
      await alarm.ring('witness', first.add({ milliseconds: 800 }))
      await eventually(() => expect(heard).toContain('witness'))
      const expected = rings.map(({ conversation }) => conversation)
      expect(heard.toSorted()).toEqual([...expected, 'witness'].toSorted())
      expect(heard.slice(0, 50).toSorted()).toEqual(expected.slice(50).toSorted())
    })

    test('rings for an earlier instant first, even when it was asked for later', async () => {
      const { alarm, heard } = await listening()
      await alarm.ring('never', inMilliseconds(3_600_000))
      await alarm.ring('second', inMilliseconds(300))
      await alarm.ring('first', inMilliseconds(100))
      await eventually(() => expect(heard).toEqual(['first', 'second']))
    })

    test('rings for each of the instants of a conversation', async () => {
      const at: Temporal.Instant[] = []
      const { alarm } = await listening(() => {
        at.push(systemClock.now())
      })
      // A second apart, or a machine that stalls could make one ring of two that are due.
      const late = inMilliseconds(1_100)
      await alarm.ring('a', late)
      await alarm.ring('a', inMilliseconds(100))
      await eventually(() => expect(at).toHaveLength(2))
      const second = at[1]
      expect(second && Temporal.Instant.compare(second, late)).not.toBe(-1)
    })

    test('lets a conversation ring while another one is still ringing', async () => {
      const slow = held()
      const { alarm, heard } = await listening((id) => (id === 'slow' ? slow.promise : undefined))
      await alarm.ring('slow', past)
      await eventually(() => expect(heard).toEqual(['slow']))
      await alarm.ring('other', past)
      await eventually(() => expect(heard).toEqual(['slow', 'other']))
      slow.letGo()
    })

    test('never rings a conversation while it is ringing, but once more after', async () => {
      const slow = held()
      const { alarm, heard, count } = await listening((id) =>
        id === 'slow' ? slow.promise : undefined,
      )
      await alarm.ring('slow', past)
      await eventually(() => expect(count('slow')).toBe(1))
      await alarm.ring('slow', inMilliseconds(-30_000))
      await alarm.ring('slow', inMilliseconds(1))
      await alarm.ring('witness', inMilliseconds(100))
      await eventually(() => expect(heard).toContain('witness'))
      expect(count('slow')).toBe(1)
      slow.letGo()
      await eventually(() => expect(count('slow')).toBeGreaterThan(1))
    })

    test('rings no more conversations together than it may', async () => {
      const gate = held()
      let together = 0
      let mostTogether = 0
      const { alarm, heard } = await listening(
        async () => {
          together++
          mostTogether = Math.max(mostTogether, together)
          await gate.promise
          together--
        },
        { atMostTogether: 2 },
      )
      for (const id of ['a', 'b', 'c', 'd']) await alarm.ring(id, past)
      await eventually(() => expect(heard).toHaveLength(2))
      gate.letGo()
      await eventually(() => expect([...heard].toSorted()).toEqual(['a', 'b', 'c', 'd']))
      expect(mostTogether).toBe(2)
    })

    test('rings again when a ring failed, until it succeeds', async () => {
      let failures = 0
      const { alarm, heard } = await listening(() => {
        if (failures++ < 3) throw new Error('not yet')
      })
      await alarm.ring('a', past)
      await eventually(() => expect(heard).toHaveLength(4))
      await alarm.ring('witness', inMilliseconds(100))
      await eventually(() => expect(heard.at(-1)).toBe('witness'))
      expect(heard).toHaveLength(5)
    })

    const due = Temporal.Instant.from('2026-03-03T09:00Z')
    test.each([
      ['the instant that rings', () => due],
      ['another past instant', () => due.subtract({ hours: 1 })],
      ['an instant to come', () => inMilliseconds(50)],
    ])('hears what is asked for from inside a ring, for %s', async (_which, next) => {
      const { alarm, heard, count } = await listening(async () => {
        if (heard.length === 1) await alarm.ring('a', next())
      })
      await alarm.ring('a', due)
      await eventually(() => expect(count('a')).toBe(2))
    })

    test('stops once the ring under way is over', async () => {
      const slow = held()
      let over = false
      const { alarm, heard } = await listening(async () => {
        await slow.promise
        over = true
      })
      await alarm.ring('a', past)
      await eventually(() => expect(heard).toHaveLength(1))
      const stopped = alarm.stop()
      slow.letGo()
      await stopped
      expect(over).toBe(true)
    })

    test('stops without a ring that does not end', async () => {
      const { promise } = held()
      const { alarm, heard } = await listening(() => promise, { patience: 100 })
      await alarm.ring('a', past)
      await eventually(() => expect(heard).toHaveLength(1))
      await alarm.stop()
    })

    test('rings no more once stopped', async () => {
      const { alarm, heard } = await listening()
      const id = randomUUID()
      await alarm.ring(id, inMilliseconds(100))
      await alarm.stop()
      await alarm.ring(id, past)
      const later = await listening()
      await later.alarm.ring('witness', inMilliseconds(200))
      await eventually(() => expect(later.heard).toContain('witness'))
      expect(heard).toEqual([])
    })
  })
}
