/** Erasing for good what people wrote about someone, and finding where the bot spoke of them. */
import type { Temporal } from 'temporal-polyfill'
import type { MessageRef } from '../chat/port.ts'
import type { ApplicationId, Event, InterviewId } from '../process/events.ts'
import { evolve } from '../process/evolve.ts'
import type { Recruitment } from '../process/recruitment.ts'
import { forgottenBy } from '../process/retention.ts'
import type { Forgotten } from '../process/retention.ts'
import type { Queryable } from './database.ts'

/** What events say is over is erased with them. */
export async function forgetAlong(
  db: Queryable,
  recruitment: string,
  before: Recruitment | undefined,
  events: readonly Event[],
): Promise<void> {
  let state = before
  for (const event of events) {
    const forgotten = state && forgottenBy(state, event)
    if (forgotten) await forget(db, recruitment, forgotten)
    state = evolve(state, event)
  }
}

/** Deletes the texts, and with them the record of who read them. */
async function forget(
  db: Queryable,
  recruitment: string,
  { applications, keepsName, interviews }: Forgotten,
): Promise<void> {
  await db.query(
    `delete from texts where recruitment = $1
     and (interview = any($2) or (application = any($3) and not ($4 and kind = 'candidate')))`,
    [recruitment, interviews, applications, keepsName],
  )
}

/** What messages may be about. */
export interface About {
  readonly applications?: readonly ApplicationId[]
  readonly interviews?: readonly InterviewId[]
}

export interface Said {
  readonly messages: readonly MessageRef[]
  /** Some request to post was started after `since` and has not ended, as far as is known. */
  readonly isOnItsWay: boolean
}

/** Where the agenda was said about these, whether or not it still holds. */
export async function saidAbout(
  db: Queryable,
  recruitment: string,
  { applications = [], interviews = [] }: About,
  since: Temporal.Instant,
): Promise<Said> {
  const { rows } = await db.query<{ message: MessageRef | null; is_on_its_way: boolean }>(
    `select distinct message,
       message is null and status = 'pending' and attempted_at >= $4 as is_on_its_way
     from agenda
     where recruitment = $1 and (message is not null or attempted_at is not null)
       and (entry->>'application' = any($2) or entry->>'interview' = any($3))`,
    [recruitment, applications, interviews, since.toString()],
  )
  return {
    messages: rows.flatMap(({ message }) => message ?? []),
    isOnItsWay: rows.some((row) => row.is_on_its_way),
  }
}

/** Those of these posts that the agenda said about some other application. */
export async function saidAboutOthers(
  db: Queryable,
  posts: readonly string[],
  application: ApplicationId,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ post: string }>(
    `select distinct message->>'post' as post from agenda
     where message->>'post' = any($1) and entry->>'application' <> $2`,
    [posts, application],
  )
  return new Set(rows.map(({ post }) => post))
}
