/** People chosen in a form. */
import type { Answer, PersonId } from '../chat/port.ts'
import { standings } from '../process/roles.ts'
import { isCandidate } from './candidates/accounts.ts'
import { idFrom, read } from './desk.ts'
import { personIn } from './fields.ts'
import type { About, Case, FormCall } from './topic.ts'

export type Present = { readonly id: PersonId } | { readonly problem: Answer }

/**
 * The person chosen in a field, if the account is one of someone present who is not a candidate of the
 * recruitment; else what is wrong, there. Whoever only bears a candidate's name may be somebody else:
 * sending the same form again confirms it.
 */
export async function presentPerson(
  call: FormCall & { readonly on?: Case },
  field: string,
): Promise<Present> {
  const { desk, by, values, on } = call
  const id = personIn(values, field)
  if (id === undefined) return refuseOn(field, 'Choisis une personne.')
  const { active, isBot } = await desk.person(id)
  if (isBot) return refuseOn(field, 'C’est le compte d’un robot. Choisis une personne.')
  if (!active) return refuseOn(field, 'Ce compte n’est plus actif. Choisis quelqu’un d’autre.')
  if (!on) return { id }
  const likeness = await isCandidate(desk, on, id)
  if (likeness === undefined) return { id }
  // Someone from outside does not learn who is a candidate.
  if (standings(on.state, by).length === 0) {
    return refuseOn(field, 'Cette personne ne peut pas décider ici. Choisis quelqu’un d’autre.')
  }
  if (likeness === 'same-address') {
    return refuseOn(field, 'Cette personne est candidate ici. Choisis quelqu’un d’autre.')
  }
  // Whoever is in the team already was asked about then.
  const isKnown = standings(on.state, id).length > 0
  if (isKnown || (await isConfirmed({ ...call, on }, id))) return { id }
  return refuseOn(
    field,
    'Une candidature porte ce nom. Si c’est la même personne, choisis quelqu’un d’autre. Sinon, envoie à nouveau.',
  )
}

/** True from the second time on that one form is sent with this person: the first was refused. */
async function isConfirmed(call: About<FormCall>, id: PersonId): Promise<boolean> {
  const { desk, on, by } = call
  const draft = idFrom(call, `namesake ${id}`)
  if ((await read(desk, on, by, [draft])).get('draft', draft)) return true
  const at = desk.clock.now()
  await desk.store.setAside({ recruitment: on.id, by, at, draft: { id: draft, body: {} } })
  return false
}

export function refuseOn(field: string, sentence: string): { readonly problem: Answer } {
  return { problem: { kind: 'invalid', fields: { [field]: sentence } } }
}
