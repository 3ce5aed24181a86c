/** Who people are, and the workspace that they share with the bot. */
import { z } from 'zod'

import { cache } from '../cache.ts'
import type { Person, PersonId, TeamId } from '../port.ts'
import { isOneOf, type SlackClient } from './client.ts'
import type { Pace } from './pace.ts'

const KEPT_MS = 5 * 60_000
const KEPT_PEOPLE = 5_000
const UNKNOWN: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
])
/** Slack's own messenger has no account that anyone made. */
const SLACKBOT = 'USLACKBOT'

const text = z.string().default('')
const flag = z.boolean().default(false)
const member = z.object({
  id: z.string(),
  name: text,
  deleted: flag,
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  tz: text,
  profile: z.object({ real_name: text, display_name: text, email: text }).prefault({}),
})
type Member = z.infer<typeof member>

export interface Directory {
  person(id: PersonId): Promise<Person>
  personByEmail(email: string): Promise<Person | undefined>
  sharedTeams(person: PersonId): Promise<readonly { id: TeamId; name: string }[]>
  /** Forgets what is known of someone who changed. */
  forget(id: PersonId): void
}

export function directory(client: SlackClient, { patiently }: Pick<Pace, 'patiently'>): Directory {
  const known = cache<Person>(KEPT_PEOPLE, KEPT_MS)
  let workspace: { id: TeamId; name: string } | undefined

  async function person(id: PersonId): Promise<Person> {
    const found = known.get(id)
    if (found !== undefined) return found
    const looked = await patiently(() => client.users.info({ user: id })).then(
      ({ user }) => toPerson(member.parse(user)),
      (error: unknown) => {
        if (isOneOf(error, UNKNOWN)) return nobody(id)
        throw error
      },
    )
    known.set(id, looked)
    return looked
  }

  return {
    person,
    async personByEmail(email) {
      try {
        const { user } = await patiently(() =>
          client.users.lookupByEmail({ email: email.trim().toLowerCase() }),
        )
        return toPerson(member.parse(user))
      } catch (error) {
        if (isOneOf(error, UNKNOWN)) return undefined
        throw error
      }
    },
    async sharedTeams(id) {
      if (!(await person(id)).active) return []
      if (workspace === undefined) {
        const { team } = await patiently(() => client.team.info())
        workspace = { id: team?.id ?? '', name: team?.name ?? '' }
      }
      return [workspace]
    },
    forget: (id) => known.delete(id),
  }
}

function nobody(id: PersonId): Person {
  return { id, name: '', active: false, isBot: false, isAdmin: false }
}

function toPerson({ id, name, profile, ...user }: Member): Person {
  return {
    id,
    name: profile.real_name || profile.display_name || name,
    ...(profile.email === '' ? {} : { email: profile.email }),
    ...(user.tz === '' ? {} : { zone: user.tz }),
    active: !user.deleted,
    isBot: user.is_bot || id === SLACKBOT,
    isAdmin: user.is_admin || user.is_owner,
  }
}
