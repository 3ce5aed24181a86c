/** The app as its manifest installs it: what it may do, what it hears of, and its commands. */
import manifest from '../../../slack-manifest.json' with { type: 'json' }
import type { Channel } from './state.ts'

export interface Installed {
  /** Of the bot's token. */
  readonly scopes: readonly string[]
  readonly events: ReadonlySet<string>
  /** With their slash. */
  readonly commands: ReadonlySet<string>
}

export const INSTALLED: Installed = {
  scopes: manifest.oauth_config.scopes.bot,
  events: new Set(manifest.settings.event_subscriptions.bot_events),
  commands: new Set(manifest.features.slash_commands.map(({ command }) => command)),
}

const MESSAGES = { public: 'message.channels', private: 'message.groups', im: 'message.im' }

/** The name under which an app asks to hear of an event. */
export function subscriptionOf(type: string, channel: Channel | undefined): string {
  return type === 'message' && channel !== undefined ? MESSAGES[channel.kind] : type
}

const FAMILY = { public: 'channels', private: 'groups', im: 'im' }

/** The scope without which an app does not hear of an event. */
export function scopeOfEvent(type: string, channel: Channel | undefined): string | undefined {
  if (type === 'user_change') return 'users:read'
  if (channel === undefined) return undefined
  return `${FAMILY[channel.kind]}:${type === 'message' ? 'history' : 'read'}`
}
