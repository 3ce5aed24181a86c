/** Slack as a platform of the chat contract: the real adapter on the fake Slack. */
import { pino } from 'pino'

import { slackChat, type SlackOptions } from '../../../src/chat/slack/adapter.ts'
import { aloneReading } from '../../chat/support/reading.ts'
import { startFakeSlack, type FakeSlack, type Mode } from '../../support/slack/server.ts'
import { archive, deactivate } from '../../support/slack/admin.ts'
import { addChannel, addUser } from '../../support/slack/workspace.ts'
import { botServer, type BotServer } from '../mattermost/bot-server.ts'
import type { Platform } from '../platform.ts'
import { actor, type SlackActor } from './actor.ts'
import { forge } from './forged.ts'

const SECRET = 'a secret of the contract suite'
const silent = pino({ level: 'silent' })

/** The adapter under test, by the way that the fake calls it. */
function chatOn(slack: FakeSlack, mode: Mode, options: Partial<SlackOptions> = {}) {
  return slackChat({
    botToken: slack.tokens.bot.value,
    adminToken: slack.tokens.admin.value,
    ...(mode === 'socket'
      ? { appToken: slack.tokens.app.value }
      : { signingSecret: slack.signingSecret }),
    apiUrl: slack.url,
    secret: SECRET,
    log: silent,
    reading: aloneReading(),
    commands: ['recrutement', 'selection'],
    homeShows: ['tâches', 'statut'],
    pageFor: ({ action }) => `https://bot.exemple.fr/page/${action}`,
    betweenPostingsMs: 0,
    ...options,
  })
}

export interface SlackPlatform extends Platform {
  readonly slack: FakeSlack
  readonly http: BotServer
  readonly zoe: SlackActor
  readonly marc: SlackActor
}

export async function slackPlatform(
  mode: Mode,
  options: Partial<SlackOptions> = {},
): Promise<SlackPlatform> {
  const slack = await startFakeSlack(mode)
  const { workspace } = slack
  const { state } = workspace
  const [zoe, marc, leaver] = ['Zoé Laurent', 'Marc Petit', 'Lou Départ'].map((realName, i) =>
    addUser(workspace, { name: `personne${i}`, realName }),
  )
  if (zoe === undefined || marc === undefined || leaver === undefined) throw new Error('no people')
  const everyone = [slack.admin, zoe, marc, leaver].map(({ id }) => id)
  // The app may not read public channels.
  const about = { name: 'equipe', kind: 'private' } as const
  const channel = addChannel(workspace, about, [...everyone, state.bot])
  const http = await botServer()
  const chat = chatOn(slack, mode, options)
  http.mount(chat.routes, '/slack')
  return {
    // Slack asks for proof of the address before it sends anything there.
    chat: { ...chat, start: (handlers) => chat.start(handlers).then(register) },
    slack,
    http,
    team: state.team.id,
    channel: channel.id,
    command: '/recrutement',
    zoe: actor(slack, zoe),
    marc: actor(slack, marc),
    zoeEmail: zoe.email,
    async leaver() {
      deactivate(workspace, leaver)
      return leaver.id
    },
    async members(id) {
      const members = [...(state.channels.get(id)?.members ?? [])]
      return members.filter((member) => member !== state.bot)
    },
    archive: async (id) => archive(workspace, id, slack.admin),
    forge: (kind) => forge(http, kind, zoe.id),
    async stop() {
      await slack.outbox.idle()
      const lost = slack.outbox.lost()
      if (lost > 0) workspace.faults.push(`${lost} events were never acknowledged`)
      await chat.stop()
      await http.stop()
      await slack.stop()
      // Some of what is wrong shows on a screen only, or is given up by whoever sent it.
      if (workspace.faults.length > 0) throw new Error(workspace.faults.join('\n'))
    },
  }

  async function register(): Promise<void> {
    if (mode === 'http') await slack.http.register(`${http.url}/slack/events`)
  }
}
