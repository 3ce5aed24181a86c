/** What every letter to a candidate needs to know of the recruitment. */
import { stagesHeld } from '../../../process/progress.ts'
import type { Recruitment } from '../../../process/recruitment.ts'
import type { Contract, Stage } from '../../../process/vocabulary.ts'
import { nameOf, read } from '../../desk.ts'
import { count, isMerged } from '../../french/words.ts'
import { guideOf } from '../../interviews/guide.ts'
import type { Case, Desk } from '../../topic.ts'

export interface Meeting {
  readonly stage: Stage
  readonly merged: boolean
}
export interface PlannedMeeting extends Meeting {
  readonly minutes: { readonly min: number; readonly max: number }
}

export interface LetterContext {
  readonly contract: Contract
  readonly title: string
  readonly product: string
  /** Who decides and answers questions. */
  readonly owner: string
  readonly primeContractor: string | undefined
  /** « 2 ans », « 6 mois ». */
  readonly retention: string
  readonly meetings: readonly PlannedMeeting[]
}

export async function letterContext(desk: Desk, on: Case, reader: string): Promise<LetterContext> {
  const { title, product, primeContractor, contract, owner, settings } = on.state
  const texts = await read(desk, on, reader, [title, product, primeContractor])
  return {
    contract,
    title: texts.get('title', title) ?? 'Sans titre',
    product: texts.get('product', product) ?? '',
    owner: await nameOf(desk, owner),
    primeContractor: texts.get('prime-contractor', primeContractor),
    retention: retentionWords(settings.retentionMonths),
    meetings: meetingsOf(on.state).map((meeting) => ({
      ...meeting,
      minutes: guideOf(desk, on, meeting).duration,
    })),
  }
}

/** Meetings that a candidate may go through: stages that verify something, merged ones as one. */
function meetingsOf(state: Recruitment): readonly Meeting[] {
  const { settings, framing } = state
  const held = stagesHeld(state).filter(
    (stage) =>
      stage === 'references' ||
      framing.criteria.length === 0 ||
      framing.criteria.some(({ stages }) => stages.includes(stage)),
  )
  if (!settings.merged || !held.some(isMerged)) {
    return held.map((stage) => ({ stage, merged: false }))
  }
  const others = held.filter((stage) => !isMerged(stage))
  return [
    { stage: 'interview', merged: true },
    ...others.map((stage) => ({ stage, merged: false })),
  ]
}

function retentionWords(months: number): string {
  return months % MONTHS === 0 ? count(months / MONTHS, 'an') : `${months} mois`
}
const MONTHS = 12

/** « 20 à 30 minutes ». */
export function lengthWords({ min, max }: PlannedMeeting['minutes']): string {
  return min === max ? `${min} minutes` : `${min} à ${max} minutes`
}
