/** What was read under each title, as whole guides. */
import { CRAFTS, STAGES, type Stage } from '../../process/vocabulary.ts'
import { closeSection, type Draft, type Drafts, type General } from './drafts.ts'
import type {
  FoundGuide,
  GeneralText,
  ImportedGuide,
  ImportedSection,
  Span,
  Unplaced,
} from './imported.ts'

/** What the process plans for each stage, when the page does not say. */
const USUAL: Readonly<Record<Stage, Span>> = {
  prequalification: { min: 20, max: 30 },
  interview: { min: 45, max: 60 },
  'case-study': { min: 60, max: 60 },
  collaboration: { min: 45, max: 60 },
  references: { min: 10, max: 15 },
}

export interface Finished {
  readonly guides: readonly FoundGuide[]
  readonly general: readonly GeneralText[]
  readonly unplaced: readonly Unplaced[]
  /** Lines of the source. */
  readonly placed: readonly number[]
}

/** Guides in the order of the process; words about the page or a craft go with each guide concerned. */
export function finish(drafts: Drafts): Finished {
  const general = [...drafts.general.values()]
  const guides = [...drafts.guides.values()]
  // A craft that only sends to another page is known all the same.
  const links = general.filter((one) => isLink(one) && !guides.some((draft) => isAbout(one, draft)))
  const all = [...guides, ...links.flatMap(linkDrafts)]
  const withGeneric = all.some(({ craft }) => craft === 'generic')
  const goesWith = (one: General, draft: Draft): boolean =>
    one.crafts === undefined ? !withGeneric || draft.craft === 'generic' : isAbout(one, draft)
  const placed = general.filter((one) => all.some((draft) => goesWith(one, draft)))
  const lost = general.filter((one) => !placed.includes(one))
  return {
    guides: all.toSorted(byProcess).map((draft) =>
      found(
        draft,
        general.filter((one) => goesWith(one, draft)),
        drafts.bias,
      ),
    ),
    general: placed.map(({ crafts, sections }) => ({
      ...(crafts?.[0] && { craft: crafts[0] }),
      sections: sections.map(closeSection),
    })),
    placed: placed.flatMap(({ passages }) => passages.flatMap(({ at }) => at)),
    unplaced: lost.flatMap(({ passages }) =>
      passages.map(({ text, at }) => ({ line: at[0] ?? 1, text })),
    ),
  }
}

function found(draft: Draft, around: readonly General[], bias: readonly string[]): FoundGuide {
  const { craft, stage, questions, criteria, warnings } = draft
  const duration = durationOf(draft, around)
  const own = draft.sections.map(closeSection)
  return {
    craft,
    stage,
    duration: duration ?? USUAL[stage],
    sections: [...around.flatMap(({ sections }) => sections.map(closeSection)), ...own],
    questions,
    criteria,
    warnings: [...warnings, ...bias],
    own,
    cautions: warnings,
    bias,
    untimed: duration === undefined,
  }
}

function isAbout({ crafts }: General, { craft }: Draft): boolean {
  return crafts?.some((one) => one === craft) ?? false
}

function isLink({ crafts, passages }: General): boolean {
  const address = /\((?:https?:|\.{0,2}\/|[\w-]+\/)\S*\)|\(\S+\.md\S*\)/
  return crafts !== undefined && passages.some(({ text }) => address.test(text))
}

function linkDrafts({ crafts = [] }: General): readonly Draft[] {
  return crafts.map((craft) => ({
    craft,
    stage: 'interview',
    duration: undefined,
    sections: [],
    questions: [],
    criteria: [],
    warnings: [],
    origins: [],
  }))
}

function durationOf(draft: Draft, around: readonly General[]): Span | undefined {
  const said = draft.duration ?? around.find(({ duration }) => duration !== undefined)?.duration
  if (said !== undefined) return said
  const spans = draft.sections.flatMap(({ duration }) => duration ?? [])
  // An introduction alone is no plan.
  if (spans.length < 2) return undefined
  const sum = (key: keyof Span): number => spans.reduce((total, span) => total + span[key], 0)
  return { min: sum('min'), max: sum('max') }
}

function byProcess(a: Draft, b: Draft): number {
  return (
    CRAFT_ORDER.indexOf(a.craft) - CRAFT_ORDER.indexOf(b.craft) ||
    STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)
  )
}

const CRAFT_ORDER = ['generic', ...CRAFTS]

/** Only text: a guide that would ask nothing and verify nothing. */
export function isHollow({ questions, criteria, sections }: ImportedGuide): boolean {
  return questions.length === 0 && criteria.length === 0 && plan(sections).length < 2
}

export type TimedSection = ImportedSection & { readonly duration: Span }

/** The timed sections. */
export function plan(sections: readonly ImportedSection[]): readonly TimedSection[] {
  return sections.filter((section): section is TimedSection => section.duration !== null)
}
