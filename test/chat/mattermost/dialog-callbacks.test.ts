import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { makeState } from '../../../src/chat/mattermost/submission.ts'
import type { Answer, Form, Interaction } from '../../../src/chat/port.ts'
import {
  mattermostPlatform,
  SECRET,
  type MattermostPlatform,
} from '../../contract/mattermost/platform.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FORM: Form = {
  form: 'noter',
  title: 'Noter',
  submit: 'Déposer',
  args: { interview: 'i1' },
  fields: [{ kind: 'text', name: 'titre', label: 'Titre' }],
}

describe('a submission', () => {
  let platform: MattermostPlatform
  let heard: Interaction[]

  beforeAll(async () => {
    platform = await mattermostPlatform()
    await platform.chat.start({
      interaction: (interaction): Promise<Answer> => {
        heard.push(interaction)
        return Promise.resolve({ kind: 'nothing' })
      },
      notice: () => Promise.resolve(),
    })
  })
  afterAll(() => platform.stop())
  beforeEach(() => {
    heard = []
  })

  async function submit(state: string, change: object = {}) {
    const { zoe, channel, http } = platform
    const fields = { user_id: zoe.id, channel_id: channel, submission: { titre: 'x' }, state }
    const response = await fetch(`${http.url}/mattermost/dialog`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...fields, ...change }),
    })
    return { status: response.status, answer: await response.json() }
  }

  function stateMadeAt(instant: number): string {
    const { zoe, channel } = platform
    const opening = { person: zoe.id, channel, team: undefined, direct: false }
    return makeState(SECRET, FORM, opening, instant)
  }

  test('of a form opened less than a day ago is heard', async () => {
    const state = stateMadeAt(Date.now() - DAY_MS + 60_000)
    expect(await submit(state)).toEqual({ status: 200, answer: {} })
    expect(heard).toMatchObject([{ kind: 'form', args: { interview: 'i1' } }])
  })

  test('of an older form keeps it open and says what to do', async () => {
    const { status, answer } = await submit(stateMadeAt(Date.now() - DAY_MS - 1))
    expect(status).toBe(200)
    expect(answer).toEqual({ error: expect.stringContaining('plus de 24 heures') })
    expect(heard).toEqual([])
  })

  test('by someone other than the person who opened the form is refused', async () => {
    const { status } = await submit(stateMadeAt(Date.now()), { user_id: platform.marc.id })
    expect(status).toBe(401)
    expect(heard).toEqual([])
  })

  test('that was given up is not heard', async () => {
    const cancelled = { cancelled: true, submission: null }
    expect((await submit(stateMadeAt(Date.now()), cancelled)).status).toBe(200)
    expect(heard).toEqual([])
  })
})
