/** `/recrutement cadrage`: see, edit and close the framing; have it read and advised on. */
import type { Answer, Message } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { closeFraming, confirmReading } from '../../process/decide/framing.ts'
import { confirmAdvice } from '../../process/decide/opening.ts'
import { leading } from '../candidates/leading.ts'
import { change, message, outcome, say } from '../desk.ts'
import type { About, ButtonCall, CommandCall, Topic } from '../topic.ts'
import { editCase, editCriterion, newCriterion, submitCase, submitCriterion } from './editing.ts'
import { adopt, askList, askStages, submitList, submitStages } from './listing.ts'
import { adviceAsked, adviceGiven, framingToRead } from './sayings.ts'
import { caseText, framingActions, framingScreen } from './screen.ts'

export const framing: Topic = {
  commands: { cadrage: show },
  buttons: {
    'adopt-framing': adopt,
    'paste-criteria': askList,
    'choose-stages': askStages,
    'add-criterion': newCriterion,
    'write-case': editCase,
    'close-framing': close,
    'see-framing': (call) => show({ ...call, rest: '' }),
    'more-framing': async (call) =>
      shown(await framingScreen(call, call.on, { page: Number(call.args['page'] ?? 0) })),
    'more-framing-actions': rarerActions,
    'framing-read': async (call) =>
      outcome(call, await change(call, confirmReading), () =>
        message('✅ C’est noté. Merci d’avoir lu le cadrage.'),
      ),
    'advice-given': async (call) =>
      outcome(call, await change(call, confirmAdvice), () =>
        message('✅ C’est noté. Merci pour ton regard.'),
      ),
  },
  forms: {
    criterion: submitCriterion,
    case: submitCase,
    'pasted-criteria': submitList,
    'criteria-stages': submitStages,
  },
  sayings: {
    'advisor-consulted': adviceAsked,
    'advisor-confirmed': adviceGiven,
    'framing-to-read': framingToRead,
  },
}

async function show(call: About<CommandCall>): Promise<Answer> {
  if (call.rest === '') return shown(await framingScreen(call, call.on))
  return /^cas$/i.test(call.rest) ? showCase(call) : editCriterion(call)
}

async function showCase({ desk, on, by }: About<CommandCall>): Promise<Answer> {
  const body = await caseText(desk, on, by)
  return body === undefined
    ? say('Le cas de la mise en situation n’est pas encore écrit.')
    : say('Voici le cas de la mise en situation.', { kind: 'text', text: [body] })
}

async function rarerActions(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () =>
    say('Que veux-tu faire ?', {
      kind: 'buttons',
      buttons: framingActions(call.desk, call.on),
    }),
  )
}

async function close(call: About<ButtonCall>): Promise<Answer> {
  return outcome(call, await change(call, closeFraming), () =>
    message('✅ Le cadrage est clos. Chaque membre de l’équipe le reçoit pour lecture.', {
      kind: 'text',
      text: text`Il peut encore changer, avec une raison. Prochaine étape : ${code('/recrutement équipe')} si elle n’est pas complète, puis ${code('/recrutement candidat')}.`,
    }),
  )
}

function shown(screen: Message): Answer {
  return { kind: 'private', message: screen }
}
