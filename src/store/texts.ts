/** What people typed: names, links, evidence, levels. It is read in `read-texts.ts` and nowhere else. */
import type { Temporal } from 'temporal-polyfill'
import type { ApplicationId, InterviewId, PersonId, TextId } from '../process/events.ts'
import type { Evidence, Verdict } from '../process/scorecard.ts'
import type { Queryable } from './database.ts'

export interface Candidate {
  readonly name: string
  readonly link?: string
  readonly email?: string
  /** Nicknames and initials that name this person too. */
  readonly also?: readonly string[]
  /** Names and addresses that were put right: earlier messages may still show them. */
  readonly formerly?: readonly string[]
}

/** Who speaks about a candidate, and how to reach them. */
export interface Referee {
  readonly name: string
  readonly contact?: string
}

export interface KeptFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** What each kind of text holds. */
export interface TextBodies {
  title: string
  product: string
  incubator: string
  offer: string
  'prime-contractor': string
  criterion: string
  case: string
  reason: string
  place: string
  candidate: Candidate
  referee: Referee
  doubt: string
  /** A notes form as it stood, to be finished later. */
  draft: Readonly<Record<string, string | boolean | readonly string[]>>
  evidence: Evidence
  verdict: Verdict
  /** A message written about an interview before its debrief opened, and the names of its files. */
  held: {
    readonly text: string
    readonly files: readonly string[]
    /** Those that were small enough to be kept. */
    readonly kept?: readonly KeptFile[]
  }
}
export type TextKind = keyof TextBodies

interface TextOf<K extends TextKind> {
  readonly id: TextId
  readonly kind: K
  readonly body: TextBodies[K]
  readonly application?: ApplicationId
  readonly interview?: InterviewId
}
/** A text to write, with what it is about. */
export type NewText = { [K in TextKind]: TextOf<K> }[TextKind]

export async function writeTexts(
  db: Queryable,
  recruitment: string,
  texts: readonly NewText[],
  author: PersonId,
  at: Temporal.Instant,
): Promise<void> {
  if (texts.length === 0) return
  const rows = texts.map((text) => ({ application: null, interview: null, ...text }))
  await db.query(
    `insert into texts (id, recruitment, kind, application, interview, author, body, created_at)
     select id, $1, kind, application, interview, $2, body, $3
     from jsonb_to_recordset($4) as t(id text, kind text, application text, interview text, body jsonb)`,
    [recruitment, author, at.toString(), JSON.stringify(rows, storable)],
  )
}

/** What someone typed in one step of a form, kept for them alone until the next. */
export interface SetAside {
  readonly recruitment: string
  readonly by: PersonId
  readonly at: Temporal.Instant
  readonly draft: { readonly id: TextId; readonly body: TextBodies['draft'] }
  /** The draft that it takes the place of. */
  readonly instead?: TextId
}

/** Longer than any form stays open. */
const SET_ASIDE_HOURS = 24

/**
 * Sets a draft aside. It tells nothing of the process, so there is no event of it; whoever takes it up
 * erases it, and one that nobody took up goes when the next is set aside, a day later or more.
 */
export async function setAside(
  db: Queryable,
  { recruitment, by, at, draft, instead }: SetAside,
): Promise<void> {
  await db.query(
    `delete from texts where kind = 'draft' and interview is null
     and (created_at < $1 or (id = $2 and id <> $3 and author = $4))`,
    [at.subtract({ hours: SET_ASIDE_HOURS }).toString(), instead ?? null, draft.id, by],
  )
  await db.query(
    `insert into texts (id, recruitment, kind, author, body, created_at)
     values ($1, $2, 'draft', $3, $4, $5)
     on conflict (id) do update set body = excluded.body where texts.author = excluded.author`,
    [draft.id, recruitment, by, JSON.stringify(draft.body, storable), at.toString()],
  )
}

/**
 * Writes a draft of notes again in place, for its author; tells whether it is still there. Nothing of the
 * process changes, so there is no event of it.
 */
export async function rewriteDraft(
  db: Queryable,
  draft: { readonly id: TextId; readonly by: PersonId; readonly body: TextBodies['draft'] },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update texts set body = $3
     where id = $1 and author = $2 and kind = 'draft' and interview is not null`,
    [draft.id, draft.by, JSON.stringify(draft.body, storable)],
  )
  return rowCount === 1
}

/** Erases texts of a recruitment for good; unknown ones are ignored. */
export async function eraseTexts(
  db: Queryable,
  recruitment: string,
  ids: readonly TextId[],
): Promise<void> {
  if (ids.length === 0) return
  await db.query('delete from texts where recruitment = $1 and id = any($2)', [recruitment, ids])
}

/** Postgres refuses null characters and halves of a surrogate pair, which people may well paste. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}
