/** A bot on the fake Slack, one for each test, and what it hears there. */
import { afterEach, beforeEach } from 'vitest'

import type { Answer, Interaction, Notice } from '../../../../src/chat/port.ts'
import { FORM, nothing } from '../../../contract/chat/scene.ts'
import type { Actor, ShownForm } from '../../../contract/platform.ts'
import { slackPlatform, type SlackPlatform } from '../../../contract/slack/platform.ts'
import { keptLog } from '../../../support/kept-log.ts'
import type { Mode } from '../../../support/slack/server.ts'

export interface OnSlack {
  readonly platform: SlackPlatform
  /** What the adapter logged, as text. */
  logged(this: void): string
  heard: Interaction[]
  notices: Notice[]
  /** What the bot answers; nothing at the start of each test. */
  answer: (interaction: Interaction) => Promise<Answer>
  /** Makes zoe open a form by a command. */
  openForm(this: void): Promise<ShownForm>
  /** The words of every message that somebody sees in a channel, zoe by default. */
  words(this: void, channel: string, who?: Actor): Promise<readonly string[]>
}

/** For the tests of the `describe` that calls it. */
export function onSlack(mode: Mode): OnSlack {
  let platform: SlackPlatform | undefined
  let kept = keptLog()
  const here: OnSlack = {
    get platform() {
      if (platform === undefined) throw new Error('the platform is not ready')
      return platform
    },
    logged: () => JSON.stringify(kept.lines),
    heard: [],
    notices: [],
    answer: nothing,
    async openForm() {
      const { zoe, channel, command } = here.platform
      here.answer = async ({ kind }) =>
        kind === 'command' ? { kind: 'form', form: FORM } : nothing()
      await zoe.command(channel, command)
      return zoe.form()
    },
    words: async (channel, who = here.platform.zoe) =>
      (await who.reads(channel)).map(({ text }) => text),
  }
  beforeEach(async () => {
    here.heard = []
    here.notices = []
    here.answer = nothing
    kept = keptLog()
    platform = await slackPlatform(mode, { log: kept.log })
    await platform.chat.start({
      interaction: (interaction) => {
        here.heard.push(interaction)
        return here.answer(interaction)
      },
      notice: (notice) => {
        here.notices.push(notice)
        return Promise.resolve()
      },
    })
  })
  afterEach(() => platform?.stop())
  return here
}
