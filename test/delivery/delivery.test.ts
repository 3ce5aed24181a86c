import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Alarm, Ring } from '../../src/delivery/alarm.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { inProcessAlarm } from '../../src/delivery/in-process-alarm.ts'
import { answerCandidates } from '../../src/process/decide/applications.ts'
import { stop } from '../../src/process/decide/decisions.ts'
import { takeLease, releaseLease } from '../../src/store/lease.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { fileNotes, moving } from '../store/support/scene.ts'
import { FRIDAY, THURSDAY_END, WEDNESDAY, interviewStage, log, stage } from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)
beforeEach(() => pool.query('truncate recruitments, leases cascade'))

const started: Delivery[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(started.splice(0).map((delivery) => delivery.stop()))
})

/** An alarm that rings when the test says so. */
function fakeAlarm() {
  const rings: { readonly conversation: string; readonly at: string }[] = []
  const heard: ((conversation: string) => Promise<void>)[] = []
  const back: (() => void)[] = []
  return {
    rings,
    hear: async (conversation: string) => {
      for (const onRing of heard) await onRing(conversation)
    },
    start: async (onRing: (conversation: string) => Promise<void>, onBack = () => {}) => {
      heard.push(onRing)
      back.push(onBack)
    },
    /** As when Redis was restarted. */
    comesBack: () => back.forEach((onBack) => onBack()),
    ring: async (conversation: string, at: Temporal.Instant) => {
      rings.push({ conversation, at: at.toString() })
    },
    ringAhead: async (asked: readonly Ring[]) => {
      for (const { conversation, at } of asked) rings.push({ conversation, at: at.toString() })
    },
    ping: async () => {},
    stop: async () => undefined,
  }
}

function deliver<A extends Alarm>({ clock, speak }: Stage, alarm: A) {
  const delivery = createDelivery({ pool, clock, alarm, speak, log })
  started.push(delivery)
  return { delivery, alarm }
}

/** Real time is that of Postgres; only the minute between two reconciles is the test's. */
function holdMinutes() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
}

describe('at the start', () => {
  test('what is due is rung although its ring was lost, and what is due soon too', async () => {
    const set = await interviewStage(pool)
    await set.speak(`person/${set.other}`)
    set.clock.move('2026-03-04T12:59:00Z')
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    const at = (conversation: string) =>
      alarm.rings.find((ring) => ring.conversation === conversation)?.at
    expect(at(set.conversation)).toBe('2026-03-02T09:00:00Z')
    expect(at(`person/${set.other}`)).toBe(WEDNESDAY)
  })

  test('what is due much later is left to the minutes to come', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    expect(alarm.rings.map(({ conversation }) => conversation)).not.toContain(set.conversation)
  })

  test('a message that no longer shows what is true is rung', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    await set.done(set.owner, moving(set.interview, '2026-03-06T13:00:00Z'))
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    expect(alarm.rings).toContainEqual({
      conversation: set.conversation,
      at: set.clock.now().toString(),
    })
  })
})

describe('every minute', () => {
  test('what was missed since is rung', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    holdMinutes()
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    set.clock.move(WEDNESDAY)
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() =>
      expect(alarm.rings).toContainEqual({ conversation: set.conversation, at: WEDNESDAY }),
    )
  })

  test('nothing is rung any more once it is stopped', async () => {
    const set = await interviewStage(pool)
    holdMinutes()
    const { delivery } = deliver(set, fakeAlarm())
    await delivery.start()
    await delivery.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an alarm that is back', () => {
  test('is asked at once for what it may have forgotten, once however often it comes and goes', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    set.clock.move(WEDNESDAY)
    alarm.rings.splice(0)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (let times = 0; times < 5; times += 1) {
      alarm.comesBack()
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(500)
    vi.useRealTimers()
    const brief = { conversation: set.conversation, at: WEDNESDAY }
    await vi.waitFor(() => expect(alarm.rings).toContainEqual(brief), 10_000)
    const asked = alarm.rings.filter(({ conversation }) => conversation === set.conversation)
    expect(asked).toEqual([brief])
  })

  test('is asked nothing any more once the bot stops', async () => {
    const set = await interviewStage(pool)
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    alarm.comesBack()
    await delivery.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an alarm that fails to ring', () => {
  test('keeps nobody from starting, nor others from being rung', async () => {
    const set = await interviewStage(pool)
    const alarm = fakeAlarm()
    const { ring } = alarm
    alarm.ring = (conversation, at) =>
      conversation === set.conversation
        ? Promise.reject(new Error('Redis is away'))
        : ring(conversation, at)
    const { delivery } = deliver(set, alarm)
    await delivery.start()
    expect(alarm.rings.map(({ conversation }) => conversation)).toContain(`person/${set.other}`)
  })

  test('loses nothing: the next minute rings it', async () => {
    const set = await interviewStage(pool)
    holdMinutes()
    const alarm = fakeAlarm()
    const { ring } = alarm
    const { delivery } = deliver(set, alarm)
    await delivery.start()
    await alarm.hear(set.conversation)
    alarm.ring = () => Promise.reject(new Error('Redis is away'))
    set.clock.move(THURSDAY_END)
    delivery.ring([{ conversation: set.conversation, at: set.clock.now() }])
    alarm.ring = ring
    alarm.rings.splice(0)
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() =>
      expect(alarm.rings.map(({ conversation }) => conversation)).toContain(set.conversation),
    )
    await alarm.hear(set.conversation)
    expect(set.heardBy(set.scorer)).toContain(`ended/${set.interview}/0/${set.scorer}`)
  })
})

describe('a conversation that rings', () => {
  test('hears what is due, and is rung again for what comes next', async () => {
    const set = await interviewStage(pool)
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    await alarm.hear(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(2)
    expect(alarm.rings.at(-1)).toEqual({ conversation: set.conversation, at: WEDNESDAY })
  })

  test('is rung again in a second while another instance is speaking there', async () => {
    const set = await interviewStage(pool)
    await takeLease(pool, set.conversation, 'another', 10)
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    await alarm.hear(set.conversation)
    expect(alarm.rings.at(-1)).toEqual({
      conversation: set.conversation,
      at: set.clock.now().add({ seconds: 1 }).toString(),
    })
  })

  test('tells the alarm when the platform failed, so that it rings again', async () => {
    const set = await interviewStage(pool)
    set.chat.onPost = () => Promise.reject(new Error('away'))
    const { delivery, alarm } = deliver(set, fakeAlarm())
    await delivery.start()
    await expect(alarm.hear(set.conversation)).rejects.toThrow('away')
  })

  test('is heard with the alarm of one process, from the start to the last reminder', async () => {
    const set = await interviewStage(pool)
    const alarm = inProcessAlarm({ clock: set.clock, log })
    const { delivery } = deliver(set, alarm)
    await delivery.start()
    const heard = (entry: string) =>
      vi.waitFor(() => expect(set.heardBy(set.scorer)).toContain(entry))
    await heard(`invitation/${set.interview}/${set.scorer}`)
    for (const [moment, kind] of [
      [WEDNESDAY, 'brief'],
      [THURSDAY_END, 'ended'],
      [FRIDAY, 'late'],
    ]) {
      set.clock.move(moment ?? '')
      delivery.ring([{ conversation: set.conversation, at: set.clock.now() }])
      const suffix = kind === 'late' ? '/1' : ''
      await heard(`${kind}/${set.interview}/0/${set.scorer}${suffix}`)
    }
  })
})

describe('settling', () => {
  test('says everything due, with what that makes due, and answers when something is due next', async () => {
    const set = await interviewStage(pool)
    const { delivery } = deliver(set, fakeAlarm())
    expect(await delivery.settle()).toEqual(Temporal.Instant.from(WEDNESDAY))
    expect(set.heardBy(set.scorer)).toHaveLength(2)
    expect(set.heardBy(set.other)).toHaveLength(2)
    expect(set.chat.posts.map(({ entry }) => entry)).toContain('welcome')
    expect(set.chat.members).toHaveLength(3)
    set.clock.move(WEDNESDAY)
    expect(await delivery.settle()).toEqual(Temporal.Instant.from('2026-03-05T12:45:00Z'))
    expect(set.heardBy(set.other)).toContain(`brief/${set.interview}/0/${set.other}`)
  })

  test('leads from due time to due time to the opened debrief, its decision, and two years later to its end', async () => {
    const set = await interviewStage(pool)
    const { delivery } = deliver(set, fakeAlarm())
    const { application } = set
    const decide = async () => {
      const { applications } = await set.state()
      if (applications[application]?.status !== 'active') return
      await set.done(set.owner, (state, actor) => stop(state, { application }, actor))
      await set.done(set.owner, (state, actor) => answerCandidates(state, [application], actor))
    }
    const lives = async (until: string) => {
      let next = await delivery.settle()
      for (; next && next.toString() < until; next = await delivery.settle()) {
        set.clock.move(next.toString())
        const { interviews } = await set.state()
        const filings = Object.keys(interviews[set.interview]?.filings ?? {})
        if (next.toString() === '2026-03-05T14:00:00Z' && filings.length === 0) {
          await fileNotes(set, set.interview, set.scorer)
          await fileNotes(set, set.interview, set.other)
        }
        if (set.heardBy(set.owner).length === 2) await decide()
      }
      return next
    }
    await lives('2027-01-01T00:00:00Z')
    expect((await set.state()).interviews[set.interview]?.openedAt?.toString()).toBe(
      '2026-03-06T08:00:00Z',
    )
    expect(set.heardBy(set.owner)).toEqual([
      `debrief-ready/${set.interview}/${set.owner}`,
      `decide/${application}/${set.interview}/1`,
    ])
    const said = set.chat.posts.map(({ entry }) => entry)
    expect(said).toContain(`debrief/${set.interview}`)
    expect(said.at(-1)).toMatch(`decided/${application}/`)
    const keys = set.chat.posts.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
    expect(await lives('2100-01-01T00:00:00Z')).toBeUndefined()
    expect(set.heardBy(set.owner)).toEqual([`erased/${application}`])
  })

  test('answers nothing when nothing is left to say', async () => {
    const set = await stage(pool)
    const { delivery } = deliver(set, fakeAlarm())
    expect(await delivery.settle()).toBeUndefined()
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`])
  })

  test('says what it can before telling that a conversation failed', async () => {
    const set = await interviewStage(pool)
    set.chat.onPost = ({ to, send }) =>
      'person' in to && to.person === set.scorer
        ? Promise.reject(new Error('away'))
        : Promise.resolve(send())
    const { delivery } = deliver(set, fakeAlarm())
    await expect(delivery.settle()).rejects.toThrow('away')
    expect(set.heardBy(set.other)).toHaveLength(2)
    expect(set.chat.posts.map(({ entry }) => entry)).toContain('welcome')
  })

  test('waits for another instance that is speaking, without pressing', async () => {
    const set = await interviewStage(pool)
    await takeLease(pool, set.conversation, 'another', 10)
    let busy = 0
    const speak: Stage['speak'] = async (conversation) => {
      const outcome = await set.speak(conversation)
      if (outcome === 'busy') busy += 1
      if (busy === 2) await releaseLease(pool, set.conversation, 'another')
      return outcome
    }
    const { delivery } = deliver({ ...set, speak }, fakeAlarm())
    const before = performance.now()
    await delivery.settle()
    expect(busy).toBe(2)
    expect(performance.now() - before).toBeGreaterThanOrEqual(190)
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })
})
