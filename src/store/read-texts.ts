/**
 * The only place that reads what people typed, so that the seal is checked and the access recorded
 * wherever a text is going.
 */
import type { Temporal } from 'temporal-polyfill'
import type { ApplicationId, InterviewId, PersonId, TextId } from '../process/events.ts'
import { CHANNEL, mayReadHeld, mayReadScorecard } from '../process/gate.ts'
import type { Reader } from '../process/gate.ts'
import type { Recruitment } from '../process/recruitment.ts'
import { standings } from '../process/roles.ts'
import { toInstant } from './database.ts'
import type { Queryable } from './database.ts'
import type { TextBodies, TextKind } from './texts.ts'

/** Kinds whose every reading is recorded: about people, for whoever has a standing… */
const PERSONAL: ReadonlySet<TextKind> = new Set(['candidate', 'referee'])
/** … and those for which the text itself decides who may have it. */
const SEALED: ReadonlySet<TextKind> = new Set(['evidence', 'verdict', 'held'])

/** Texts that the reader may have, by id. What is sealed, erased or unknown is absent. */
export interface Texts {
  get<K extends TextKind>(kind: K, id: TextId | undefined): TextBodies[K] | undefined
}

export interface Reading {
  readonly recruitment: string
  readonly state: Recruitment
  readonly reader: Reader
  readonly at: Temporal.Instant
}

interface TextRow {
  id: string
  kind: TextKind
  interview: string | null
  author: string
  body: TextBodies[TextKind]
}

export async function readTexts(
  db: Queryable,
  reading: Reading,
  ids: readonly TextId[],
): Promise<Texts> {
  const rows = await rowsOf(db, reading, ids)
  const granted = new Map(
    (await grant(db, reading, rows)).map((row) => [`${row.kind}/${row.id}`, row.body]),
  )
  return {
    get: <K extends TextKind>(kind: K, id: TextId | undefined) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `writeTexts` ties body to kind
      granted.get(`${kind}/${id}`) as TextBodies[K] | undefined,
  }
}

async function rowsOf(
  db: Queryable,
  reading: Reading,
  ids: readonly TextId[],
): Promise<readonly TextRow[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<TextRow>(
    recordingPersonal(`
      select id, kind, interview, author, body from texts
      where recruitment = $5 and id = any($6)`),
    [...personalOf(reading), reading.recruitment, ids],
  )
  return rows
}

/** One text about a candidate. `body` is of its kind. */
export type KeptText = {
  [K in TextKind]: {
    readonly id: TextId
    readonly kind: K
    readonly body: TextBodies[K]
    readonly author: PersonId
    readonly at: Temporal.Instant
    readonly interview?: InterviewId
  }
}[TextKind]

/** Everything about an application that the reader may have, oldest first. */
export async function readAllAbout(
  db: Queryable,
  reading: Reading,
  application: ApplicationId,
): Promise<readonly KeptText[]> {
  const interviews = Object.values(reading.state.interviews)
    .filter((interview) => interview.application === application)
    .map(({ id }) => id)
  const { rows } = await db.query<TextRow & { created_at: string }>(
    `${recordingPersonal(`
      select id, kind, interview, author, body, created_at from texts
      where recruitment = $5 and (application = $6 or interview = any($7))`)}
     order by created_at, id`,
    [...personalOf(reading), reading.recruitment, application, interviews],
  )
  return (await grant(db, reading, rows)).map(
    ({ interview, created_at: at, ...row }) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `writeTexts` ties body to kind
      ({ ...row, at: toInstant(at), ...(interview !== null && { interview }) }) as KeptText,
  )
}

/**
 * What `select` gives, with the record of those personal texts in the same statement: nothing is given that
 * is not recorded. Parameters 1 to 4 are `personalOf`.
 *
 * The first time that someone is given a text is on disk before they are. Repeats follow within a second:
 * a crash of the database in between would forget that they read it once more, never that they did.
 */
function recordingPersonal(select: string): string {
  return `
    with asked as materialized (${select}),
    personal as (select id from asked where kind = any($4)),
    recorded as (
      insert into text_reads (text, reader, granted, at) select id, $1, $2, $3 from personal),
    unhurried as (
      select set_config('synchronous_commit', 'off', true) where $2 and not exists (
        select from personal where not exists (
          select from text_reads r where r.text = personal.id and r.reader = $1 and r.granted)))
    select asked.* from asked left join unhurried on true`
}

function personalOf({ state, reader, at }: Reading): readonly unknown[] {
  return [reader, mayReadPersonal(state, reader), at.toString(), [...PERSONAL]]
}

/** Those that the reader may have; that they were asked for is recorded. */
async function grant<R extends TextRow>(
  db: Queryable,
  reading: Reading,
  rows: readonly R[],
): Promise<readonly R[]> {
  const judged = rows.map((row) => ({ row, granted: mayRead(reading, row) }))
  await recordSealed(db, reading, judged)
  return judged.filter((one) => one.granted).map(({ row }) => row)
}

function mayRead({ state, reader }: Reading, row: TextRow): boolean {
  const { kind, interview, author } = row
  if (kind === 'evidence' || kind === 'verdict') {
    return interview !== null && mayReadScorecard(state, reader, { kind, interview, author })
  }
  if (kind === 'held') return reader === author || mayReadHeld(state, reader, row.id)
  if (kind === 'draft') return reader === author
  return mayReadPersonal(state, reader)
}

/** What is not sealed is for everyone in the team, and for its channel. */
function mayReadPersonal(state: Recruitment, reader: Reader): boolean {
  return reader === CHANNEL || standings(state, reader).length > 0
}

async function recordSealed(
  db: Queryable,
  { reader, at }: Reading,
  judged: readonly { readonly row: TextRow; readonly granted: boolean }[],
): Promise<void> {
  const reads = judged
    .filter(({ row }) => SEALED.has(row.kind))
    .map(({ row, granted }) => ({ text: row.id, granted }))
  if (reads.length === 0) return
  await db.query(
    `insert into text_reads (text, reader, granted, at)
     select text, $1, granted, $2 from jsonb_to_recordset($3) as r(text text, granted boolean)`,
    [reader, at.toString(), JSON.stringify(reads)],
  )
}
