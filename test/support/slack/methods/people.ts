/** `auth.*`, `team.*`, `users.*`: who is who. */
import { refuse, type Call, type Method } from '../call.ts'
import { userJson } from '../events.ts'

const authTest: Method = {
  args: {},
  errors: [],
  run({ workspace: { state }, token, me }) {
    const { team } = state
    return {
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: state.users.get(me)?.name,
      team_id: team.id,
      user_id: me,
      is_enterprise_install: false,
      ...(token.kind === 'bot' ? { bot_id: state.botId } : {}),
    }
  },
}

const teamInfo: Method = {
  args: { team: 'text' },
  errors: ['team_not_found'],
  scopes: ['team:read'],
  run(call) {
    const { team } = call.workspace.state
    if (call.has('team') && call.text('team') !== team.id) return refuse('team_not_found')
    return { team: { ...team, email_domain: '' } }
  },
}

const json = ({ workspace, token }: Call, user: Parameters<typeof userJson>[0]) =>
  userJson(user, workspace.state.team.id, { withEmail: token.scopes.has('users:read.email') })

const usersInfo: Method = {
  args: { user: 'text!' },
  errors: ['user_not_found'],
  scopes: ['users:read'],
  run(call) {
    const user = call.workspace.state.users.get(call.text('user'))
    return user === undefined ? refuse('user_not_found') : { user: json(call, user) }
  },
}

const lookupByEmail: Method = {
  args: { email: 'text!' },
  errors: ['users_not_found'],
  scopes: ['users:read.email'],
  run(call) {
    const email = call.text('email').toLowerCase()
    const found = [...call.workspace.state.users.values()].find(
      (user) => user.email.toLowerCase() === email && !user.deleted && !user.isBot,
    )
    return found === undefined ? refuse('users_not_found') : { user: json(call, found) }
  },
}

export const peopleMethods = {
  'auth.test': authTest,
  'team.info': teamInfo,
  'users.info': usersInfo,
  'users.lookupByEmail': lookupByEmail,
}
