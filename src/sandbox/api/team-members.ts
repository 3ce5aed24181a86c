/** `teams/{id}/members/*`. */
import { Hono } from 'hono'
import { z } from 'zod'
import { addTeamMember, removeTeamMember } from '../membership.ts'
import { canAdministerTeam, canViewTeam, isSystemAdmin, teamMembership } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { TeamMember } from '../store/entities.ts'
import { makeTeamMember } from '../store/make.ts'
import { AppError, forbidden, invalidBody, notFound } from './errors.ts'
import { userById, visibleTeam } from './lookups.ts'
import { OK } from './render.ts'
import { pageFields, pageOf, readBody, readQuery, userIdOf } from './request.ts'
import type { Env } from './request.ts'

const pageSchema = z.object(pageFields)
const additionSchema = z.object({ team_id: z.string(), user_id: z.string() })
const rolesSchema = z.object({ roles: z.string() })

function memberOf({ store }: Sandbox, teamId: string, userId: string): TeamMember {
  const member = teamMembership(store, teamId, userId)
  if (member) return member
  throw notFound(
    'app.team.get_member.missing.app_error',
    'Cette personne n’est pas membre de l’équipe.',
  )
}

function readRoles(roles: string): { admin: boolean } {
  const names = roles.split(' ').filter(Boolean)
  if (!names.includes('team_user') || names.some((name) => !/^team_(user|admin)$/.test(name)))
    throw new AppError(
      400,
      'api.team.update_team_member_roles.app_error',
      'Ces rôles ne sont pas connus : utilise « team_user » ou « team_user team_admin ».',
    )
  return { admin: names.includes('team_admin') }
}

export function teamMemberRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock, hub } = sandbox
  return new Hono<Env>()
    .get('/users/:user_id/teams/members', (c) => {
      const me = c.get('me')
      const userId = userIdOf(c, c.req.param('user_id'))
      if (userId !== me.id && !isSystemAdmin(me)) throw forbidden()
      return c.json(
        store.teamMembers.find(`body->>'user_id' = ? AND body->>'delete_at' = 0`, userId),
      )
    })
    .get('/teams/:team_id/members', (c) => {
      const team = visibleTeam(store, c.get('me'), c.req.param('team_id'))
      const members = store.teamMembers.find(
        `body->>'team_id' = ? AND body->>'delete_at' = 0 ORDER BY rowid`,
        team.id,
      )
      return c.json(pageOf(members, readQuery(c, pageSchema)))
    })
    .post('/teams/:team_id/members', async (c) => {
      const team = visibleTeam(store, c.get('me'), c.req.param('team_id'))
      const { team_id, user_id } = await readBody(c, additionSchema)
      if (team_id !== team.id) throw invalidBody('team_id')
      const user = userById(store, user_id)
      const member = store.transaction(() => addTeamMember(store, clock.now(), team.id, user.id))
      hub.publish({
        event: 'added_to_team',
        data: { team_id: team.id, user_id: user.id },
        to: { kind: 'user', id: user.id },
      })
      return c.json(member, 201)
    })
    .get('/teams/:team_id/members/:user_id', (c) => {
      const { team_id, user_id } = c.req.param()
      if (!canViewTeam(store, c.get('me'), { id: team_id })) throw forbidden()
      return c.json(memberOf(sandbox, team_id, userIdOf(c, user_id)))
    })
    .delete('/teams/:team_id/members/:user_id', (c) => {
      const me = c.get('me')
      const userId = userIdOf(c, c.req.param('user_id'))
      const teamId = c.req.param('team_id')
      if (userId !== me.id && !canAdministerTeam(store, me, teamId)) throw forbidden()
      memberOf(sandbox, teamId, userId)
      hub.publish({
        event: 'leave_team',
        data: { team_id: teamId, user_id: userId },
        to: { kind: 'team', id: teamId },
      })
      store.transaction(() => removeTeamMember(store, clock.now(), teamId, userId))
      return c.json(OK)
    })
    .put('/teams/:team_id/members/:user_id/roles', async (c) => {
      const { team_id, user_id } = c.req.param()
      if (!canAdministerTeam(store, c.get('me'), team_id)) throw forbidden()
      const member = memberOf(sandbox, team_id, userIdOf(c, user_id))
      const { admin } = readRoles((await readBody(c, rolesSchema)).roles)
      const changed = store.teamMembers.put(makeTeamMember(team_id, member.user_id, admin))
      hub.publish({
        event: 'memberrole_updated',
        data: { member: JSON.stringify(changed) },
        to: { kind: 'user', id: member.user_id },
      })
      return c.json(OK)
    })
}
