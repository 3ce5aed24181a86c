/** An application that was stopped, withdrawn or chosen comes back in the running. */
import type { Answer, Message } from '../../chat/port.ts'
import { bold, code, text } from '../../chat/text.ts'
import { resume } from '../../process/decide/applications.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, outcome } from '../desk.ts'
import { SENTENCE, typed } from '../fields.ts'
import type { About, ButtonCall, Case, FormCall } from '../topic.ts'
import type { Found } from './found.ts'
import { about, argsOf } from './leading.ts'

/** Interviews that were called off are planned anew. A fourth at collaboration is asked why. */
export async function resumeCandidate(call: About<ButtonCall>): Promise<Answer> {
  return about(call, call.args['application'], async (call, found) => {
    const { id: application } = found.application
    const changed = await change(call, (state, actor) => resume(state, { application }, actor))
    if (changed.kind === 'refused' && changed.refusal.code === 'too-many-at-collaboration') {
      return whyOneMore(call.on, found)
    }
    return outcome(call, changed, (on) => resumed(on, found))
  })
}

function whyOneMore(on: Case, found: Found): Answer {
  return {
    kind: 'form',
    form: {
      form: 'resume-candidate',
      title: 'Reprendre',
      intro: [
        `${found.candidate.name} était au cadre de collaboration, où trois personnes sont déjà.`,
      ],
      submit: 'Reprendre',
      args: { [RECRUITMENT_ARG]: on.id, application: found.application.id },
      fields: [
        { kind: 'text', name: 'reason', label: 'Pourquoi une de plus', maxLength: SENTENCE },
      ],
    },
  }
}

export async function submitResuming(call: About<FormCall>): Promise<Answer> {
  return about(call, call.args['application'], async (call, found) => {
    const { id: application } = found.application
    const body = typed(call.values, 'reason')
    if (!body) return { kind: 'invalid', fields: { reason: 'Indique la raison en une phrase.' } }
    const reason = idFrom(call, 'reason')
    const changed = await change(
      call,
      (state, actor) => resume(state, { application, reason }, actor),
      [{ id: reason, kind: 'reason', application, body }],
    )
    return formOutcome(call, changed, (on) => resumed(on, found))
  })
}

function resumed(on: Case, found: Found): Message {
  const { application, candidate } = found
  const undo = application.status === 'withdrawn' ? 'candidat' : 'décision'
  return message(
    text`${bold(candidate.name)} est de nouveau en lice.`,
    {
      kind: 'text',
      text: [
        ...(application.answeredAt
          ? ['Sa réponse était déjà partie : préviens cette personne. ']
          : []),
        ...text`Les entretiens annulés sont à prévoir à nouveau. Pour revenir en arrière : ${code(`/recrutement ${undo}`)}.`,
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Planifier', action: 'schedule', args: argsOf(on, found), style: 'primary' },
      ],
    },
  )
}
