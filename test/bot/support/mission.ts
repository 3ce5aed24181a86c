/** A mission with its team and candidates, driven by what people type, press and fill in. */
import type { Pool } from 'pg'
import type { Answer, Block, Form, Message, Values } from '../../../src/chat/port.ts'
import type { ReportDesk } from '../../../src/wttj/port.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'
import { formOf } from './prequalification.ts'

/** Monday 2 March 2026, ten o'clock in Paris. */
export const MONDAY = '2026-03-02T09:00:00Z'

export interface Candidate {
  readonly name: string
  readonly link?: string
  readonly email?: string
}

export interface Mission extends Office {
  readonly recruitment: string
  readonly channel: string
  /** Opens the form of a command or a button, and sends it with what it shows plus `values`. */
  send(person: string, form: Form, values: Values): Promise<Answer>
  add(candidate: Candidate): Promise<void>
  /** Plans an interview; gives its id. */
  plan(name: string, stage: string, when: string, values?: Values): Promise<string>
  /** Files notes with that level and evidence on every criterion. */
  file(person: string, interview: string, level: string, evidence?: string): Promise<Answer>
  applicationOf(name: string): Promise<string>
}

export interface Settings {
  readonly contract?: string
  readonly craft?: string
  readonly now?: string
  /** Posts reports, where the deployment has a key. */
  readonly reports?: ReportDesk
}

/** A craft without a guide of its own has no framing to propose. */
const CRITERIA = [
  'La personne est capable de tenir un budget (poids 3, obligatoire, préqualification)',
  'La personne maîtrise la commande publique (poids 2, entretien métier)',
  'La personne est capable de négocier un marché (poids 2, mise en situation)',
  'La personne fait preuve d’écoute (poids 1, cadre de collaboration)',
].join('\n')

export async function mission(
  pool: Pool,
  { contract = 'contractor', craft = 'developer', now = MONDAY, reports }: Settings = {},
): Promise<Mission> {
  const office = openOffice(pool, now, reports)
  const { command, press, fill, chat } = office
  const send = (person: string, form: Form, values: Values) =>
    fill(person, form, { ...shownIn(form), ...values })
  await send('intra', formOf(await command('intra', 'nouveau')), {
    title: 'Développement',
    product: 'Mes Démarches',
    craft,
    contract,
    offer: 'https://www.welcometothejungle.com/fr/companies/beta/jobs/dev',
  })
  const recruitment = chat.channels[0]?.name.replace('recrutement-', '') ?? ''
  const channel = `channel-of-recrutement-${recruitment}`
  const about = { r: recruitment }
  if (craft === 'other') {
    await send('intra', formOf(await press('intra', 'paste-criteria', about)), { list: CRITERIA })
  } else await press('intra', 'adopt-framing', about)
  await press('intra', 'close-framing', about)
  const everywhere = ['prequalification', 'interview', 'case-study', 'collaboration', 'references']
  for (const [person, role, stages] of [
    ['metier', 'scorer', everywhere],
    ['equipe1', 'scorer', ['interview', 'case-study', 'collaboration']],
    ['equipe2', 'observer', ['interview']],
  ] as const) {
    const form = formOf(await press('intra', 'name-member', about))
    await send('intra', form, { person, role, stages: [...stages], expert: person === 'metier' })
  }
  let planned = 0
  const applicationOf = async (name: string): Promise<string> => {
    const form = formOf(await press('intra', 'choose-interview', about))
    const field = form.fields.find((one) => one.name === 'application')
    const options = field && 'options' in field ? field.options : []
    const found = options.find(({ label }) => label === name)
    if (!found) throw new Error(`no candidate named ${name}`)
    return found.value
  }
  return {
    ...office,
    recruitment,
    channel,
    send,
    applicationOf,
    async add(candidate) {
      const form = formOf(await press('intra', 'add-candidate', about))
      expectPrivate(await send('intra', form, { ...candidate }))
    },
    async plan(name, stage, when, values = {}) {
      const application = await applicationOf(name)
      const form = formOf(await press('intra', 'schedule', { ...about, application, stage }))
      const answer = await send('intra', form, {
        when,
        place: 'https://visio.exemple.gouv.fr/abc',
        informed: true,
        ...values,
      })
      expectPrivate(answer)
      planned += 1
      const invitations = chat.posts.filter(({ entry }) => entry.startsWith('invitation/'))
      const ids = [...new Set(invitations.map(({ entry }) => entry.split('/')[1] ?? ''))]
      return ids[planned - 1] ?? ''
    },
    async file(person, interview, level, evidence = 'A raconté une situation précise') {
      const form = formOf(await press(person, 'file-notes', { ...about, interview }))
      return send(person, form, notesFor(form, level, evidence))
    },
  }
}

/** So that no two criteria have the same proof. */
const DETAILS = [
  'et montré le ticket ouvert le lendemain matin avec l’équipe support.',
  'puis dessiné au tableau les deux parcours qui se croisaient chez les agents.',
  'en citant trois chiffres relevés avant et après la mise en production.',
  'après avoir appelé elle-même la mairie qui ne comprenait pas le formulaire.',
  'sans cacher que la première version avait été jetée au bout de deux semaines.',
  'avec un collègue juriste qui relisait chaque écran avant les tests.',
]

/** Values for a notes form: that level (or sign) and evidence of its own on each subject. */
export function notesFor(form: Form, level: string, evidence: string): Values {
  let details = -1
  return Object.fromEntries(
    form.fields.flatMap(({ name }): [string, string][] => {
      if (name.startsWith('level-') || name.startsWith('sign-')) return [[name, level]]
      if (name.startsWith('evidence-')) {
        details += 1
        return [[name, `${evidence} ${DETAILS[details % DETAILS.length] ?? ''}`]]
      }
      return name === 'recommendation' ? [[name, 'continue']] : []
    }),
  )
}

/** What a form shows when it opens, as its reader would send it back. */
export function shownIn({ fields }: Form): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, Values[string]][] => {
      if ('value' in field && field.value !== undefined) return [[field.name, field.value]]
      return 'values' in field && field.values ? [[field.name, field.values]] : []
    }),
  )
}

export function privately(answer: Answer): Message {
  if (answer.kind !== 'private') throw new Error(`not an answer but ${JSON.stringify(answer)}`)
  return answer.message
}

const expectPrivate = (answer: Answer): void => void privately(answer)

/** The button of that label, wherever it is in an answer or a message. */
export function buttonOf({ blocks = [] }: Message, label: string) {
  const buttons = blocks.flatMap((block: Block) => (block.kind === 'buttons' ? block.buttons : []))
  const found = buttons.find((button) => button.label === label)
  if (!found) throw new Error(`no « ${label} » among ${buttons.map((one) => one.label).join(', ')}`)
  return found
}
