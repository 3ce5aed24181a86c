/** One instance of the bot that speaks: the real rules, store and words, on a fake chat server. */
import type { Pool } from 'pg'
import { pino } from 'pino'
import { createBot } from '../../../src/bot/bot.ts'
import type { Speak } from '../../../src/delivery/speaker.ts'
import { createSpeaker } from '../../../src/delivery/speaker.ts'
import { loadGuides } from '../../../src/guides/load.ts'
import { drawSheet } from '../../../src/pictures/draw.ts'
import { pageFor } from '../../bot/support/office.ts'
import type { Wake } from '../../../src/store/agenda.ts'
import { createStore } from '../../../src/store/store.ts'
import type { Store } from '../../../src/store/store.ts'
import { MONDAY, readyScene, scheduling, unique } from '../../store/support/scene.ts'
import type { Scene } from '../../store/support/scene.ts'
import { testClock } from '../../store/support/test-clock.ts'
import type { TestClock } from '../../store/support/test-clock.ts'
import { fakeChat } from './fake-chat.ts'
import type { FakeChat } from './fake-chat.ts'

const guides = await loadGuides('guides')

export const log = pino({ level: 'silent' })

export interface Instance {
  readonly store: Store
  readonly speak: Speak
  readonly holder: string
}

interface World {
  readonly pool: Pool
  readonly chat: FakeChat
  readonly clock: TestClock
  readonly onWakes?: (wakes: readonly Wake[]) => void
  /** What its speaker cannot do with the store. */
  readonly failing?: Partial<Store>
}

/** Another instance each time it is called: what the former one had in memory is lost. */
function instance({ pool, chat, clock, onWakes = () => undefined, failing = {} }: World): Instance {
  const store = createStore({ pool, clock, onWakes })
  const desk = {
    store,
    guides,
    clock,
    person: (id: string) => chat.person(id),
    personByEmail: (email: string) => chat.personByEmail(email),
    sharedTeams: (person: string) => chat.sharedTeams(person),
    defaultZone: 'Europe/Paris',
    draw: drawSheet,
    pageFor,
  }
  const { compose } = createBot({ desk, chat, log })
  const holder = unique('holder')
  const spoken = { ...store, ...failing }
  const speak = createSpeaker({ pool, store: spoken, chat, clock, compose, log, holder })
  return { store, holder, speak }
}

export interface Stage extends Scene, Instance {
  readonly application: string
  readonly pool: Pool
  readonly chat: FakeChat
  /** Direct messages with the first scorer. */
  readonly conversation: string
  readonly channel: string
  /** Another instance on the same database and chat server. */
  readonly another: (options?: Partial<World>) => Instance
  /** What was posted in direct messages with that person, by its name in the agenda, in order. */
  readonly heardBy: (person: string) => readonly string[]
}

/** A recruitment whose team was named, on a chat server of its own; nothing was said yet. */
export async function stage(
  pool: Pool,
  options: { readonly people?: Partial<Pick<Scene, 'owner' | 'scorer' | 'other'>> } = {},
): Promise<Stage> {
  const clock = testClock(MONDAY)
  const chat = fakeChat(clock)
  const one = instance({ pool, chat, clock })
  const scene = await readyScene({ ...options, store: one.store, clock })
  return {
    ...scene,
    ...one,
    pool,
    chat,
    conversation: `person/${scene.scorer}`,
    channel: `channel/${scene.id}`,
    another: (options = {}) => instance({ pool, chat, clock, ...options }),
    heardBy: (person) =>
      chat.posts
        .filter(({ to }) => 'person' in to && to.person === person)
        .map(({ entry }) => entry),
  }
}

/** Monday; the interview is on Thursday at 14:00 in Paris, so its brief is due on Wednesday. */
export const WEDNESDAY = '2026-03-04T13:00:00Z'
export const THURSDAY = '2026-03-05T13:00:00Z'
export const THURSDAY_END = '2026-03-05T14:00:00Z'
/** Four working hours later. */
export const FRIDAY = '2026-03-06T09:00:00Z'
export const MONDAY_MORNING = '2026-03-09T08:00:00Z'

/** The same with an interview on Thursday, and what came before it already said to the scorer. */
export async function interviewStage(pool: Pool): Promise<Stage & { readonly interview: string }> {
  const set = await stage(pool)
  await set.speak(set.conversation)
  const interview = unique('interview')
  await set.done(set.owner, scheduling(set.application, interview, THURSDAY))
  return { ...set, interview }
}

/** The same with an interview on Friday too; neither was told to anybody. */
export async function twoInterviewsStage(pool: Pool) {
  const set = await interviewStage(pool)
  const next = unique('interview')
  set.clock.move('PT1H')
  await set.done(set.owner, scheduling(set.application, next, FRIDAY, 'case-study'))
  return { ...set, next }
}

/** What each post to that person says, by its names in the agenda, in the order in which they were due. */
export async function postsTo({ pool, chat }: Stage, person: string): Promise<readonly string[][]> {
  const posts = chat.posts.filter(({ to }) => 'person' in to && to.person === person)
  const parts = posts.map(async ({ ref }) => {
    const { rows } = await pool.query<{ key: string }>(
      `select key from agenda where message = $1 order by due_at, recruitment, position`,
      [JSON.stringify(ref)],
    )
    return rows.map(({ key }) => key)
  })
  return Promise.all(parts)
}
