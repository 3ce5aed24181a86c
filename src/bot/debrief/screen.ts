/** An opened debrief, as its reader may see it: disagreements first, evidence next to evidence. */
import type { Block } from '../../chat/port.ts'
import { bold, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { summarise } from '../../process/debrief.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import type { Interview } from '../../process/recruitment.ts'
import { namesOf, read, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { enumerate, times } from '../french/words.ts'
import { subjectsOf } from '../notes/subjects.ts'
import type { NamedSubject } from '../notes/subjects.ts'
import type { Case, Desk } from '../topic.ts'
import { amendments } from './amendments.ts'
import { conclusions } from './conclusions.ts'
import { heldBlocks } from './held.ts'
import { independenceLine } from './record.ts'
import { judgementOf, notesFor } from './written.ts'
import type { Notes } from './written.ts'

export interface DebriefScreen {
  readonly blocks: readonly Block[]
  /** False when levels are kept from this reader. */
  readonly withLevels: boolean
}

/** The debrief of an opened interview. Whatever the seal withholds is simply not in it. */
export async function debriefBlocks(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<DebriefScreen> {
  const notes = await notesFor(desk, on, interview, reader)
  const withLevels = notes.every(({ verdict }) => verdict !== undefined)
  const subjects = await subjectsOf(desk, on, interview, reader)
  const criteria = subjects.flatMap(({ criterion }) => (criterion ? [criterion] : []))
  const verdicts = Object.fromEntries(
    notes.flatMap(({ scorer, verdict }) => (verdict ? [[scorer, verdict] as const] : [])),
  )
  const summary = summarise(criteria, withLevels ? verdicts : {})
  const nothing = subjects.filter(({ id }) =>
    notes.every(({ evidence }) => !evidence?.criteria[id]),
  )
  const name = (ids: readonly string[]) =>
    enumerate(subjects.filter(({ id }) => ids.includes(id)).map(({ label }) => `« ${label} »`))
  const widestFirst = new Map(summary.lines.map(({ criterion }, i) => [criterion.id, i]))
  const flags = [
    ...(summary.split.length > 0 ? [`Avis partagés : ${name(summary.split)}.`] : []),
    ...(summary.mandatoryNotValidated.length > 0
      ? [`Obligatoire et non validé : ${name(summary.mandatoryNotValidated)}.`]
      : []),
    ...(nothing.length > 0 ? [`Vérifié par personne : ${name(nothing.map(({ id }) => id))}.`] : []),
  ]
  return {
    withLevels,
    blocks: [
      {
        kind: 'bullets',
        items: [
          ...(await filedLines(desk, on, interview, reader, notes)),
          ...(await independenceLine(desk, on, interview)),
        ],
      },
      ...(flags.length > 0
        ? [{ kind: 'section' as const, title: 'À regarder d’abord', text: [flags.join('\n')] }]
        : []),
      ...subjects
        .toSorted((a, b) => (widestFirst.get(a.id) ?? -1) - (widestFirst.get(b.id) ?? -1))
        .map((subject) => subjectBlock(subject, notes)),
      ...conclusions(notes),
      ...amendments(notes, subjects),
      ...(await heldBlocks(desk, on, interview, reader)),
    ],
  }
}

async function filedLines(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
  notes: readonly Notes[],
): Promise<readonly Text[]> {
  const zone = reader === CHANNEL ? desk.defaultZone : await zoneOf(desk, reader)
  const now = desk.clock.now()
  const waived = Object.entries(interview.waivers)
  const names = await namesOf(
    desk,
    waived.map(([scorer]) => scorer),
  )
  const texts = await read(
    desk,
    on,
    reader,
    waived.map(([, { reason }]) => reason),
  )
  const changes = on.state.framing.changes.length
  return [
    ...notes.map(({ name, filings }): Text => {
      const [first] = filings
      return [`${name} : notes déposées ${first ? lastingMoment(first.at, zone, now) : ''}`]
    }),
    ...waived.map(([, { reason }], i): Text => [
      `${names[i] ?? ''} : dispense, ${texts.get('reason', reason) ?? ''}`,
    ]),
    ...(changes === 0
      ? []
      : [[`Le cadrage a changé ${times(changes)} depuis qu’il est clos.`] satisfies Text]),
  ]
}

function subjectBlock(subject: NamedSubject, notes: readonly Notes[]): Block {
  const { id, label, criterion } = subject
  const lines = notes.flatMap(({ name, evidence, verdict }): Text[] => {
    const judgement = judgementOf(id, verdict)
    const seen = evidence?.criteria[id]
    if (judgement === undefined && seen === undefined) return []
    const who = text`${bold(name)}${judgement === undefined ? '' : ` · ${judgement}`}`
    return [seen === undefined ? who : text`${who} : ${seen}`]
  })
  const title = criterion?.mandatory ? `${label} (obligatoire)` : label
  return {
    kind: 'section',
    title,
    text: lines.length === 0 ? [italic('Personne ne l’a évalué.')] : joinTexts(lines, '\n'),
  }
}
