import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { RawAnswer, startFakeBot } from '../support/fake-bot.ts'
import type { FakeBot } from '../support/fake-bot.ts'
import { listen } from '../support/listening.ts'
import type { Listening } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let bot: FakeBot
let intra: Person
let metier: Person
let channel: string
let token: string

beforeAll(async () => {
  world = await openWorld()
  bot = await startFakeBot()
  intra = await world.login('intra')
  metier = await world.login('metier')
  channel = await world.channelWith(intra, metier)
  const command = await world.json(world.bot, 'POST', '/commands', {
    team_id: world.teamId,
    trigger: 'recrutement',
    method: 'P',
    url: bot.at('/command'),
  })
  token = String(command['token'])
})
afterAll(async () => {
  await world.stop()
  await bot.stop()
})

async function listening(person: Person): Promise<Listening> {
  const heard = await listen(world, person)
  onTestFinished(() => heard.close())
  return heard
}

const type = (
  by: Person,
  command: string,
  channel_id = channel,
): Promise<Record<string, unknown>> =>
  world.json(by, 'POST', '/commands/execute', { command, channel_id, team_id: world.teamId })

const lastForm = (): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(bot.received('/command').at(-1)?.body))

describe('typing a slash command', () => {
  it('sends the integration a form that says who, where and what', async () => {
    bot.answers('/command', () => ({}))
    const answer = await type(intra, '/recrutement nouveau  poste de dév')
    expect(bot.received('/command').at(-1)?.authorization).toBe(`Token ${token}`)
    expect(lastForm()).toMatchObject({
      token,
      team_id: world.teamId,
      team_domain: 'demo',
      channel_id: channel,
      user_id: intra.id,
      user_name: 'intra',
      command: '/recrutement',
      text: 'nouveau  poste de dév',
    })
    expect(lastForm()['response_url']).toMatch(/^http:\/\/localhost:\d+\/hooks\/commands\/\w{26}$/)
    expect(answer['trigger_id']).toMatch(/^[a-z0-9]{26}$/)
    expect(lastForm()['trigger_id']).not.toBe(answer['trigger_id'])
  })

  it('names the team that the person looks at, in direct messages', async () => {
    bot.answers('/command', () => ({}))
    const direct = await world.directChannel(intra, world.bot)
    await type(intra, '/recrutement tâches', direct)
    expect(lastForm()).toMatchObject({ team_id: world.teamId, channel_id: direct })
  })

  it('needs a command that exists, and a channel where one may write', async () => {
    expect(await type(intra, '/inconnue')).toMatchObject({
      id: 'api.command.execute_command.not_found.app_error',
      status_code: 404,
    })
    expect(await type(intra, 'sans barre')).toMatchObject({ status_code: 400 })
    const stranger = await world.login('equipe1')
    expect(await type(stranger, '/recrutement')).toMatchObject({ status_code: 403 })
  })

  it('says so when the integration does not answer', async () => {
    bot.answers('/command', () => new RawAnswer(503, 'en panne'))
    expect(await type(intra, '/recrutement')).toMatchObject({
      id: 'api.command.execute_command.failed.app_error',
      status_code: 500,
      detailed_error: 'status 503',
    })
  })
})

describe('the answer to a command', () => {
  it('shows to its author only', async () => {
    const heard = await listening(intra)
    const other = await listening(metier)
    bot.answers('/command', () => ({ text: 'Voici tes tâches', response_type: 'ephemeral' }))
    await type(intra, '/recrutement tâches')
    expect(await heard.post('ephemeral_message', 'Voici tes tâches')).toMatchObject({
      user_id: intra.id,
      channel_id: channel,
    })
    await intra.client.createPost({ channel_id: channel, message: 'repère' })
    await other.post('posted', 'repère')
    expect(JSON.stringify(other.events)).not.toContain('Voici tes tâches')
  })

  it('shows to everybody when it says so, under the author’s name', async () => {
    const other = await listening(metier)
    bot.answers('/command', () => ({ text: 'Pour l’équipe', response_type: 'in_channel' }))
    await type(intra, '/recrutement statut')
    expect(await other.post('posted', 'Pour l’équipe')).toMatchObject({
      user_id: intra.id,
      props: { from_webhook: 'true' },
    })
  })

  it('is rewritten from Slack markup unless it says not to', async () => {
    const heard = await listening(intra)
    const text = '<https://exemple.fr|le lien> et <!channel>'
    bot.answers('/command', () => ({ text }))
    await type(intra, '/recrutement aide')
    const rewritten = '[le lien](https://exemple.fr) et @channel'
    expect(await heard.post('ephemeral_message', rewritten)).toMatchObject({ user_id: intra.id })
    bot.answers('/command', () => ({ text, skip_slack_parsing: true }))
    await type(intra, '/recrutement aide')
    expect(await heard.post('ephemeral_message', text)).toMatchObject({ user_id: intra.id })
  })

  it('may be a plain text', async () => {
    const heard = await listening(intra)
    bot.answers('/command', () => new RawAnswer(200, 'tout simplement'))
    await type(intra, '/recrutement aide')
    expect(await heard.post('ephemeral_message', 'tout simplement')).toMatchObject({
      user_id: intra.id,
    })
  })
})

describe('buttons of a private answer', () => {
  it('work, and never show where they lead', async () => {
    const heard = await listening(intra)
    bot.answers('/command', () => ({
      text: 'Choisis',
      attachments: [
        {
          actions: [
            {
              id: 'ouvrir',
              name: 'Ouvrir',
              integration: { url: bot.at('/action'), context: { secret: 'chut' } },
            },
          ],
        },
      ],
    }))
    const answer = await type(intra, '/recrutement')
    const post = await heard.post('ephemeral_message', 'Choisis')
    expect(JSON.stringify([post, answer])).not.toContain('chut')
    const [, cookie = ''] = /"cookie":"([^"]+)"/.exec(JSON.stringify(post)) ?? []
    bot.answers('/action', () => ({ ephemeral_text: 'C’est fait' }))
    await intra.client.doPostActionWithCookie(String(post['id']), 'ouvrir', cookie)
    expect(bot.lastJson('/action')).toMatchObject({
      user_id: intra.id,
      channel_id: channel,
      post_id: post['id'],
      context: { secret: 'chut' },
    })
    await heard.post('ephemeral_message', 'C’est fait')
  })

  it('refuse a cookie that was altered, or made for another button', async () => {
    const heard = await listening(intra)
    bot.answers('/command', () => ({
      text: 'Deux choix',
      attachments: [
        { actions: ['oui', 'non'].map((id) => ({ id, integration: { url: bot.at('/action') } })) },
      ],
    }))
    await type(intra, '/recrutement')
    const post = await heard.post('ephemeral_message', 'Deux choix')
    const [, cookie = ''] = /"cookie":"([^"]+)"/.exec(JSON.stringify(post)) ?? []
    const press = (action: string, with_: string): Promise<unknown> =>
      intra.client.doPostActionWithCookie(String(post['id']), action, with_)
    await expect(press('non', cookie)).rejects.toMatchObject({ status_code: 400 })
    await expect(press('oui', `${cookie.slice(0, -4)}AAAA`)).rejects.toMatchObject({
      status_code: 400,
    })
    await expect(press('oui', '')).rejects.toMatchObject({ status_code: 404 })
  })
})

describe('a response_url', () => {
  it('answers again, five times at most', async () => {
    const heard = await listening(intra)
    bot.answers('/command', () => ({}))
    await type(intra, '/recrutement')
    const url = lastForm()['response_url'] ?? ''
    const later = (text: string): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      })
    for (let use = 1; use <= 5; use += 1) expect((await later(`suite ${use}`)).status).toBe(200)
    await heard.post('ephemeral_message', 'suite 5')
    expect((await later('de trop')).status).toBe(400)
  })

  it('is refused when nobody gave it', async () => {
    const response = await fetch(`${world.url}/hooks/commands/inconnu`, { method: 'POST' })
    expect(response.status).toBe(400)
  })
})
