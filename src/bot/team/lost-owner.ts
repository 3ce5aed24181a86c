/**
 * An owner whose account was closed leaves nobody to decide. The deputy, else an administrator of the
 * workspace, names someone: the one thing that a person without standing may do to a recruitment, and
 * all that they learn of it.
 */
import type { Answer, Block, Form } from '../../chat/port.ts'
import { replaceLostOwner } from '../../process/decide/ownership.ts'
import type { LostOwner } from '../../process/decide/ownership.ts'
import type { Refusal } from '../../process/refusal.ts'
import { standings } from '../../process/roles.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, say } from '../desk.ts'
import { presentPerson } from '../people.ts'
import { explain } from '../refusals/explain.ts'
import type { ButtonCall, Call, Case, CommandCall, Desk, FormCall } from '../topic.ts'

/** `/recrutement équipe` typed in a recruitment's channel by someone who has no standing in it. */
export async function teamFromOutside(call: CommandCall): Promise<Answer | undefined> {
  const { desk, by, interaction } = call
  const on = await anyCase(desk, await desk.store.recruitmentOfChannel(interaction.channel))
  if (!on || standings(on.state, by).length > 0) return undefined
  if (!(await mayReplaceOwner(call, on))) return undefined
  return say(
    'Le compte de la personne qui décide ici est fermé. Nomme quelqu’un à sa place.',
    ...lostOwnerBlocks(on),
  )
}

export async function mayReplaceOwner(call: Pick<Call, 'desk' | 'by'>, on: Case): Promise<boolean> {
  return (await refusalFor(call, on)) === undefined
}

/** What the team reads first when nobody is there to decide: who can name someone. */
export async function lostOwnerHeadline(
  call: Pick<Call, 'desk' | 'by'>,
  on: Case,
): Promise<string | undefined> {
  const { desk } = call
  const { owner, deputy } = on.state
  const { present, deputyPresent } = await absenceSeenBy(call, on)
  if (present) return undefined
  const lost = `Le compte de ${await nameOf(desk, owner)} est fermé.`
  if (await mayReplaceOwner(call, on)) return `${lost} Nomme qui décide à sa place.`
  return deputyPresent && deputy !== undefined
    ? `${lost} ${await nameOf(desk, deputy)} peut nommer qui décide à sa place.`
    : `${lost} Demande à une personne qui administre l’espace de travail de taper \`/recrutement équipe\` dans le canal : elle pourra nommer qui décide.`
}

export function lostOwnerBlocks({ id }: Case): Block[] {
  const args = { [RECRUITMENT_ARG]: id }
  return [
    {
      kind: 'buttons',
      buttons: [{ label: 'Nommer qui décide', action: 'replace-owner', args, style: 'primary' }],
    },
  ]
}

export async function askNewOwner(call: ButtonCall): Promise<Answer> {
  const on = await anyCase(call.desk, call.args[RECRUITMENT_ARG])
  const refusal = on ? await refusalFor(call, on) : ({ code: 'not-a-member' } as const)
  if (!on || refusal) return say(await explain(call.desk, on, refusal ?? NOBODY, call.by))
  return { kind: 'form', form: newOwnerForm(on) }
}

const NOBODY: Refusal = { code: 'not-a-member' }

function newOwnerForm({ id }: Case): Form {
  return {
    form: 'new-owner',
    title: 'Nommer qui décide',
    intro: [
      'Cette personne décidera seule de la suite. Elle reçoit un message avec ce qui l’attend.',
    ],
    submit: 'Nommer',
    args: { [RECRUITMENT_ARG]: id },
    fields: [{ kind: 'person', name: 'person', label: 'Qui' }],
  }
}

export async function submitNewOwner(call: FormCall): Promise<Answer> {
  const { desk, by } = call
  const on = await anyCase(desk, call.args[RECRUITMENT_ARG])
  if (!on) return { kind: 'invalid', message: await explain(desk, undefined, NOBODY, by) }
  const who = await presentPerson({ ...call, on }, 'person')
  if ('problem' in who) return who.problem
  const absence = await absenceSeenBy(call, on)
  const about = { ...call, on }
  const changed = await change(about, (state, actor) =>
    replaceLostOwner(state, { ...absence, person: who.id }, actor),
  )
  return formOutcome(about, changed, async () =>
    message(
      `✅ ${await nameOf(desk, who.id)} décide désormais, et vient d’en être informé par message.`,
    ),
  )
}

async function refusalFor(call: Pick<Call, 'desk' | 'by'>, on: Case): Promise<Refusal | undefined> {
  const { by, desk } = call
  const lost = { ...(await absenceSeenBy(call, on)), person: by }
  return replaceLostOwner(on.state, lost, { by, at: desk.clock.now() }).refusal
}

async function absenceSeenBy(
  { desk, by }: Pick<Call, 'desk' | 'by'>,
  { state }: Case,
): Promise<Omit<LostOwner, 'person'>> {
  const { owner, deputy } = state
  const present = (await desk.person(owner)).active
  const deputyPresent = deputy !== undefined && (await desk.person(deputy)).active
  return { present, deputyPresent, isAdmin: (await desk.person(by)).isAdmin }
}

/** A recruitment whoever asks: what is done with it has to refuse by itself. */
export async function anyCase(desk: Desk, id: string | undefined): Promise<Case | undefined> {
  const state = id === undefined ? undefined : await desk.store.load(id)
  return id !== undefined && state ? { id, state } : undefined
}
