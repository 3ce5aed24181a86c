/** « L’entretien n’a pas eu lieu »: asks what happened, then stops what was waiting for notes. */
import type { Answer } from '../../chat/port.ts'
import { reportNotHeld } from '../../process/decide/attending.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { NOT_HELD_REASONS } from '../../process/vocabulary.ts'
import type { NotHeldReason, Stage } from '../../process/vocabulary.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, say } from '../desk.ts'
import { oneOf, optionsOf } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Case, FormCall } from '../topic.ts'
import { againButtons, nextAfter } from './telling-owner.ts'

/** Opens only where it could be said. */
export async function askNotHeld({ desk, on, by, args }: About<ButtonCall>): Promise<Answer> {
  const { interview: id = '' } = args
  const { refusal } = reportNotHeld(on.state, id, { by, at: desk.clock.now() })
  const stage = on.state.interviews[id]?.stage
  if (refusal || !stage) {
    return say(await explain(desk, on, refusal ?? { code: 'unknown-interview' }, by))
  }
  return {
    kind: 'form',
    form: {
      form: 'not-held',
      title: 'Pas eu lieu ?',
      intro: [
        'Je préviens les personnes concernées, j’arrête les rappels, et plus personne ne peut y déposer de notes. C’est définitif.',
      ],
      submit: 'Il n’a pas eu lieu',
      args: { [RECRUITMENT_ARG]: on.id, interview: id },
      fields: [
        {
          kind: 'choice',
          name: 'why',
          label: 'Ce qui s’est passé',
          options: optionsOf(NOT_HELD_REASONS, labelsFor(stage)),
        },
      ],
    },
  }
}

function labelsFor(stage: Stage): Readonly<Record<NotHeldReason, string>> {
  return {
    'guest-absent':
      stage === 'references' ? 'Le contact n’a pas répondu' : 'La personne n’est pas venue',
    'team-unable': 'Nous n’avons pas pu',
    other: 'Autre chose',
  }
}

export async function submitNotHeld(call: About<FormCall>): Promise<Answer> {
  const { interview: id = '' } = call.args
  const why = oneOf(call.values, 'why', NOT_HELD_REASONS)
  if (!why) return { kind: 'invalid', fields: { why: 'Choisis ce qui s’est passé.' } }
  const changed = await change(call, (state, actor) => reportNotHeld(state, id, actor, why))
  return formOutcome(call, changed, (after) => noted(call, after, id))
}

/** Whoever may plan does it at once; for the others, the owner is told. */
async function noted({ desk, by }: About<FormCall>, on: Case, id: string) {
  const interview = on.state.interviews[id]
  if (!interview) return message('C’est noté, les rappels s’arrêtent.')
  if (refuseUnlessOwnerOrDeputy(on.state, by)) {
    const owner = await nameOf(desk, on.state.owner)
    return message(`C’est noté, les rappels s’arrêtent. ${owner} reçoit un message pour la suite.`)
  }
  return message(
    'C’est noté, les rappels s’arrêtent.',
    { kind: 'text', text: [nextAfter(interview)] },
    { kind: 'buttons', buttons: againButtons(on, interview) },
  )
}
