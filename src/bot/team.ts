/** `/recrutement équipe`: who scores, who observes, who stands in. */
import type { Answer, Block, Form } from '../chat/port.ts'
import { bold, code, person, text } from '../chat/text.ts'
import { adviseOnTeam, nameMember, removeMember } from '../process/decide/team.ts'
import { nameDeputy } from '../process/decide/opening.ts'
import { refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../process/roles.ts'
import { STAGES } from '../process/vocabulary.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, namesOf, say } from './desk.ts'
import { oneOf, optionsOf, personIn, severalOf } from './fields.ts'
import { STAGE_NAMES, STAGE_WITH_ARTICLE, enumerate } from './french/words.ts'
import { explain } from './refusals.ts'
import type { About, ButtonCall, Call, Case, FormCall, Topic } from './topic.ts'

export const team: Topic = {
  commands: {
    équipe: async ({ desk, on, by }) => ({
      kind: 'private',
      message: await screen({ desk, by }, on),
    }),
  },
  buttons: { 'name-member': askMember, 'name-deputy': askDeputy, 'remove-member': askRemoval },
  forms: { member: submitMember, deputy: submitDeputy, removal: submitRemoval },
}

const ROLES = ['scorer', 'observer'] as const
const ROLE_NAMES = { scorer: 'évalue', observer: 'assiste à' } as const
const ROLE_OPTIONS = {
  scorer: 'Évalue et dépose des notes',
  observer: 'Assiste sans évaluer',
} as const

async function screen({ desk, by }: Pick<Call, 'desk' | 'by'>, on: Case) {
  const { owner, deputy, advisor, members } = on.state
  const named = Object.entries(members)
  const mayEdit = !refuseUnlessOwnerOrDeputy(on.state, by)
  return message(
    named.length === 0
      ? mayEdit
        ? 'L’équipe est vide. Nomme les personnes qui mèneront les entretiens.'
        : `L’équipe n’est pas encore nommée. ${await nameOf(desk, owner)} s’en charge.`
      : 'Voici l’équipe.',
    {
      kind: 'fields',
      fields: [
        { label: 'Décide', value: [person(owner)] },
        ...(deputy === undefined ? [] : [{ label: 'Remplace', value: [person(deputy)] }]),
        ...(advisor === undefined ? [] : [{ label: 'Conseille', value: [person(advisor)] }]),
      ],
    },
    {
      kind: 'bullets',
      items: named.map(([id, { role, stages }]) => {
        const where = enumerate(stages.map((stage) => STAGE_WITH_ARTICLE[stage]))
        return text`${person(id)} ${ROLE_NAMES[role]} ${where}`
      }),
    },
    ...(await advice({ desk }, on)),
    ...(mayEdit ? [buttons(on, named.length > 0)] : []),
  )
}

async function advice({ desk }: Pick<Call, 'desk'>, on: Case): Promise<Block[]> {
  const lines = await Promise.all(
    adviseOnTeam(on.state).map(async (one) =>
      one.code === 'one-person-scores-everything'
        ? `Pour l’instant, seule une personne évalue (${await nameOf(desk, one.person)}) : ajoute un second regard.`
        : `Personne n’évalue encore ${enumerate(one.stages.map((stage) => STAGE_WITH_ARTICLE[stage]))}.`,
    ),
  )
  return lines.length === 0 ? [] : [{ kind: 'section', title: 'À noter', text: [lines.join('\n')] }]
}

function buttons(on: Case, anyone: boolean): Block {
  const args = { [RECRUITMENT_ARG]: on.id }
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Nommer quelqu’un', action: 'name-member', args, style: 'primary' },
      { label: 'Choisir qui me remplace', action: 'name-deputy', args },
      ...(anyone ? [{ label: 'Retirer quelqu’un', action: 'remove-member', args }] : []),
    ],
  }
}

async function askMember(call: About<ButtonCall>): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by)
  if (refusal) return say(await explain(call.desk, call.on, refusal, call.by))
  return { kind: 'form', form: memberForm(call.on) }
}

function memberForm({ id }: Case): Form {
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
      { kind: 'several', name: 'stages', label: 'Étapes', options: optionsOf(STAGES, STAGE_NAMES) },
    ],
  }
}

async function submitMember(call: About<FormCall>): Promise<Answer> {
  const { desk, values } = call
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const stages = severalOf(values, 'stages', STAGES)
  if (stages.length === 0) {
    return { kind: 'invalid', fields: { stages: 'Choisis au moins une étape.' } }
  }
  const named = { person: who.id, role: oneOf(values, 'role', ROLES) ?? 'scorer', stages }
  const changed = await change(call, (state, actor) => nameMember(state, named, actor))
  return formOutcome(call, changed, async (on) =>
    message(
      `C’est noté : ${await nameOf(desk, who.id)} ${ROLE_NAMES[named.role]} ${enumerate(stages.map((stage) => STAGE_WITH_ARTICLE[stage]))}.`,
      ...(await advice({ desk }, on)),
      LIST_HINT,
    ),
  )
}

/** Where the list and its buttons are. */
const LIST_HINT: Block = {
  kind: 'text',
  text: text`Pour la suite : ${code('/recrutement équipe')}, puis ${code('/recrutement candidat')}.`,
}

async function askDeputy(call: About<ButtonCall>): Promise<Answer> {
  const refusal = refuseUnlessOwner(call.on.state, call.by)
  if (refusal) return say(await explain(call.desk, call.on, refusal, call.by))
  return {
    kind: 'form',
    form: {
      form: 'deputy',
      title: 'Choisir qui me remplace',
      intro: [
        'Cette personne pourra cadrer, nommer, planifier et relancer. La décision reste à toi.',
      ],
      submit: 'Choisir',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [{ kind: 'person', name: 'person', label: 'Qui' }],
    },
  }
}

async function submitDeputy(call: About<FormCall>): Promise<Answer> {
  const who = await presentPerson(call, 'person')
  if ('problem' in who) return who.problem
  const changed = await change(call, (state, actor) => nameDeputy(state, who.id, actor))
  return formOutcome(call, changed, async () =>
    message(
      `C’est noté : ${await nameOf(call.desk, who.id)} peut agir à ta place, sauf pour décider.`,
    ),
  )
}

async function askRemoval(call: About<ButtonCall>): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by)
  if (refusal) return say(await explain(call.desk, call.on, refusal, call.by))
  const ids = Object.keys(call.on.state.members)
  const names = await namesOf(call.desk, ids)
  return {
    kind: 'form',
    form: {
      form: 'removal',
      title: 'Retirer quelqu’un',
      submit: 'Retirer',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [
        {
          kind: 'choice',
          name: 'person',
          label: 'Qui',
          options: ids.map((value, i) => ({ value, label: names[i] ?? value })),
        },
      ],
    },
  }
}

async function submitRemoval(call: About<FormCall>): Promise<Answer> {
  const id = personIn(call.values, 'person')
  if (id === undefined) return { kind: 'invalid', fields: { person: 'Choisis une personne.' } }
  const changed = await change(call, (state, actor) => removeMember(state, id, actor))
  return formOutcome(call, changed, async () =>
    message(
      text`${bold(await nameOf(call.desk, id))} ne fait plus partie de l’équipe. Pour revenir en arrière, nomme à nouveau cette personne.`,
    ),
  )
}

/** The person chosen, if the account is one of someone present. */
async function presentPerson(
  { desk, values }: FormCall,
  field: string,
): Promise<{ readonly id: string } | { readonly problem: Answer }> {
  const id = personIn(values, field)
  const refuse = (sentence: string) => ({
    problem: { kind: 'invalid' as const, fields: { [field]: sentence } },
  })
  if (id === undefined) return refuse('Choisis une personne.')
  const { active, isBot } = await desk.person(id)
  if (isBot) return refuse('C’est le compte d’un robot. Choisis une personne.')
  if (!active) return refuse('Ce compte n’est plus actif. Choisis quelqu’un d’autre.')
  return { id }
}
