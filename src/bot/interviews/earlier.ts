/** What opened debriefs already taught about a candidate: evidence and questions, never opinions. */
import type { Reader } from '../../process/gate.ts'
import type { Interview } from '../../process/recruitment.ts'
import type { Evidence } from '../../process/scorecard.ts'
import { nameOf, read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'

export interface EarlierNotes {
  readonly meeting: Pick<Interview, 'stage' | 'merged'>
  readonly author: string
  readonly evidence: Evidence
}

/** Evidence of the other interviews of the same candidate that this reader may see. */
export async function earlierNotes(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly EarlierNotes[]> {
  const filings = Object.values(on.state.interviews)
    .filter(({ id, application }) => application === interview.application && id !== interview.id)
    .flatMap((meeting) =>
      Object.entries(meeting.filings).map(([author, versions]) => ({
        meeting,
        author,
        evidence: versions.at(-1)?.evidence,
      })),
    )
    // One's own notes are not news.
    .filter(({ author }) => author !== reader)
  const texts = await read(
    desk,
    on,
    reader,
    filings.map(({ evidence }) => evidence),
  )
  const known = await Promise.all(
    filings.map(async ({ meeting, author, evidence: id }) => {
      const evidence = texts.get('evidence', id)
      return evidence && { meeting, author: await nameOf(desk, author), evidence }
    }),
  )
  return known.filter((one) => one !== undefined)
}
