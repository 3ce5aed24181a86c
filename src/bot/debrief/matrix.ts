/** The levels of an opened debrief as one picture: criteria by scorers, widest disagreements first. */
import type { Answer } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Sheet, SheetCell } from '../../pictures/sheet.ts'
import { summarise } from '../../process/debrief.ts'
import { VALIDATED } from '../../process/levels.ts'
import { notesOf } from '../../process/scorecard.ts'
import type { Sign, Subject, Verdict } from '../../process/scorecard.ts'
import { stagesOf } from '../../process/recruitment.ts'
import { say } from '../desk.ts'
import { viewOf } from '../interviews/view.ts'
import { subjectsOf } from '../notes/subjects.ts'
import type { NamedSubject } from '../notes/subjects.ts'
import { RECOMMENDATION_NAMES, SIGN_NAMES } from '../notes/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call } from '../topic.ts'
import { judgementOf, notesFor } from './written.ts'
import type { Notes } from './written.ts'

/** Sends the picture, and the same in words, to someone who may know the levels. */
export async function sendMatrix(call: About<Call>, id: string): Promise<Answer> {
  const { desk, on, by } = call
  const view = await viewOf(desk, on, id, by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  const { interview, candidate, stage } = view
  const notes = interview.openedAt ? await notesFor(desk, on, interview, by) : []
  const judged = notes.flatMap((one) => (one.verdict ? [{ ...one, verdict: one.verdict }] : []))
  if (judged.length === 0 || judged.length < notes.length) {
    return say(
      'Les niveaux ne sont pas encore lisibles pour toi. `/recrutement débrief` te dit ce qui manque.',
    )
  }
  const rows = inOrder(await subjectsOf(desk, on, interview, by), judged)
  const { gives } = notesOf(stagesOf(interview))
  const sheet: Sheet = {
    title: `${stage} · ${candidate}`,
    about: gives === 'levels' ? LEVELS_LEGEND : SIGNS_LEGEND,
    columns: judged.map(({ name }) => name),
    rows: rows.map(({ subject, split }) => ({
      label: subject.label,
      ...asideOf(subject, split),
      cells: judged.map(({ verdict }) => cellOf(subject.id, verdict)),
    })),
    notes: recommendationsIn(judged),
  }
  const content = await desk.draw(sheet)
  return {
    kind: 'private',
    message: {
      headline: text`Les niveaux d’un coup d’œil : ${stage}, ${candidate}.`,
      blocks: [
        { kind: 'bullets', items: rows.map(({ subject }) => inWords(subject, judged)) },
        ...recommendationsIn(judged).map((said) => ({ kind: 'text' as const, text: [said] })),
      ],
      files: [{ name: 'niveaux.png', type: 'image/png', content }],
    },
  }
}

const LEVELS_LEGEND =
  'Niveaux de 0 à 3. Plein : validé. Creux : non validé. Pointillé : non évalué.'
const SIGNS_LEGEND = '+ confirme, ± nuance, × contredit. Pointillé : pas abordé.'
const SIGN_MARKS: Readonly<Record<Sign, string>> = {
  confirms: '+',
  qualifies: '±',
  contradicts: '×',
}

interface Judged extends Notes {
  readonly verdict: Verdict
}

interface Row {
  readonly subject: NamedSubject
  /** Scorers stand on both sides of « validé ». */
  readonly split: boolean
}

/** Doubts first, then criteria by how far apart scorers stand. */
function inOrder(subjects: readonly NamedSubject[], judged: readonly Judged[]): readonly Row[] {
  const criteria = subjects.flatMap(({ criterion }) => (criterion ? [criterion] : []))
  const verdicts = Object.fromEntries(judged.map(({ scorer, verdict }) => [scorer, verdict]))
  const { lines, split } = summarise(criteria, verdicts)
  const place = new Map(lines.map(({ criterion }, i) => [criterion.id, i]))
  return subjects
    .toSorted((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1))
    .map((subject) => ({ subject, split: split.includes(subject.id) }))
}

function asideOf({ criterion }: NamedSubject, split: boolean): { readonly aside?: string } {
  const parts = [
    ...(criterion ? [`poids ${criterion.weight}`] : []),
    ...(criterion?.mandatory ? ['obligatoire'] : []),
    ...(split ? ['avis partagés'] : []),
  ]
  return parts.length === 0 ? {} : { aside: parts.join(' · ') }
}

function cellOf(id: Subject, { levels, signs }: Verdict): SheetCell {
  const level = levels[id]
  if (level !== undefined && level !== null) {
    return { text: String(level), frame: level < VALIDATED ? 'hollow' : 'full' }
  }
  const sign = signs[id]
  if (sign) return { text: SIGN_MARKS[sign], frame: sign === 'confirms' ? 'full' : 'hollow' }
  return { text: '–', frame: 'dashed' }
}

function inWords({ id, label }: NamedSubject, judged: readonly Judged[]): Text {
  const said = judged.map(({ name, verdict }) => `${name} ${inShort(id, verdict)}`)
  return text`${label} : ${said.join(', ')}`
}

function inShort(id: Subject, verdict: Verdict): string {
  const level = verdict.levels[id]
  if (level !== undefined && level !== null) return String(level)
  const sign = verdict.signs[id]
  return sign ? SIGN_NAMES[sign] : (judgementOf(id, verdict) ?? 'rien')
}

function recommendationsIn(judged: readonly Judged[]): readonly string[] {
  const said = judged.flatMap(({ name, verdict: { recommendation } }) =>
    recommendation ? [`${name} : ${RECOMMENDATION_NAMES[recommendation]}`] : [],
  )
  return said.length === 0 ? [] : [`Recommandations : ${said.join(' ; ')}.`]
}
