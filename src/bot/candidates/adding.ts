/** Adding one candidate. */
import type { Answer, Form } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { addApplications } from '../../process/decide/applications.ts'
import { isWttjLink } from '../../wttj/reference.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message } from '../desk.ts'
import type { About, Call, Case, FormCall } from '../topic.ts'
import type { Holder } from './accounts.ts'
import { identityFields, readIdentity } from './identity.ts'
import { leading } from './leading.ts'

export function askCandidate(call: About<Call>): Promise<Answer> {
  return leading(call, async ({ on }) => ({ kind: 'form', form: candidateForm(on) }))
}

function candidateForm({ id }: Case): Form {
  return {
    form: 'candidate',
    title: 'Nouvelle candidature',
    submit: 'Ajouter',
    args: { [RECRUITMENT_ARG]: id },
    fields: identityFields(),
  }
}

export async function submitCandidate(call: About<FormCall>): Promise<Answer> {
  const application = idFrom(call, 'application')
  const { body, holder, wrong } = await readIdentity(call, application)
  if (Object.keys(wrong).length > 0) return { kind: 'invalid', fields: wrong }
  const candidate = idFrom(call, 'candidate')
  const tracked = body.link !== undefined && isWttjLink(body.link)
  const changed = await change(
    call,
    (state, actor) => addApplications(state, [{ application, candidate, tracked }], actor),
    [{ id: candidate, kind: 'candidate', application, body }],
  )
  return formOutcome(call, changed, (after) => added(after, body.name, application, holder))
}

function added({ id }: Case, name: string, application: string, holder: Holder | undefined) {
  const args = { [RECRUITMENT_ARG]: id }
  return message(
    text`${bold(name)} est dans la liste.`,
    ...(holder ? [{ kind: 'text' as const, text: [kept([name])] }] : []),
    { kind: 'text', text: ['Avant le premier entretien, dis-lui comment se fait l’évaluation.'] },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Message d’information',
          action: 'inform-candidate',
          args: { ...args, application },
          style: 'primary',
        },
        { label: 'Ajouter quelqu’un d’autre', action: 'add-candidate', args },
      ],
    },
  )
}

/** Said when candidates have accounts of the workspace. */
export function kept(names: readonly string[]): string {
  const [only, ...others] = names
  return others.length === 0
    ? `${only ?? ''} a un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.`
    : `${names.length} de ces personnes ont un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.`
}
