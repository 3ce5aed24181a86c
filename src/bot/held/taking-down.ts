/** Taking a held message down, or answering it where it has to stay. */
import type { Chat } from '../../chat/port.ts'
import { lookFrom } from '../../delivery/look-back.ts'
import type { AgendaEntry } from '../../process/agenda/entry.ts'
import { messageGone, messageStays } from '../../process/decide/held.ts'
import { decideAsBot } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'
import { answerInPlace } from './sayings.ts'

export async function takeDown(
  desk: Desk,
  chat: Pick<Chat, 'remove'>,
  on: Case,
  entry: AgendaEntry,
): Promise<void> {
  const kept = on.state.held[entry.held ?? '']
  if (!kept || kept.goneAt) return
  const { channel, post } = kept.written
  const removal = await chat.remove({ channel, post })
  await decideAsBot(desk, on.id, (state, actor) =>
    removal === 'removed'
      ? messageGone(state, kept.id, actor)
      : messageStays(state, kept.id, removal === 'no-right' ? 'right' : 'replies', actor),
  )
}

/** Said once: a reply that a crash hid is looked up before it is said again. */
export async function replyInPlace(
  { clock }: Pick<Desk, 'clock'>,
  chat: Pick<Chat, 'find' | 'post'>,
  on: Case,
  entry: AgendaEntry,
): Promise<void> {
  const kept = on.state.held[entry.held ?? '']
  if (!kept || kept.goneAt) return
  const { channel, post, thread = post } = kept.written
  const to = { channel, thread: { channel, post: thread } }
  const key = `${on.id}/${entry.key}`
  const said = await chat.find(to, key, lookFrom(entry.dueAt, clock.now()))
  if (!said) await chat.post(to, answerInPlace(kept), key)
}
