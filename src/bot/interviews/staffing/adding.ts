/** One more person on a planned interview. */
import type { Answer } from '../../../chat/port.ts'
import { setParticipant } from '../../../process/decide/participants.ts'
import type { FieldsOfRefusals } from '../../desk.ts'
import { change, formOutcome, message, nameOf } from '../../desk.ts'
import { oneOf, optionsOf } from '../../fields.ts'
import { presentPerson } from '../../people.ts'
import type { About, ButtonCall, FormCall } from '../../topic.ts'
import { ROLES, ROLE_NAMES, openStaffing, staffed } from './staffable.ts'

export function askAddition(call: About<ButtonCall>): Promise<Answer> {
  return openStaffing(
    call,
    async () => ({
      form: 'add-participant',
      title: 'Ajouter quelqu’un',
      submit: 'Ajouter',
      fields: [
        { kind: 'person', name: 'person', label: 'Qui' },
        {
          kind: 'choice',
          name: 'role',
          label: 'Rôle',
          options: optionsOf(ROLES, ROLE_NAMES),
          value: 'observer',
        },
      ],
    }),
    'La personne reçoit l’invitation et fait désormais partie de l’équipe. Le débrief attendra les notes de chaque personne qui évalue.',
  )
}

export async function submitAddition(call: About<FormCall>): Promise<Answer> {
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const role = oneOf(call.values, 'role', ROLES) ?? 'observer'
  const { about, texts } = staffed(call)
  const changed = await change(
    call,
    (state, actor) => setParticipant(state, { ...about, person: who.id, role }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    async () => {
      const name = await nameOf(call.desk, who.id)
      return message(`C’est fait : ${name} ${ROLE_NAMES[role]}. L’invitation est partie.`)
    },
    FIELDS,
  )
}

const FIELDS: FieldsOfRefusals = {
  overlap: 'person',
  'already-there': 'person',
  'not-attended': 'person',
}
