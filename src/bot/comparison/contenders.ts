/** Those who may still be chosen, with the levels that a reader may know. */
import { compare } from '../../process/comparison/compare.ts'
import type { Contender } from '../../process/comparison/assessment.ts'
import type { Line } from '../../process/comparison/compare.ts'
import type { ApplicationId, CriterionId } from '../../process/events.ts'
import { activeApplications, interviewsOf, reachedBy } from '../../process/progress.ts'
import type { Application, Interview } from '../../process/recruitment.ts'
import type { Sign } from '../../process/scorecard.ts'
import { read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'

export interface Contest {
  readonly contenders: readonly Contender[]
  /** What referees said of each contender's criteria and doubts. */
  readonly signs: Readonly<Record<ApplicationId, readonly Sign[]>>
  /** Those on whom the reader still owes notes: their levels are kept back. */
  readonly hidden: readonly ApplicationId[]
}

/** Active applications with the levels of their opened debriefs, as that reader may see them. */
export async function contestFor(desk: Desk, on: Case, reader: string): Promise<Contest> {
  const running = [
    ...activeApplications(on.state),
    ...Object.values(on.state.applications).filter(({ status }) => status === 'chosen'),
  ]
  const read = await Promise.all(running.map((one) => contenderOf(desk, on, one, reader)))
  return {
    contenders: read.flatMap((one) => (one.contender ? [one.contender] : [])),
    signs: Object.fromEntries(read.map(({ id, signs }) => [id, signs])),
    hidden: read.flatMap((one) => (one.contender ? [] : [one.id])),
  }
}

async function contenderOf(
  desk: Desk,
  on: Case,
  { id }: Application,
  reader: string,
): Promise<{
  readonly id: ApplicationId
  readonly contender?: Contender
  readonly signs: readonly Sign[]
}> {
  const opened = interviewsOf(on.state, id).filter(({ openedAt }) => openedAt)
  const last = opened.flatMap(lastFilings)
  const texts = await read(
    desk,
    on,
    reader,
    last.map(({ verdict }) => verdict),
  )
  const verdicts = last.map((one) => ({ ...one, verdict: texts.get('verdict', one.verdict) }))
  const signs = verdicts
    .flatMap(({ verdict }) => Object.values(verdict?.signs ?? {}))
    .filter((sign) => sign !== null)
  if (verdicts.some(({ verdict }) => verdict === undefined)) return { id, signs: [] }
  const interviews = opened.map((interview) => ({
    stage: interview.stage,
    levels: Object.fromEntries(
      verdicts
        .filter((one) => one.interview === interview.id)
        .map(({ scorer, verdict }) => [scorer, verdict?.levels ?? {}]),
    ),
  }))
  return { id, signs, contender: { application: id, reached: reachedBy(on.state, id), interviews } }
}

function lastFilings({ id: interview, filings }: Interview) {
  return Object.entries(filings).flatMap(([scorer, versions]) => {
    const last = versions.at(-1)
    return last ? [{ interview, scorer, verdict: last.verdict }] : []
  })
}

/** One contender's line of the comparison; nothing when levels are kept from the reader. */
export async function lineFor(
  desk: Desk,
  on: Case,
  application: ApplicationId,
  reader: string,
): Promise<Line | undefined> {
  const { contenders } = await contestFor(desk, on, reader)
  const alone = contenders.filter((one) => one.application === application)
  return compare(on.state.framing.criteria, alone).groups[0]?.ranking[0]
}

/** The mean of each criterion that somebody assessed. */
export function meansOf(line: Line | undefined): Readonly<Record<CriterionId, number>> {
  return Object.fromEntries(
    (line?.criteria ?? []).flatMap(({ criterion, assessment }) =>
      assessment ? [[criterion.id, assessment.mean] as const] : [],
    ),
  )
}
