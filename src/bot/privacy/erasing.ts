/** `/recrutement effacer`: asks, says what goes and what stays, then erases. */
import type { Answer, Field } from '../../chat/port.ts'
import { askErasure, refuseErasure } from '../../process/decide/privacy.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import { applicationIn, nameKey } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, say } from '../desk.ts'
import { SHORT, typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, CommandCall, FormCall } from '../topic.ts'
import { whom, whomField } from './whom.ts'

export async function eraseCommand(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const found = await whom(call, call.rest)
  if ('nobody' in found) return say('Il n’y a aucune candidature ici : rien à effacer.')
  if ('only' in found) return askOne(call, found.only)
  const erasable = found.several.filter(
    ({ application }) => refuseErasure(on.state, application) === undefined,
  )
  const [first, ...others] = erasable
  if (!first) return say(await explain(desk, on, { code: 'erase-while-running' }, by))
  const running = found.several.length - erasable.length
  const intro = [
    found.said,
    running > 0 ? 'Les candidatures en cours ne sont pas dans la liste.' : undefined,
  ]
  return form(call, [whomField([first, ...others])], intro, {})
}

export async function eraseButton(call: About<ButtonCall>): Promise<Answer> {
  return askOne(call, await applicationIn(call, call.args['application']))
}

async function askOne(call: About<Call>, found: Found | undefined): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by) ?? refuseErasure(on.state, found?.application)
  if (refusal) return say(await explain(desk, on, refusal, by))
  return form(call, [], [found?.candidate.name], { application: found?.application.id ?? '' })
}

function form(
  { on }: About<Call>,
  fields: readonly Field[],
  intro: readonly (string | undefined)[],
  args: Readonly<Record<string, string>>,
): Answer {
  const lines = [
    ...intro,
    'J’efface son identité, les notes, les raisons et mes propres messages, fichiers compris. Personne ne pourra les retrouver. Si tu dois en garder une copie, exporte d’abord.',
    'Je n’atteins ni ce que vous avez écrit vous-mêmes, ni Welcome to the Jungle, ni les sauvegardes, ni les autres candidatures. Je te ferai la liste.',
  ]
  return {
    kind: 'form',
    form: {
      form: 'erase',
      title: 'Effacer pour de bon',
      intro: [lines.filter((line) => line !== undefined).join('\n\n')],
      submit: 'Effacer',
      args: { [RECRUITMENT_ARG]: on.id, ...args },
      fields: [
        ...fields,
        {
          kind: 'text',
          name: 'name',
          label: 'Son nom, pour confirmer',
          help: 'Le nom complet, comme dans la liste des candidatures.',
          maxLength: SHORT,
        },
      ],
    },
  }
}

export async function submitErasure(call: About<FormCall>): Promise<Answer> {
  const { on, values, args } = call
  const application = args['application'] ?? typed(values, 'application') ?? ''
  const found = await applicationIn(call, application)
  if (found && nameKey(typed(values, 'name') ?? '') !== nameKey(found.candidate.name)) {
    return {
      kind: 'invalid',
      fields: { name: `Ce n’est pas le nom de cette candidature : ${found.candidate.name}.` },
    }
  }
  const isAskedAlready = on.state.erasures[application] !== undefined
  const changed = await change(call, (state, actor) => askErasure(state, application, actor))
  return formOutcome(
    call,
    changed,
    () =>
      message(
        isAskedAlready
          ? 'C’est déjà demandé. Je te dis quand c’est fini.'
          : 'Les notes sont effacées. Je retire maintenant mes messages, puis son nom, et je te dis ce qui reste.',
      ),
    { 'erase-while-running': 'name', 'erase-while-chosen': 'name' },
  )
}
