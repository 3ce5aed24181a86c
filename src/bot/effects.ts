/** What the bot does by itself when its time has come. Doing it twice is the same as once. */
import type { Chat } from '../chat/port.ts'
import type { AgendaEntry } from '../process/agenda/entry.ts'
import { openDebrief } from '../process/decide/notes.ts'
import { recordChannel } from '../process/decide/opening.ts'
import { announceErasures, eraseDue } from '../process/decide/privacy.ts'
import { decideAsBot } from './desk.ts'
import { replyInPlace, takeDown } from './held/taking-down.ts'
import { channelRequest } from './opening/channel.ts'
import { takeBackCalls, takeBackCandidate } from './privacy/taking-back.ts'
import { postReport } from './reports/posting.ts'
import type { Case, Desk } from './topic.ts'

export interface Means {
  readonly desk: Desk
  readonly chat: Pick<
    Chat,
    | 'createChannel'
    | 'addMember'
    | 'removeMember'
    | 'remove'
    | 'ownMessages'
    | 'retract'
    | 'filesOf'
    | 'find'
    | 'post'
  >
}

/** The effect of an entry; nothing when the entry is to be said. */
export function effectOf(
  { desk, chat }: Means,
  on: Case,
  entry: AgendaEntry,
): (() => Promise<void>) | undefined {
  const { channel } = on.state
  const { about } = entry
  switch (entry.kind) {
    case 'create-channel':
      return async () => {
        const created = await chat.createChannel(await channelRequest(desk, on))
        await decideAsBot(desk, on.id, (state, actor) => recordChannel(state, created, actor))
      }
    case 'add-member':
      return async () => {
        if (channel && about !== undefined) await chat.addMember(channel.id, about)
      }
    case 'remove-member':
      return async () => {
        if (channel && about !== undefined) await chat.removeMember(channel.id, about)
      }
    case 'open-debrief':
      return async () => {
        const interview = entry.interview ?? ''
        await decideAsBot(desk, on.id, (state, { at }) => openDebrief(state, interview, at))
      }
    case 'post-report':
      return () => postReport(desk, on, { interview: entry.interview ?? '', scorer: about ?? '' })
    case 'take-down':
      return () => takeDown(desk, chat, on, entry)
    case 'answer-in-place':
      return () => replyInPlace(desk, chat, on, entry)
    case 'announce-erasures':
      return async () => void (await decideAsBot(desk, on.id, announceErasures))
    case 'erase-due':
      return async () => void (await decideAsBot(desk, on.id, eraseDue))
    case 'take-back':
      return () => takeBackCandidate(desk, chat, on, entry.application ?? '')
    case 'take-back-calls':
      return () => takeBackCalls(desk, chat, on)
    default:
      return undefined
  }
}
