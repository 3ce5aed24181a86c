/** `/recrutement planifier`, `déplacer`, `annuler`: who may, and what each leads to. */
import type { Answer } from '../../chat/port.ts'
import type { Refusal } from '../../process/refusal.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Topic } from '../topic.ts'
import { chooseForm, submitChoice } from './choosing.ts'
import { cancelForm, moveForm, submitCancel, submitMove } from './move.ts'
import { submitSchedule } from './schedule.ts'
import { askAbout, askAmong } from './upcoming.ts'
import { askSchedule, askScheduleFor } from './whom.ts'

export const planning: Topic = {
  commands: {
    planifier: (call) => framed(call, () => askSchedule(call)),
    déplacer: (call) => leading(call, () => askAmong(call, moveForm(call.on))),
    annuler: (call) => leading(call, () => askAmong(call, cancelForm(call.on))),
  },
  buttons: {
    schedule: (call) => framed(call, () => askScheduleFor(call)),
    'choose-interview': (call) => framed(call, () => chooseForm(call, call.args['application'])),
    move: (call) => leading(call, () => askAbout(call, moveForm(call.on))),
    cancel: (call) => leading(call, () => askAbout(call, cancelForm(call.on))),
  },
  forms: {
    'choose-interview': submitChoice,
    schedule: submitSchedule,
    move: submitMove,
    cancel: submitCancel,
  },
}

function leading(call: About<Call>, then: () => Promise<Answer>): Promise<Answer> {
  const { state } = call.on
  return unless(refuseUnlessOwnerOrDeputy(state, call.by) ?? refuseClosed(state), call, then)
}

/** Nothing is planned before the framing is closed; what was planned can still change after. */
function framed(call: About<Call>, then: () => Promise<Answer>): Promise<Answer> {
  const { closedAt } = call.on.state.framing
  return leading(call, () => unless(closedAt ? undefined : { code: 'framing-open' }, call, then))
}

async function unless(
  refusal: Refusal | undefined,
  { desk, on, by }: About<Call>,
  then: () => Promise<Answer>,
): Promise<Answer> {
  return refusal ? say(await explain(desk, on, refusal, by)) : then()
}
