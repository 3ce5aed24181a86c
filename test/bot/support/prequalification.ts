/** A recruitment at the end of its first interview, with two scorers and an observer. */
import type { Pool } from 'pg'
import type { Answer, Form, Values } from '../../../src/chat/port.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'

/** Monday 2 March 2026, ten o'clock in Paris. */
const MONDAY = '2026-03-02T09:00:00Z'
/** Wednesday, when the interview of 14:00 ends in Paris. */
export const INTERVIEW_END = '2026-03-04T13:30:00Z'

export const PEOPLE = ['intra', 'metier', 'equipe1', 'equipe2', 'referente', 'ailleurs'] as const
export type Somebody = (typeof PEOPLE)[number]

export interface Prequalification extends Office {
  readonly recruitment: string
  readonly channel: string
  readonly interview: string
  /** Values for a notes form: that level and evidence on every criterion. */
  notes(level: string, evidence: string): Values
  /** Files notes with that level and evidence on every criterion. */
  file(person: string, level: string, evidence: string): Promise<Answer>
}

export async function prequalification(pool: Pool): Promise<Prequalification> {
  const office = openOffice(pool, MONDAY)
  const { command, press, fill, chat } = office
  await fill('intra', formOf(await command('intra', 'nouveau')), {
    title: 'Développement',
    product: 'Mes Démarches',
    craft: 'developer',
    contract: 'agent',
    first: true,
    advisor: 'referente',
  })
  const recruitment = chat.channels[0]?.name.replace('recrutement-', '') ?? ''
  const channel = `channel-of-recrutement-${recruitment}`
  const about = { r: recruitment }
  await press('intra', 'adopt-framing', about)
  await press('referente', 'advice-given', about)
  await press('intra', 'close-framing', about)
  for (const [person, role] of [
    ['metier', 'scorer'],
    ['equipe1', 'scorer'],
    ['equipe2', 'observer'],
  ] as const) {
    const form = formOf(await press('intra', 'name-member', about))
    await fill('intra', form, { person, role, stages: ['prequalification'] })
  }
  await fill('intra', formOf(await press('intra', 'add-candidate', about)), {
    name: 'Camille Durand',
  })
  const planning = formOf(await command('intra', 'planifier', channel))
  await fill('intra', planning, {
    ...shownIn(planning),
    when: 'mercredi 14h',
    place: 'Salle B',
    informed: true,
  })
  await office.moveTo(INTERVIEW_END)
  const ended = chat.posts.find(({ entry }) => entry.startsWith('ended/'))
  const interview = ended?.entry.split('/')[1] ?? ''
  const criteria = formOf(await press('metier', 'file-notes', { ...about, interview })).fields
  const notes = (level: string, evidence: string): Values => {
    const values = criteria.map(({ name }) => {
      if (name.startsWith('level-')) return [name, level] as const
      return [name, name.startsWith('evidence-') ? `${evidence} ${name.repeat(3)}` : ''] as const
    })
    return { ...Object.fromEntries(values), recommendation: 'discuss' }
  }
  return {
    ...office,
    recruitment,
    channel,
    interview,
    notes,
    async file(person, level, evidence) {
      const form = formOf(await press(person, 'file-notes', { ...about, interview }))
      return fill(person, form, notes(level, evidence))
    },
  }
}

/** The form that an answer opens. */
export function formOf(answer: Answer): Form {
  if (answer.kind !== 'form') throw new Error(`no form but ${JSON.stringify(answer)}`)
  return answer.form
}

/** What a form shows when it opens, as its reader would send it back. */
function shownIn({ fields }: Form): Values {
  return Object.fromEntries(
    fields.flatMap((field) =>
      'value' in field && field.value !== undefined ? [[field.name, field.value]] : [],
    ),
  )
}
