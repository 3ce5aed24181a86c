import * as fc from 'fast-check'
import {
  addApplications,
  answerCandidates,
  informCandidate,
  resume,
  withdraw,
} from '../../../../src/process/decide/applications.ts'
import {
  closeRecruitment,
  completeFollowUp,
  dateFollowUp,
  reopenFraming,
} from '../../../../src/process/decide/closing.ts'
import {
  advance,
  askAnother,
  choose,
  stop,
  stopAll,
} from '../../../../src/process/decide/decisions.ts'
import { FOLLOW_UPS } from '../../../../src/process/vocabulary.ts'
import { application, reason, stage } from './chance.ts'
import { nothing, order } from './order.ts'

const about = fc.record({ application }, { noNullPrototype: true })
const reasoned = fc.record({ application, reason })
const going = fc.record({ application, stage, reason })
const followUp = fc.constantFrom(...FOLLOW_UPS)

/** Means of a comparison: whatever they are, they do not come from what is sealed here. */
const means = fc.constantFrom(
  {},
  { careful: 1.5 },
  { curious: 2, careful: 2, skilled: 3, kind: 2.5, trusted: 2, extra: 2 },
)

export const candidateOrders = [
  order('applications', fc.record({ tracked: fc.boolean() }), (state, { tracked }, actor, { id }) =>
    addApplications(
      state,
      ['billie', 'chris', 'dany'].map((application) => ({
        application,
        candidate: `candidate-${id}-${application}`,
        tracked,
      })),
      actor,
    ),
  ),
  order('inform', about, (state, { application }, actor) =>
    informCandidate(state, application, actor),
  ),
  order('withdraw', reasoned, (state, drawn, actor) => withdraw(state, given(drawn), actor)),
  order('resume', reasoned, (state, drawn, actor) => resume(state, given(drawn), actor), {
    weight: 3,
  }),
  order(
    'answer',
    about,
    (state, { application }, actor) => answerCandidates(state, [application], actor),
    { weight: 2 },
  ),
  order('advance', going, (state, drawn, actor) => advance(state, given(drawn), actor), {
    weight: 6,
  }),
  order('another', going, (state, drawn, actor) => askAnother(state, given(drawn), actor), {
    weight: 4,
  }),
  order('stop', reasoned, (state, drawn, actor) => stop(state, given(drawn), actor)),
  order(
    'choose',
    fc.record({ application, means, reason }),
    (state, drawn, actor) => choose(state, given(drawn), actor),
    { weight: 4 },
  ),
  order('stop-all', nothing, (state, _, actor) => stopAll(state, {}, actor)),
  order('close', nothing, (state, _, actor) => closeRecruitment(state, actor), { weight: 3 }),
  order(
    'reopen-framing',
    nothing,
    (state, _, actor, { id }) => reopenFraming(state, { reason: `reason-${id}` }, actor),
    { weight: 3 },
  ),
  order(
    'date-follow-up',
    fc.record({ followUp, days: fc.integer({ min: -2, max: 20 }) }),
    (state, { followUp, days }, actor) => {
      const date = actor.at.toZonedDateTimeISO('Europe/Paris').toPlainDate().add({ days })
      return dateFollowUp(state, { followUp, date: date.toString() }, actor)
    },
    { weight: 4 },
  ),
  order(
    'complete-follow-up',
    fc.record({ followUp }),
    (state, drawn, actor) => completeFollowUp(state, drawn.followUp, actor),
    { weight: 2 },
  ),
]

/** Without a reason that was not given. */
function given<T extends { readonly reason: string | undefined }>({ reason, ...rest }: T) {
  return { ...rest, ...(reason !== undefined && { reason }) }
}
