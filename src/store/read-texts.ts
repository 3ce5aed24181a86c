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

/** Kinds whose every reading is recorded. */
const RECORDED: ReadonlySet<TextKind> = new Set([
  'candidate',
  'referee',
  'evidence',
  'verdict',
  'held',
])

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
  { recruitment }: Reading,
  ids: readonly TextId[],
): Promise<readonly TextRow[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<TextRow>(
    'select id, kind, interview, author, body from texts where recruitment = $1 and id = any($2)',
    [recruitment, ids],
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
    `select id, kind, interview, author, body, created_at from texts
     where recruitment = $1 and (application = $2 or interview = any($3)) order by created_at, id`,
    [reading.recruitment, application, interviews],
  )
  return (await grant(db, reading, rows)).map(
    ({ interview, created_at: at, ...row }) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `writeTexts` ties body to kind
      ({ ...row, at: toInstant(at), ...(interview !== null && { interview }) }) as KeptText,
  )
}

/** Those that the reader may have; that they were asked for is recorded. */
async function grant<R extends TextRow>(
  db: Queryable,
  reading: Reading,
  rows: readonly R[],
): Promise<readonly R[]> {
  const judged = rows.map((row) => ({ row, granted: mayRead(reading, row) }))
  await record(db, reading, judged)
  return judged.filter((one) => one.granted).map(({ row }) => row)
}

function mayRead({ state, reader }: Reading, row: TextRow): boolean {
  const { kind, interview, author } = row
  if (kind === 'evidence' || kind === 'verdict') {
    return interview !== null && mayReadScorecard(state, reader, { kind, interview, author })
  }
  if (kind === 'held') return reader === author || mayReadHeld(state, reader, row.id)
  if (kind === 'draft') return reader === author
  return reader === CHANNEL || standings(state, reader).length > 0
}

async function record(
  db: Queryable,
  { reader, at }: Reading,
  judged: readonly { readonly row: TextRow; readonly granted: boolean }[],
): Promise<void> {
  const reads = judged
    .filter(({ row }) => RECORDED.has(row.kind))
    .map(({ row, granted }) => ({ text: row.id, granted }))
  if (reads.length === 0) return
  await db.query(
    `insert into text_reads (text, reader, granted, at)
     select text, $1, granted, $2 from jsonb_to_recordset($3) as r(text text, granted boolean)`,
    [reader, at.toString(), JSON.stringify(reads)],
  )
}
