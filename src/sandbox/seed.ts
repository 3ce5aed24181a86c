/** The first start: people, team, public channels and the bot's account. */
import { newId } from './ids.ts'
import { hashPassword } from './passwords.ts'
import {
  emailOf,
  SANDBOX_BOT_NAME,
  SANDBOX_BOT_TOKEN,
  SANDBOX_BOT_USERNAME,
  SANDBOX_CHANNELS,
  SANDBOX_PASSWORD,
  SANDBOX_PEOPLE,
  SANDBOX_TEAM,
} from './people.ts'
import type { SandboxPerson } from './people.ts'
import type { User } from './store/entities.ts'
import { makeChannel, makeChannelMember, makeTeam, makeTeamMember, makeUser } from './store/make.ts'
import type { Store } from './store/store.ts'

function addPerson(store: Store, now: number, person: SandboxPerson): User {
  return store.users.put(
    makeUser(now, {
      username: person.username,
      email: emailOf(person.username),
      first_name: person.firstName,
      last_name: person.lastName,
      position: person.position,
      roles: person.admin ? 'system_admin system_user' : 'system_user',
      password_hash: hashPassword(SANDBOX_PASSWORD),
    }),
  )
}

function addBot(store: Store, now: number): User {
  const bot = store.users.put(
    makeUser(now, {
      username: SANDBOX_BOT_USERNAME,
      email: `${SANDBOX_BOT_USERNAME}@localhost`,
      first_name: SANDBOX_BOT_NAME,
      is_bot: true,
      password_hash: '',
    }),
  )
  store.sessions.put({ token: SANDBOX_BOT_TOKEN, id: newId(), user_id: bot.id, create_at: now })
  return bot
}

/** Fills an empty store. A store that already has people is left as it is. */
export function seed(store: Store, now: number): void {
  if (store.users.first('true')) return
  store.transaction(() => {
    const team = store.teams.put(
      makeTeam(now, { name: SANDBOX_TEAM.name, display_name: SANDBOX_TEAM.displayName }),
    )
    const people = SANDBOX_PEOPLE.map((person) => addPerson(store, now, person))
    const bot = addBot(store, now)
    for (const user of [...people, bot])
      store.teamMembers.put(makeTeamMember(team.id, user.id, user === bot))
    for (const { name, displayName } of SANDBOX_CHANNELS) {
      const channel = store.channels.put(
        makeChannel(now, {
          team_id: team.id,
          type: 'O',
          name,
          display_name: displayName,
          creator_id: '',
        }),
      )
      for (const user of [...people, bot])
        store.channelMembers.put(makeChannelMember(now, channel, user.id))
    }
  })
}
