/** What is to be nought in the end, counted from the database and from the chat server's own. */
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import type { Pool } from 'pg'
import { isStored } from './people.ts'
import type { Step } from './people.ts'

export interface Verdict {
  readonly acknowledgedAndLost: number
  readonly dueAndNotSaid: number
  readonly saidTwice: number
  readonly gatesOpenedEarly: number
  readonly neverHeld: number
}

export async function verdictOn(
  db: Pool,
  at: {
    readonly now: string
    readonly acknowledged: readonly Step[]
    readonly written: readonly string[]
    readonly chatFile: string
  },
): Promise<Verdict> {
  const kept = await Promise.all(at.acknowledged.map((step) => isStored(db, step)))
  for (const [i, { what, done }] of at.acknowledged.entries()) {
    if (!kept[i]) process.stderr.write(`lost: ${what} ${JSON.stringify(done.values)}\n`)
  }
  const { rows: held } = await db.query<{ post: string }>(
    `select data->'written'->>'post' as post from events where type = 'MessageHeld'`,
  )
  const posts = new Set(held.map(({ post }) => post))
  return {
    acknowledgedAndLost: kept.filter((one) => !one).length,
    dueAndNotSaid: (await unsaid(db, at.now)).length,
    saidTwice: saidTwice(at.chatFile).length,
    gatesOpenedEarly: await openedEarly(db),
    neverHeld: at.written.filter((post) => !posts.has(post)).length,
  }
}

/** Entries due, still useful, and not said. */
export async function unsaid(db: Pool, now: string): Promise<readonly unknown[]> {
  const { rows } = await db.query(
    `select key, status from agenda where due_at <= $1 and not withdrawn
     and (status in ('pending', 'failed') or (status = 'skipped' and useful_until is null))`,
    [now],
  )
  return rows
}

/** Keys that more than one post of the same conversation carries, deleted ones included. */
function saidTwice(chatFile: string): readonly string[] {
  const chat = new DatabaseSync(chatFile, { readOnly: true })
  const rows = chat
    .prepare(
      `select body->>'channel_id' as channel, body->'props'->>'key' as key, count(*) as times
       from posts where body->'props'->>'key' is not null group by 1, 2 having count(*) > 1`,
    )
    .all()
  chat.close()
  return rows.map(({ key }) => String(key))
}

/**
 * Debriefs that opened before every scorer had filed, or before the half-day after the planned end: worked
 * out from the log alone, with nothing of the rules.
 */
async function openedEarly(db: Pool): Promise<number> {
  const { rows } = await db.query<{
    opened: string
    start: string
    minutes: number
    scorers: number
    filed: number
  }>(
    `select o.data->>'interview' as id, o.at::text as opened, s.data->>'start' as start,
       (s.data->>'minutes')::int as minutes,
       (select count(*)::int from jsonb_each_text(s.data->'participants') p where p.value = 'scorer') as scorers,
       (select count(distinct f.by)::int from events f where f.type = 'ScorecardFiled'
          and f.data->>'interview' = o.data->>'interview'
          and f.recruitment = o.recruitment and f.version < o.version) as filed
     from events o join events s on s.type = 'InterviewScheduled'
       and s.data->>'interview' = o.data->>'interview'
     where o.type = 'DebriefOpened'`,
  )
  return rows.filter(({ opened, start, minutes, scorers, filed }) => {
    const end = Temporal.Instant.from(start).add({ minutes })
    const openedAt = Temporal.Instant.from(
      `${opened.replace(' ', 'T')}:00`.replace(/\+00:00$/, 'Z'),
    )
    return filed < scorers || Temporal.Instant.compare(openedAt, halfDayAfter(end)) < 0
  }).length
}

/** Nine or two o'clock in Paris, whichever comes first after that instant, days off aside. */
function halfDayAfter(end: Temporal.Instant): Temporal.Instant {
  const local = end.toZonedDateTimeISO('Europe/Paris')
  const [today, tomorrow] = [local.toPlainDate(), local.toPlainDate().add({ days: 1 })]
  const openings = [today, tomorrow].flatMap((day) =>
    [9, 14].map((hour) =>
      day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: { hour } }).toInstant(),
    ),
  )
  const next = openings.find((at) => Temporal.Instant.compare(at, end) > 0)
  if (!next) throw new Error('there is always a next half-day')
  return next
}
