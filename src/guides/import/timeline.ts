/** The minutes of an imported guide: those that the page gives, and a share for the rest. */
import type { Question, Section } from '../guide.ts'
import { plan, type TimedSection } from './finish.ts'
import type { FoundGuide, ImportedSection, Span } from './imported.ts'
import { clean, cut } from './limits.ts'
import { introductionIn } from './minutes.ts'
import { CLOSING } from './prose.ts'

/** A question for the file, with the theme that it stands under in the page. */
export interface ThemedQuestion {
  readonly theme?: string
  readonly question: Question
}

export interface Timeline {
  readonly script: readonly Section[]
  /** Sections of the page whose words are in the script. */
  readonly used: ReadonlySet<ImportedSection>
  /** How long it lasts at most. */
  readonly end: number
}

const LONGEST_TITLE = 80
const WELCOME = 'Présente-toi et annonce le déroulé.'
const ASK = 'Pose les questions dans cet ordre, ou dans celui de la conversation.'

interface Slot {
  readonly span: Span
  readonly title: string
  readonly text: string
  readonly questions: readonly Question[]
  readonly from?: ImportedSection
}

/** Expects at least one question. */
export function timelineOf(found: FoundGuide, questions: readonly ThemedQuestion[]): Timeline {
  const { stage, own, duration } = found
  const small = stage === 'references' ? 1 : 2
  const intro = plan(own).find(({ text }) => introductionIn(text) !== undefined)
  const moments = plan(own).filter((moment) => moment !== intro)
  const closing = own.find(({ title }) => title === CLOSING)
  const isPlanned = moments.length > 1
  const welcome = intro ?? (isPlanned ? undefined : WELCOME)
  const slots: Slot[] = [
    ...(welcome === undefined ? [] : [opening(welcome, small)]),
    ...(isPlanned ? planned(moments, questions) : themed(own, questions)),
    ...(closing === undefined ? [] : [slot(closing, { min: 1, max: small + 1 })]),
  ]
  const minutes = allot(
    slots.map(({ span }) => span),
    duration.max,
  )
  let clock = 0
  const script = slots.map(({ title, text, questions }, index): Section => {
    const from = clock
    clock += minutes[index] ?? 1
    return { title: shortTitle(title), from, to: clock, text: clean(text), questions }
  })
  return { script, used: new Set(slots.flatMap(({ from }) => from ?? [])), end: clock }
}

function opening(intro: ImportedSection | string, minutes: number): Slot {
  const title = 'Introduction'
  if (typeof intro === 'string') {
    return { span: { min: minutes, max: minutes }, title, text: intro, questions: [] }
  }
  return { ...slot(intro, intro.duration ?? { min: minutes, max: minutes }), title }
}

function slot(section: ImportedSection, span: Span, questions: readonly Question[] = []): Slot {
  return { span, title: section.title, text: section.text, questions, from: section }
}

/** The page's own moments; questions go to the first that can hold them, or to the longest. */
function planned(
  moments: readonly TimedSection[],
  questions: readonly ThemedQuestion[],
): readonly Slot[] {
  const longest = moments.toSorted((a, b) => b.duration.max - a.duration.max)[0]
  const isCase = moments.some(({ text }) => /consigne|cas pratique/i.test(text))
  const host = isCase ? moments[0] : longest
  return moments.map((moment) => ({
    ...slot(moment, moment.duration, moment === host ? questions.map((one) => one.question) : []),
    title: capitalised(moment.title),
  }))
}

/** One section per theme, of equal length; one for all if there are none. */
function themed(
  own: readonly ImportedSection[],
  questions: readonly ThemedQuestion[],
): readonly Slot[] {
  const themes = [...new Set(questions.map(({ theme }) => theme))]
  return themes.map((theme): Slot => {
    const section = own.find(({ title, text }) => title === theme && text !== '')
    return {
      span: { min: 1, max: Number.MAX_SAFE_INTEGER },
      title: theme ?? 'Questions',
      text: section?.text ?? ASK,
      questions: questions.filter((one) => one.theme === theme).map(({ question }) => question),
      ...(section && { from: section }),
    }
  })
}

/** Shares the length of a meeting: as much as each part may take, less in proportion when it is too long. */
function allot(spans: readonly Span[], total: number): readonly number[] {
  const open = spans.filter(({ max }) => max === Number.MAX_SAFE_INTEGER).length
  const fixed = sum(spans.map(({ max }) => (max === Number.MAX_SAFE_INTEGER ? 0 : max)))
  const wanted = spans.map(({ min, max }) =>
    max === Number.MAX_SAFE_INTEGER ? Math.max((total - fixed) / open, min) : max,
  )
  const excess = sum(wanted) - total
  const slack = sum(wanted.map((max, index) => max - (spans[index]?.min ?? max)))
  // What cannot be taken from what is optional makes the meeting longer.
  const share = slack === 0 ? 0 : Math.min(Math.max(excess, 0) / slack, 1)
  let exact = 0
  let clock = 0
  return wanted.map((max, index) => {
    exact += max - share * (max - (spans[index]?.min ?? max))
    const minutes = Math.max(Math.round(exact) - clock, 1)
    clock += minutes
    return minutes
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function shortTitle(title: string): string {
  const one = clean(title)
  return one.length <= LONGEST_TITLE ? one : `${cut(one, LONGEST_TITLE - 1).head}…`
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
