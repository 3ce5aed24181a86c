/** What is done about notes that do not come: remind, let off. */
import type { Answer } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import { remindScorer, waiveScorer } from '../../process/decide/notes.ts'
import { participantsWith } from '../../process/recruitment.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  nameOf,
  outcome,
  say,
} from '../desk.ts'
import { typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, FormCall } from '../topic.ts'

export async function remind(call: About<ButtonCall>): Promise<Answer> {
  const { interview = '', scorer = '' } = call.args
  const changed = await change(call, (state, actor) =>
    remindScorer(state, { interview, scorer }, actor),
  )
  return outcome(call, changed, async () =>
    message(`C’est fait : ${await nameOf(call.desk, scorer)} reçoit un message.`),
  )
}

export async function askWaiver(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const { interview: id = '', scorer = '' } = args
  const interview = on.state.interviews[id]
  const alone = interview && participantsWith(interview, 'scorer').length === 1
  if (alone) return say(await explain(desk, on, { code: 'waive-last' }, by))
  return {
    kind: 'form',
    form: {
      form: 'waiver',
      title: 'Ne plus l’attendre',
      intro: text`Si ${await nameOf(desk, scorer)} n’écrit pas, le débrief pourra s’ouvrir quand même. La raison y sera montrée.`,
      submit: 'Dispenser',
      args: { [RECRUITMENT_ARG]: on.id, interview: id, scorer },
      fields: [{ kind: 'text', name: 'reason', label: 'Raison', maxLength: 300 }],
    },
  }
}

export async function submitWaiver(call: About<FormCall>): Promise<Answer> {
  const { interview = '', scorer = '' } = call.args
  const body = typed(call.values, 'reason')
  if (!body) return { kind: 'invalid', fields: { reason: 'Indique la raison en une phrase.' } }
  const reason = idFrom(call, 'reason')
  const changed = await change(
    call,
    (state, actor) => waiveScorer(state, { interview, scorer, reason }, actor),
    [{ id: reason, kind: 'reason', interview, body }],
  )
  return formOutcome(call, changed, async () =>
    message(
      `${await nameOf(call.desk, scorer)} n’a plus à écrire ici. Tape \`/recrutement débrief\` pour voir la suite.`,
    ),
  )
}
