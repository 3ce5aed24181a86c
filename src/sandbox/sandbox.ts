/** What every part of the practice server shares. */
import type { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { PracticeClock } from './clock.ts'
import type { Dialogs } from './interactions/dialogs.ts'
import type { Triggers } from './interactions/triggers.ts'
import type { Queue } from './queue.ts'
import type { Hub } from './socket/hub.ts'
import type { Store } from './store/store.ts'

export interface Sandbox {
  readonly store: Store
  readonly clock: PracticeClock
  readonly hub: Hub
  readonly log: Logger
  /** Emits `listener` each time that the bot is there, or there again. */
  readonly arrivals: EventEmitter<{ listener: [] }>
  readonly triggers: Triggers
  readonly dialogs: Dialogs
  /** Moves of the clock wait for one another. */
  readonly clockQueue: Queue
  /** Where the bot and browsers reach this server, without a final slash. */
  readonly siteUrl: () => string
}
