/** People in front of a messenger, whichever it is, and a clock that can be moved. */
import type { Temporal } from 'temporal-polyfill'
import type { ChannelId } from '../../../src/chat/port.ts'
import type { Actor } from '../../contract/platform.ts'

export type Name = 'intra' | 'metier' | 'equipe1' | 'equipe2' | 'referente'

export interface Scene {
  readonly people: Readonly<Record<Name, Actor>>
  /** A channel in which everyone is. */
  readonly townSquare: ChannelId
  /** The private channel of the recruitment, once it is there. */
  privateChannel(): Promise<ChannelId>
  /** Moves the clock to that instant; what becomes due is said on the way. */
  moveTo(at: Temporal.Instant): Promise<void>
  stop(): Promise<void>
}
