/** Putting right how a candidate is called or reached. */
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { correctCandidate } from '../../process/decide/applications.ts'
import type { Candidate } from '../../store/texts.ts'
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
  return about(call, call.args['application'], async (call, { application, candidate: before }) => {
    const { body: identity, wrong } = await readIdentity(call, application.id)
    if (Object.keys(wrong).length > 0) return { kind: 'invalid', fields: wrong }
    const body = { ...identity, ...formerly(before, identity) }
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

/** What earlier messages still show, so that they can be found when the candidate is erased. */
function formerly(before: Candidate, after: Candidate): Pick<Candidate, 'formerly'> {
  const shown = [...(before.formerly ?? []), before.name, before.link, before.email]
  const now = new Set([after.name, after.link, after.email])
  const gone = [...new Set(shown)].filter((one) => one !== undefined).filter((one) => !now.has(one))
  return gone.length === 0 ? {} : { formerly: gone }
}
