/** Who read which text: what `readTexts` recorded. */
import type { Temporal } from 'temporal-polyfill'
import type { TextId } from '../process/events.ts'
import type { Reader } from '../process/gate.ts'
import { toInstant } from './database.ts'
import type { Queryable } from './database.ts'

export interface Reading {
  readonly text: TextId
  readonly reader: Reader
  /** The first time. */
  readonly at: Temporal.Instant
}

/** The first time that each reader was given each of these texts, oldest first; refusals are left out. */
export async function firstReadings(
  db: Queryable,
  recruitment: string,
  ids: readonly TextId[],
): Promise<readonly Reading[]> {
  const { rows } = await db.query<{ text: string; reader: string; at: string }>(
    `select r.text, r.reader, min(r.at) as at
     from text_reads r join texts t on t.id = r.text
     where t.recruitment = $1 and t.id = any($2) and r.granted
     group by r.text, r.reader order by min(r.at), r.reader, r.text`,
    [recruitment, ids],
  )
  return rows.map(({ text, reader, at }) => ({
    text,
    reader,
    at: toInstant(at),
  }))
}
