/** What a page says, as guides of the project's format; what the page lacks gets a plain default. */
import type { Guide, GuideCriterion } from '../guide.ts'
import { normalise } from '../words.ts'
import { fileCriteria, type Known, type Registry } from './file-criteria.ts'
import { fileQuestions } from './file-questions.ts'
import { isHollow } from './finish.ts'
import type { FoundGuide, ImportedSection } from './imported.ts'
import { clean, pieces } from './limits.ts'
import { durationIn } from './minutes.ts'
import { NOT_ASKED, ON_BIAS, titleOf, USUAL_AIM, USUAL_ANCHORS } from './names.ts'
import { timelineOf } from './timeline.ts'

export interface Todo {
  /** Criteria whose levels nobody has described yet, by identifier. */
  readonly levels: readonly string[]
  readonly criteria: boolean
  readonly questions: boolean
  readonly duration: boolean
}

export interface FileGuide {
  readonly guide: Guide
  readonly found: FoundGuide
  /** What a person should complete. */
  readonly todo: Todo
}

/** Guides that are already there, whose words must not be contradicted. */
export interface Around {
  /** Criteria of guides that the page does not replace. */
  readonly elsewhere: (craft: Guide['craft']) => Known
  /** Criteria of the guide that the page replaces, as somebody may have completed it. */
  readonly completed: (guide: Pick<Guide, 'craft' | 'stage'>) => Known
}

/** A guide for every craft and stage of the page that asks or verifies something. */
export function toGuides(guides: readonly FoundGuide[], around: Around): readonly FileGuide[] {
  const registry: Registry = new Map()
  return guides.filter((found) => !isHollow(found)).map((found) => toGuide(found, registry, around))
}

const SENTENCE = 300

function toGuide(found: FoundGuide, registry: Registry, around: Around): FileGuide {
  const { craft, stage } = found
  const { criteria, rest, missing } = fileCriteria(
    found,
    registry,
    around.elsewhere(craft),
    around.completed(found),
  )
  const asked = fileQuestions(found, criteria)
  const { script, used, end } = timelineOf(found, asked.questions)
  const { aim, others } = aimOf(found, used)
  const guide: Guide = {
    craft,
    stage,
    title: titleOf(found),
    aim,
    duration: { min: found.duration.min, max: Math.max(found.duration.max, end) },
    script,
    criteria,
    warnings: warningsOf(found, [...others, ...asked.rest, ...rest]),
  }
  return { guide, found, todo: todoOf(found, criteria, missing) }
}

const AIMS = /objectif|vocation|\bbut\b|est cle|permet|sert a\b/

/** The sentence that tells what the meeting is for, and what else the page says of it. */
function aimOf(
  found: FoundGuide,
  used: ReadonlySet<ImportedSection>,
): { readonly aim: string; readonly others: readonly string[] } {
  const texts = found.own
    .filter((section) => !used.has(section))
    .flatMap(({ title, text }) => (text === '' ? [clean(title)] : text.split('\n\n').map(clean)))
    .filter((text) => text !== '' && !isOnlyDuration(text))
  const sentences = texts.map((text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
  const all = sentences.flat()
  const aim = all.find((one) => AIMS.test(normalise(one)) && one.length <= SENTENCE)
  if (aim === undefined) return { aim: USUAL_AIM[found.stage], others: texts }
  const others = sentences.map((text) => text.filter((one) => one !== aim).join(' '))
  return { aim, others: others.filter((text) => text !== '') }
}

/** « Il faut compter 45 minutes. »: the header of the file says it. */
function isOnlyDuration(text: string): boolean {
  return text.length < 80 && durationIn(text) !== undefined
}

/** Bias and what may not be asked come last: a brief shows these two. */
function warningsOf(found: FoundGuide, others: readonly string[]): readonly string[] {
  const [bias = ON_BIAS, ...moreBias] = found.bias.flatMap((text) => pieces(clean(text), SENTENCE))
  const own = [...others, ...found.cautions, ...moreBias]
  return [...new Set([...own.flatMap((text) => pieces(clean(text), SENTENCE)), bias, NOT_ASKED])]
}

function todoOf(
  { questions, untimed }: FoundGuide,
  criteria: readonly GuideCriterion[],
  missing: boolean,
): Todo {
  const usual = criteria.filter(({ anchors }) => anchors[3] === USUAL_ANCHORS[3])
  return {
    levels: missing ? [] : usual.map(({ id }) => id),
    criteria: missing,
    questions: questions.length === 0,
    duration: untimed,
  }
}
