/** Files of a message that is held: kept with its words, given back with them. */
import type { Attachment, Chat, MessageRef } from '../../chat/port.ts'
import type { KeptFile, TextBodies } from '../../store/texts.ts'

/** In all, for one message. A file that does not fit is named only. */
const MOST_BYTES = 10_000_000

/** Read before the message is taken down. One that cannot be read is not worth leaving the message there. */
export async function keptFiles(
  chat: Pick<Chat, 'filesOf'>,
  ref: MessageRef,
): Promise<readonly KeptFile[]> {
  const files = await chat.filesOf(ref, MOST_BYTES).catch(() => [])
  return files.map(({ name, type, content }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  }))
}

/** Ready to be joined to a message. */
export function filesIn({ kept = [] }: Pick<TextBodies['held'], 'kept'>): readonly Attachment[] {
  return kept.map(({ name, type, base64 }) => ({
    name,
    type,
    content: new Uint8Array(Buffer.from(base64, 'base64')),
  }))
}

/** Names of those that were not kept. */
export function notKept({ files, kept = [] }: TextBodies['held']): readonly string[] {
  const names = new Set(kept.map(({ name }) => name))
  return files.filter((name) => !names.has(name))
}
