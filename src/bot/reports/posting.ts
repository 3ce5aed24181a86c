/** The bot logs a report by itself where it can, at most once; otherwise it asks the scorer. */
import type { Actor, Decided } from '../../process/decide/decided.ts'
import {
  askReport,
  attemptReport,
  recordNotSent,
  recordPosted,
} from '../../process/decide/reports.ts'
import type { ReportOf } from '../../process/decide/reports.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { keeperOf } from '../../process/reports.ts'
import { candidateReferenceOf } from '../../wttj/reference.ts'
import { decideAsBot } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'
import { reportText } from './text.ts'

/**
 * Rejects when nothing was sent, so that it is tried again later. An attempt that a crash left
 * unfinished may have been carried out: the scorer is asked to look rather than the bot to post twice.
 */
export async function postReport(desk: Desk, on: Case, report: ReportOf): Promise<void> {
  const decide = (rule: (state: Recruitment, actor: Actor) => Decided) =>
    decideAsBot(desk, on.id, rule)
  const ask = (why?: 'uncertain' | 'refused') =>
    decide((state, actor) => askReport(state, { ...report, ...(why && { why }) }, actor))
  const interview = on.state.interviews[report.interview]
  if (!interview) return
  if (interview.reports[report.scorer]?.status === 'attempted') return void (await ask('uncertain'))
  const keeper = keeperOf(on.state, interview, report.scorer)
  const text = await reportText(desk, on, { interview, scorer: report.scorer }, keeper)
  const reference = text?.link === undefined ? undefined : candidateReferenceOf(text.link)
  if (!desk.reports || !text || reference === undefined) return void (await ask())
  const attempted = await decide((state, actor) => attemptReport(state, report, actor))
  if (attempted.kind !== 'done') return
  const posted = await desk.reports.post(reference, text.body)
  switch (posted.kind) {
    case 'posted': {
      const { comment } = posted
      await decide((state, actor) => recordPosted(state, { ...report, comment }, actor))
      return
    }
    case 'refused':
    case 'uncertain':
      await ask(posted.kind)
      return
    case 'not-sent':
      await decide((state, actor) => recordNotSent(state, report, actor))
      throw new Error('The applicant tracking system is out of reach')
  }
}
