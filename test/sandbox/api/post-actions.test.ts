import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { RawAnswer, startFakeBot } from '../support/fake-bot.ts'
import type { FakeBot } from '../support/fake-bot.ts'
import { listen } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let bot: FakeBot
let intra: Person
let channel: string

beforeAll(async () => {
  world = await openWorld()
  bot = await startFakeBot()
  intra = await world.login('intra')
})
afterAll(async () => {
  await world.stop()
  await bot.stop()
})
beforeEach(async () => {
  channel = await world.channelWith(intra)
})

function buttons(): Record<string, unknown> {
  const integration = { url: bot.at('/action'), context: { secret: 'chut', item: 'cv' } }
  return {
    cle: 'k1',
    attachments: [
      { text: 'Prêt ?', actions: [{ id: 'jeserai', name: 'Je serai là', integration }] },
    ],
  }
}

async function post(message = 'Entretien'): Promise<string> {
  const draft = { channel_id: channel, message, props: buttons() }
  return (await world.bot.client.createPost(draft)).id
}

const press = (by: Person, id: string, action = 'jeserai'): Promise<unknown> =>
  by.client.doPostAction(id, action)

describe('a button', () => {
  it('never shows where it leads, to anybody, by any path', async () => {
    const listening = await listen(world, intra)
    onTestFinished(() => listening.close())
    const id = await post('avec bouton')
    await world.bot.client.patchPost({ id, message: 'avec bouton, changé' })
    const seen = [
      await listening.post('posted', 'avec bouton'),
      await listening.post('post_edited', 'avec bouton, changé'),
      await intra.client.getPost(id),
      await intra.client.getPosts(channel),
      await intra.client.getPostThread(id),
      await intra.client.getPostsSince(channel, 0),
      await world.bot.client.getPost(id),
    ]
    expect(JSON.stringify(seen)).toContain('Je serai là')
    expect(JSON.stringify(seen)).not.toMatch(/chut|integration/)
  })

  it('tells the integration who pressed it, where, and its context', async () => {
    bot.answers('/action', () => ({}))
    const id = await post()
    const answer = await press(intra, id)
    expect(answer).toMatchObject({ status: 'OK', trigger_id: expect.stringMatching(/^\w{26}$/) })
    expect(bot.lastJson('/action')).toEqual({
      user_id: intra.id,
      user_name: 'intra',
      channel_id: channel,
      channel_name: expect.stringMatching(/^prive-/),
      team_id: world.teamId,
      team_domain: 'demo',
      post_id: id,
      trigger_id: expect.any(String),
      type: 'button',
      data_source: '',
      context: { secret: 'chut', item: 'cv' },
    })
  })

  it('may change its message, and keeps working afterwards', async () => {
    bot.answers('/action', () => ({ update: { message: 'Merci', props: buttons() } }))
    const id = await post()
    await press(intra, id)
    const changed = await intra.client.getPost(id)
    expect(changed).toMatchObject({ message: 'Merci', props: { cle: 'k1', from_bot: 'true' } })
    await press(intra, id)
    expect(bot.received('/action').length).toBeGreaterThanOrEqual(2)
  })

  it('keeps the props when only the text changes', async () => {
    bot.answers('/action', () => ({ update: { message: 'Bien reçu' } }))
    const id = await post()
    await press(intra, id)
    expect((await intra.client.getPost(id)).props).toMatchObject({ cle: 'k1' })
    await expect(press(intra, id)).resolves.toMatchObject({ status: 'OK' })
  })

  it('may answer privately', async () => {
    const listening = await listen(world, intra)
    onTestFinished(() => listening.close())
    bot.answers('/action', () => ({ ephemeral_text: 'C’est noté' }))
    const id = await post()
    await press(intra, id)
    expect(await listening.post('ephemeral_message', 'C’est noté')).toMatchObject({
      root_id: id,
      user_id: intra.id,
    })
  })

  it('is pressed by those who read the channel', async () => {
    const stranger = await world.login('metier')
    const id = await post()
    await expect(press(stranger, id)).rejects.toMatchObject({ status_code: 403 })
  })

  it('that does not exist, or whose message is gone, is refused', async () => {
    const id = await post()
    await expect(press(intra, id, 'autre')).rejects.toMatchObject({ status_code: 404 })
    await expect(press(intra, id, 'je-serai')).rejects.toMatchObject({ status_code: 404 })
    await world.bot.client.deletePost(id)
    await expect(press(intra, id)).rejects.toMatchObject({ status_code: 404 })
  })

  it('says so when the integration fails', async () => {
    bot.answers('/action', () => new RawAnswer(500, 'panne'))
    await expect(press(intra, await post())).rejects.toMatchObject({
      status_code: 400,
      server_error_id: 'api.post.do_action.action_integration.app_error',
    })
  })

  it('still works after a restart', async () => {
    bot.answers('/action', () => ({}))
    const id = await post()
    await world.restart()
    await press(intra, id)
    expect(bot.lastJson('/action')).toMatchObject({ post_id: id, context: { secret: 'chut' } })
  })
})

describe('a menu', () => {
  it('sends what was chosen with its context', async () => {
    bot.answers('/action', () => ({}))
    const { id } = await world.bot.client.createPost({
      channel_id: channel,
      message: 'Choisis',
      props: {
        attachments: [
          {
            actions: [
              {
                id: 'menu',
                type: 'select',
                options: [{ text: 'Un', value: '1' }],
                integration: { url: bot.at('/action'), context: { de: 'menu' } },
              },
            ],
          },
        ],
      },
    })
    await intra.client.doPostAction(id, 'menu', '1')
    expect(bot.lastJson('/action')).toMatchObject({
      type: 'select',
      context: { de: 'menu', selected_option: '1' },
    })
  })
})
