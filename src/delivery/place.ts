/** Where a message goes. */
import type { Destination } from '../chat/port.ts'
import { isReminder } from '../process/agenda/grouping.ts'
import type { Store } from '../store/store.ts'
import type { Part } from './saying.ts'

/**
 * Where these parts are said in one post; nothing while their channel does not exist. It depends on
 * nothing but which parts they are, so that a post is looked up where it was made.
 */
export async function placeOf(
  store: Pick<Store, 'messageOf'>,
  parts: readonly [Part, ...Part[]],
): Promise<Destination | undefined> {
  const [{ recruitment, state, entry }] = parts
  const to =
    entry.to === undefined ? state.channel && { channel: state.channel.id } : { person: entry.to }
  const root = threadOf(parts)
  const thread = root === undefined ? undefined : await store.messageOf(recruitment, root)
  return to && { ...to, ...(thread && { thread }) }
}

/** Key of the entry in whose thread they are said. Several reminders, or the root itself, start anew. */
function threadOf(parts: readonly [Part, ...Part[]]): string | undefined {
  const [{ entry }, ...others] = parts
  if (others.length > 0 && isReminder(entry)) return undefined
  return parts.some((part) => part.entry.thread === undefined) ? undefined : entry.thread
}
