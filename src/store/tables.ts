/** Read tables: what can be asked across recruitments. Derived from the state, rebuilt at will. */
import type { PersonId } from '../process/events.ts'
import { obligationsOf } from '../process/obligations.ts'
import type { Obligation, Subject } from '../process/obligations.ts'
import { endOf, participantsWith, slotOf } from '../process/recruitment.ts'
import type { Recruitment } from '../process/recruitment.ts'
import { everyone, standings } from '../process/roles.ts'
import type { Queryable } from './database.ts'
import { toInstant } from './database.ts'

/** Someone is already taken at that time, here or in another recruitment. */
export class OverlapError extends Error {
  override readonly name = 'OverlapError'
  readonly person: PersonId

  constructor(person: PersonId) {
    super('Interviews of one person overlap')
    this.person = person
  }
}

/** Rewrites the rows of one recruitment. Throws `OverlapError` when two interviews collide. */
export async function syncTables(
  db: Queryable,
  recruitment: string,
  state: Recruitment,
): Promise<void> {
  const roles = everyone(state).flatMap((person) =>
    standings(state, person).map((standing) => ({ person, standing })),
  )
  await db.query('delete from memberships where recruitment = $1', [recruitment])
  await db.query(
    `insert into memberships (recruitment, person, standing)
     select $1, * from jsonb_to_recordset($2) as m(person text, standing text)`,
    [recruitment, JSON.stringify(roles)],
  )
  await db.query('delete from obligations where recruitment = $1', [recruitment])
  await db.query(
    `insert into obligations (recruitment, person, kind, about, since)
     select $1, * from jsonb_to_recordset($2)
       as o(person text, kind text, about jsonb, since timestamptz)`,
    [
      recruitment,
      JSON.stringify(
        obligationsOf(state).map(({ person, kind, since, ...about }) => ({
          person,
          kind,
          about,
          since,
        })),
      ),
    ],
  )
  if (state.channel) {
    await db.query(
      'insert into channels (channel, recruitment) values ($1, $2) on conflict do nothing',
      [state.channel.id, recruitment],
    )
  }
  await syncSlots(db, recruitment, state)
}

async function syncSlots(db: Queryable, recruitment: string, state: Recruitment): Promise<void> {
  const slots = Object.values(state.interviews)
    .filter(({ status }) => status === 'scheduled')
    .flatMap((interview) =>
      participantsWith(interview, 'scorer').map((person) => ({
        interview: interview.id,
        person,
        from: slotOf(interview).start.toString(),
        until: endOf(interview).toString(),
      })),
    )
  // Only what changed: an hour given up and taken again would make others wait for this transaction.
  const wanted = `jsonb_to_recordset($2) as s(interview text, person text, "from" timestamptz, until timestamptz)`
  const values = [recruitment, JSON.stringify(slots)]
  await db.query(
    `delete from interview_slots o where recruitment = $1 and not exists (
       select from ${wanted} where (s.interview, s.person, tstzrange(s."from", s.until))
         = (o.interview, o.person, o.during))`,
    values,
  )
  await db.query(
    `insert into interview_slots (recruitment, interview, person, during)
     select $1, interview, person, tstzrange("from", until) from ${wanted} on conflict do nothing`,
    values,
  )
  const { rows } = await db.query<{ interview: string; person: string }>(
    'select interview, person from interview_slots where recruitment = $1',
    [recruitment],
  )
  const kept = new Set(rows.map(({ interview, person }) => `${interview}/${person}`))
  const refused = slots.find(({ interview, person }) => !kept.has(`${interview}/${person}`))
  if (refused) throw new OverlapError(refused.person)
}

/** Recruitments in which someone has a standing, oldest first. */
export async function recruitmentsOf(
  db: Queryable,
  person: PersonId,
): Promise<readonly { readonly recruitment: string; readonly standings: readonly string[] }[]> {
  const { rows } = await db.query<{ recruitment: string; standings: string[] }>(
    `select m.recruitment, array_agg(m.standing order by m.standing) as standings
     from memberships m join events e on e.recruitment = m.recruitment and e.version = 1
     where m.person = $1 group by m.recruitment, e.at order by e.at, m.recruitment`,
    [person],
  )
  return rows
}

/** The same with their versions, and which of them is the one of this channel. */
export async function versionsOf(
  db: Queryable,
  person: PersonId,
  channel: string,
): Promise<
  readonly { readonly recruitment: string; readonly version: number; readonly isHere: boolean }[]
> {
  const { rows } = await db.query<{ recruitment: string; version: number; is_here: boolean }>(
    `select r.id as recruitment, r.version, c.channel is not null as is_here
     from recruitments r
     join events e on e.recruitment = r.id and e.version = 1
     left join channels c on c.recruitment = r.id and c.channel = $2
     where r.id in (select recruitment from memberships where person = $1) order by e.at, r.id`,
    [person, channel],
  )
  return rows.map(({ recruitment, version, is_here: isHere }) => ({ recruitment, version, isHere }))
}

export async function recruitmentOfChannel(
  db: Queryable,
  channel: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ recruitment: string }>(
    'select recruitment from channels where channel = $1',
    [channel],
  )
  return rows[0]?.recruitment
}

/** What someone owes, across recruitments, oldest first. */
export async function obligationsOfPerson(
  db: Queryable,
  person: PersonId,
): Promise<readonly (Obligation & { readonly recruitment: string })[]> {
  const { rows } = await db.query<{
    recruitment: string
    kind: Obligation['kind']
    about: Subject
    since: string
  }>(
    `select recruitment, kind, about, since from obligations
     where person = $1 order by since, recruitment, kind, about`,
    [person],
  )
  return rows.map(({ recruitment, kind, about, since }) => ({
    recruitment,
    person,
    kind,
    since: toInstant(since),
    ...about,
  }))
}
