/** The parts of Mattermost's objects that the page reads, and what the page remembers. */

export interface User {
  readonly id: string
  readonly username: string
  readonly first_name?: string
  readonly last_name?: string
  readonly nickname?: string
  readonly is_bot?: boolean
  readonly delete_at?: number
}

export interface Channel {
  readonly id: string
  readonly team_id: string
  readonly type: 'O' | 'P' | 'D' | 'G'
  readonly name: string
  readonly display_name: string
  readonly header?: string
  readonly purpose?: string
  readonly total_msg_count: number
  readonly last_post_at?: number
  readonly delete_at?: number
}

export interface Membership {
  readonly channel_id: string
  readonly msg_count: number
  readonly mention_count: number
  readonly last_viewed_at: number
}

export interface FileInfo {
  readonly id: string
  readonly name: string
  readonly size?: number
  readonly mime_type?: string
}

export interface ActionOption {
  readonly text: string
  readonly value: string
}

export interface PostAction {
  readonly id?: string
  readonly name?: string
  readonly type?: string
  readonly style?: string
  readonly disabled?: boolean
  readonly options?: readonly ActionOption[]
  readonly cookie?: string
}

export interface PostAttachment {
  readonly pretext?: string
  readonly color?: string
  readonly title?: string
  readonly title_link?: string
  readonly text?: string
  readonly fields?: readonly { title?: string; value?: unknown; short?: boolean }[] | null
  readonly footer?: string
  readonly actions?: readonly PostAction[] | null
}

export interface Post {
  readonly id: string
  readonly channel_id: string
  readonly user_id: string
  readonly root_id?: string
  readonly type?: string
  readonly message: string
  readonly create_at: number
  readonly update_at: number
  readonly edit_at?: number
  readonly delete_at?: number
  readonly reply_count?: number
  readonly file_ids?: readonly string[] | null
  readonly metadata?: { readonly files?: readonly FileInfo[] | null }
  readonly props?: {
    readonly attachments?: readonly PostAttachment[] | null
    [key: string]: unknown
  }
}

export interface PostList {
  readonly order: readonly string[]
  readonly posts: Readonly<Record<string, Post>>
  readonly prev_post_id?: string
}

export interface SlashCommand {
  readonly trigger: string
  readonly auto_complete?: boolean
  readonly auto_complete_desc?: string
  readonly auto_complete_hint?: string
}

export interface DialogElement {
  readonly display_name: string
  readonly name: string
  readonly type: string
  readonly subtype?: string
  readonly default?: string
  readonly placeholder?: string
  readonly help_text?: string
  readonly optional?: boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly data_source?: string
  readonly multiselect?: boolean
  readonly options?: readonly ActionOption[] | null
}

export interface Dialog {
  readonly callback_id?: string
  readonly title: string
  readonly introduction_text?: string
  readonly elements?: readonly DialogElement[] | null
  readonly submit_label?: string
  readonly notify_on_cancel?: boolean
  readonly state?: string
}

export interface OpenDialog {
  readonly trigger_id?: string
  readonly url: string
  readonly dialog: Dialog
}

export interface SubmitAnswer {
  readonly error?: string
  readonly errors?: Readonly<Record<string, string>>
  readonly type?: string
  readonly form?: Dialog
}

export type DialogValue = string | boolean | readonly string[] | null

export interface SocketEvent {
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
  readonly broadcast?: { readonly channel_id?: string; readonly user_id?: string }
}

/** A channel's posts known so far. `complete` once nothing older remains to be read. */
export interface Timeline {
  readonly posts: Map<string, Post>
  /** False until the channel was read once, and again after a lost connection. */
  loaded: boolean
  oldest: number
  complete: boolean
  /** Where unread posts began when the channel was opened; draws the line « Nouveau ». */
  unreadSince: number
  /** Replies up to here count as seen, save in threads that say otherwise in `threadsSeen`. */
  repliesSeen: number
  readonly threadsSeen: Map<string, number>
}

export interface Api {
  readonly token: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  blob(path: string): Promise<Blob>
}

export type Connection =
  { readonly kind: 'connecting' | 'online' } | { readonly kind: 'lost'; readonly retry: () => void }

/** Everything the page knows as one person. */
export interface Session {
  readonly username: string
  readonly api: Api
  readonly me: User
  readonly teamId: string
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  readonly members: Map<string, Membership>
  readonly timelines: Map<string, Timeline>
  readonly pressed: Set<string>
  readonly refusals: Map<string, string>
  readonly drafts: Map<string, string>
  /** Triggers of what this page asked for: a dialog that answers another one is not ours to open. */
  readonly triggers: Set<string>
  acting: number
  waitingDialog: OpenDialog | undefined
  dialog: { readonly request: OpenDialog; readonly channelId: string } | undefined
  commands: readonly SlashCommand[]
  connection: Connection
  channelId: string
  rootId: string
}

/** The whole page: one session per person, one of them on screen. */
export interface App {
  readonly sessions: Map<string, Session>
  readonly failures: Map<string, string>
  readonly users: Map<string, User>
  current: string
  /** What the example is doing, while it plays: dialogs are then filled in, not shown. */
  playing: string | undefined
  /** What to try next. */
  advice: string | undefined
  /** Sandbox time minus browser time, in milliseconds. */
  clockOffset: number
  /** Posts that bots wrote since the clock was last moved. */
  readonly said: Set<string>
  /** Says that something changed; what is on screen follows. */
  changed(): void
}
