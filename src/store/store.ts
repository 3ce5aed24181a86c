/** Everything that lasts: the log, the agenda, the read tables and the texts, in one transaction. */
import type { Pool } from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { MessageRef } from '../chat/port.ts'
import type { Clock } from '../clock.ts'
import { AGENDA_VERSION } from '../process/agenda/entry.ts'
import type { Decided } from '../process/decide/decided.ts'
import type { ApplicationId, PersonId, TextId } from '../process/events.ts'
import type { Reader } from '../process/gate.ts'
import type { Recruitment } from '../process/recruitment.ts'
import type { Refusal } from '../process/refusal.ts'
import { messageOf, syncAgenda, wakes } from './agenda.ts'
import type { Wake } from './agenda.ts'
import { inTransaction } from './database.ts'
import type { Queryable } from './database.ts'
import { append, catchUp } from './events.ts'
import { forgetAlong, saidAbout, saidAboutOthers } from './forgetting.ts'
import type { About, Said } from './forgetting.ts'
import {
  OverlapError,
  obligationsOfPerson,
  recruitmentOfChannel,
  recruitmentsOf,
  syncTables,
  versionsOf,
} from './tables.ts'
import { firstReadings } from './readings.ts'
import type { Reading } from './readings.ts'
import { readAllAbout, readTexts } from './read-texts.ts'
import type { KeptText, Texts } from './read-texts.ts'
import { eraseTexts, rewriteDraft, setAside, writeTexts } from './texts.ts'
import type { NewText, SetAside } from './texts.ts'
import { foldedStates } from './states.ts'

export interface Change {
  readonly recruitment: string
  readonly by: PersonId
  readonly at: Temporal.Instant
  /** Id of the interaction that asks for it: a second time it has no effect. */
  readonly mark?: string
  /** Fingerprint of what it sends: the same interaction with something else in it is refused. */
  readonly content?: string
  /** Written only if the events are. */
  readonly texts?: readonly NewText[]
  /** Erased with the events, such as a draft once it is filed. */
  readonly erase?: readonly TextId[]
  /** Called with the state that holds while the change is made; may be called for nothing. */
  readonly decide: (state: Recruitment | undefined) => Decided
}

export type Changed =
  | { readonly kind: 'done' | 'already'; readonly state: Recruitment }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly state: Recruitment | undefined }

export interface Store {
  /** The state of a recruitment now; nothing for an unknown id. */
  load(recruitment: string): Promise<Recruitment | undefined>
  /**
   * What someone speaks about in a channel, with their states now: its recruitment if they have a standing
   * there, else every one in which they have, oldest first.
   */
  about(
    person: PersonId,
    channel: string,
  ): Promise<readonly { readonly id: string; readonly state: Recruitment }[]>
  /**
   * Decides and records, all or nothing. When it resolves with `done`, the events, the texts and the
   * agenda that follows are on disk, and the conversations concerned are about to be rung.
   */
  change(change: Change): Promise<Changed>
  /** Derives agenda and tables anew, without any event. */
  derive(recruitment: string): Promise<void>
  /** Derives everything that other rules had derived; `all` leaves nothing out. Answers how many. */
  deriveOutdated(all?: boolean): Promise<number>
  texts(
    recruitment: string,
    state: Recruitment,
    reader: Reader,
    ids: readonly TextId[],
  ): Promise<Texts>
  /** Everything kept about an application that the reader may have, oldest first. */
  allAbout(
    recruitment: string,
    state: Recruitment,
    reader: Reader,
    application: ApplicationId,
  ): Promise<readonly KeptText[]>
  /** Who was given which of these texts, and when first. */
  readings(recruitment: string, ids: readonly TextId[]): Promise<readonly Reading[]>
  /** Keeps what someone typed between two steps, outside the process. */
  setAside(draft: SetAside): Promise<void>
  /** Writes a draft of notes again, for its author; tells whether it is still there. */
  rewriteDraft(draft: Parameters<typeof rewriteDraft>[1]): Promise<boolean>
  /** Where an entry of the agenda was said, if it was. */
  messageOf(recruitment: string, key: string): Promise<MessageRef | undefined>
  /** Where the agenda was said about these, and whether that may go on since an instant. */
  saidAbout(recruitment: string, about: About, since: Temporal.Instant): Promise<Said>
  /** Those of these posts that the agenda said about another application. */
  saidAboutOthers(
    posts: readonly string[],
    application: ApplicationId,
  ): Promise<ReadonlySet<string>>
  recruitmentsOf(person: PersonId): ReturnType<typeof recruitmentsOf>
  recruitmentOfChannel(channel: string): Promise<string | undefined>
  obligationsOf(person: PersonId): ReturnType<typeof obligationsOfPerson>
}

export function createStore(options: {
  readonly pool: Pool
  readonly clock: Clock
  /** Told after each commit which conversations have something to say, and when. */
  readonly onWakes: (wakes: readonly Wake[]) => void
}): Store {
  const { pool, clock, onWakes } = options
  const states = foldedStates(pool)

  async function change(asked: Change): Promise<Changed> {
    const { recruitment, by, at, mark, content = '', texts, erase = [], decide } = asked
    const outcome = await inTransaction(pool, async (db) => {
      await db.query('insert into recruitments (id) values ($1) on conflict do nothing', [
        recruitment,
      ])
      await db.query('select from recruitments where id = $1 for update', [recruitment])
      const before = await catchUp(db, recruitment, states.known(recruitment))
      if (mark !== undefined && (await handled(db, { mark, content, recruitment, at }))) {
        return { changed: already(before.state), versioned: before, wakes: [] }
      }
      const decided = decide(before.state)
      if (decided.refusal) throw new Refused(decided.refusal, before.state)
      if (decided.events.length === 0) {
        return { changed: already(before.state), versioned: before, wakes: [] }
      }
      await writeTexts(db, recruitment, texts ?? [], by, at)
      await eraseTexts(db, recruitment, erase)
      await append(db, recruitment, before.version, decided.events)
      const after = await catchUp(db, recruitment, before)
      const { state } = after
      if (!state) throw new Error('Events without a state')
      await forgetAlong(db, recruitment, before.state, decided.events)
      await syncTables(db, recruitment, state).catch((error: unknown) => {
        if (!(error instanceof OverlapError)) throw error
        throw new Refused({ code: 'overlap', person: error.person }, before.state)
      })
      await syncAgenda(db, recruitment, state, at)
      return {
        changed: { kind: 'done' as const, state },
        versioned: after,
        wakes: await wakes(db, at, recruitment),
      }
    }).catch(refused)
    if (outcome.versioned) states.remember(recruitment, outcome.versioned)
    onWakes(outcome.wakes)
    return outcome.changed
  }

  async function derive(recruitment: string): Promise<void> {
    const due = await inTransaction(pool, async (db) => {
      await db.query('select from recruitments where id = $1 for update', [recruitment])
      const { state } = await catchUp(db, recruitment, states.known(recruitment))
      if (!state) return []
      const now = clock.now()
      await syncTables(db, recruitment, state)
      await syncAgenda(db, recruitment, state, now)
      return wakes(db, now, recruitment)
    })
    onWakes(due)
  }

  return {
    load: (recruitment) => states.load(recruitment),
    async about(person, channel) {
      const mine = await versionsOf(pool, person, channel)
      const here = mine.filter(({ isHere }) => isHere)
      const loaded = (here.length > 0 ? here : mine).map(async ({ recruitment, version }) => ({
        id: recruitment,
        state: await states.at(recruitment, version),
      }))
      return (await Promise.all(loaded)).flatMap(({ id, state }) => (state ? [{ id, state }] : []))
    },
    change,
    derive,
    async deriveOutdated(all = false) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from recruitments where version > 0 and ($1 or agenda_version <> $2)',
        [all, AGENDA_VERSION],
      )
      for (const { id } of rows) await derive(id)
      return rows.length
    },
    texts: (recruitment, state, reader, ids) =>
      readTexts(pool, { recruitment, state, reader, at: clock.now() }, ids),
    allAbout: (recruitment, state, reader, application) =>
      readAllAbout(pool, { recruitment, state, reader, at: clock.now() }, application),
    readings: (recruitment, ids) => firstReadings(pool, recruitment, ids),
    rewriteDraft: (draft) => rewriteDraft(pool, draft),
    setAside: (draft) => inTransaction(pool, (db) => setAside(db, draft)),
    messageOf: (recruitment, key) => messageOf(pool, recruitment, key),
    saidAbout: (recruitment, about, since) => saidAbout(pool, recruitment, about, since),
    saidAboutOthers: (posts, application) => saidAboutOthers(pool, posts, application),
    recruitmentsOf: (person) => recruitmentsOf(pool, person),
    recruitmentOfChannel: (channel) => recruitmentOfChannel(pool, channel),
    obligationsOf: (person) => obligationsOfPerson(pool, person),
  }
}

/** Thrown to roll back whatever a refused change had begun. */
class Refused extends Error {
  readonly refusal: Refusal
  readonly state: Recruitment | undefined

  constructor(refusal: Refusal, state: Recruitment | undefined) {
    super(refusal.code)
    this.refusal = refusal
    this.state = state
  }
}

function refused(error: unknown) {
  if (!(error instanceof Refused)) throw error
  const { refusal, state } = error
  return { changed: { kind: 'refused' as const, refusal, state }, versioned: undefined, wakes: [] }
}

function already(state: Recruitment | undefined): Changed {
  if (!state) throw new Error('Nothing was decided on a recruitment that does not exist')
  return { kind: 'already', state }
}

/** Marks an interaction as handled. True when it was already; refused when it held something else. */
async function handled(
  db: Queryable,
  {
    mark,
    content,
    recruitment,
    at,
  }: { mark: string; content: string; recruitment: string; at: Temporal.Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into handled_interactions (id, recruitment, content, at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [mark, recruitment, content, at.toString()],
  )
  if (rowCount === 1) return false
  const { rows } = await db.query<{ content: string }>(
    'select content from handled_interactions where id = $1',
    [mark],
  )
  if (rows[0]?.content !== content) throw new Refused({ code: 'sent-otherwise-before' }, undefined)
  return true
}
