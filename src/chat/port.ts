/**
 * What the bot asks of a chat platform, and what a platform tells the bot. Everything here is
 * platform-neutral; each adapter renders it as well as its platform can.
 */
import type { Text } from './text.ts'

export type PersonId = string
export type TeamId = string
export type ChannelId = string

/** Where a post is: enough to update it or to reply in its thread. */
export interface MessageRef {
  readonly channel: ChannelId
  readonly post: string
}

export interface Button {
  readonly label: string
  /** Names the handler; lower-case letters and dashes. */
  readonly action: string
  /** Ids that the handler needs. Never free text: it is stored by the platform. */
  readonly args?: Readonly<Record<string, string>>
  readonly style?: 'primary' | 'danger'
}

export interface ChecklistItem {
  readonly id: string
  readonly label: string
  readonly done: boolean
}

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'section'; readonly title: string; readonly text: Text }
  | { readonly kind: 'fields'; readonly fields: readonly { label: string; value: Text }[] }
  | { readonly kind: 'bullets'; readonly items: readonly Text[] }
  | {
      readonly kind: 'numbered'
      readonly items: readonly Text[]
      /** Number of the first item: 1 unless the list goes on from an earlier message. */
      readonly first?: number
    }
  | { readonly kind: 'quote'; readonly text: Text }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
    }
  | {
      /** Boxes that stay ticked: pressing one sends `action` with `args` and the item's id as `item`. */
      readonly kind: 'checklist'
      readonly action: string
      readonly args: Readonly<Record<string, string>>
      readonly items: readonly ChecklistItem[]
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

export interface Message {
  /** First line. Stands alone in a phone notification, so it names nothing sealed. */
  readonly headline: Text
  readonly blocks?: readonly Block[]
  readonly files?: readonly Attachment[]
}

interface FieldBase {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly optional?: boolean
  /** What this field and its neighbours of the same group are about, where there is room to say it once. */
  readonly group?: string
}

export interface Option {
  readonly value: string
  readonly label: string
}

export type Field = FieldBase &
  (
    | {
        readonly kind: 'text'
        readonly value?: string
        readonly placeholder?: string
        readonly maxLength?: number
      }
    | {
        readonly kind: 'long-text'
        readonly value?: string
        readonly placeholder?: string
        readonly maxLength?: number
      }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly value?: string }
    | {
        readonly kind: 'several'
        readonly options: readonly Option[]
        readonly values?: readonly string[]
      }
    | { readonly kind: 'person'; readonly value?: PersonId }
    | { readonly kind: 'boolean'; readonly value?: boolean }
  )

export interface Form {
  /** Names the handler of the submission. */
  readonly form: string
  readonly title: string
  readonly intro?: Text
  readonly submit: string
  /** Ids that the handler needs; bound to the person by a MAC, so it comes back unchanged. */
  readonly args: Readonly<Record<string, string>>
  readonly fields: readonly Field[]
  /** The box that keeps what was typed for later, sending nothing. Not shown where typing is kept as it goes. */
  readonly keeps?: string
}

/** What was typed or chosen, by field name. An untouched optional field is absent. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>

interface InteractionBase {
  /**
   * The same for a redelivery or a second press of the same submit button, different otherwise.
   * Effects are marked with it, so an interaction has its effect once.
   */
  readonly id: string
  readonly by: PersonId
  readonly channel: ChannelId
  /** The team where it happened; absent in a direct message on platforms that do not say. */
  readonly team?: TeamId
  /** True in the direct messages between this person and the bot. */
  readonly direct: boolean
  /** The first message of the thread where it happened, if it was in one: private answers go there too. */
  readonly thread?: string
  /** True on a page of the bot's own, outside the chat. */
  readonly page?: true
}

export type Interaction =
  | (InteractionBase & {
      readonly kind: 'command'
      readonly command: string
      readonly text: string
    })
  | (InteractionBase & {
      readonly kind: 'button'
      readonly action: string
      readonly args: Readonly<Record<string, string>>
      /** The post that carries the button. Absent on a private answer that only its reader sees. */
      readonly message?: MessageRef
    })
  | (InteractionBase & {
      readonly kind: 'form'
      readonly form: string
      readonly args: Readonly<Record<string, string>>
      readonly values: Values
    })

/** The immediate reply to whoever acted. Best effort: never the only trace of an effect. */
export type Answer =
  | { readonly kind: 'private'; readonly message: Message }
  /** Said to everyone in the channel where it was asked, at the asker's wish. */
  | { readonly kind: 'shared'; readonly message: Message }
  /** Opens a form. Only commands and buttons can be answered so. */
  | { readonly kind: 'form'; readonly form: Form }
  /** Refuses a submission: the form stays open with everything that was typed. */
  | {
      readonly kind: 'invalid'
      readonly message?: string
      readonly fields?: Readonly<Record<string, string>>
    }
  /** Replaces the message that carries the button, for example to tick a box. */
  | { readonly kind: 'replace'; readonly message: Message }
  | { readonly kind: 'nothing' }

/** Something that happened without being addressed to the bot. */
export type Notice =
  | {
      readonly kind: 'message'
      readonly ref: MessageRef
      readonly by: PersonId
      readonly text: string
      readonly edited: boolean
      readonly thread?: string
      /** Names of the files that come with it. */
      readonly files: readonly string[]
    }
  | { readonly kind: 'deleted'; readonly ref: MessageRef }
  | { readonly kind: 'joined' | 'left'; readonly channel: ChannelId; readonly person: PersonId }

export interface Handlers {
  /** Must answer quickly; the adapter bridges a slow answer within the platform's limits. */
  readonly interaction: (interaction: Interaction) => Promise<Answer>
  readonly notice: (notice: Notice) => Promise<void>
}

export interface Person {
  readonly id: PersonId
  /** As others see it: full name, else nickname, else username. */
  readonly name: string
  readonly email?: string
  /** IANA zone chosen by the person; absent when the platform does not say. */
  readonly zone?: string
  /** False when the account was deactivated or never existed. */
  readonly active: boolean
  readonly isBot: boolean
  /** Administers the workspace. */
  readonly isAdmin: boolean
}

/** Where a message goes. */
export type Destination =
  | { readonly person: PersonId; readonly thread?: MessageRef }
  | { readonly channel: ChannelId; readonly thread?: MessageRef }

export interface ChannelRequest {
  readonly team: TeamId
  /** Derived from the recruitment's id, so that a retry finds the channel already made. */
  readonly name: string
  readonly title: string
  readonly purpose: string
}

/**
 * A request that the platform refused for good (person gone, channel archived, bot removed): trying
 * again cannot help. Anything else thrown by a `Chat` is worth another try.
 */
export class PermanentChatError extends Error {
  override readonly name = 'PermanentChatError'
}

/** One of the bot's own messages, as it stands on the platform. */
export interface OwnMessage {
  readonly ref: MessageRef
  /** Everything that can be read in it, the names of its files included, without any order. */
  readonly words: string
  readonly hasFiles: boolean
}

/** What became of a message of the bot: gone with its files, or only its words since others replied to it. */
export type Retraction = 'gone' | 'blanked'

/** What became of a message that was to be taken down; one that was gone already is `removed`. */
export type Removal = 'removed' | 'no-right' | 'has-replies'

export interface Chat {
  /** Starts listening. Resolves when commands, buttons and notices arrive. */
  start(handlers: Handlers): Promise<void>
  stop(): Promise<void>

  /** Rejects when the platform does not answer. */
  ping(): Promise<void>

  /** Posts a message that carries `key`, by which `find` recognises it after a crash. */
  post(to: Destination, message: Message, key: string): Promise<MessageRef>
  /** Rewrites an earlier message of the bot. A message deleted since is left alone. */
  update(ref: MessageRef, message: Message): Promise<void>
  /**
   * Takes somebody's message down, with its files. Refuses one that has replies, which would go with it,
   * and says when the platform gives no right to.
   */
  remove(ref: MessageRef): Promise<Removal>
  /** The bot's own messages in a conversation, threads included, from `since` (epoch ms) on. */
  ownMessages(where: Destination, since: number): Promise<readonly OwnMessage[]>
  /**
   * Takes back a message of the bot, all its parts and files. One that others replied to would take their
   * words with it: it says `instead`. A message that is gone already is `gone`.
   */
  retract(ref: MessageRef, instead: Text): Promise<Retraction>
  /**
   * The files of somebody's message, in order, up to `most` bytes in all: one that does not fit is left
   * out. None once the message is gone.
   */
  filesOf(ref: MessageRef, most: number): Promise<readonly Attachment[]>
  /** The message that carries `key`, posted at `to` at or after `since` (epoch ms), if there is one. */
  find(to: Destination, key: string, since: number): Promise<MessageRef | undefined>

  /** Creates a private channel, or finds the one of that name that the bot already made. */
  createChannel(request: ChannelRequest): Promise<ChannelId>
  /** Adds people who are not members yet. A person who cannot be added makes a `PermanentChatError`. */
  addMember(channel: ChannelId, person: PersonId): Promise<void>
  removeMember(channel: ChannelId, person: PersonId): Promise<void>

  /** Looks people up; an unknown id gives an inactive person with an empty name. */
  person(id: PersonId): Promise<Person>
  /** The account with this e-mail address, if any. */
  personByEmail(email: string): Promise<Person | undefined>
  /** Teams that the bot and this person share, for a command typed in a direct message. */
  sharedTeams(person: PersonId): Promise<readonly { readonly id: TeamId; readonly name: string }[]>
}
