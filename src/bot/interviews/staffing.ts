/** Who takes part in one interview, once it is planned: replace, add, change roles, take off. */
import type { Answer, Field, Form, Option } from '../../chat/port.ts'
import { person, text } from '../../chat/text.ts'
import type { Decided } from '../../process/decide/decided.ts'
import {
  removeParticipant,
  replaceParticipant,
  setParticipant,
} from '../../process/decide/participants.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { NewText } from '../../store/texts.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  nameOf,
  namesOf,
  say,
} from '../desk.ts'
import { SHORT, oneOf, optionsOf, typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import { presentPerson } from '../people.ts'
import type { About, ButtonCall, Call, FormCall, Topic } from '../topic.ts'
import { viewOf } from './view.ts'

export const staffing: Topic = {
  buttons: {
    'staff-interview': show,
    'replace-participant': (call) => opening(call, replacement),
    'add-participant': (call) => opening(call, async ({ args }) => additionForm(args)),
    'change-participant': (call) => opening(call, changing),
  },
  forms: {
    'replace-participant': submitReplacement,
    'add-participant': submitAddition,
    'change-participant': submitChange,
  },
}

const ROLES = ['scorer', 'observer'] as const
const ROLE_NAMES = { scorer: 'évalue', observer: 'assiste, sans évaluer' } as const
const CHANGES = [...ROLES, 'gone'] as const
const CHANGE_NAMES = { ...ROLE_NAMES, gone: 'ne participe plus' } as const

/** Who is on it, and what can be changed. */
async function show(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const view = await viewOf(desk, on, args['interview'], by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  const about = { [RECRUITMENT_ARG]: on.id, interview: view.interview.id }
  return say(
    text`${view.stage} avec ${view.candidate}, ${view.when}`,
    {
      kind: 'bullets',
      items: Object.entries(view.interview.participants).map(
        ([id, role]) =>
          text`${person(id)} ${ROLE_NAMES[role]}${view.interview.conductor === id ? ', mène l’entretien' : ''}`,
      ),
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Remplacer quelqu’un', action: 'replace-participant', args: about },
        { label: 'Ajouter quelqu’un', action: 'add-participant', args: about },
        { label: 'Changer un rôle', action: 'change-participant', args: about },
      ],
    },
  )
}

interface Opened {
  readonly call: About<ButtonCall>
  readonly interview: Interview
  readonly args: Readonly<Record<string, string>>
}

/** Opens a form only for people who may submit it. */
async function opening(
  call: About<ButtonCall>,
  form: (opened: Opened) => Promise<Form>,
): Promise<Answer> {
  const { desk, on, by } = call
  const interview = on.state.interviews[call.args['interview'] ?? '']
  const refusal =
    refuseUnlessOwnerOrDeputy(on.state, by) ??
    (interview ? undefined : { code: 'unknown-interview' as const })
  if (!interview || refusal) {
    return say(await explain(desk, on, refusal ?? { code: 'unknown-interview' }, by))
  }
  const args = { [RECRUITMENT_ARG]: on.id, interview: interview.id }
  return { kind: 'form', form: await form({ call, interview, args }) }
}

async function replacement({ call, interview, args }: Opened): Promise<Form> {
  const leaving = call.args['person']
  return {
    form: 'replace-participant',
    title: 'Remplacer quelqu’un',
    intro: [
      'La personne qui arrive garde le même rôle et rejoint l’équipe. Les deux sont prévenues.',
    ],
    submit: 'Remplacer',
    args,
    fields: [
      {
        kind: 'choice',
        name: 'leaving',
        label: 'Qui laisse sa place',
        options: await peopleOf(call, interview),
        ...(leaving !== undefined && interview.participants[leaving] && { value: leaving }),
      },
      { kind: 'person', name: 'person', label: 'Qui vient' },
      ...reasonAfterStart(call, interview),
    ],
  }
}

function additionForm(args: Readonly<Record<string, string>>): Form {
  return {
    form: 'add-participant',
    title: 'Ajouter quelqu’un',
    intro: ['La personne reçoit l’invitation et rejoint l’équipe.'],
    submit: 'Ajouter',
    args,
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
  }
}

async function changing({ call, interview, args }: Opened): Promise<Form> {
  return {
    form: 'change-participant',
    title: 'Changer un rôle',
    submit: 'Changer',
    args,
    fields: [
      {
        kind: 'choice',
        name: 'leaving',
        label: 'Qui',
        options: await peopleOf(call, interview),
      },
      {
        kind: 'choice',
        name: 'role',
        label: 'Désormais',
        options: optionsOf(CHANGES, CHANGE_NAMES),
      },
      ...reasonAfterStart(call, interview),
    ],
  }
}

async function peopleOf({ desk }: Call, { participants }: Interview): Promise<readonly Option[]> {
  const ids = Object.keys(participants)
  const names = await namesOf(desk, ids)
  return ids.map((value, i) => ({ value, label: names[i] ?? value }))
}

/** After the start, letting a scorer go is a waiver: the debrief shows why. */
function reasonAfterStart({ desk }: Call, interview: Interview): Field[] {
  if (isBefore(desk.clock.now(), slotOf(interview).start)) return []
  return [
    {
      kind: 'text',
      name: 'reason',
      label: 'Raison',
      help: 'L’entretien a commencé : ne plus attendre ses notes vaut dispense.',
      optional: true,
      maxLength: SHORT,
    },
  ]
}

async function submitReplacement(call: About<FormCall>): Promise<Answer> {
  const leaving = typed(call.values, 'leaving')
  if (leaving === undefined)
    return { kind: 'invalid', fields: { leaving: 'Choisis une personne.' } }
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const { about, texts } = staffed(call)
  const changed = await change(
    call,
    (state, actor): Decided =>
      replaceParticipant(state, { ...about, person: leaving, with: who.id }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    async () =>
      message(
        `C’est fait : ${await nameOf(call.desk, who.id)} vient à la place de ${await nameOf(call.desk, leaving)}. Les deux reçoivent un message.`,
      ),
    { ...FIELDS, 'not-invited': 'leaving', 'waive-last': 'leaving', 'waive-oneself': 'leaving' },
  )
}

async function submitAddition(call: About<FormCall>): Promise<Answer> {
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
    async () => message(`C’est fait : ${await nameOf(call.desk, who.id)} ${ROLE_NAMES[role]}.`),
    FIELDS,
  )
}

async function submitChange(call: About<FormCall>): Promise<Answer> {
  const who = typed(call.values, 'leaving')
  const role = oneOf(call.values, 'role', CHANGES)
  if (who === undefined) return { kind: 'invalid', fields: { leaving: 'Choisis une personne.' } }
  if (!role) return { kind: 'invalid', fields: { role: 'Choisis un rôle.' } }
  const { about, texts } = staffed(call)
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
    async () => message(`C’est fait : ${await nameOf(call.desk, who)} ${CHANGE_NAMES[role]}.`),
    { ...FIELDS, 'already-there': 'role', 'last-scorer': 'role', 'not-attended': 'role' },
  )
}

const FIELDS: FieldsOfRefusals = {
  overlap: 'person',
  'already-there': 'person',
  'not-attended': 'person',
  'last-scorer': 'leaving',
  'reason-to-let-off-needed': 'reason',
}

function staffed(call: About<FormCall>): {
  readonly about: { readonly interview: string; readonly reason?: string }
  readonly texts: readonly NewText[]
} {
  const interview = call.args['interview'] ?? ''
  const body = typed(call.values, 'reason')
  if (body === undefined) return { about: { interview }, texts: [] }
  const reason = idFrom(call, 'reason')
  return {
    about: { interview, reason },
    texts: [{ id: reason, kind: 'reason', interview, body }],
  }
}
