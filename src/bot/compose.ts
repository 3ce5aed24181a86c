/** Turns an entry of the agenda into what is said or done, from the state that holds now. */
import type { Chat } from '../chat/port.ts'
import type { Compose } from '../delivery/saying.ts'
import type { AgendaEntry } from '../process/agenda/entry.ts'
import { openDebrief } from '../process/decide/notes.ts'
import { recordChannel } from '../process/decide/opening.ts'
import { SYSTEM } from '../process/events.ts'
import { channelRequest } from './opening/channel.ts'
import type { Case, Composer, Desk } from './topic.ts'

interface Means {
  readonly desk: Desk
  readonly chat: Pick<Chat, 'createChannel' | 'addMember' | 'removeMember'>
}

export function composeWith(
  means: Means,
  composers: Readonly<Partial<Record<string, Composer>>>,
): Compose {
  return async (id, state, entry) => {
    const on: Case = { id, state }
    const effect = effectOf(means, on, entry)
    if (effect) return { kind: 'effect', run: effect }
    const { desk } = means
    if (entry.after !== undefined && !(await desk.store.messageOf(id, entry.after))) {
      return { kind: 'nothing' }
    }
    const message = await composers[entry.kind]?.({ desk, on, entry })
    const thread =
      entry.thread === undefined ? undefined : await desk.store.messageOf(id, entry.thread)
    const to = entry.to === undefined ? channelOf(on) : { person: entry.to }
    if (!message || !to) return { kind: 'nothing' }
    return { kind: 'message', to: { ...to, ...(thread && { thread }) }, message }
  }
}

function channelOf({ state }: Case) {
  return state.channel && { channel: state.channel.id }
}

/** What the bot does by itself, if this entry is that. Doing it twice is the same as once. */
function effectOf({ desk, chat }: Means, on: Case, entry: AgendaEntry) {
  const { channel } = on.state
  switch (entry.kind) {
    case 'create-channel':
      return async () => {
        const created = await chat.createChannel(await channelRequest(desk, on))
        await decide(desk, on, (state, actor) => recordChannel(state, created, actor))
      }
    case 'add-member':
      return async () => {
        if (channel && entry.about !== undefined) await chat.addMember(channel.id, entry.about)
      }
    case 'remove-member':
      return async () => {
        if (channel && entry.about !== undefined) await chat.removeMember(channel.id, entry.about)
      }
    case 'open-debrief':
      return async () => {
        await decide(desk, on, (state, { at }) => openDebrief(state, entry.interview ?? '', at))
      }
    default:
      return undefined
  }
}

async function decide(
  { store, clock }: Desk,
  { id }: Case,
  rule: (
    state: Case['state'],
    actor: { by: string; at: ReturnType<Desk['clock']['now']> },
  ) => ReturnType<typeof recordChannel>,
): Promise<void> {
  const at = clock.now()
  // A refusal means that it was done meanwhile, or is no longer to be done.
  await store.change({
    recruitment: id,
    by: SYSTEM,
    at,
    decide: (state) => (state ? rule(state, { by: SYSTEM, at }) : { events: [] }),
  })
}
