import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../support/listening.ts'
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

describe('a person', () => {
  it('has a full name, an address and a zone', async () => {
    const user = await world.bot.client.getUserByUsername('referente')
    expect(user).toMatchObject({
      first_name: 'Solène',
      last_name: 'Vasseur',
      email: 'referente@exemple.gouv.fr',
      roles: 'system_user',
      delete_at: 0,
      timezone: { automaticTimezone: 'Europe/Paris', useAutomaticTimezone: 'true' },
    })
    expect(user.id).toMatch(/^[a-z0-9]{26}$/)
  })

  it('keeps notification preferences and password to themselves', async () => {
    const seen = await world.bot.client.getUser(intra.id)
    expect(Object.keys(seen)).not.toContain('notify_props')
    expect(JSON.stringify(await intra.client.getMe())).not.toContain('password')
  })

  it('is found by id, name or address', async () => {
    const { client } = world.bot
    expect((await client.getUserByEmail('intra@exemple.gouv.fr')).id).toBe(intra.id)
    expect((await client.getProfilesByIds([intra.id, admin.id])).map(({ id }) => id)).toEqual([
      intra.id,
      admin.id,
    ])
    expect((await client.getProfilesByUsernames(['intra', 'inconnue'])).length).toBe(1)
    await expect(client.getUserByEmail('personne@exemple.fr')).rejects.toMatchObject({
      status_code: 404,
    })
  })

  it('is the bot when it says so', async () => {
    const bot = await intra.client.getUser(world.bot.id)
    expect(bot).toMatchObject({ is_bot: true, first_name: 'Recrutement' })
  })
})

describe('finding people', () => {
  it('matches the beginning of a name, without accents', async () => {
    const found = await intra.client.searchUsers('elodie', { team_id: world.teamId })
    expect(found.map(({ username }) => username)).toEqual(['equipe1'])
  })

  it('completes names inside and outside a channel', async () => {
    const channel = await world.channelWith(intra)
    const found = await intra.client.autocompleteUsers('in', world.teamId, channel)
    expect(found.users.map(({ username }) => username)).toEqual(['intra'])
    expect(found.out_of_channel).toEqual([])
  })

  it('lists a channel by pages, and only for those who may read it', async () => {
    const channel = await world.channelWith(intra)
    const page = await intra.client.getProfilesInChannel(channel, 0, 1)
    expect(page).toHaveLength(1)
    const stranger = await world.login('metier')
    await expect(stranger.client.getProfilesInChannel(channel)).rejects.toMatchObject({
      status_code: 403,
    })
  })
})

describe('changing a profile', () => {
  it('is for oneself, and everybody hears of it', async () => {
    const listening = await listen(world, world.bot)
    const timezone = {
      useAutomaticTimezone: 'false',
      manualTimezone: 'Indian/Reunion',
      automaticTimezone: '',
    }
    const changed = await intra.client.patchUser({ id: intra.id, timezone })
    expect(changed.timezone).toEqual(timezone)
    const { data } = await listening.next('user_updated')
    expect(data['user']).toMatchObject({ id: intra.id, timezone })
    listening.close()
  })

  it('is refused for somebody else, except to an administrator', async () => {
    await expect(intra.client.patchUser({ id: admin.id, nickname: 'Dom' })).rejects.toMatchObject({
      status_code: 403,
    })
    expect((await admin.client.patchUser({ id: intra.id, nickname: 'Nès' })).nickname).toBe('Nès')
  })
})

describe('deactivating an account', () => {
  it('needs an administrator', async () => {
    await expect(intra.client.updateUserActive(admin.id, false)).rejects.toMatchObject({
      status_code: 403,
    })
  })

  it('ends the sessions, refuses new ones, and leaves direct messages possible', async () => {
    const leaving = await world.login('equipe2')
    await admin.client.updateUserActive(leaving.id, false)
    expect((await world.request(leaving, 'GET', '/users/me')).status).toBe(401)
    await expect(world.login('equipe2')).rejects.toMatchObject({
      server_error_id: 'api.user.login.inactive.app_error',
    })
    expect((await world.bot.client.getUser(leaving.id)).delete_at).toBeGreaterThan(0)
    const channel = await world.directChannel(world.bot, leaving)
    const post = await world.bot.client.createPost({ channel_id: channel, message: 'Bonjour' })
    expect(post.message).toBe('Bonjour')
  })

  it('can be undone', async () => {
    const { id } = await admin.client.getUserByUsername('equipe2')
    await admin.client.updateUserActive(id, true)
    expect((await world.login('equipe2')).id).toBe(id)
  })
})

describe('creating an account', () => {
  const newcomer = { username: 'camille', email: 'camille@exemple.fr', password: 'sandbox' }

  it('is for administrators', async () => {
    expect((await world.request(intra, 'POST', '/users', newcomer)).status).toBe(403)
    expect((await world.request(admin, 'POST', '/users', newcomer)).status).toBe(201)
    expect((await world.request(admin, 'POST', '/users', newcomer)).status).toBe(400)
    const camille = await world.login('camille')
    expect(await camille.client.getMyTeams()).toEqual([])
    await admin.client.addToTeam(world.teamId, camille.id)
    expect(await camille.client.getMyTeams()).toHaveLength(1)
  })
})
