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

const request = (trigger: string): Record<string, unknown> => ({
  team_id: world.teamId,
  trigger,
  method: 'P',
  url: 'http://localhost:3000/mattermost/commands',
  auto_complete: true,
  auto_complete_hint: '[nouveau | statut]',
  auto_complete_desc: 'Mener un recrutement',
})

const register = (by: Person, trigger: string): Promise<Record<string, unknown>> =>
  world.json(by, 'POST', '/commands', request(trigger))

describe('registering a slash command', () => {
  it('is for those who administer the team, and gives a token', async () => {
    expect((await world.request(intra, 'POST', '/commands', request('essai'))).status).toBe(403)
    const command = await register(world.bot, 'Recrutement')
    expect(command).toMatchObject({ trigger: 'recrutement', creator_id: world.bot.id })
    expect(command['token']).toMatch(/^[a-z0-9]{26}$/)
  })

  it('is refused to a bot that does not administer the team', async () => {
    await world.setTeamRoles(admin, world.bot, 'team_user')
    expect((await world.request(world.bot, 'POST', '/commands', request('non'))).status).toBe(403)
    await world.setTeamRoles(admin, world.bot, 'team_user team_admin')
  })

  it('refuses a trigger taken in the team, or with a slash or a space', async () => {
    await register(world.bot, 'pris')
    const refused = await register(world.bot, 'pris')
    expect(refused).toMatchObject({
      id: 'api.command.duplicate_trigger.app_error',
      status_code: 400,
    })
    for (const trigger of ['/pris', 'deux mots', ''])
      expect((await world.request(admin, 'POST', '/commands', request(trigger))).status).toBe(400)
  })
})

describe('the commands of a team', () => {
  it('show their token to those who administer it only', async () => {
    await register(world.bot, 'liste')
    const managed = await world.bot.client.getCustomTeamCommands(world.teamId)
    expect(managed.find(({ trigger }) => trigger === 'liste')?.token).not.toBe('')
    const seen = await intra.client.getCommandsList(world.teamId)
    expect(seen.map(({ token, url }) => token + url).join('')).toBe('')
    await expect(intra.client.getCustomTeamCommands(world.teamId)).rejects.toMatchObject({
      status_code: 403,
    })
  })

  it('complete what somebody types', async () => {
    await register(world.bot, 'selection')
    const suggested = await intra.client.getCommandAutocompleteSuggestionsList(
      '/sel',
      world.teamId,
      { channel_id: '', team_id: world.teamId },
    )
    expect(suggested).toEqual([
      {
        Complete: 'selection',
        Suggestion: 'selection',
        Hint: '[nouveau | statut]',
        Description: 'Mener un recrutement',
        IconData: '',
      },
    ])
    const all = await intra.client.getAutocompleteCommandsList(world.teamId)
    expect(all.map(({ trigger }) => trigger)).toContain('selection')
  })
})

describe('changing a command', () => {
  it('moves it to another address, renews its token, removes it', async () => {
    const { id, token } = await register(world.bot, 'mobile')
    const moved = await world.json(world.bot, 'PUT', `/commands/${String(id)}`, {
      ...request('mobile'),
      id,
      url: 'http://localhost:4000/ailleurs',
    })
    expect(moved).toMatchObject({ id, token, url: 'http://localhost:4000/ailleurs' })
    const renewed = await world.bot.client.regenCommandToken(String(id))
    expect(renewed.token).not.toBe(token)
    await world.bot.client.deleteCommand(String(id))
    const left = await world.bot.client.getCustomTeamCommands(world.teamId)
    expect(left.map(({ trigger }) => trigger)).not.toContain('mobile')
  })

  it('is for those who administer the team', async () => {
    const { id } = await register(world.bot, 'garde')
    await expect(intra.client.deleteCommand(String(id))).rejects.toMatchObject({
      status_code: 403,
    })
  })
})
