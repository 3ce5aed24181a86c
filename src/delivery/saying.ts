/** What an entry of the agenda turns into when its time has come. */
import type { Destination, Message } from '../chat/port.ts'
import type { AgendaEntry } from '../process/agenda/entry.ts'
import type { Recruitment } from '../process/recruitment.ts'

export type Saying =
  | { readonly kind: 'message'; readonly to: Destination; readonly message: Message }
  /** Something the bot does. It may run twice after a crash, so it has to be idempotent. */
  | { readonly kind: 'effect'; readonly run: () => Promise<void> }
  /** It no longer makes sense. */
  | { readonly kind: 'nothing' }

/** Composes it from the state that holds now, never from the one that held when it was planned. */
export type Compose = (
  recruitment: string,
  state: Recruitment,
  entry: AgendaEntry,
) => Promise<Saying>
