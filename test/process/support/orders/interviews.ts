import * as fc from 'fast-check'
import {
  answerInvitation,
  reportNotHeld,
  tickBriefItem,
} from '../../../../src/process/decide/attending.ts'
import type { Actor } from '../../../../src/process/decide/decided.ts'
import {
  cancelInterview,
  moveInterview,
  scheduleInterview,
} from '../../../../src/process/decide/interviews.ts'
import {
  removeParticipant,
  replaceParticipant,
  setParticipant,
} from '../../../../src/process/decide/participants.ts'
import {
  aimedAt,
  application,
  meant,
  owing,
  person,
  reason,
  role,
  slot,
  someone,
  stage,
  which,
} from './chance.ts'
import type { Someone, Which } from './chance.ts'
import { order } from './order.ts'

const scheduling = fc.record({
  application,
  stage,
  ...slot,
  informed: fc.constantFrom(true, true, true, false),
  conductor: fc.constantFrom(undefined, undefined, 'ines', 'lou'),
  doubts: fc.constantFrom(undefined, ['doubt-1', 'doubt-2']),
  reason,
})

const replacing = fc.record({ ...which, who: someone, with: person, reason })
const staffing = fc.record({ ...which, who: someone, role, reason })

export const interviewOrders = [
  order(
    'schedule',
    scheduling,
    (state, { conductor, doubts, reason, ...drawn }, actor, { id }) =>
      scheduleInterview(
        state,
        {
          interview: `interview-${id}`,
          ...drawn,
          ...(conductor !== undefined && { conductor }),
          ...(doubts !== undefined && { doubts, referee: `referee-${id}` }),
          ...(reason !== undefined && { reason }),
          ...slotIn(drawn, actor, id),
        },
        actor,
      ),
    { weight: 40 },
  ),
  order(
    'move',
    fc.record({ ...which, ...slot }),
    (state, drawn, actor, { id }) =>
      moveInterview(state, aimedAt(state, drawn, actor.at), slotIn(drawn, actor, id), actor),
    { weight: 24 },
  ),
  order(
    'cancel',
    fc.record(which),
    (state, drawn, actor) => cancelInterview(state, aimedAt(state, drawn, actor.at), actor),
    { weight: 4 },
  ),
  order(
    'not-held',
    fc.record(which),
    (state, drawn, actor) => reportNotHeld(state, aimedAt(state, drawn), actor),
    { weight: 10 },
  ),
  order(
    'answer-invitation',
    fc.record({ ...which, coming: fc.boolean() }),
    (state, drawn, actor) =>
      answerInvitation(state, aimedAt(state, drawn, actor.at), drawn.coming, actor),
    { weight: 8, likely: owing },
  ),
  order(
    'tick',
    fc.record({ ...which, item: fc.constantFrom('link', 'questions'), done: fc.boolean() }),
    (state, drawn, actor) =>
      tickBriefItem(
        state,
        { interview: aimedAt(state, drawn), item: drawn.item, done: drawn.done },
        actor,
      ),
    { likely: owing },
  ),
  order(
    'set-participant',
    staffing,
    (state, drawn, actor) =>
      setParticipant(state, { ...target(state, drawn), role: drawn.role }, actor),
    { weight: 12 },
  ),
  order(
    'remove-participant',
    fc.record({ ...which, who: someone, reason }),
    (state, drawn, actor) => removeParticipant(state, target(state, drawn), actor),
    { weight: 6 },
  ),
  order(
    'replace-participant',
    replacing,
    (state, drawn, actor) =>
      replaceParticipant(state, { ...target(state, drawn), with: drawn.with }, actor),
    { weight: 6 },
  ),
]

type Aim = Which & { readonly who: Someone; readonly reason: string | undefined }

function target(state: Parameters<typeof aimedAt>[0], { who, reason, ...about }: Aim) {
  return {
    interview: aimedAt(state, about),
    person: meant(state, about, who),
    ...(reason !== undefined && { reason }),
  }
}

interface Drawn {
  readonly startsIn: number
  readonly minutes: number
  readonly nightConfirmed: boolean
}

function slotIn({ startsIn, minutes, nightConfirmed }: Drawn, { at }: Actor, id: string) {
  return {
    start: at.add({ minutes: startsIn }),
    minutes,
    place: `place-${id}`,
    zone: 'Europe/Paris',
    nightConfirmed,
  }
}
