/** Guides being read: passages come in the order of the page and are put together here. */
import type { Stage } from '../../process/vocabulary.ts'
import type {
  ImportedCriterion,
  ImportedGuide,
  ImportedQuestion,
  ImportedSection,
  Span,
} from './imported.ts'
import type { Place } from './places.ts'
import type { Title } from './piece.ts'

export interface DraftSection {
  readonly title: string
  duration: Span | null
  /** Paragraphs; the lines of a list start with a dash. */
  readonly texts: string[]
}

export interface Draft {
  readonly craft: ImportedGuide['craft']
  readonly stage: Stage
  duration: Span | undefined
  readonly sections: DraftSection[]
  readonly questions: ImportedQuestion[]
  readonly criteria: ImportedCriterion[]
  readonly warnings: string[]
  /** The titles under which its questions, criteria or plan stand. */
  readonly origins: Place[]
}

/** What a page says of one craft, or of all, outside of any guide. */
export interface General {
  readonly crafts: Place['crafts']
  readonly sections: DraftSection[]
  duration: Span | undefined
  /** The same words with their lines, should they find no guide to go with. */
  readonly passages: Passage[]
}

interface Passage {
  readonly text: string
  readonly at: readonly number[]
}

export interface Drafts {
  readonly guides: Map<string, Draft>
  readonly general: Map<string, General>
  /** On bias, for every guide. */
  readonly bias: string[]
}

export function newDrafts(): Drafts {
  return { guides: new Map(), general: new Map(), bias: [] }
}

/** A craft's page without stages is about the interview. */
const USUAL_STAGE: Stage = 'interview'

/** The guides that a place is about: two when deployment is not told by level. */
export function draftsAt(place: Place, { guides }: Drafts): readonly Draft[] {
  const stage = place.stage ?? USUAL_STAGE
  return (place.crafts ?? (['generic'] as const)).map((craft) => {
    const key = `${craft}/${stage}`
    const known = guides.get(key)
    if (known !== undefined) return known
    const draft: Draft = {
      craft,
      stage,
      duration: undefined,
      sections: [],
      questions: [],
      criteria: [],
      warnings: [],
      origins: [],
    }
    guides.set(key, draft)
    return draft
  })
}

export function generalAt({ crafts }: Place, { general }: Drafts): General {
  const key = crafts?.join('+') ?? ''
  const known = general.get(key)
  if (known !== undefined) return known
  const made: General = { crafts, sections: [], duration: undefined, passages: [] }
  general.set(key, made)
  return made
}

const UNTITLED = 'Présentation'

/** Adds a passage under its title, to the section that has just been written if it is the same one. */
export function addText(
  sections: DraftSection[],
  title: Title | string | undefined,
  text: string,
  duration: Span | null = null,
): void {
  const name = typeof title === 'string' ? title : (title?.text ?? UNTITLED)
  const last = sections.findLast((section) => section.title === name && section.duration === null)
  if (last !== undefined && duration === null) last.texts.push(text)
  else sections.push({ title: name, duration, texts: [text] })
}

export function closeSection({ title, duration, texts }: DraftSection): ImportedSection {
  const text = texts.reduce((all, one) => `${all}${one.startsWith('- ') ? '\n' : '\n\n'}${one}`, '')
  return { title, duration, text: text.trim() }
}
