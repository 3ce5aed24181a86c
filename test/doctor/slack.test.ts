/** Planted mistakes of a Slack configuration, each named with what to do. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { examine } from '../../src/doctor/examine.ts'
import { startFakeSlack } from '../support/slack/server.ts'
import type { FakeSlack } from '../support/slack/server.ts'

const faultsOf = async (env: Readonly<Record<string, string>>) =>
  (await examine(readConfig(env))).filter(({ isWell }) => !isWell).map(({ says }) => says)

describe('Slack', () => {
  let slack: FakeSlack
  let sound: Readonly<Record<string, string>>

  beforeAll(async () => {
    slack = await startFakeSlack('socket')
    sound = {
      SLACK_BOT_TOKEN: slack.tokens.bot.value,
      SLACK_APP_TOKEN: slack.tokens.app.value,
      SLACK_API_URL: slack.url,
    }
  })
  afterAll(() => slack.stop())

  it('that is set up as the README says is well', async () => {
    expect(await faultsOf(sound)).toEqual([])
    expect(await faultsOf({ ...sound, SLACK_ADMIN_TOKEN: slack.tokens.admin.value })).toEqual([])
  })

  it('that does not answer is named', async () => {
    expect(await faultsOf({ ...sound, SLACK_API_URL: 'http://localhost:1/api/' })).toEqual([
      'Slack ne répond pas à http://localhost:1/api/ : vérifie le réseau et SLACK_API_URL.',
    ])
  })

  it('that is something else is named', async () => {
    const other = createServer((_request, response) => response.end('<html>Bonjour</html>'))
    other.listen(0)
    await once(other, 'listening')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    const url = `http://localhost:${(other.address() as AddressInfo).port}/`
    expect(await faultsOf({ ...sound, SLACK_API_URL: url })).toEqual([
      `Ce qui répond à ${url} n’est pas Slack : retire SLACK_API_URL, ou corrige-la.`,
    ])
    other.close()
  })

  it('that refuses the bot’s token is named', async () => {
    expect(await faultsOf({ ...sound, SLACK_BOT_TOKEN: 'xoxb-invente' })).toEqual([
      'SLACK_BOT_TOKEN est refusé (invalid_auth) : copie le jeton de robot (xoxb-…) depuis « OAuth & Permissions » de l’application, après l’avoir installée.',
    ])
  })

  it('that refuses the app’s token is named', async () => {
    expect(await faultsOf({ ...sound, SLACK_APP_TOKEN: 'xapp-invente' })).toEqual([
      'SLACK_APP_TOKEN est refusé (invalid_auth) : crée un jeton d’application avec le droit connections:write dans « Basic Information », et active « Socket Mode ».',
    ])
  })

  it('that gave too few rights is named, with those that are missing', async () => {
    const { scopes } = slack.tokens.bot
    scopes.delete('groups:history')
    scopes.delete('im:write')
    expect(await faultsOf(sound)).toEqual([
      'Il manque des droits à l’application (groups:history, im:write) : recopie slack-manifest.json dans « App Manifest », puis réinstalle-la.',
    ])
    scopes.add('groups:history').add('im:write')
  })

  it('that has to call an address that it cannot reach is named', async () => {
    const called = { ...sound, SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'secret' }
    expect(await faultsOf(called)).toEqual([
      'Slack ne peut pas appeler http://localhost:3000 : donne dans PUBLIC_URL une adresse publique en https, ou passe en Socket Mode avec SLACK_APP_TOKEN.',
    ])
    const PUBLIC_URL = 'https://recrutement.exemple.invalid'
    expect(await faultsOf({ ...called, PUBLIC_URL })).toEqual([
      'Rien ne répond à https://recrutement.exemple.invalid : démarre le bot, puis relance cette commande. S’il tourne déjà, corrige PUBLIC_URL.',
    ])
  })

  it('whose administrator’s token is somebody else’s is named', async () => {
    const SLACK_ADMIN_TOKEN = 'xoxp-invente'
    expect(await faultsOf({ ...sound, SLACK_ADMIN_TOKEN })).toEqual([
      'SLACK_ADMIN_TOKEN n’est pas celui d’un compte administrateur : change-le, ou retire-le et le bot répondra sous les messages qu’il ne peut pas retirer.',
    ])
  })

  it('whose clock is far from this machine’s is named', async () => {
    const late = createServer((request, response) => {
      response.setHeader('Date', new Date(Date.now() - 600_000).toUTCString())
      response.end(
        JSON.stringify({
          ok: true,
          team: 'Ministère',
          user_id: 'U1',
          bot_id: 'B1',
          url: request.url,
        }),
      )
    })
    late.listen(0)
    await once(late, 'listening')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    const url = `http://localhost:${(late.address() as AddressInfo).port}/`
    expect(await faultsOf({ ...sound, SLACK_API_URL: url })).toEqual([
      expect.stringMatching(
        /^L’horloge de cette machine et celle de Slack diffèrent de (599|600|601) s/u,
      ),
    ])
    late.close()
  })
})
