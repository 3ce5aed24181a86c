import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Answer, Message } from '../../../src/chat/port.ts'
import {
  mattermostPlatform,
  mountedChat,
  type MattermostPlatform,
} from '../../contract/mattermost/platform.ts'

const WITH_BUTTON: Message = {
  headline: ['Le détail'],
  blocks: [{ kind: 'buttons', buttons: [{ label: 'Relancer', action: 'relancer' }] }],
}
const REDIRECTED = 'Je te réponds en message direct.'

describe('a private answer with buttons', () => {
  let platform: MattermostPlatform
  let answer: Answer

  beforeEach(async () => {
    platform = await mattermostPlatform()
    await platform.chat.start({
      interaction: () => Promise.resolve(answer),
      notice: () => Promise.resolve(),
    })
    answer = { kind: 'private', message: WITH_BUTTON }
    const { chat, channel } = platform
    const blocks = [{ kind: 'buttons', buttons: [{ label: 'Voir', action: 'voir' }] }] as const
    await chat.post({ channel }, { headline: ['Tâche'], blocks }, 'private/1')
  })
  afterEach(() => platform.stop())

  async function press(label: string) {
    const { zoe, channel } = platform
    await zoe.press(channel, label)
    const texts = async (where: string) => (await zoe.reads(where)).map(({ text }) => text)
    return { here: await texts(channel), direct: await texts(await zoe.directChannel()) }
  }

  test('goes to the direct messages when the bot may not post privately in the channel', async () => {
    const { here, direct } = await press('Voir')
    expect(here).toContain(REDIRECTED)
    expect(here).not.toContain('Le détail')
    expect(direct).toEqual(['Le détail'])
    expect((await press('Voir')).direct).toEqual(['Le détail', 'Le détail'])
  })

  test('stays in the channel when the bot may, and its own buttons are answered there', async () => {
    const token = platform.server.admin.getToken()
    const administrator = mountedChat(platform.server, platform.http, { token })
    await administrator.start({
      interaction: () => Promise.resolve(answer),
      notice: () => Promise.resolve(),
    })
    const { here, direct } = await press('Voir')
    expect(here).toContain('Le détail')
    expect(here).not.toContain(REDIRECTED)
    expect(direct).toEqual([])
    // A message that only its reader sees cannot be replaced: the answer is a new one.
    answer = { kind: 'replace', message: { headline: ['Relance envoyée'] } }
    expect((await press('Relancer')).here).toContain('Relance envoyée')
    await administrator.stop()
  })

  test('with a file goes to the direct messages, where files can be kept', async () => {
    const files = [{ name: 'export.csv', type: 'text/csv', content: 'a;b' }]
    answer = { kind: 'private', message: { headline: ['Ton export'], files } }
    const { zoe, channel } = platform
    await zoe.command(channel, '/recrutement exporter')
    const [only] = await zoe.reads(await zoe.directChannel())
    expect(only).toMatchObject({ text: 'Ton export', files: ['export.csv'] })
    expect((await zoe.reads(channel)).map(({ text }) => text)).toContain(REDIRECTED)
  })
})
