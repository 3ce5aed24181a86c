/** A chat server in memory, which fails as the test tells it to, and refuses what Slack would refuse. */
import type {
  Attachment,
  ChannelRequest,
  Chat,
  Destination,
  Message,
  MessageRef,
  Person,
  Removal,
  Retraction,
} from '../../../src/chat/port.ts'
import type { Clock } from '../../../src/clock.ts'
import { checkMessage } from '../../chat/slack/support/fits.ts'

export interface Post {
  readonly ref: MessageRef
  readonly to: Destination
  /** What the agenda calls it. */
  readonly entry: string
  readonly key: string
  /** Epoch milliseconds. */
  readonly at: number
  /** What it showed, oldest first. */
  readonly versions: Message[]
}

export interface Sending {
  readonly to: Destination
  readonly entry: string
  /** Makes the server have the message, whatever is answered after that. */
  readonly send: () => MessageRef
}

export interface FakeChat extends Chat {
  readonly posts: Post[]
  readonly channels: ChannelRequest[]
  readonly members: { readonly channel: string; readonly person: string }[]
  /** How many times a message was looked up. */
  readonly searches: string[]
  /** Messages of others that were taken down. */
  readonly removed: MessageRef[]
  /** Messages of the bot that were taken back. */
  readonly retracted: MessageRef[]
  /** How a request to post goes. Replaced by tests: by default the message is posted. */
  onPost: (sending: Sending) => Promise<MessageRef>
  onUpdate: (ref: MessageRef, rewrite: () => void) => Promise<void>
  onAddMember: (person: string) => Promise<void>
  onRemove: (ref: MessageRef) => Promise<Removal>
  /** How a message of the bot is taken back: by default it is gone. */
  onRetract: (ref: MessageRef) => Promise<Retraction>
  /** What somebody's message carries: nothing by default. */
  onFiles: (ref: MessageRef, most: number) => Promise<readonly Attachment[]>
  find: (to: Destination, key: string, since: number) => Promise<MessageRef | undefined>
  person: (id: string) => Promise<Person>
}

/** `check` throws for what no platform would take; a bench that counts milliseconds goes without. */
export function fakeChat(clock: Clock, check: (message: Message) => void = checkMessage): FakeChat {
  const posts: Post[] = []
  const channels: ChannelRequest[] = []
  const members: { channel: string; person: string }[] = []
  const searches: string[] = []
  const removed: MessageRef[] = []
  const retracted: MessageRef[] = []

  function deliver(to: Destination, message: Message, key: string): MessageRef {
    check(message)
    const ref = { channel: placeOf(to), post: `post-${posts.length + 1}` }
    const at = clock.now().epochMilliseconds
    posts.push({ ref, to, key, entry: entryOf(key), at, versions: [message] })
    return ref
  }

  const chat: FakeChat = {
    posts,
    channels,
    members,
    searches,
    removed,
    retracted,
    onPost: async ({ send }) => send(),
    onUpdate: async (_ref, rewrite) => rewrite(),
    onAddMember: async () => undefined,
    onRemove: async () => 'removed',
    onRetract: async () => 'gone',
    onFiles: async () => [],
    start: async () => undefined,
    stop: async () => undefined,
    ping: async () => undefined,
    post: (to, message, key) =>
      chat.onPost({ to, entry: entryOf(key), send: () => deliver(to, message, key) }),
    update: (ref, message) =>
      chat.onUpdate(ref, () => {
        check(message)
        posts.find(isAt(ref))?.versions.push(message)
      }),
    remove: async (ref) => {
      const removal = await chat.onRemove(ref)
      if (removal === 'removed') removed.push(ref)
      return removal
    },
    async ownMessages(where, since) {
      const place = placeOf(where)
      return posts
        .filter((post) => placeOf(post.to) === place && post.at >= since)
        .map(({ ref, versions }) => ({
          ref,
          words: JSON.stringify(versions.at(-1)),
          hasFiles: (versions[0]?.files ?? []).length > 0,
        }))
    },
    async retract(ref) {
      const retraction = await chat.onRetract(ref)
      const at = posts.findIndex(isAt(ref))
      if (at >= 0) posts.splice(at, 1)
      retracted.push(ref)
      return retraction
    },
    filesOf: (ref, most) => chat.onFiles(ref, most),
    async find(to, key, since) {
      searches.push(entryOf(key))
      const place = placeOf(to)
      return posts.find(
        (post) => post.key === key && post.at >= since && placeOf(post.to) === place,
      )?.ref
    },
    async createChannel(request) {
      channels.push(request)
      return `channel-of-${request.name}`
    },
    async addMember(channel, person) {
      await chat.onAddMember(person)
      members.push({ channel, person })
    },
    removeMember: async () => undefined,
    person: async (id) => ({
      id,
      name: `Name of ${id}`,
      active: true,
      isBot: false,
      isAdmin: false,
    }),
    personByEmail: async () => undefined,
    sharedTeams: async () => [],
  }
  return chat
}

function placeOf(to: Destination): string {
  return 'person' in to ? `direct/${to.person}` : to.channel
}

/** Keys are those of the agenda, after the recruitment's id. */
function entryOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}

function isAt(ref: MessageRef) {
  return (post: Post) => post.ref.post === ref.post && post.ref.channel === ref.channel
}
