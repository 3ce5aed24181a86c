/** What is announced over websockets, and to whom. */
import { channelMembership, teamMembership } from '../permissions.ts'
import type { Store } from '../store/store.ts'

type Audience =
  { readonly kind: 'all' } | { readonly kind: 'user' | 'channel' | 'team'; readonly id: string }

export interface SandboxEvent {
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
  readonly to: Audience
  /** People of the audience who are left out. */
  readonly omit?: readonly string[]
  /** What is added for one person only. */
  readonly extraFor?: (userId: string) => Readonly<Record<string, unknown>>
}

export function isInAudience(store: Store, { to, omit }: SandboxEvent, userId: string): boolean {
  if (omit?.includes(userId)) return false
  if (to.kind === 'all') return true
  if (to.kind === 'user') return to.id === userId
  if (to.kind === 'channel') return channelMembership(store, to.id, userId) !== undefined
  return teamMembership(store, to.id, userId) !== undefined
}

/** The message as it goes over the wire. */
export function eventText(event: SandboxEvent, userId: string, sequence: number): string {
  const { to, omit } = event
  return JSON.stringify({
    event: event.event,
    data: { ...event.data, ...event.extraFor?.(userId) },
    broadcast: {
      omit_users: omit ? Object.fromEntries(omit.map((id) => [id, true])) : null,
      user_id: to.kind === 'user' ? to.id : '',
      channel_id: to.kind === 'channel' ? to.id : '',
      team_id: to.kind === 'team' ? to.id : '',
      connection_id: '',
      omit_connection_id: '',
    },
    seq: sequence,
  })
}
