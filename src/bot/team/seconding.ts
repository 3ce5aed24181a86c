/** Those who help whoever decides: the deputy, who acts in their place, and the craft advisor. */
import type { Answer } from '../../chat/port.ts'
import { nameAdvisor, nameDeputy, removeDeputy } from '../../process/decide/ownership.ts'
import { refuseClosed, refuseUnlessOwner } from '../../process/roles.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, say } from '../desk.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { ticked } from '../fields.ts'
import { presentPerson } from '../people.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, FormCall } from '../topic.ts'

interface Asked {
  readonly form: string
  readonly title: string
  readonly intro: string
  /** Offers to name nobody any more. */
  readonly orNobody?: boolean
}

export const askDeputy = (call: About<ButtonCall>) =>
  asking(call, {
    form: 'deputy',
    title: 'Choisir qui me remplace',
    intro: `Cette personne pourra cadrer, nommer, planifier et relancer. La décision reste à toi.${since(call.on.state.deputy)}`,
    orNobody: call.on.state.deputy !== undefined,
  })

export const askAdvisor = (call: About<ButtonCall>) =>
  asking(call, {
    form: 'advisor',
    title: 'Référence métier',
    intro: `Cette personne reçoit le cadrage et te dit ce qu’elle en pense${advice(call.on.state)}.${since(call.on.state.advisor)}`,
  })

function advice({ firstRecruitment, framing }: Recruitment): string {
  return firstRecruitment && !framing.closedAt ? ' avant que tu puisses le clore' : ''
}

function since(current: string | undefined): string {
  return current === undefined ? '' : ' Elle prend la place de celle que tu avais choisie.'
}

async function asking(
  call: About<ButtonCall>,
  { form, title, intro, orNobody = false }: Asked,
): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by) ?? refuseClosed(on.state)
  if (refusal) return say(await explain(desk, on, refusal, by))
  return {
    kind: 'form',
    form: {
      form,
      title,
      intro: [intro],
      submit: 'Choisir',
      args: { [RECRUITMENT_ARG]: on.id },
      fields: [
        { kind: 'person', name: 'person', label: 'Qui', optional: orNobody },
        ...(orNobody ? [NOBODY] : []),
      ],
    },
  }
}

const NOBODY = {
  kind: 'boolean',
  name: 'nobody',
  label: 'Plus personne',
  help: 'Coche pour que plus personne n’agisse à ta place.',
  optional: true,
} as const

const PERSON_FIELDS: FieldsOfRefusals = {
  'owner-is-not-deputy': 'person',
  'advisor-is-owner': 'person',
  'advisor-not-needed': 'person',
  'advisor-confirmed-already': 'person',
}

export async function submitDeputy(call: About<FormCall>): Promise<Answer> {
  if (ticked(call.values, 'nobody')) {
    const changed = await change(call, removeDeputy)
    return formOutcome(call, changed, () => message('✅ Plus personne n’agit à ta place.'))
  }
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const changed = await change(call, (state, actor) => nameDeputy(state, who.id, actor))
  const name = await nameOf(call.desk, who.id)
  return formOutcome(
    call,
    changed,
    () => message(`✅ ${name} peut agir à ta place, sauf pour décider.`),
    PERSON_FIELDS,
  )
}

export async function submitAdvisor(call: About<FormCall>): Promise<Answer> {
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const changed = await change(call, (state, actor) => nameAdvisor(state, who.id, actor))
  const name = await nameOf(call.desk, who.id)
  return formOutcome(
    call,
    changed,
    ({ state }) =>
      message(
        state.framing.startedAt
          ? `✅ ${name} reçoit le cadrage. Je te dis quand vous en aurez parlé.`
          : `✅ ${name} recevra le cadrage dès que tu l’auras commencé.`,
      ),
    PERSON_FIELDS,
  )
}
