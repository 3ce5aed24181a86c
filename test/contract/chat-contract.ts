/** What every chat adapter promises to the bot, told from both sides of the screen. */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'

import { buttonsPromises } from './chat/buttons.ts'
import { commandsPromises } from './chat/commands.ts'
import { formsPromises } from './chat/forms.ts'
import { messagesPromises } from './chat/messages.ts'
import { ownPromises } from './chat/own.ts'
import { peoplePromises } from './chat/people.ts'
import { nothing, scene } from './chat/scene.ts'
import type { Platform } from './platform.ts'

/** Runs the promises on a platform; `makePlatform` gives a chat that is not started yet. */
export function chatContract(name: string, makePlatform: () => Promise<Platform>): void {
  describe(`${name} keeps the chat contract`, () => {
    let platform: Platform | undefined
    const here = scene(() => {
      if (platform === undefined) throw new Error('the platform is not ready')
      return platform
    })

    beforeAll(async () => {
      platform = await makePlatform()
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
    afterAll(() => platform?.stop())
    beforeEach(() => {
      here.answer = nothing
      here.heard = []
      here.notices = []
    })

    messagesPromises(here)
    buttonsPromises(here)
    commandsPromises(here)
    formsPromises(here)
    ownPromises(here)
    peoplePromises(here)
  })
}
