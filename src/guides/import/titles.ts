/** What a title of the page announces, by its meaning rather than by its exact words. */
import type { Stage } from '../../process/vocabulary.ts'
import { craftsOf, isCraftWord, type Crafts } from './crafts.ts'
import type { Line } from './lines.ts'
import { hasWord, titleWords } from './title-words.ts'

/** A part of a guide, or of the page. */
export type Part = 'criteria' | 'script' | 'bias'

export interface Meaning {
  /** It only says that guides follow, by stage or by craft. */
  readonly shelf?: 'stages' | 'crafts'
  readonly crafts?: Crafts
  readonly stage?: Stage
  readonly part?: Part
}

export function meaningOf(title: string): Meaning {
  const words = titleWords(title)
  const shelf = shelfOf(words)
  if (shelf !== undefined) return { shelf }
  const crafts = craftsOf(title)
  const stage = stageOf(words)
  const part = stage === undefined ? partOf(words) : undefined
  return { ...(crafts && { crafts }), ...(stage && { stage }), ...(part && { part }) }
}

function shelfOf(words: readonly string[]): Meaning['shelf'] {
  const guides = ['guide', 'guides', 'trame', 'trames', 'entretien', 'entretiens', 'kits']
  if (!hasWord(words, ...guides) || !words.includes('par')) return undefined
  if (hasWord(words, 'etape', 'etapes')) return 'stages'
  return hasWord(words, 'metier', 'metiers', 'profil', 'profils') ? 'crafts' : undefined
}

interface StageWords {
  readonly stage: Stage
  /** Each alternative is words that must all be there, in any order. */
  readonly any: readonly string[]
}

const STAGE_WORDS: readonly StageWords[] = [
  {
    stage: 'prequalification',
    any: [
      'prequalification',
      'prequalif',
      'pre qualification',
      'preselection',
      'premier entretien',
    ],
  },
  {
    stage: 'references',
    any: [
      'prise reference',
      'prise references',
      'appel references',
      'contact reference',
      'references',
    ],
  },
  {
    stage: 'case-study',
    any: ['mise situation', 'mises situation', 'cas pratique', 'etude cas', 'test technique'],
  },
  {
    stage: 'collaboration',
    any: [
      'collaboration',
      'adequation',
      'culturelle',
      'culturel',
      'culture fit',
      'rencontre equipe',
    ],
  },
  {
    stage: 'interview',
    any: [
      'intra',
      'entretien metier',
      'entretien technique',
      'entretien approfondi',
      'entretien expert',
    ],
  },
]

/** A title that says much more than its stage is about something else. */
const MOST_OTHER_WORDS = 4

const SMALL = new Set(
  'l la le les un une d de du des et au aux en a sur avec par pour etape'.split(' '),
)

function stageOf(words: readonly string[]): Stage | undefined {
  for (const { stage, any } of STAGE_WORDS) {
    const found = any.find((wanted) => wanted.split(' ').every((word) => hasWord(words, word)))
    if (found === undefined) continue
    const others = words.filter((word) => !SMALL.has(word) && !hasWord(found.split(' '), word))
    if (others.length <= MOST_OTHER_WORDS) return stage
  }
  return undefined
}

function partOf(words: readonly string[]): Part | undefined {
  if (hasWord(words, 'biais')) return 'bias'
  if (hasWord(words, 'critere', 'criteres', 'competence', 'competences')) return 'criteria'
  if (hasWord(words, 'trame', 'trames', 'canevas', 'deroule', 'deroulement', 'chapitrage')) {
    return 'script'
  }
  const guide = hasWord(words, 'guide', 'plan') && hasWord(words, 'entretien', 'entretiens')
  const questions = hasWord(words, 'questions') && words.length <= 4
  return guide || questions ? 'script' : undefined
}

const PART_WORDS =
  'biais attention critere criteres competence competences trame trames canevas deroule deroulement chapitrage guide plan entretien entretiens questions cette l etape etapes kits intra culture culturelle'.split(
    ' ',
  )

/** Whether a title that means something to us says something else besides. */
export function saysMore(title: string): boolean {
  const known = [
    ...STAGE_WORDS.flatMap(({ any }) => any).flatMap((one) => one.split(' ')),
    ...PART_WORDS,
  ]
  return titleWords(title).some(
    (word) => !SMALL.has(word) && !isCraftWord(word) && !hasWord([word], ...known),
  )
}

/** Names of parts that lost their mark of a title, as they stand in published pages. */
const PART_NAMES = new Set([
  'la trame',
  'trame',
  'criteres evalues a cette etape',
  'criteres evalues',
  'criteres de recrutement',
  'guide d entretien',
])

/** Whether these words are the name of a part and nothing else, so a title even without a mark. */
export function isPartName(text: string): boolean {
  return text.length <= 40 && PART_NAMES.has(titleWords(text).join(' '))
}

function isShortPart(text: string): boolean {
  return text.length <= 40 && /\p{Ll}/u.test(text) && meaningOf(text).part !== undefined
}

/** Cuts off the name of a part that editing glued to the end, or to the start, of other words. */
export function splitGlued(line: Line): readonly Line[] {
  const { text } = line
  const starts = [...text.matchAll(/\p{Lu}/gu)].map(({ index }) => index).filter((at) => at > 0)
  for (const at of starts) {
    const before = text.slice(0, at)
    const name = text.slice(at)
    const rest = { ...line, text: before.replace(/[\s–—-]+$/, '') }
    const glued = !/\s$/.test(before)
    if (rest.text !== '' && (isPartName(name) || (glued && isShortPart(name)))) {
      return [rest, named(line, name)]
    }
    if (glued && isShortPart(before)) {
      return [named(line, before), { ...line, text: name, bold: false, lead: '' }]
    }
  }
  return [line]
}

function named(line: Line, name: string): Line {
  return { ...line, text: name, lead: '', bullet: false }
}
