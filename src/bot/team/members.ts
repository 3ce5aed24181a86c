/** Naming people to score or observe, and removing them. */
import type { Answer, Block, Form } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { nameMember, removeMember } from '../../process/decide/team.ts'
import { missingScorers } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf, stagesOf } from '../../process/recruitment.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { standings } from '../../process/roles.ts'
import type { Stage } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { leading } from '../candidates/leading.ts'
import { CHOSEN } from '../choose.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, nameOf, namesOf } from '../desk.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { SENTENCE, oneOf, optionsOf, personIn, ticked, typed } from '../fields.ts'
import { stageOptions, stagesTicked, stagesWithArticle } from '../french/stages.ts'
import { enumerate } from '../french/words.ts'
import { presentPerson } from '../people.ts'
import type { About, ButtonCall, Case, FormCall } from '../topic.ts'
import { ROLE_VERBS, teamAdvice } from './screen.ts'

const ROLES = ['scorer', 'observer'] as const
const ROLE_OPTIONS = {
  scorer: 'Évalue et dépose des notes',
  observer: 'Observe sans évaluer',
} as const

export async function askMember(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => ({ kind: 'form', form: memberForm(call.on) }))
}

function memberForm({ id, state }: Case): Form {
  return {
    form: 'member',
    title: 'Nommer quelqu’un',
    intro: ['Nommer à nouveau une personne remplace son rôle et ses étapes.'],
    submit: 'Nommer',
    args: { [RECRUITMENT_ARG]: id },
    fields: [
      { kind: 'person', name: 'person', label: 'Qui' },
      {
        kind: 'choice',
        name: 'role',
        label: 'Rôle',
        options: optionsOf(ROLES, ROLE_OPTIONS),
        value: 'scorer',
      },
      { kind: 'several', name: 'stages', label: 'Étapes', options: stageOptions(state) },
      {
        kind: 'boolean',
        name: 'expert',
        label: 'Exerce ce métier',
        help: 'La mise en situation a besoin d’au moins une personne du métier.',
        optional: true,
      },
    ],
  }
}

export async function submitMember(call: About<FormCall>): Promise<Answer> {
  const { desk, values, on, by } = call
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const stages = stagesTicked(on.state, values, 'stages')
  const role = oneOf(values, 'role', ROLES) ?? 'scorer'
  const named = { person: who.id, role, stages, expert: ticked(values, 'expert') }
  const changed = await change(call, (state, actor) => nameMember(state, named, actor))
  return formOutcome(
    call,
    changed,
    async (after) =>
      message(
        `✅ ${await nameOf(desk, who.id)} ${ROLE_VERBS[role]} ${stagesWithArticle(on.state, stages)}.`,
        { kind: 'text', text: [whatFollows(after.state, who.id, stages, desk.clock.now())] },
        ...(await teamAdvice({ desk, by }, after)),
        nextButtons(after),
      ),
    { 'member-without-stage': 'stages' },
  )
}

/** What naming someone sets in motion; interviews planned already keep those who were invited. */
function whatFollows(
  { framing, interviews }: Recruitment,
  person: string,
  stages: readonly Stage[],
  now: Parameters<typeof isBefore>[0],
): string {
  const reading = framing.closedAt
    ? 'Cette personne rejoint le canal et reçoit le cadrage à lire.'
    : 'Cette personne rejoint le canal. Elle recevra le cadrage dès qu’il sera clos.'
  const without = Object.values(interviews).some(
    (one) =>
      one.status === 'scheduled' &&
      isBefore(now, slotOf(one).start) &&
      stagesOf(one).some((stage) => stages.includes(stage)) &&
      one.participants[person] === undefined,
  )
  return without ? `${reading} Les entretiens déjà prévus gardent leurs participants.` : reading
}

function nextButtons({ id }: Case): Block {
  const args = { [RECRUITMENT_ARG]: id }
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Nommer quelqu’un d’autre', action: 'name-member', args },
      { label: 'Voir l’équipe', action: CHOSEN, args: { ...args, command: 'équipe' } },
    ],
  }
}

export async function askRemoval(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => {
    const { desk, on } = call
    const ids = Object.keys(on.state.members)
    const names = await namesOf(desk, ids)
    const expected = names.filter((_, i) => owesNotes(on.state, ids[i] ?? '', desk.clock.now()))
    return {
      kind: 'form',
      form: {
        form: 'removal',
        title: 'Retirer quelqu’un',
        intro: [
          'Cette personne quitte aussi le canal et les entretiens à venir. Ce qu’elle a déposé reste.',
          ...(expected.length === 0 ? [] : [`\n${expectedNotes(expected)}`]),
        ],
        submit: 'Retirer',
        args: { [RECRUITMENT_ARG]: on.id },
        fields: [
          {
            kind: 'choice',
            name: 'person',
            label: 'Qui',
            options: ids.map((value, i) => ({ value, label: names[i] ?? value })),
          },
          {
            kind: 'text',
            name: 'reason',
            label: 'Raison',
            help: 'Seulement si des notes sont attendues : elle vaut dispense et apparaît dans le débrief.',
            optional: true,
            maxLength: SENTENCE,
          },
        ],
      },
    }
  })
}

function expectedNotes(names: readonly string[]): string {
  const who = names.length === 1 ? 'cette personne' : 'l’une de ces personnes'
  return `Notes attendues : ${enumerate(names)}. Retirer ${who} l’en dispense : indique la raison.`
}

function owesNotes(
  { interviews }: Recruitment,
  person: string,
  now: Parameters<typeof isBefore>[0],
) {
  return Object.values(interviews).some(
    (one) =>
      one.status === 'scheduled' &&
      !isBefore(now, slotOf(one).start) &&
      missingScorers(one).includes(person),
  )
}

/** Whoever cannot be let off, or not by this person, is the one to choose otherwise. */
const REMOVAL_FIELDS: FieldsOfRefusals = {
  'reason-to-let-off-needed': 'reason',
  'unknown-member': 'person',
  'last-scorer': 'person',
  'owner-only': 'person',
  'waive-last': 'person',
  'waive-oneself': 'person',
  'interview-not-ended': 'person',
}

export async function submitRemoval(call: About<FormCall>): Promise<Answer> {
  const { values, desk } = call
  const id = personIn(values, 'person')
  if (id === undefined) return { kind: 'invalid', fields: { person: 'Choisis une personne.' } }
  const body = typed(values, 'reason')
  const reason: NewText[] =
    body === undefined ? [] : [{ id: idFrom(call, 'reason'), kind: 'reason', body }]
  const removed = { person: id, ...(reason[0] && { reason: reason[0].id }) }
  const changed = await change(call, (state, actor) => removeMember(state, removed, actor), reason)
  return formOutcome(
    call,
    changed,
    async ({ state }) => {
      const name = bold(await nameOf(desk, id))
      return message(
        standings(state, id).length > 0
          ? text`✅ ${name} ne participe plus aux entretiens, et garde son autre rôle.`
          : text`✅ ${name} ne fait plus partie de l’équipe.`,
        { kind: 'text', text: ['Pour revenir en arrière, nomme à nouveau cette personne.'] },
        nextButtons({ ...call.on, state }),
      )
    },
    REMOVAL_FIELDS,
  )
}
