import { Client4 } from '@mattermost/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.stop())

describe('logging in', () => {
  it('gives each practice person a token that works as a bearer', async () => {
    for (const username of ['intra', 'metier', 'equipe1', 'equipe2', 'referente', 'admin']) {
      const person = await world.login(username)
      expect(person.token).toMatch(/^[a-z0-9]{26}$/)
      expect((await person.client.getMe()).username).toBe(username)
    }
  })

  it('also takes the e-mail address', async () => {
    const client = new Client4()
    client.setUrl(world.url)
    const user = await client.login('intra@exemple.gouv.fr', 'sandbox')
    expect(user.username).toBe('intra')
  })

  it('refuses a wrong password and never says whether the account exists', async () => {
    const client = new Client4()
    client.setUrl(world.url)
    const wrong = await client.login('intra', 'non').catch((error: unknown) => error)
    const unknown = await client.login('personne', 'sandbox').catch((error: unknown) => error)
    const id = 'api.user.login.invalid_credentials_email_username'
    expect(wrong).toMatchObject({ status_code: 401, server_error_id: id })
    expect(unknown).toMatchObject({ status_code: 401, server_error_id: id })
  })

  it('refuses the bot, which has only a token', async () => {
    const client = new Client4()
    client.setUrl(world.url)
    await expect(client.login('recrutement', 'sandbox')).rejects.toMatchObject({
      server_error_id: 'api.user.login.bot_login_forbidden.app_error',
    })
  })
})

describe('a session', () => {
  it('ends with logout', async () => {
    const person = await world.login('metier')
    await person.client.logout()
    const response = await world.request(person, 'GET', '/users/me')
    expect(response.status).toBe(401)
  })

  it('is needed for everything else, and its absence has the shape of a Mattermost error', async () => {
    const response = await fetch(`${world.url}/api/v4/users/me`)
    expect(response.status).toBe(401)
    expect(response.headers.get('X-Version-Id')).toMatch(/^10\.11\.0/)
    expect(await response.json()).toEqual({
      id: 'api.context.session_expired.app_error',
      message: expect.any(String),
      detailed_error: '',
      request_id: expect.stringMatching(/^[a-z0-9]{26}$/),
      status_code: 401,
    })
  })

  it('survives a restart of the server', async () => {
    const person = await world.login('equipe1')
    await world.restart()
    expect((await person.client.getMe()).id).toBe(person.id)
  })
})
