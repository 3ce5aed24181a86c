/** What people write beside a criterion. Accents, case and plural do not matter; apart by commas. */
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage, Weight } from '../../process/vocabulary.ts'
import { simplify } from '../command-words.ts'
import { STAGE_NAMES } from '../french/words.ts'

export interface Mark {
  readonly weight?: Weight | 'out-of-range'
  readonly mandatory?: boolean
  readonly stages?: readonly Stage[]
}

type Words = readonly (readonly [Mark, string])[]

const ALONE: Words = [
  [
    { weight: 3 },
    'déterminant, déterminante, maximal, maximale, maximum, max, essentiel, essentielle, très important, très importante',
  ],
  [{ weight: 2 }, 'important, importante, moyen, moyenne, medium, intermédiaire'],
  [
    { weight: 1 },
    'un plus, est un plus, serait un plus, bonus, faible, minimal, minimale, minimum, secondaire',
  ],
  [
    { mandatory: true },
    'obligatoire, impératif, impérative, indispensable, éliminatoire, rédhibitoire, requis, requise, must have',
  ],
  [
    { mandatory: false },
    'facultatif, facultative, optionnel, optionnelle, souhaité, souhaitée, souhaitable, nice to have',
  ],
  [{ stages: STAGES }, 'toutes les étapes, toutes'],
  [
    { stages: ['prequalification'] },
    'préqualif, préqual, pré qualification, pré qualif, entretien de préqualification',
  ],
  [{ stages: ['interview'] }, 'entretien'],
  [{ stages: ['case-study'] }, 'étude de cas, cas pratique'],
  [
    { stages: ['collaboration'] },
    'collaboration, adéquation, entretien de collaboration, entretien d adéquation, entretien sur le cadre de collaboration',
  ],
  [
    { stages: ['references'] },
    'références, contrôle de références, contact de référence, appel de référence',
  ],
  ...STAGES.map((stage): [Mark, string] => [{ stages: [stage] }, STAGE_NAMES[stage]]),
]

/** Said of a weight only after its name: elsewhere they would end many a sentence. */
const AFTER_WEIGHT: Words = [
  [{ weight: 3 }, 'fort, forte, élevé, élevée, haut, haute, critique, trois'],
  [{ weight: 2 }, 'normal, normale, deux'],
  [{ weight: 1 }, 'bas, basse, un'],
]

/** Marks by their words, simplified. */
export const MARKS_ALONE: ReadonlyMap<string, Mark> = byPhrase(ALONE)
export const MARKS_OF_WEIGHT: ReadonlyMap<string, Mark> = byPhrase([...ALONE, ...AFTER_WEIGHT])
export const LONGEST_PHRASE = 6

export const WEIGHT_NAMES = simplified(
  'poids, pondération, coefficient, coef, coeff, importance, priorité, x, ×',
)
export const NEGATIONS = simplified('non, pas')
/** What stands around marks: « étapes : … », « vérifié pendant l’entretien ». */
export const CONNECTORS = simplified(
  'et, ou, puis, critère, étape, vérifié, vérifiée, évalué, évaluée, testé, testée, en, à, au, pendant, durant, lors, dans, par, dès',
)
/** Only after a connector: « l’entretien » may be part of the sentence. */
export const ARTICLES = simplified('l, le, la, les, de, du, d')
/** Stage names that mean nothing else, so that they never end a sentence by chance. */
export const OWN_NAMES = simplified(
  'préqualification, préqualif, préqual, entretien métier, prise de références',
)

export const YES = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', 'x', '1', '✓', '✔', '☑', '✅'])
export const NO = new Set(['non', 'n', 'no', 'faux', 'false', '0', '✗', '✘', '❌', '☐'])

/** Words of a phrase as they are looked up. */
export function phrase(words: readonly string[]): string {
  return words.map(simplify).join(' ')
}

function simplified(list: string): ReadonlySet<string> {
  return new Set(list.split(', ').map((words) => phrase(words.split(' '))))
}

function byPhrase(words: Words): ReadonlyMap<string, Mark> {
  return new Map(
    words.flatMap(([mark, list]) =>
      [...simplified(list)].map((one): [string, Mark] => [one, mark]),
    ),
  )
}
