/** Whom to answer: the person named, the only one who waits, or those ticked among them. */
import type { Answer } from '../../chat/port.ts'
import type { Application } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { severalOf } from '../fields.ts'
import { count } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, FormCall } from '../topic.ts'
import { answering, showLetter } from './answering.ts'
import { applicationsOf } from './found.ts'
import { SITUATION_NAMES, situationOf } from './letters/answer.ts'
import { BATCH, applicationsIn, joinIds, unanswered } from './waiting.ts'

export function askAnswers(call: About<ButtonCall>): Promise<Answer> {
  return answering(call, async (call) => {
    const { on, args } = call
    if (args['application'] !== undefined) {
      return showLetter(call, applicationsIn(on, args['application']))
    }
    const [only, ...others] = unanswered(on)
    if (!only) return say('Tout le monde a sa réponse.')
    return others.length === 0 ? showLetter(call, [only]) : askWhom(call, [only, ...others])
  })
}

/** Those not chosen are ticked beforehand. */
async function askWhom(
  { desk, on, by }: About<Call>,
  waiting: readonly Application[],
): Promise<Answer> {
  const ids = new Set(waiting.map(({ id }) => id))
  const all = (await applicationsOf(desk, on, by)).filter((one) => ids.has(one.application.id))
  const offered = all.slice(0, BATCH)
  const left = all.length - offered.length
  const now = desk.clock.now()
  return {
    kind: 'form',
    form: {
      form: 'answer-candidates',
      title: 'Répondre',
      intro: [
        `J’écris un message pour chaque personne cochée. Tu le complètes et tu l’envoies toi-même.${left > 0 ? ` ${count(left, 'autre')} ensuite.` : ''}`,
      ],
      submit: 'Écrire',
      args: { [RECRUITMENT_ARG]: on.id },
      fields: [
        {
          kind: 'several',
          name: 'people',
          label: 'À qui',
          options: offered.map(({ application, candidate }) => ({
            value: application.id,
            label: `${candidate.name}, ${SITUATION_NAMES[situationOf(on.state, application, now)]}`,
          })),
          values: offered
            .filter(({ application }) => application.status === 'stopped')
            .map(({ application }) => application.id),
        },
      ],
    },
  }
}

export async function submitWhom(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values } = call
  const refusal = refuseUnlessOwnerOrDeputy(on.state, by)
  if (refusal) return { kind: 'invalid', message: await explain(desk, on, refusal, by) }
  const ids = severalOf(values, 'people', Object.keys(on.state.applications)).slice(0, BATCH)
  if (ids.length === 0) {
    return { kind: 'invalid', fields: { people: 'Coche au moins une personne.' } }
  }
  return showLetter(call, applicationsIn(on, joinIds(ids.map((id) => ({ id })))))
}
