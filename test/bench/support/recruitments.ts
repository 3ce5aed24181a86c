/** Recruitments made by the real rules, and as many copies of one as a part needs. */
import type { Pool } from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { addApplications } from '../../../src/process/decide/applications.ts'
import { scheduleInterview } from '../../../src/process/decide/interviews.ts'
import { recordChannel } from '../../../src/process/decide/opening.ts'
import { createStore } from '../../../src/store/store.ts'
import { readyScene } from '../../store/support/scene.ts'
import type { Scene } from '../../store/support/scene.ts'
import { testClock } from '../../store/support/test-clock.ts'

export interface Recruitment {
  readonly id: string
  readonly owner: string
  readonly scorers: readonly [string, string]
  readonly channel: string
  /** Ids, in the order in which they are held. */
  readonly interviews: readonly string[]
}

export interface Wanted {
  /** When it is opened, and everything is decided. */
  readonly at: Temporal.Instant
  readonly people?: Partial<Pick<Scene, 'owner' | 'scorer' | 'other'>>
  readonly candidates: number
  /** Hours from `at` to the start of each interview: one per candidate, of two scorers. */
  readonly interviewsIn: readonly number[]
}

/** Opens one, with its channel, its team, its candidates and their interviews. */
export async function openOne(pool: Pool, wanted: Wanted): Promise<Recruitment> {
  const { at, people, candidates, interviewsIn } = wanted
  const clock = testClock(at.toString())
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const scene = await readyScene({ store, clock, ...(people && { people }) })
  const { id, owner, scorer, other } = scene
  const channel = `${id}/channel`
  await scene.done(owner, (state, actor) => recordChannel(state, channel, actor))
  const more = Array.from({ length: candidates - 1 }, (_, i) => ({
    application: `${id}/application-${i + 1}`,
    candidate: `${id}/candidate-${i + 1}`,
    tracked: false,
  }))
  await scene.done(
    owner,
    (state, actor) => addApplications(state, more, actor),
    more.map(({ candidate, application }, i) => ({
      id: candidate,
      kind: 'candidate',
      application,
      body: { name: `Dominique Essai ${i + 1}` },
    })),
  )
  const applications = [scene.application, ...more.map(({ application }) => application)]
  const interviews: string[] = []
  for (const [i, hours] of interviewsIn.entries()) {
    const application = applications[i] ?? ''
    const interview = `${id}/interview-${i}`
    const request = { interview, application, stage: 'interview', informed: true } as const
    const slot = { minutes: 45, place: `${id}/place`, zone: 'Europe/Paris', nightConfirmed: true }
    await scene.done(owner, (state, actor) =>
      scheduleInterview(state, { ...request, ...slot, start: at.add({ hours }) }, actor),
    )
    interviews.push(interview)
  }
  return { id, owner, scorers: [scorer, other], channel, interviews }
}

/** Tables that hold recruitments, in an order in which they can be filled. */
const TABLES = [
  'recruitments',
  'events',
  'texts',
  'agenda',
  'memberships',
  'obligations',
  'interview_slots',
  'channels',
]

/**
 * Copies a recruitment under other ids and with other people, so that the copies have nothing to do with
 * each other. `copyOf` gives the names of each.
 */
export async function copies(pool: Pool, original: Recruitment, count: number, from = 0) {
  const names = namesIn(original)
  const renamed = names.reduce(
    (row, _, i) => `replace(${row}, $${i + 3}, $${i + 3} || ending)`,
    'row',
  )
  for (const table of TABLES) {
    const of = table === 'recruitments' ? 'id' : 'recruitment'
    await pool.query(
      `insert into ${table}
       select (jsonb_populate_record(null::${table}, ${renamed}::jsonb)).*
       from (select to_jsonb(${table})::text as row from ${table} where ${of} = ${literal(original.id)}) rows,
         (select 'c' || n || 'e' as ending from generate_series($1::int, $2::int) n) endings`,
      [from, from + count - 1, ...names],
    )
  }
  await pool.query('analyze')
  return Array.from({ length: count }, (_, i) => copyOf(original, from + i))
}

/** The recruitment that copy number `n` is. */
function copyOf(original: Recruitment, n: number): Recruitment {
  return JSON.parse(renamer(original, n)(JSON.stringify(original)))
}

/** Turns what is said of the original into what is said of copy number `n`. */
export function renamer(original: Recruitment, n: number): (said: string) => string {
  const pattern = new RegExp(namesIn(original).join('|'), 'g')
  return (said) => said.replaceAll(pattern, (name) => `${name}c${n}e`)
}

/** Everything else is named after these. */
function namesIn({ id, owner, scorers }: Recruitment): readonly string[] {
  return [id, owner, ...scorers]
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** What is due by then counts as said, so that nothing but what is measured happens meanwhile. */
export async function saidUntil(pool: Pool, until: Temporal.Instant): Promise<void> {
  await pool.query(
    `update agenda set status = 'said', said_shows = shows where status = 'pending' and due_at < $1`,
    [until.toString()],
  )
}
