/** Takes back what the bot said of somebody who is erased, and of reference calls that are over. */
import { PermanentChatError } from '../../chat/port.ts'
import type { Chat, Destination, MessageRef, OwnMessage } from '../../chat/port.ts'
import { lookFrom } from '../../delivery/look-back.ts'
import { recordErased } from '../../process/decide/privacy.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Erasure, Recruitment } from '../../process/recruitment.ts'
import { everyone } from '../../process/roles.ts'
import type { About } from '../../store/forgetting.ts'
import { decideAsBot, read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'
import { namerOf } from './naming.ts'

type Means = Pick<Chat, 'ownMessages' | 'retract' | 'filesOf'>

/** Longer than any request to a platform lasts. */
const ON_ITS_WAY = { minutes: 2 }
/** More than any file of words that the bot makes. */
const MOST_BYTES = 2_000_000

/** What stands in a thread where people replied. */
const INSTEAD = ['Message effacé : les données de cette candidature ne sont plus gardées.']

/** Ends an erasure. Done again after a crash, it finds less to do. */
export async function takeBackCandidate(
  desk: Desk,
  chat: Means,
  on: Case,
  application: string,
): Promise<void> {
  const erasure = on.state.erasures[application]
  if (!erasure || erasure.done) return
  const about = { applications: [application], interviews: erasure.interviews }
  const said = await saidAbout(desk, on, about)
  const named = await messagesNaming(desk, chat, on, erasure)
  const outcome = await takeBack(chat, [...said, ...named])
  await decideAsBot(desk, on.id, (state, actor) =>
    recordErased(state, { application, ...outcome }, actor),
  )
}

/** The notes are gone with the closing; what quoted them goes too. */
export async function takeBackCalls(desk: Desk, chat: Means, on: Case): Promise<void> {
  await takeBack(chat, await saidAbout(desk, on, { interviews: on.state.forgottenCalls }))
}

async function saidAbout(desk: Desk, on: Case, about: About): Promise<readonly MessageRef[]> {
  const since = desk.clock.now().subtract(ON_ITS_WAY)
  const { messages, isOnItsWay } = await desk.store.saidAbout(on.id, about, since)
  if (isOnItsWay) throw new Error('A message about what is erased may still be on its way')
  return messages
}

async function takeBack(chat: Means, refs: readonly MessageRef[]) {
  const outcome = { taken: 0, blanked: 0, kept: 0 }
  const posts = new Map(refs.map((ref) => [ref.post, ref]))
  for (const ref of posts.values()) {
    try {
      const retraction = await chat.retract(ref, INSTEAD)
      outcome[retraction === 'gone' ? 'taken' : 'blanked'] += 1
    } catch (error) {
      if (!(error instanceof PermanentChatError)) throw error
      outcome.kept += 1
    }
  }
  return outcome
}

/**
 * The bot's own messages that name the candidate, in the channel and with everyone who ever took part:
 * answers, files, lists. Pictures cannot be read, so those are taken back whoever they show.
 */
async function messagesNaming(
  desk: Desk,
  chat: Means,
  on: Case,
  { application, candidate: id, addedAt }: Erasure,
): Promise<readonly MessageRef[]> {
  const candidate = (await read(desk, on, CHANNEL, [id])).get('candidate', id)
  if (!candidate) return []
  const names = namerOf(candidate)
  const since = lookFrom(addedAt, desk.clock.now())
  const found: MessageRef[] = []
  for (const where of conversations(on.state)) {
    for (const own of await ownMessages(chat, where, since)) {
      if (names(own.words) || (own.hasFiles && (await isInFiles(chat, own, names)))) {
        found.push(own.ref)
      }
    }
  }
  const others = await desk.store.saidAboutOthers(
    found.map(({ post }) => post),
    application,
  )
  return found.filter(({ post }) => !others.has(post))
}

function conversations(state: Recruitment): readonly Destination[] {
  const { channel, left, interviews } = state
  const people = new Set([
    ...everyone(state),
    ...Object.keys(left),
    ...Object.values(interviews).flatMap(({ participants }) => Object.keys(participants)),
  ])
  return [
    ...(channel ? [{ channel: channel.id }] : []),
    ...[...people].map((person) => ({ person })),
  ]
}

/** Nothing of a conversation that cannot be read any more. */
async function ownMessages(
  chat: Means,
  where: Destination,
  since: number,
): Promise<readonly OwnMessage[]> {
  try {
    return await chat.ownMessages(where, since)
  } catch (error) {
    if (error instanceof PermanentChatError) return []
    throw error
  }
}

async function isInFiles(
  chat: Means,
  { ref }: OwnMessage,
  names: (words: string) => boolean,
): Promise<boolean> {
  const files = await chat.filesOf(ref, MOST_BYTES)
  return files.some(({ type, content }) => {
    if (type.startsWith('image/')) return true
    return names(typeof content === 'string' ? content : new TextDecoder().decode(content))
  })
}
