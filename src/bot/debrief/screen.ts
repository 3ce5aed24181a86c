/** An opened debrief, as its reader may see it: disagreements first, evidence next to evidence. */
import type { Block } from '../../chat/port.ts'
import { bold, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { summarise } from '../../process/debrief.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import { criteriaOf, participantsWith } from '../../process/recruitment.ts'
import type { Criterion, Filing, Interview } from '../../process/recruitment.ts'
import type { Evidence, Verdict } from '../../process/scorecard.ts'
import { namesOf, read, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import { LEVEL_NAMES, RECOMMENDATION_NAMES, SIGN_NAMES } from '../notes/form.ts'
import type { Case, Desk } from '../topic.ts'

interface Notes {
  readonly scorer: string
  readonly name: string
  readonly filings: readonly Filing[]
  readonly evidence?: Evidence
  readonly verdict?: Verdict
  /** What was filed first, when it was amended after the opening. */
  readonly original?: { readonly evidence?: Evidence; readonly verdict?: Verdict }
}

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
  const criteria = criteriaOf(on.state.framing, interview.stage)
  const labels = await read(
    desk,
    on,
    reader,
    criteria.map(({ label }) => label),
  )
  const label = ({ label: id }: Criterion) => labels.get('criterion', id) ?? '…'
  const verdicts = Object.fromEntries(
    notes.flatMap(({ scorer, verdict }) => (verdict ? [[scorer, verdict] as const] : [])),
  )
  const summary = summarise(criteria, withLevels ? verdicts : {})
  const nothing = criteria.filter(({ id }) =>
    notes.every(({ evidence }) => !evidence?.criteria[id]),
  )
  const name = (ids: readonly string[]) =>
    enumerate(criteria.filter(({ id }) => ids.includes(id)).map((one) => `« ${label(one)} »`))
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
      { kind: 'bullets', items: await filedLines(desk, on, interview, reader, notes) },
      ...(flags.length > 0
        ? [{ kind: 'section' as const, title: 'À regarder d’abord', text: [flags.join('\n')] }]
        : []),
      ...summary.lines.map(({ criterion }) => criterionBlock(criterion, label(criterion), notes)),
      ...conclusions(notes),
      ...amendments(notes, criteria, label),
    ],
  }
}

async function notesFor(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly Notes[]> {
  const filed = participantsWith(interview, 'scorer').flatMap((scorer) => {
    const filings = interview.filings[scorer] ?? []
    return filings.length > 0 ? [{ scorer, filings }] : []
  })
  const names = await namesOf(
    desk,
    filed.map(({ scorer }) => scorer),
  )
  const texts = await read(
    desk,
    on,
    reader,
    filed.flatMap(({ filings }) => filings.flatMap(({ evidence, verdict }) => [evidence, verdict])),
  )
  const content = (filing: Filing | undefined) => {
    const evidence = texts.get('evidence', filing?.evidence)
    const verdict = texts.get('verdict', filing?.verdict)
    return { ...(evidence && { evidence }), ...(verdict && { verdict }) }
  }
  return filed.map(({ scorer, filings }, i) => {
    const { before, after } = aroundOpening(interview, filings)
    return {
      scorer,
      name: names[i] ?? '',
      filings,
      ...content(after ?? before),
      ...(before && after && { original: content(before) }),
    }
  })
}

/** The last version filed before the opening, and the last one since, if any. */
function aroundOpening({ openedAt }: Interview, filings: readonly Filing[]) {
  const opening = openedAt?.epochMilliseconds ?? Infinity
  return {
    before: filings.findLast(({ at }) => at.epochMilliseconds <= opening),
    after: filings.findLast(({ at }) => at.epochMilliseconds > opening),
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
      : [[`Le cadrage a changé ${changes} fois depuis qu’il est clos.`] satisfies Text]),
  ]
}

function criterionBlock(criterion: Criterion, label: string, notes: readonly Notes[]): Block {
  const lines = notes.flatMap(({ name, evidence, verdict }): Text[] => {
    const judgement = judgementOf(criterion, verdict)
    const seen = evidence?.criteria[criterion.id]
    if (judgement === undefined && seen === undefined) return []
    const who = text`${bold(name)}${judgement === undefined ? '' : ` · ${judgement}`}`
    return [seen === undefined ? who : text`${who} : ${seen}`]
  })
  const title = criterion.mandatory ? `${label} (obligatoire)` : label
  return {
    kind: 'section',
    title,
    text: lines.length === 0 ? [italic('Personne ne l’a évalué.')] : joinTexts(lines, '\n'),
  }
}

function judgementOf({ id }: Criterion, verdict: Verdict | undefined): string | undefined {
  const level = verdict?.levels[id]
  if (level !== undefined && level !== null) return `${level}, ${LEVEL_NAMES[level]}`
  const sign = verdict?.signs[id]
  if (sign) return SIGN_NAMES[sign]
  return verdict && (level === null || sign === null) ? 'non évalué' : undefined
}

/** Facts and what decides the candidate, then recommendations and advice. */
const CONCLUSIONS: readonly {
  readonly title: string
  readonly pick: (notes: Pick<Notes, 'evidence' | 'verdict'>) => string | undefined
}[] = [
  { title: 'Côté pratique', pick: ({ evidence }) => evidence?.facts },
  { title: 'Ce qui décidera la personne', pick: ({ evidence }) => evidence?.deciding },
  {
    title: 'Recommandation',
    pick: ({ verdict }) => verdict?.recommendation && RECOMMENDATION_NAMES[verdict.recommendation],
  },
  { title: 'Avis consultatif', pick: ({ verdict }) => verdict?.advice },
  { title: 'Signaux d’alerte', pick: ({ verdict }) => verdict?.warnings },
  {
    title: 'Recommanderait la personne',
    pick: ({ verdict }) => verdict && RECOMMENDED[String(verdict.recommended)],
  },
]
const RECOMMENDED: Readonly<Record<string, string>> = { true: 'oui', false: 'non' }

function conclusions(notes: readonly Notes[]): Block[] {
  return CONCLUSIONS.flatMap(({ title, pick }): Block[] => {
    const said = notes.flatMap((one): Text[] => {
      const words = pick(one)
      return words === undefined ? [] : [text`${bold(one.name)} : ${words}`]
    })
    return said.length === 0 ? [] : [{ kind: 'section', title, text: joinTexts(said, '\n') }]
  })
}

/** Late amendments: what stood before them, where it differs. */
function amendments(
  notes: readonly Notes[],
  criteria: readonly Criterion[],
  label: (criterion: Criterion) => string,
): Block[] {
  const items = notes.flatMap((current): Text[] => {
    const { name, original } = current
    if (!original) return []
    const onCriteria = criteria.map((criterion) => ({
      title: `« ${label(criterion)} »`,
      before: onCriterion(criterion, original),
      after: onCriterion(criterion, current),
    }))
    const onTheRest = CONCLUSIONS.map(({ title, pick }) => ({
      title: title.toLowerCase(),
      before: pick(original),
      after: pick(current),
    }))
    return [...onCriteria, ...onTheRest]
      .filter(({ before, after }) => before !== after)
      .map(({ title, before }) => text`${bold(name)}, ${title} : ${before ?? 'rien'}`)
  })
  return items.length === 0
    ? []
    : [
        { kind: 'section', title: 'Complété après l’ouverture. Avant :', text: [] },
        { kind: 'bullets', items },
      ]
}

function onCriterion(
  criterion: Criterion,
  { evidence, verdict }: Pick<Notes, 'evidence' | 'verdict'>,
): string | undefined {
  const judgement = judgementOf(criterion, verdict)
  const parts = [judgement, evidence?.criteria[criterion.id]].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' : ')
}
