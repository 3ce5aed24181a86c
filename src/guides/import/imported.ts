/** What the importer reads from a published page, before it becomes guide files. */
import type { Craft, Stage } from '../../process/vocabulary.ts'

/** Minutes. */
export interface Span {
  readonly min: number
  readonly max: number
}

/** A passage of a guide under one title; `duration` is null when the page gives it no time. */
export interface ImportedSection {
  readonly title: string
  readonly duration: Span | null
  readonly text: string
}

export interface ImportedQuestion {
  /** The page's own words, however long. */
  readonly title: string
  /** The theme that it stands under, where the page has themes. */
  readonly section?: string
  readonly tip?: string
  readonly examples: readonly string[]
  /** Passages `[between brackets]` that somebody has to fill in. */
  readonly placeholders: readonly string[]
  /** Names of products that the examples were written for. */
  readonly otherProducts: readonly string[]
}

export interface ImportedCriterion {
  readonly label: string
  readonly family?: string
}

export interface ImportedGuide {
  readonly craft: Craft | 'generic'
  readonly stage: Stage
  readonly duration: Span
  readonly sections: readonly ImportedSection[]
  readonly questions: readonly ImportedQuestion[]
  readonly criteria: readonly ImportedCriterion[]
  readonly warnings: readonly string[]
}

/** A passage that belongs to no guide, with its line in the page. */
export interface Unplaced {
  readonly line: number
  readonly text: string
}

/** A guide with what its file needs to know of the page. */
export interface FoundGuide extends ImportedGuide {
  /** Its own sections: not those about the page or the whole craft. */
  readonly own: readonly ImportedSection[]
  /** Its own warnings, and those on bias that the page gives for all. */
  readonly cautions: readonly string[]
  readonly bias: readonly string[]
  /** The page gives no duration: this is the usual one of the stage. */
  readonly untimed: boolean
}

/** What the page says of itself, or of a craft, outside of any guide. */
export interface GeneralText {
  readonly craft?: Craft
  readonly sections: readonly ImportedSection[]
}

export interface ImportedPage {
  readonly guides: readonly FoundGuide[]
  readonly general: readonly GeneralText[]
  readonly unplaced: readonly Unplaced[]
  /** The charset that the page had been decoded with by mistake, if any. */
  readonly repaired?: string
  /** How many lines have words, and how many of these went into guides. */
  readonly lines: { readonly all: number; readonly placed: number }
}
