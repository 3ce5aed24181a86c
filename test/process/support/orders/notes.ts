import * as fc from 'fast-check'
import type { Actor, Decided } from '../../../../src/process/decide/decided.ts'
import {
  fileScorecard,
  openDebrief,
  remindScorer,
  saveDraft,
  waiveScorer,
} from '../../../../src/process/decide/notes.ts'
import {
  askReport,
  attemptReport,
  handReportOver,
  logReport,
  recordNotSent,
  recordPosted,
} from '../../../../src/process/decide/reports.ts'
import { SYSTEM } from '../../../../src/process/events.ts'
import { criteriaOf, stagesOf } from '../../../../src/process/recruitment.ts'
import type { Recruitment } from '../../../../src/process/recruitment.ts'
import { keeperOf } from '../../../../src/process/reports.ts'
import { CONTENT_FLAWS, sealedContent } from '../sealed-content.ts'
import type { Flaw } from '../sealed-content.ts'
import { aimedAt, aimedReport, meant, owing, someone, which } from './chance.ts'
import type { Which } from './chance.ts'
import { order } from './order.ts'
import type { Fresh } from './order.ts'

const filing = fc.record({
  ...which,
  flaw: fc.constantFrom(...CONTENT_FLAWS, ...Array<'none'>(8).fill('none')),
  stale: fc.constantFrom(false, false, false, false, true),
})
const scorer = fc.record({ ...which, scorer: someone })
const report = fc.record({ nth: which.nth })
const bySystem = { by: SYSTEM }

export const notesOrders = [
  order('file', filing, file, { weight: 60, likely: owing }),
  order(
    'draft',
    fc.record(which),
    (state, drawn, actor, { id }) => {
      const interview = aimedAt(state, drawn)
      const after = state.interviews[interview]?.filings[actor.by]?.length ?? 0
      return saveDraft(state, { interview, draft: `draft-${id}`, after }, actor)
    },
    { weight: 3, likely: owing },
  ),
  order(
    'waive',
    scorer,
    (state, drawn, actor, { id }) =>
      waiveScorer(
        state,
        {
          interview: aimedAt(state, drawn),
          scorer: meant(state, drawn, drawn.scorer),
          reason: `reason-${id}`,
        },
        actor,
      ),
    { weight: 14 },
  ),
  order('remind', scorer, (state, drawn, actor) =>
    remindScorer(
      state,
      { interview: aimedAt(state, drawn), scorer: meant(state, drawn, drawn.scorer) },
      actor,
    ),
  ),
  order(
    'open-debrief',
    fc.record(which),
    (state, drawn, { at }) => openDebrief(state, aimedAt(state, drawn), at),
    { weight: 14 },
  ),
  order(
    'ask-report',
    fc.record({ ...which, why: fc.constantFrom(undefined, 'uncertain' as const) }),
    (state, { why, ...drawn }, actor) =>
      askReport(state, { ...aimedReport(state, drawn), ...(why !== undefined && { why }) }, actor),
    { weight: 4, ...bySystem },
  ),
  order(
    'attempt-report',
    report,
    (state, drawn, actor) => attemptReport(state, aimedReport(state, drawn), actor),
    { weight: 3, ...bySystem },
  ),
  order(
    'not-sent',
    report,
    (state, drawn, actor) => recordNotSent(state, aimedReport(state, drawn), actor),
    bySystem,
  ),
  order(
    'posted',
    report,
    (state, drawn, actor, { id }) =>
      recordPosted(state, { ...aimedReport(state, drawn), comment: `comment-${id}` }, actor),
    bySystem,
  ),
  order(
    'log-report',
    report,
    (state, drawn, actor) => logReport(state, aimedReport(state, drawn), actor),
    { likely: keeper },
  ),
  order(
    'hand-report-over',
    report,
    (state, drawn, actor) => handReportOver(state, aimedReport(state, drawn), actor),
    { weight: 3, likely: keeper },
  ),
]

function keeper(state: Recruitment, about: Pick<Which, 'nth'>) {
  const { interview: id, scorer } = aimedReport(state, about)
  const interview = state.interviews[id]
  return interview ? keeperOf(state, interview, scorer) : scorer
}

function file(
  state: Recruitment,
  { flaw, stale, ...about }: Which & { readonly flaw: Flaw; readonly stale: boolean },
  actor: Actor,
  { id, world }: Fresh,
): Decided {
  const interview = aimedAt(state, about)
  const held = state.interviews[interview]
  const stages = held ? stagesOf(held) : (['interview'] as const)
  const criteria = criteriaOf(state.framing, ...stages).map((criterion) => criterion.id)
  const subjects = [...criteria, ...(held?.doubts ?? [])]
  const content = sealedContent(stages, subjects, flaw, world)
  const versions = held?.filings[actor.by]?.length ?? 0
  return fileScorecard(
    state,
    {
      interview,
      evidence: { id: `evidence-${id}`, content: content.evidence },
      verdict: { id: `verdict-${id}`, content: content.verdict },
      after: stale ? versions - 1 : versions,
    },
    actor,
  )
}
