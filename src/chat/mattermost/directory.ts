/** Who people are, and which teams they share with the bot. */
import type { UserProfile } from '@mattermost/types/users'

import type { Person } from '../port.ts'
import { cache } from '../cache.ts'
import { isMissing, MattermostError, type MattermostClient } from './client.ts'
import type { Usernames } from './markdown.ts'

const KEPT_MS = 5 * 60_000
const KEPT_PEOPLE = 5_000

export interface Directory {
  person(id: string): Promise<Person>
  personByEmail(email: string): Promise<Person | undefined>
  sharedTeams(person: string): Promise<readonly { id: string; name: string }[]>
  /** Usernames of all these people, ready for rendering. */
  usernames(ids: readonly string[]): Promise<Usernames>
  /** Forgets what is known of someone who changed. */
  forget(id: string): void
  forgetAll(): void
}

interface Entry extends Person {
  readonly username: string
}

export function directory(client: MattermostClient): Directory {
  const known = cache<Entry>(KEPT_PEOPLE, KEPT_MS)

  async function lookUp(id: string): Promise<Entry> {
    const found = known.get(id)
    if (found !== undefined) return found
    const entry = await client.getUser(id).then(toEntry, (error: unknown) => {
      if (isUnknown(error)) return nobody(id)
      throw error
    })
    known.set(id, entry)
    return entry
  }

  return {
    person: async (id) => toPerson(await lookUp(id)),
    async personByEmail(email) {
      const wanted = email.trim().toLowerCase()
      // Searching keeps the address out of the URL, hence out of the server's access logs.
      const found = await client.searchUsers(wanted, { allow_inactive: true, limit: 10 })
      const user = found.find((candidate) => candidate.email.toLowerCase() === wanted)
      return user === undefined ? undefined : toPerson(toEntry(user))
    },
    async sharedTeams(person) {
      const teams = await client.getMyTeams()
      const shared = await Promise.all(teams.map((team) => isMember(client, team.id, person)))
      return teams
        .filter((_, i) => shared[i] === true)
        .map(({ id, display_name, name }) => ({ id, name: display_name || name }))
    },
    async usernames(ids) {
      const entries = await Promise.all(ids.map(lookUp))
      const names = new Map(entries.map(({ id, username }) => [id, username]))
      return (id) => names.get(id) || undefined
    },
    forget: (id) => known.delete(id),
    forgetAll: () => known.clear(),
  }
}

async function isMember(client: MattermostClient, team: string, person: string): Promise<boolean> {
  try {
    return (await client.getTeamMember(team, person)).delete_at === 0
  } catch (error) {
    if (isUnknown(error)) return false
    throw error
  }
}

/** Mattermost answers 400 to an id that could not be one of its own. */
function isUnknown(error: unknown): boolean {
  return isMissing(error) || (error instanceof MattermostError && error.status === 400)
}

function nobody(id: string): Entry {
  return { id, username: '', name: '', active: false, isBot: false, isAdmin: false }
}

function toPerson(entry: Entry): Person {
  const { id, name, email, zone, active, isBot, isAdmin } = entry
  const known = { ...(email ? { email } : {}), ...(zone ? { zone } : {}) }
  return { id, name, ...known, active, isBot, isAdmin }
}

function toEntry(user: UserProfile): Entry {
  const zone = zoneOf(user)
  return {
    id: user.id,
    username: user.username,
    name: `${user.first_name} ${user.last_name}`.trim() || user.nickname || user.username,
    ...(user.email ? { email: user.email } : {}),
    ...(zone ? { zone } : {}),
    active: user.delete_at === 0,
    isBot: isBot(user),
    isAdmin: user.roles.split(' ').includes('system_admin'),
  }
}

/** The server leaves the field out for people, whatever its type says. */
function isBot({ is_bot }: Partial<UserProfile>): boolean {
  return is_bot === true
}

function zoneOf({ timezone }: UserProfile): string | undefined {
  if (timezone === undefined) return undefined
  const automatic = String(timezone.useAutomaticTimezone) === 'true'
  return automatic ? timezone.automaticTimezone : timezone.manualTimezone
}
