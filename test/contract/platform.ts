/** What the chat contract needs from a platform: a chat, and people who act in front of it. */
import type { Chat, ChannelId, PersonId, TeamId, Values } from '../../src/chat/port.ts'

/** One message as a person sees it on screen. */
export interface ShownMessage {
  /** The words, after the platform's own formatting; lines as shown. */
  readonly text: string
  /** What the platform made of the words: `bold`, `link`, `mention`, `heading`… without plain text. */
  readonly marks: readonly string[]
  /** Addresses of its links, in order. */
  readonly links: readonly string[]
  /** Labels of its buttons, in order. */
  readonly buttons: readonly string[]
  readonly files: readonly string[]
  /** Post that starts the thread, when the message is a reply. */
  readonly thread?: string
  readonly post: string
}

/** A form in front of a person. */
export interface ShownForm {
  readonly title: string
  readonly intro: string
  /** Names of the fields, in order. */
  readonly fields: readonly string[]
  /** Presses the submit button with these values; may be pressed again. */
  submit(values: Values): Promise<SubmitOutcome>
}

export interface SubmitOutcome {
  readonly closed: boolean
  readonly error?: string
  /** By name of field. */
  readonly errors: Readonly<Record<string, string>>
}

/** Someone in front of their screen. */
export interface Actor {
  readonly id: PersonId
  /** What others see as their name. */
  readonly name: string
  /** Types a slash command and waits for the platform to have acknowledged it. */
  command(channel: ChannelId, line: string): Promise<void>
  /** Writes a message; gives its post. */
  say(channel: ChannelId, text: string, thread?: string): Promise<string>
  /** Writes a message with text files, by name. */
  share(channel: ChannelId, text: string, files: Readonly<Record<string, string>>): Promise<string>
  edit(post: string, text: string): Promise<void>
  /** Presses the button with this label on the latest message of the channel that has one. */
  press(channel: ChannelId, label: string): Promise<void>
  /** The next form that opens, waiting for it. */
  form(): Promise<ShownForm>
  /** Everything shown in a channel, oldest first, private answers included. */
  reads(channel: ChannelId): Promise<readonly ShownMessage[]>
  /** The direct messages with the bot. */
  directChannel(): Promise<ChannelId>
}

export interface Platform {
  readonly chat: Chat
  readonly team: TeamId
  /** A channel in which everyone is, the bot included. */
  readonly channel: ChannelId
  /** A slash command that the bot answers to, such as `/recrutement`. */
  readonly command: string
  readonly zoe: Actor
  readonly marc: Actor
  /** An e-mail address that finds zoe. */
  readonly zoeEmail: string
  /** Someone whose account does not exist any more. */
  leaver(): Promise<PersonId>
  /** The channel's members who are people. */
  members(channel: ChannelId): Promise<readonly PersonId[]>
  archive(channel: ChannelId): Promise<void>
  /** HTTP statuses of requests made by someone who knows the bot's address but no secret. */
  forge(kind: 'command' | 'button' | 'form'): Promise<number>
  stop(): Promise<void>
}
