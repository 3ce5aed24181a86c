/** What one scorer wrote, as a reader may see it. */
import type { Reader } from '../../process/gate.ts'
import { participantsWith } from '../../process/recruitment.ts'
import type { Filing, Interview } from '../../process/recruitment.ts'
import type { Evidence, Subject, Verdict } from '../../process/scorecard.ts'
import { namesOf, read } from '../desk.ts'
import { LEVEL_NAMES, SIGN_NAMES } from '../notes/words.ts'
import type { Case, Desk } from '../topic.ts'

export interface Notes {
  readonly scorer: string
  readonly name: string
  readonly filings: readonly Filing[]
  readonly evidence?: Evidence
  readonly verdict?: Verdict
  /** What was filed first, when it was amended after the opening. */
  readonly original?: { readonly evidence?: Evidence; readonly verdict?: Verdict }
}

/** A level or a sign in words; nothing when there is none, or when it is kept from the reader. */
export function judgementOf(id: Subject, verdict: Verdict | undefined): string | undefined {
  const level = verdict?.levels[id]
  if (level !== undefined && level !== null) return `${level}, ${LEVEL_NAMES[level]}`
  const sign = verdict?.signs[id]
  if (sign) return SIGN_NAMES[sign]
  return verdict && (level === null || sign === null) ? 'non évalué' : undefined
}

/** What every scorer who filed wrote. Whatever the seal withholds is absent. */
export async function notesFor(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly Notes[]> {
  const filed = participantsWith(interview, 'scorer').flatMap((scorer) => {
    const filings = interview.filings[scorer] ?? []
    return filings.length > 0 ? [{ scorer, filings }] : []
  })
  const names = await namesOf(
    desk,
    filed.map(({ scorer }) => scorer),
  )
  const texts = await read(
    desk,
    on,
    reader,
    filed.flatMap(({ filings }) => filings.flatMap(({ evidence, verdict }) => [evidence, verdict])),
  )
  const content = (filing: Filing | undefined) => {
    const evidence = texts.get('evidence', filing?.evidence)
    const verdict = texts.get('verdict', filing?.verdict)
    return { ...(evidence && { evidence }), ...(verdict && { verdict }) }
  }
  return filed.map(({ scorer, filings }, i) => {
    const { before, after } = aroundOpening(interview, filings)
    return {
      scorer,
      name: names[i] ?? '',
      filings,
      ...content(after ?? before),
      ...(before && after && { original: content(before) }),
    }
  })
}

/** The last version filed before the opening, and the last one since, if any. */
function aroundOpening({ openedAt }: Interview, filings: readonly Filing[]) {
  const opening = openedAt?.epochMilliseconds ?? Infinity
  return {
    before: filings.findLast(({ at }) => at.epochMilliseconds <= opening),
    after: filings.findLast(({ at }) => at.epochMilliseconds > opening),
  }
}
