/** What a guide is, once read and checked. */
import type { Craft, Fact, Level, Stage, Weight } from '../process/vocabulary.ts'

/** A criterion that the guide proposes for the framing. */
export interface GuideCriterion {
  /** Stable within the craft: the same criterion has the same id in every guide of that craft. */
  readonly id: string
  /** A sentence about the person. */
  readonly label: string
  /** What it belongs with, for crafts whose skills come grouped. */
  readonly family?: string
  readonly weight: Weight
  readonly mandatory: boolean
  /** What each level looks like for this criterion, from 0 to 3. */
  readonly anchors: Readonly<Record<Level, string>>
}

export interface Question {
  /** Stable within the guide. */
  readonly id: string
  /** What to ask about, in one sentence. */
  readonly title: string
  /** What the question is for. */
  readonly purpose: string
  readonly tip?: string
  /** Ready-made wordings. May hold `[placeholders]` that the interviewer fills in. */
  readonly examples: readonly string[]
  /** Ids of the criteria that it gives evidence for. */
  readonly criteria: readonly string[]
  readonly facts: readonly Fact[]
}

/** A timed part of the meeting. */
export interface Section {
  readonly title: string
  /** Minutes from the start of the meeting. */
  readonly from: number
  readonly to: number
  /** What the interviewer does or says, one paragraph. */
  readonly text: string
  readonly questions: readonly Question[]
}

export interface Guide {
  /** `generic` is the fallback for every craft that has no guide of its own. */
  readonly craft: Craft | 'generic'
  readonly stage: Stage
  readonly title: string
  /** One sentence. */
  readonly aim: string
  /** Minutes. */
  readonly duration: { readonly min: number; readonly max: number }
  readonly script: readonly Section[]
  readonly criteria: readonly GuideCriterion[]
  readonly warnings: readonly string[]
}

/** Every guide that was loaded, by craft and stage. */
export interface Guides {
  /** The guide of that craft, else the generic one; `fallback` says which it was. */
  find(craft: Craft, stage: Stage): { readonly guide: Guide; readonly fallback: boolean }
  /**
   * The framing proposed for a craft: each criterion once, with every stage whose guide verifies it.
   * Empty for a craft without guides of its own.
   */
  proposedFraming(craft: Craft): readonly (GuideCriterion & { readonly stages: readonly Stage[] })[]
}
