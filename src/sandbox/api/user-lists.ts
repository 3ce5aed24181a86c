/** `users/*`: several people at once, and finding people. */
import { Hono } from 'hono'
import { z } from 'zod'
import { canReadChannel, canViewTeam, channelMembership, teamMembership } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { User } from '../store/entities.ts'
import { forbidden, invalidBody } from './errors.ts'
import { clientUsers } from './render.ts'
import { flag, pageFields, pageOf, readBody, readQuery } from './request.ts'
import type { Env } from './request.ts'

const idsSchema = z.array(z.string()).min(1)

const group = {
  in_team: z.string().optional(),
  not_in_team: z.string().optional(),
  in_channel: z.string().optional(),
  not_in_channel: z.string().optional(),
}
type Groups = { [name in keyof typeof group]?: string | undefined }

const listSchema = z.object({ ...pageFields, ...group, active: flag, inactive: flag })

const searchSchema = z.object({
  term: z.string(),
  team_id: z.string().optional(),
  not_in_team_id: z.string().optional(),
  in_channel_id: z.string().optional(),
  not_in_channel_id: z.string().optional(),
  allow_inactive: z.boolean().default(false),
  limit: z.number().int().min(1).max(1000).default(100),
})

const autocompleteSchema = z.object({
  name: z.string(),
  in_team: z.string().optional(),
  in_channel: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).catch(25),
})

const ignoringAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

function matches(user: User, term: string): boolean {
  const wanted = ignoringAccents(term.replace(/^@/, '').trim())
  const names = [user.username, user.first_name, user.last_name, user.nickname, user.email]
  const full = `${user.first_name} ${user.last_name}`
  return [...names, full].some((name) => ignoringAccents(name).startsWith(wanted))
}

/** Refuses groups that `me` may not look into. */
function checkGroups({ store }: Sandbox, me: User, groups: Groups): void {
  for (const id of [groups.in_team, groups.not_in_team])
    if (id && !canViewTeam(store, me, { id })) throw forbidden()
  for (const id of [groups.in_channel, groups.not_in_channel]) {
    const channel = id && store.channels.get(id)
    if (id && (!channel || !canReadChannel(store, me, channel))) throw forbidden()
  }
}

function inGroups({ store }: Sandbox, user: User, groups: Groups): boolean {
  const { in_team, not_in_team, in_channel, not_in_channel } = groups
  if (in_team && !teamMembership(store, in_team, user.id)) return false
  if (not_in_team && teamMembership(store, not_in_team, user.id)) return false
  if (in_channel && !channelMembership(store, in_channel, user.id)) return false
  return !(not_in_channel && channelMembership(store, not_in_channel, user.id))
}

/** Everybody of those groups, by username. */
function peopleOf(sandbox: Sandbox, me: User, groups: Groups): User[] {
  checkGroups(sandbox, me, groups)
  return sandbox.store.users
    .find(`true ORDER BY body->>'username'`)
    .filter((user) => inGroups(sandbox, user, groups))
}

export function userListRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>()
    .get('/users', (c) => {
      const { active, inactive, page, per_page, ...groups } = readQuery(c, listSchema)
      const people = peopleOf(sandbox, c.get('me'), groups).filter(
        (user) => (!active || user.delete_at === 0) && (!inactive || user.delete_at > 0),
      )
      return c.json(clientUsers(pageOf(people, { page, per_page }), c.get('me')))
    })
    .post('/users/ids', async (c) => {
      const ids = await readBody(c, idsSchema)
      const users = ids.flatMap((id) => store.users.get(id) ?? [])
      return c.json(clientUsers(users, c.get('me')))
    })
    .post('/users/usernames', async (c) => {
      const names = await readBody(c, idsSchema)
      const users = names.flatMap(
        (name) => store.users.first(`body->>'username' = ?`, name.toLowerCase()) ?? [],
      )
      return c.json(clientUsers(users, c.get('me')))
    })
    .post('/users/search', async (c) => {
      const search = await readBody(c, searchSchema)
      if (search.term === '') throw invalidBody('term')
      const found = peopleOf(sandbox, c.get('me'), {
        in_team: search.team_id,
        not_in_team: search.not_in_team_id,
        in_channel: search.in_channel_id,
        not_in_channel: search.not_in_channel_id,
      })
        .filter((user) => search.allow_inactive || user.delete_at === 0)
        .filter((user) => matches(user, search.term))
      return c.json(clientUsers(found.slice(0, search.limit), c.get('me')))
    })
    .get('/users/autocomplete', (c) => {
      const { name, in_team, in_channel, limit } = readQuery(c, autocompleteSchema)
      const me = c.get('me')
      const found = peopleOf(sandbox, me, { in_team })
        .filter((user) => user.delete_at === 0 && matches(user, name))
        .slice(0, limit)
      checkGroups(sandbox, me, { in_channel })
      if (!in_channel) return c.json({ users: clientUsers(found, me) })
      const inside = found.filter((user) => channelMembership(store, in_channel, user.id))
      const outside = found.filter((user) => !inside.includes(user))
      return c.json({
        users: clientUsers(inside, me),
        out_of_channel: clientUsers(outside, me),
      })
    })
}
