/** Someone comes in the place of someone else, with the same role. */
import type { Answer } from '../../../chat/port.ts'
import { replaceParticipant } from '../../../process/decide/participants.ts'
import type { Interview } from '../../../process/recruitment.ts'
import type { FieldsOfRefusals } from '../../desk.ts'
import { change, formOutcome, message, nameOf } from '../../desk.ts'
import { typed } from '../../fields.ts'
import { presentPerson } from '../../people.ts'
import type { About, ButtonCall, Call, Case, FormCall } from '../../topic.ts'
import { leaderGone } from './leader.ts'
import { openStaffing, peopleOf, reasonField, staffed } from './staffable.ts'

export function askReplacement(call: About<ButtonCall>): Promise<Answer> {
  const { person } = call.args
  return openStaffing(
    call,
    async (interview) => ({
      form: 'replace-participant',
      title: 'Remplacer quelqu’un',
      submit: 'Remplacer',
      fields: [
        {
          kind: 'choice',
          name: 'leaving',
          label: 'Qui laisse sa place',
          options: await peopleOf(call, interview),
          ...(person !== undefined && interview.participants[person] && { value: person }),
        },
        { kind: 'person', name: 'person', label: 'Qui vient' },
        ...reasonField(call, interview),
      ],
    }),
    'La personne qui arrive prend le même rôle et fait désormais partie de l’équipe. Les deux reçoivent un message.',
  )
}

export async function submitReplacement(call: About<FormCall>): Promise<Answer> {
  const leaving = typed(call.values, 'leaving')
  if (leaving === undefined) {
    return { kind: 'invalid', fields: { leaving: 'Choisis une personne.' } }
  }
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const { about, texts } = staffed(call)
  const before = call.on.state.interviews[about.interview]
  const changed = await change(
    call,
    (state, actor) => replaceParticipant(state, { ...about, person: leaving, with: who.id }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    (after) => replaced(call, after, { leaving, who: who.id, before }),
    FIELDS,
  )
}

async function replaced(
  { desk }: Call,
  on: Case,
  {
    leaving,
    who,
    before,
  }: { readonly leaving: string; readonly who: string; readonly before: Interview | undefined },
) {
  const [gone, come] = await Promise.all([nameOf(desk, leaving), nameOf(desk, who)])
  const after = on.state.interviews[before?.id ?? '']
  const next = after?.waivers[leaving]
    ? `Les notes de ${gone} ne sont plus attendues : le débrief dira pourquoi.`
    : 'Les deux reçoivent un message.'
  return message(`C’est fait : ${come} remplace ${gone}. ${next}`, ...leaderGone(before, after))
}

const FIELDS: FieldsOfRefusals = {
  overlap: 'person',
  'already-there': 'person',
  'not-attended': 'person',
  'not-invited': 'leaving',
  'waive-last': 'leaving',
  'waive-oneself': 'leaving',
  'waived-already': 'leaving',
  'reason-to-let-off-needed': 'reason',
}
