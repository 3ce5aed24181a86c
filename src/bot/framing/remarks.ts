/** What comes with the framing: what changed since it was closed, and what is worth doing before. */
import type { Temporal } from 'temporal-polyfill'
import type { Block } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { adviseOnFraming } from '../../process/advice.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { stagesHeld } from '../../process/progress.ts'
import type { Framing, FramingChange } from '../../process/recruitment.ts'
import { nameOf, read, zoneOf } from '../desk.ts'
import { stageNames, stagesWithArticle } from '../french/stages.ts'
import { lastingMoment } from '../french/times.ts'
import { count, enumerate } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'

/** Older changes are counted. */
const MOST_CHANGES = 5

/** Changes made once it was closed, the latest first, each with its reason; those from `since` on. */
export async function changeBlocks(
  desk: Desk,
  on: Case,
  reader: Reader,
  since?: Temporal.Instant,
): Promise<Block[]> {
  const { framing } = on.state
  const changes = framing.changes.filter(({ at }) => !since || !isBefore(at, since))
  const shown = changes.toReversed().slice(0, MOST_CHANGES)
  const older = changes.length - shown.length
  if (shown.length === 0) return []
  const reasons = shown.map(({ reason }) => reason)
  const texts = await read(desk, on, reader, reasons)
  const zone = reader === CHANNEL ? desk.defaultZone : await zoneOf(desk, reader)
  const now = desk.clock.now()
  const lines = await Promise.all(
    shown.map(async (change): Promise<Text> => {
      const when = lastingMoment(change.at, zone, now)
      const reason = texts.get('reason', change.reason) ?? '…'
      return text`${capital(when)}${changed(framing, change)} : « ${reason} » (${await nameOf(desk, change.by)})`
    }),
  )
  return [
    { kind: 'section', title: 'Ce qui a changé', text: [] },
    { kind: 'bullets', items: lines },
    ...(older > 0
      ? [{ kind: 'text' as const, text: [`Et ${count(older, 'changement')} avant.`] }]
      : []),
  ]
}

function changed({ criteria }: Framing, { criterion }: FramingChange): string {
  if (criterion === undefined) return ''
  const number = criteria.findIndex(({ id }) => id === criterion) + 1
  return number === 0 ? ', un critère retiré' : `, critère ${number}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** For those who edit it, until it is closed; nothing here prevents closing. */
export function framingAdvice(on: Case): Block[] {
  const { framing } = on.state
  if (framing.closedAt || framing.criteria.length === 0) return []
  const unplaced = framing.criteria.filter(({ stages }) => stageNames(on.state, stages) === '')
  const missing = unplaced.map(({ id }) => id)
  const { criteria = [], stage } = adviseOnFraming(on.state) ?? {}
  const late = criteria.filter((id) => !missing.includes(id))
  const lines = [
    ...(missing.length > 0 ? [`${numbersOf(on, missing)} : étape à choisir.`] : []),
    ...(late.length > 0 && stage
      ? [
          `${numbersOf(on, late)} : à vérifier dès ${stagesWithArticle(on.state, [stage])}. Mieux vaut savoir tôt ce qui compte le plus.`,
        ]
      : []),
    ...(framing.case === undefined && stagesHeld(on.state).includes('case-study')
      ? ['Le cas de la mise en situation reste à écrire, le même pour tout le monde.']
      : []),
  ]
  return lines.length === 0 ? [] : [{ kind: 'section', title: 'À noter', text: [lines.join('\n')] }]
}

function numbersOf({ state }: Case, ids: readonly string[]): string {
  const numbers = state.framing.criteria.flatMap(({ id }, i) =>
    ids.includes(id) ? [String(i + 1)] : [],
  )
  return numbers.length === 1 ? `Critère ${numbers[0]}` : `Critères ${enumerate(numbers)}`
}
