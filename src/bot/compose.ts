/** Turns entries of the agenda into what is said or done, from the state that holds now. */
import type { Message } from '../chat/port.ts'
import type { Compose, Part } from '../delivery/saying.ts'
import { inReadingOrder, isReminder } from '../process/agenda/grouping.ts'
import { zoneOf } from './desk.ts'
import { effectOf } from './effects.ts'
import type { Means } from './effects.ts'
import { isMorning } from './french/times.ts'
import { digest, oneAfterTheOther } from './joining.ts'
import type { Composer, Desk } from './topic.ts'

type Composers = Readonly<Partial<Record<string, Composer>>>

export function composeWith(means: Means, composers: Composers): Compose {
  const { desk } = means
  const compose: Compose = async (parts) => {
    const [lead] = parts
    const effect = effectOf(means, { id: lead.recruitment, state: lead.state }, lead.entry)
    if (effect) return { kind: 'effect', run: effect }
    const composed = await Promise.all(
      parts.map(async (part) => {
        const message = await wordsOf(desk, composers, part, parts)
        return message && { part, entry: part.entry, message }
      }),
    )
    const said = composed.filter((one) => one !== undefined)
    const [first, ...others] = said.map(({ part }) => part)
    if (!first) return { kind: 'nothing' }
    // Each is worded for the company that it has in the end.
    if (said.length < parts.length) return compose([first, ...others])
    const messages = inReadingOrder(said).map(({ message }) => message)
    return { kind: 'message', message: await inOneMessage(desk, lead, messages), parts }
  }
  return compose
}

/** What one part says; nothing when it no longer makes sense. */
async function wordsOf(
  desk: Desk,
  composers: Composers,
  part: Part,
  parts: readonly Part[],
): Promise<Message | undefined> {
  const { recruitment: id, state, entry } = part
  if (entry.after !== undefined && !(await desk.store.messageOf(id, entry.after))) return undefined
  const along = parts.filter((other) => other !== part).map((other) => other.entry.kind)
  return composers[entry.kind]?.({ desk, on: { id, state }, entry, along })
}

async function inOneMessage(
  desk: Desk,
  { entry }: Part,
  messages: readonly Message[],
): Promise<Message> {
  if (messages.length === 1 || !isReminder(entry)) return oneAfterTheOther(messages)
  const zone = await zoneOf(desk, entry.to ?? '')
  return digest(messages, isMorning(desk.clock.now(), zone))
}
