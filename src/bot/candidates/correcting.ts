/** Putting right how a candidate is called or reached. */
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { correctCandidate } from '../../process/decide/applications.ts'
import { isWttjLink } from '../../wttj/reference.ts'
import { change, formOutcome, idFrom, message } from '../desk.ts'
import type { About, ButtonCall, FormCall } from '../topic.ts'
import { identityFields, readIdentity } from './identity.ts'
import { about, argsOf, leading } from './leading.ts'

export function askCorrection(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, (call) =>
    about(call, call.args['application'], async ({ on }, found) => ({
      kind: 'form',
      form: {
        form: 'correct-candidate',
        title: 'Corriger',
        intro: ['Ce qui est déjà envoyé ne change pas ; la suite dira le nouveau nom.'],
        submit: 'Enregistrer',
        args: argsOf(on, found),
        fields: identityFields(found.candidate),
      },
    })),
  )
}

export function submitCorrection(call: About<FormCall>): Promise<Answer> {
  return about(call, call.args['application'], async (call, { application }) => {
    const { body, wrong } = await readIdentity(call, application.id)
    if (Object.keys(wrong).length > 0) return { kind: 'invalid', fields: wrong }
    const candidate = idFrom(call, 'candidate')
    const tracked = body.link !== undefined && isWttjLink(body.link)
    const changed = await change(
      call,
      (state, actor) =>
        correctCandidate(state, { application: application.id, candidate, tracked }, actor),
      [{ id: candidate, kind: 'candidate', application: application.id, body }],
      [application.candidate],
    )
    return formOutcome(call, changed, () => message(text`✅ C’est corrigé : ${bold(body.name)}.`))
  })
}
