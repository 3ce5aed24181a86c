/** Who takes part in an interview, in the words of one reader. */
import type { Text } from '../../chat/text.ts'
import type { PersonId, Role } from '../../process/events.ts'
import type { Interview } from '../../process/recruitment.ts'
import { nameOf, read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'

export interface LabelledText {
  readonly label: string
  readonly value: Text
}

/** « Yann (évalue), Léa (assiste) »: everyone but the reader; nothing for someone alone. */
export async function othersField(
  desk: Desk,
  { participants }: Interview,
  reader: PersonId,
): Promise<readonly LabelledText[]> {
  const others = Object.entries(participants).filter(([person]) => person !== reader)
  if (others.length === 0) return []
  const named = await Promise.all(
    others.map(async ([person, role]) => `${await nameOf(desk, person)} (${DOES[role]})`),
  )
  return [{ label: 'Avec', value: [named.join(', ')] }]
}

const DOES: Readonly<Record<Role, string>> = { scorer: 'évalue', observer: 'assiste' }

/** « tu mènes l’entretien et tu évalues »: what the reader is there for. */
export async function roleOf(
  desk: Desk,
  { participants, conductor }: Interview,
  reader: PersonId,
): Promise<string> {
  const part = participants[reader] === 'scorer' ? 'tu évalues' : 'tu assistes, sans évaluer'
  if (conductor === undefined) return part
  return conductor === reader
    ? `tu mènes l’entretien et ${part}`
    : `${part}. ${await nameOf(desk, conductor)} mène l’entretien`
}

/** Who speaks about the candidate, for those who call. */
export async function refereeField(
  desk: Desk,
  on: Case,
  { referee }: Interview,
  reader: PersonId,
): Promise<readonly LabelledText[]> {
  const known = (await read(desk, on, reader, [referee])).get('referee', referee)
  if (!known) return []
  const contact = known.contact === undefined ? '' : `, ${known.contact}`
  return [{ label: 'Contact de référence', value: [`${known.name}${contact}`] }]
}
