import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let admin: Person

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
  admin = await world.login('admin')
})
afterAll(() => world.stop())

describe('the practice team', () => {
  it('has everybody in it, and two public channels', async () => {
    expect(await world.bot.client.getTeamMembers(world.teamId)).toHaveLength(7)
    const channels = await intra.client.getMyChannels(world.teamId)
    expect(channels.map(({ name }) => name)).toEqual(['off-topic', 'town-square'])
  })

  it('has the bot as administrator, and nobody else', async () => {
    const members = await world.bot.client.getTeamMembers(world.teamId)
    const admins = members.filter(({ roles }) => roles.includes('team_admin'))
    expect(admins.map(({ user_id }) => user_id)).toEqual([world.bot.id])
  })

  it('shows its invitation only to those who manage it', async () => {
    expect((await intra.client.getTeam(world.teamId)).invite_id).toBe('')
    expect((await admin.client.getTeam(world.teamId)).invite_id).not.toBe('')
  })
})

describe('roles', () => {
  it('are changed by those who manage the team', async () => {
    const refused = await world.setTeamRoles(intra, intra, 'team_user team_admin')
    expect(refused.status).toBe(403)
    await world.setTeamRoles(admin, intra, 'team_user team_admin')
    expect(await intra.client.getTeamMember(world.teamId, intra.id)).toMatchObject({
      roles: 'team_user team_admin',
      scheme_admin: true,
    })
    await world.setTeamRoles(admin, intra, 'team_user')
  })

  it('are refused when unknown', async () => {
    expect((await world.setTeamRoles(admin, intra, 'chef')).status).toBe(400)
  })
})

describe('another team', () => {
  it('is invisible to those who are not in it', async () => {
    const other = await world.json(admin, 'POST', '/teams', {
      name: 'autre',
      display_name: 'Autre',
      type: 'O',
    })
    await expect(intra.client.getTeam(String(other['id']))).rejects.toMatchObject({
      status_code: 403,
    })
    expect((await world.request(intra, 'POST', '/teams', {})).status).toBe(403)
  })

  it('is left with all its channels', async () => {
    const team = await admin.client.getTeamByName('autre')
    await admin.client.addToTeam(team.id, intra.id)
    expect(await intra.client.getMyChannels(team.id)).toHaveLength(2)
    await admin.client.removeFromTeam(team.id, intra.id)
    await expect(intra.client.getMyChannels(team.id)).rejects.toMatchObject({ status_code: 403 })
  })
})
