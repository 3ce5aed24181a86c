/** Questions of the page as questions of a guide file. */
import { FACTS, type Fact } from '../../process/vocabulary.ts'
import type { Question } from '../guide.ts'
import { ANY_CRITERION } from '../proof.ts'
import { normalise } from '../words.ts'
import type { FileCriterion } from './file-criteria.ts'
import { freeIdentifier } from './identifiers.ts'
import type { FoundGuide, ImportedQuestion } from './imported.ts'
import { clean, cut, pieces } from './limits.ts'
import { withProductsMarked } from './others.ts'
import type { ThemedQuestion } from './timeline.ts'

const TITLE = 80
const SENTENCE = 300
const EXAMPLE = 600

const USUAL_PURPOSE = 'Recueillir des faits sur ce point.'

export interface FileQuestions {
  readonly questions: readonly ThemedQuestion[]
  /** Words of the page that no line of a question can hold. */
  readonly rest: readonly string[]
}

/** At least one question; every criterion is named by one at least. */
export function fileQuestions(
  found: FoundGuide,
  criteria: readonly FileCriterion[],
): FileQuestions {
  const ids = new Set<string>()
  const rest: string[] = []
  const verify = verifying(found)
  const asked = found.questions.map((question): ThemedQuestion => {
    const names = verify.has(question) ? [...criteria.map(({ id }) => id), ANY_CRITERION] : []
    const theme = question.section
    const made = fileQuestion(found, question, names, ids, rest)
    return { question: made, ...(theme === undefined ? {} : { theme }) }
  })
  return { questions: asked.length > 0 ? asked : perFamily(criteria, ids), rest }
}

function fileQuestion(
  found: FoundGuide,
  question: ImportedQuestion,
  criteria: readonly string[],
  ids: Set<string>,
  rest: string[],
): Question {
  const { title, more } = shortTitle(clean(question.title))
  const tip = clean(question.tip ?? '')
  // « le but est de… » says what the question is for, when nothing else does.
  const isPurpose = more === '' && /^(?:le|son) but\b/i.test(tip)
  const [purpose = USUAL_PURPOSE, ...morePurpose] = pieces(isPurpose ? tip : more, SENTENCE)
  const [advice, ...moreAdvice] = isPurpose ? [] : pieces(tip, SENTENCE)
  rest.push(...[...morePurpose, ...moreAdvice].flatMap((text) => pieces(text, SENTENCE)))
  const id = freeIdentifier(title, (id) => ids.has(id))
  ids.add(id)
  return {
    id,
    title,
    purpose,
    ...(advice === undefined ? {} : { tip: advice }),
    examples: question.examples.flatMap((example) =>
      pieces(clean(withProductsMarked(example, question.otherProducts)), EXAMPLE),
    ),
    criteria,
    facts: factsOf(found, question),
  }
}

/** The first words, and the rest, for the line under them. */
function shortTitle(text: string): { readonly title: string; readonly more: string } {
  const parts = /^(.{3,80}?[^\s:.?!])(?:\s*:\s+|(?<=[\p{L})\]])\.\s+|(?<=[?!])\s+)(\S.*)$/su.exec(
    text,
  )
  if (text.length <= TITLE) return { title: text, more: '' }
  if (parts?.[1] !== undefined && parts[2] !== undefined) return { title: parts[1], more: parts[2] }
  const { head, rest } = cut(text, TITLE - 1)
  return { title: `${head.replace(/[.,;:]+$/, '')}…`, more: `…${rest}` }
}

const VERIFIES =
  /competence|critere|cas pratique|mise en situation|cadre de collaboration|investigation|evaluation/

/** The questions made to give evidence: by what they say, else the first ones. */
function verifying({ questions }: FoundGuide): ReadonlySet<ImportedQuestion> {
  const said = questions.filter(({ title }) => VERIFIES.test(normalise(title)))
  return new Set(said.length > 0 ? said : questions.slice(0, 1))
}

/** A page that only lists criteria: one question per family, to be written. */
function perFamily(criteria: readonly FileCriterion[], ids: Set<string>): ThemedQuestion[] {
  const families = [...new Set(criteria.map(({ family }) => family))]
  return (families.length === 0 ? [undefined] : families).map((family, index) => {
    const title = family ?? 'Les critères de cet entretien'
    const id = freeIdentifier(title, (one) => ids.has(one))
    ids.add(id)
    const own = criteria.filter((one) => one.family === family).map((one) => one.id)
    const question = {
      id,
      title,
      purpose: 'Trouver une preuve pour chacun de ces critères.',
      examples: [],
      criteria: index === 0 ? [...own, ANY_CRITERION] : own,
      facts: [],
    }
    return { question }
  })
}

const FACT_WORDS: Readonly<Record<Fact, RegExp>> = {
  availability: /disponib/,
  rhythm: /rythme|jours par semaine/,
  'remote-work': /teletravail|distanciel/,
  'references-agreed': /reference/,
  'other-processes': /autres? (?:demarche|processus|piste)/,
  price: /\bcout|\btjm\b|tarif|remuneration|salaire|\bprix\b/,
}

/** Practical facts are collected at prequalification, in the question that is about several of them. */
function factsOf({ stage }: FoundGuide, { title, examples }: ImportedQuestion): readonly Fact[] {
  if (stage !== 'prequalification') return []
  return factsIn(title).length < 2 ? [] : factsIn([title, ...examples].join(' '))
}

function factsIn(text: string): readonly Fact[] {
  return FACTS.filter((fact) => FACT_WORDS[fact].test(normalise(text)))
}
