/** Every letter that a candidate may get: `letters.md` is to be read from top to bottom. */
import { describe, expect, it } from 'vitest'
import { SITUATIONS, answerLetter } from '../../../../src/bot/candidates/letters/answer.ts'
import type {
  LetterContext,
  PlannedMeeting,
} from '../../../../src/bot/candidates/letters/context.ts'
import { informationLetter } from '../../../../src/bot/candidates/letters/information.ts'
import { preparationLetter } from '../../../../src/bot/candidates/letters/preparation.ts'
import { plain } from '../../../../src/chat/text.ts'
import { CONTRACTS, STAGES } from '../../../../src/process/vocabulary.ts'
import type { Contract } from '../../../../src/process/vocabulary.ts'

const MEETINGS: readonly PlannedMeeting[] = [
  ...STAGES.map((stage) => ({ stage, merged: false, minutes: { min: 45, max: 60 } })),
  { stage: 'interview', merged: true, minutes: { min: 60, max: 60 } },
]
const NAME = 'Camille Durand'
const SLOT = { when: 'jeudi 3 décembre à 14 h (heure de Paris)', place: 'https://visio.fr/a' }

function contextFor(contract: Contract): LetterContext {
  return {
    contract,
    title: 'Développement',
    product: 'Mes Démarches',
    owner: 'Inès Garnier',
    primeContractor: contract === 'contractor' ? 'Octo & Cie' : undefined,
    retention: '2 ans',
    meetings: MEETINGS,
  }
}

/** Title and text of each letter. */
function lettersFor(contract: Contract): readonly (readonly [string, string])[] {
  const context = contextFor(contract)
  const information = (tracked: boolean, name?: string) =>
    informationLetter(context, { name, tracked })
  const prepared = MEETINGS.map((meeting) => {
    const { stage, merged } = meeting
    const slot = stage === 'case-study' ? SLOT : undefined
    const letter = preparationLetter(context, meeting, { name: NAME, slot })
    return [`preparation, ${stage}${merged ? ', merged' : ''}`, plain(letter)] as const
  })
  return [
    ['information', information(true, NAME)],
    ['information, to several', information(false)],
    ...prepared,
    ...SITUATIONS.map((one) => [`answer, ${one}`, answerLetter(context, one, NAME)] as const),
  ]
}

const EVERY = CONTRACTS.flatMap((contract) =>
  lettersFor(contract).map(([title, letter]) => ({
    contract,
    title: `${contract}: ${title}`,
    letter,
  })),
)
const ofMission = EVERY.filter(({ contract }) => contract === 'contractor')

/**
 * What suggests employment where there is a service contract, or imposes days and hours (product.md
 * section 1).
 */
const EMPLOYMENT =
  /recrut|embauch|rejoi(?:ndre|ns|gn)|int[ée]gr(?:er|ation)|agrandi|renforcer l|responsable de|\bpostes?\b|salari|salaire|cong[ée]s|hi[ée]rarchi|manage|subordin|contrat de travail|code du travail|article l\b|dur[ée]e du travail|temps (?:plein|partiel)|horaires|heures? par jour|jours? par semaine|du lundi au|pr[ée]sence obligatoire|p[ée]riode d.essai/i

describe('letters to candidates', () => {
  it.each(ofMission)('of a mission suggest no employment: $title', ({ letter }) => {
    expect(letter).not.toMatch(EMPLOYMENT)
  })

  it.each(['Tu vas rejoindre l’équipe', 'le recrutement', 'ce poste', 'tes horaires'])(
    'would be caught saying « %s »',
    (slip) => expect(slip).toMatch(EMPLOYMENT),
  )

  it.each(EVERY)('name what they are about: $title', ({ contract, letter }) => {
    expect(letter).toMatch(contract === 'contractor' ? /mission/ : /poste/)
  })

  it.each(EVERY)('say tu, and what the product says they say, plainly: $title', ({ letter }) => {
    expect(letter).toMatch(/\b(?:tu|te|toi|t’|ta|ton|tes)\b/i)
    expect(letter).not.toMatch(/\bvous\b(?! avez travaillé)|\bvotre\b|!|·e|\(e\)|'|undefined/i)
    expect(letter).toMatch(/^Bonjour/)
    expect(letter).toMatch(/Inès Garnier$/)
  })

  it.each(EVERY)('leave to complete, flagged as such, what only the owner knows: $title', (one) => {
    const flagged = one.letter.match(/\[À compléter : [^\]]+\]/g) ?? []
    expect(flagged).toHaveLength(one.title.includes('answer') ? 1 : 0)
  })

  it('read well from top to bottom', async () => {
    const sections = EVERY.map(({ title, letter }) => `## ${title}\n\n${letter}\n`)
    await expect(`# Letters\n\n${sections.join('\n')}`).toMatchFileSnapshot('letters.md')
  })
})

describe('a greeting', () => {
  it.each([
    ['Camille Durand', 'Bonjour Camille,'],
    ['DURAND Camille', 'Bonjour Camille,'],
    ['Anne-Lise Roy', 'Bonjour Anne-Lise,'],
    ['Élie N’Dour', 'Bonjour Élie,'],
    // Nobody knows where the first name ends: the whole name offends nobody.
    ['Ana de la Tour', 'Bonjour Ana de la Tour,'],
    ['Zoé', 'Bonjour Zoé,'],
    ['@all Durand', 'Bonjour @all Durand,'],
    ['Camille 🙂', 'Bonjour Camille 🙂,'],
  ])('calls %s by what is sure', (name, expected) => {
    const letter = answerLetter(contextFor('agent'), 'application', name)
    expect(letter.split('\n')[0]).toBe(expected)
  })
})
