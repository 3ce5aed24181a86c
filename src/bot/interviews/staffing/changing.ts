/** Another role for someone who takes part, or none any more. */
import type { Answer } from '../../../chat/port.ts'
import { removeParticipant, setParticipant } from '../../../process/decide/participants.ts'
import type { FieldsOfRefusals } from '../../desk.ts'
import { change, formOutcome, message, nameOf } from '../../desk.ts'
import { oneOf, optionsOf, typed } from '../../fields.ts'
import type { About, ButtonCall, FormCall } from '../../topic.ts'
import { leaderGone } from './leader.ts'
import {
  ROLES,
  ROLE_NAMES,
  hasStarted,
  openStaffing,
  peopleOf,
  reasonField,
  staffed,
} from './staffable.ts'

const CHANGES = [...ROLES, 'gone'] as const
type Change = (typeof CHANGES)[number]
const CHANGE_NAMES = { ...ROLE_NAMES, gone: 'ne participe plus' } as const

export function askChange(call: About<ButtonCall>): Promise<Answer> {
  return openStaffing(
    call,
    async (interview) => ({
      form: 'change-participant',
      title: 'Changer un rôle',
      submit: 'Changer',
      fields: [
        { kind: 'choice', name: 'who', label: 'Qui', options: await peopleOf(call, interview) },
        {
          kind: 'choice',
          name: 'role',
          label: 'Désormais',
          options: optionsOf(CHANGES, CHANGE_NAMES),
        },
        ...reasonField(call, interview),
      ],
    }),
    'Le débrief attend les notes de chaque personne qui évalue. Garde au moins une personne pour évaluer.',
  )
}

export async function submitChange(call: About<FormCall>): Promise<Answer> {
  const who = typed(call.values, 'who')
  const role = oneOf(call.values, 'role', CHANGES)
  const fields = {
    ...(who === undefined && { who: 'Choisis une personne.' }),
    ...(!role && { role: 'Choisis un rôle.' }),
  }
  if (who === undefined || !role) return { kind: 'invalid', fields }
  const { about, texts } = staffed(call)
  const before = call.on.state.interviews[about.interview]
  const changed = await change(
    call,
    (state, actor) =>
      role === 'gone'
        ? removeParticipant(state, { ...about, person: who }, actor)
        : setParticipant(state, { ...about, person: who, role }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    async ({ state }) => {
      const name = await nameOf(call.desk, who)
      const after = state.interviews[about.interview]
      const isOver = before !== undefined && hasStarted(call, before)
      return after?.waivers[who]
        ? message(
            `C’est fait : les notes de ${name} ne sont plus attendues. Le débrief dira pourquoi.`,
          )
        : message(
            `C’est fait : ${name} ${CHANGE_NAMES[role]}.${isOver ? '' : toldOf(role)}`,
            ...leaderGone(before, after),
          )
    },
    FIELDS,
  )
}

function toldOf(role: Change): string {
  return role === 'gone' ? ' Un message l’en prévient.' : ' Son invitation est à jour.'
}

const FIELDS: FieldsOfRefusals = {
  overlap: 'who',
  'not-invited': 'who',
  'already-there': 'role',
  'last-scorer': 'role',
  'not-attended': 'role',
  'waive-last': 'role',
  'waive-oneself': 'who',
  'waived-already': 'who',
  'reason-to-let-off-needed': 'reason',
}
