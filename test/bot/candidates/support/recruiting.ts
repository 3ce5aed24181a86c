/**
 * A framed recruitment with its team, before the first candidate. Inès owns it and Sacha is the deputy;
 * Malik and Léa score, Noor observes; Alix has an account and nothing to do with it.
 */
import type { Pool } from 'pg'
import { beforeAll } from 'vitest'
import type { Answer, Button } from '../../../../src/chat/port.ts'
import { accept } from '../../../../src/process/decide/decided.ts'
import type { Fact } from '../../../../src/process/events.ts'
import type { Application, Recruitment } from '../../../../src/process/recruitment.ts'
import type { Contract, Stage } from '../../../../src/process/vocabulary.ts'
import { STAGES } from '../../../../src/process/vocabulary.ts'
import type { Candidate, NewText } from '../../../../src/store/texts.ts'
import { MONDAY, buttonOf, privately } from '../../support/mission.ts'
import { openOffice } from '../../support/office.ts'
import type { Office } from '../../support/office.ts'
import { emptyDatabase } from '../../support/opened.ts'
import { formOf } from '../../support/prequalification.ts'

export { formOf }

const NAMES: Readonly<Record<string, string>> = {
  ines: 'Inès Garnier',
  sacha: 'Sacha Blanc',
  malik: 'Malik Roy',
  lea: 'Léa Petit',
  noor: 'Noor Haddad',
  alix: 'Alix Morel',
}
export const addressOf = (person: string) => `${person}@equipe.gouv.fr`

export interface Recruiting extends Office {
  readonly id: string
  readonly pool: Pool
  readonly channel: string
  /** What `/recrutement candidat` answers, in the recruitment's channel. */
  candidat(person: string, rest?: string): Promise<Answer>
  /** Presses that button of an answer. */
  click(person: string, answer: Answer, label: string): Promise<Answer>
  /** Opens the form of that button and fills it in. */
  complete(
    person: string,
    answer: Answer,
    label: string,
    values: Parameters<Office['fill']>[2],
  ): Promise<Answer>
  /** Adds a candidate without a word. */
  add(candidate: Candidate): Promise<string>
  happens(by: string, ...facts: readonly Fact[]): Promise<void>
  /** Plans an interview, with Malik and Léa scoring and Noor observing. */
  plan(application: string, stage: Stage, start: string, place?: string): Promise<string>
  /** Holds that interview and opens its debrief. */
  debriefed(interview: string): Promise<void>
  state(): Promise<Recruitment>
  applications(): Promise<readonly Application[]>
}

/** One for this test, where nothing else is open. */
export async function recruiting(contract: Contract = 'agent'): Promise<Recruiting> {
  return open(await emptyDatabase(), contract)
}

/** One for all the tests around, which change nothing that the next one relies on. */
export function sharedRecruiting(): () => Recruiting {
  let shared: Recruiting | undefined
  beforeAll(async () => {
    shared = await recruiting()
  })
  return () => {
    if (!shared) throw new Error('no recruitment yet')
    return shared
  }
}

async function open(pool: Pool, contract: Contract): Promise<Recruiting> {
  const office = openOffice(pool, MONDAY)
  const { chat, desk } = office
  const { store, clock } = desk
  const id = 'r'
  let made = 0
  const unique = (what: string) => `${what}-${(made += 1)}`
  const people = Object.entries(NAMES).map(([person, name]) => ({
    id: person,
    name,
    email: addressOf(person),
    active: true,
    isBot: false,
    isAdmin: false,
  }))
  const nobody = { name: '', active: false, isBot: false, isAdmin: false }
  chat.person = async (person) =>
    people.find((one) => one.id === person) ?? { id: person, ...nobody }
  chat.personByEmail = async (email) => people.find((one) => one.email === email.toLowerCase())

  async function record(by: string, facts: readonly Fact[], texts: readonly NewText[] = []) {
    const at = clock.now()
    await store.change({
      recruitment: id,
      by,
      at,
      texts,
      decide: () => accept({ by, at }, ...facts),
    })
    await office.settle()
  }

  await record(
    'ines',
    [
      {
        type: 'RecruitmentOpened',
        team: 'team',
        owner: 'ines',
        craft: 'developer',
        contract,
        title: 'title',
        product: 'product',
        ...(contract === 'contractor' && { primeContractor: 'holder' }),
        firstRecruitment: false,
      },
      {
        type: 'CriterionSet',
        criterion: 'c1',
        label: 'label',
        weight: 3,
        mandatory: true,
        stages: STAGES.filter((stage) => stage !== 'references'),
      },
      { type: 'FramingClosed' },
      { type: 'DeputyNamed', person: 'sacha' },
      { type: 'MemberNamed', person: 'malik', role: 'scorer', stages: STAGES },
      { type: 'MemberNamed', person: 'lea', role: 'scorer', stages: STAGES },
      { type: 'MemberNamed', person: 'noor', role: 'observer', stages: STAGES },
    ],
    [
      { id: 'title', kind: 'title', body: 'Développement' },
      { id: 'product', kind: 'product', body: 'Mes Démarches' },
      { id: 'holder', kind: 'prime-contractor', body: 'Octo & Cie' },
      { id: 'label', kind: 'criterion', body: 'La personne est capable de livrer' },
    ],
  )
  const channel = (await store.load(id))?.channel?.id ?? ''
  const state = async () => {
    const now = await store.load(id)
    if (!now) throw new Error('no recruitment')
    return now
  }
  return {
    ...office,
    id,
    pool,
    channel,
    state,
    applications: async () => Object.values((await state()).applications),
    candidat: (person, rest = '') => office.command(person, `candidat ${rest}`.trim(), channel),
    click(person, answer, label) {
      const { action, args = {} } = buttonOf(privately(answer), label)
      return office.press(person, action, args)
    },
    async complete(person, answer, label, values) {
      const { action, args = {} } = buttonOf(privately(answer), label)
      return office.fill(person, formOf(await office.press(person, action, args)), values)
    },
    async add(body) {
      const [application, candidate] = [unique('application'), unique('candidate')]
      await record(
        'ines',
        [{ type: 'ApplicationAdded', application, candidate }],
        [{ id: candidate, kind: 'candidate', application, body }],
      )
      return application
    },
    happens: (by, ...facts) => record(by, facts),
    async plan(application, stage, start, place = 'Salle B') {
      const [interview, placed] = [unique('interview'), unique('place')]
      await record(
        'ines',
        [
          {
            type: 'InterviewScheduled',
            interview,
            application,
            stage,
            start,
            minutes: 30,
            place: placed,
            participants: { malik: 'scorer', lea: 'scorer', noor: 'observer' },
          },
        ],
        [{ id: placed, kind: 'place', body: place }],
      )
      return interview
    },
    async debriefed(interview) {
      const filed = (scorer: string): Fact => ({
        type: 'ScorecardFiled',
        interview,
        scorer,
        evidence: `${interview}/${scorer}/evidence`,
        verdict: `${interview}/${scorer}/verdict`,
      })
      const opened: Fact = { type: 'DebriefOpened', interview }
      await record('system', [filed('malik'), filed('lea'), opened])
    },
  }
}

export function buttonsOf(answer: Answer): readonly Button[] {
  const { blocks = [] } = privately(answer)
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
}

export function labelsOf(answer: Answer): readonly string[] {
  return buttonsOf(answer).map(({ label }) => label)
}
