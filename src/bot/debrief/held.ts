/** What the debrief says of messages written before it opened (section 4). */
import type { Attachment, Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Reader } from '../../process/gate.ts'
import { heldAbout } from '../../process/held.ts'
import { laterOf } from '../../process/instants.ts'
import type { HeldMessage, Interview } from '../../process/recruitment.ts'
import { namesOf, read } from '../desk.ts'
import { filesIn } from '../held/files.ts'
import { duration } from '../french/times.ts'
import type { Case, Desk } from '../topic.ts'

interface Shown {
  readonly message: HeldMessage
  readonly name: string
  readonly words: string
}

/** What scorers kept with their notes, what is quoted, what was republished, and what was seen early. */
export async function heldBlocks(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly Block[]> {
  const messages = heldAbout(on.state, interview.id)
  const names = await namesOf(
    desk,
    messages.map(({ author }) => author),
  )
  const texts = await read(
    desk,
    on,
    reader,
    messages.map(({ text: id }) => id),
  )
  const shown = messages.map((message, i): Shown => {
    const body = texts.get('held', message.text)
    const words = [body?.text ?? '', ...(body?.files ?? [])].filter((part) => part !== '')
    return { message, name: names[i] ?? '', words: words.join(' · ') }
  })
  const choosing = (choice: string | undefined) =>
    shown.filter(({ message }) => message.settled?.choice === choice).map(quotation)
  return [
    ...listed('Noté hors critère', choosing('noted')),
    ...listed('Mis de côté avant l’ouverture', choosing(undefined)),
    ...listed('Republié parce que pratique', choosing('released')),
    ...listed('Vu avant l’ouverture', seenEarly(shown, interview)),
  ]
}

/** Files of what is quoted; what was republished is in the channel already. */
export async function heldFiles(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly Attachment[]> {
  const quoted = heldAbout(on.state, interview.id).filter(
    ({ settled }) => settled?.choice !== 'released',
  )
  const ids = quoted.map(({ text: id }) => id)
  const texts = await read(desk, on, reader, ids)
  return ids.flatMap((id) => filesIn(texts.get('held', id) ?? {}))
}

function quotation({ name, words }: Shown): Text {
  return text`${bold(name)} : ${words}`
}

function seenEarly(shown: readonly Shown[], { openedAt }: Interview): readonly Text[] {
  return shown.flatMap(({ message: { at, goneAt, stays }, name }): Text[] => {
    if (!stays || !openedAt) return []
    const until = goneAt ?? openedAt
    return [
      text`Un message de ${bold(name)} est resté visible ${duration(at, laterOf(at, until))}.`,
    ]
  })
}

function listed(title: string, items: readonly Text[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'section', title, text: [] },
        { kind: 'bullets', items },
      ]
}
