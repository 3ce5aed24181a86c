/** Who reads the event stream of a platform that gives every reader everything: one instance at a time. */
import type { ChannelId } from './port.ts'

export interface Reading {
  /** Takes or keeps the turn to read; false while another instance has it. */
  takeTurn(): Promise<boolean>
  /** Gives the turn back, so that another takes it at once. */
  endTurn(): Promise<void>
  /** Up to when each channel was handled (epoch ms of the platform), by whichever instance. */
  marks(): Promise<ReadonlyMap<ChannelId, number>>
  /** Everything of the channel until then was handled. An earlier instant than the last changes nothing. */
  mark(channel: ChannelId, until: number): Promise<void>
}
