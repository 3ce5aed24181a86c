/** What the notes of a meeting speak of. */
import type { Reader } from '../../process/gate.ts'
import type { Criterion, Interview } from '../../process/recruitment.ts'
import { criteriaOf, stagesOf } from '../../process/recruitment.ts'
import type { Subject } from '../../process/scorecard.ts'
import { read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'

export interface NamedSubject {
  readonly id: Subject
  readonly label: string
  /** Absent for a doubt that earlier stages left. */
  readonly criterion?: Criterion
}

/** The doubts to settle, then the criteria to verify, as that reader may see them. */
export async function subjectsOf(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly NamedSubject[]> {
  const criteria = criteriaOf(on.state.framing, ...stagesOf(interview))
  const texts = await read(desk, on, reader, [
    ...criteria.map(({ label }) => label),
    ...interview.doubts,
  ])
  return [
    ...interview.doubts.map((id) => ({ id, label: texts.get('doubt', id) ?? '…' })),
    ...criteria.map((criterion) => ({
      id: criterion.id,
      label: texts.get('criterion', criterion.label) ?? '…',
      criterion,
    })),
  ]
}
