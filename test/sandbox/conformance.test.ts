import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildApp } from '../../src/sandbox/api/app.ts'
import { openClock } from '../../src/sandbox/clock.ts'
import { openDialogs } from '../../src/sandbox/interactions/dialogs.ts'
import { openTriggers } from '../../src/sandbox/interactions/triggers.ts'
import { serialQueue } from '../../src/sandbox/queue.ts'
import { openHub } from '../../src/sandbox/socket/hub.ts'
import { openStore } from '../../src/sandbox/store/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startFakeBot } from './support/fake-bot.ts'
import type { FakeBot } from './support/fake-bot.ts'
import { examplesFor, UNDESCRIBED } from './support/conformance-examples.ts'
import { hasMattermostSpec, readMattermostSpec } from './support/mattermost-spec.ts'
import type { MattermostSpec } from './support/mattermost-spec.ts'
import { openWorld } from './support/world.ts'
import type { Person, World } from './support/world.ts'

async function routesOf(): Promise<string[]> {
  const folder = await temporaryFolder()
  onTestFinished(folder.remove)
  const store = openStore(folder.path)
  const app = buildApp({
    store,
    clock: openClock(store.settings),
    hub: openHub(store, 'test'),
    log: pino({ level: 'silent' }),
    arrivals: new EventEmitter(),
    triggers: openTriggers(),
    dialogs: openDialogs(),
    clockQueue: serialQueue(),
    siteUrl: () => '',
  })
  store.close()
  return app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v4/'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
}

describe.skipIf(!hasMattermostSpec)(
  'conformance with the published Mattermost API (skipped without ../shared/specs)',
  () => {
    let world: World
    let bot: FakeBot
    let spec: MattermostSpec
    let admin: Person
    let ids: Readonly<Record<string, string>>

    beforeAll(async () => {
      world = await openWorld()
      bot = await startFakeBot()
      spec = readMattermostSpec()
      admin = await world.login('admin')
      const intra = await world.login('intra')
      const channel_id = await world.channelWith(intra, admin)
      const form = new FormData()
      form.append('files', new Blob(['contenu']), 'a.txt')
      form.append('channel_id', channel_id)
      const { file_infos } = await world.bot.client.uploadFile(form)
      const file_id = file_infos[0]?.id ?? ''
      const attachments = [
        { actions: [{ id: 'oui', name: 'Oui', integration: { url: bot.at('/action') } }] },
      ]
      const post = await world.bot.client.createPost({
        channel_id,
        message: 'bonjour @intra',
        file_ids: [file_id],
        props: { attachments },
      })
      const command = await world.json(world.bot, 'POST', '/commands', {
        team_id: world.teamId,
        trigger: 'essai',
        method: 'P',
        url: bot.at('/command'),
        auto_complete: true,
      })
      ids = {
        user_id: intra.id,
        username: 'intra',
        email: 'intra@exemple.gouv.fr',
        team_id: world.teamId,
        team_name: 'demo',
        channel_id,
        channel_name: 'town-square',
        post_id: post.id,
        file_id,
        command_id: String(command['id']),
        action_id: 'oui',
        admin_id: admin.id,
        bot_id: world.bot.id,
      }
    })
    afterAll(async () => {
      await world.stop()
      await bot.stop()
    })

    it('answers no path or method that Mattermost does not have', async () => {
      const routes = await routesOf()
      expect(routes.length).toBeGreaterThan(60)
      const unknown = routes.filter((route) => {
        const [method = '', path = ''] = route.split(' ')
        return !spec.has(method, path)
      })
      expect(unknown).toEqual([])
    })

    it('answers with the fields and types described, and no others than real servers add', async () => {
      const problems: string[] = []
      for (const { method, path, kind, body } of examplesFor(ids)) {
        const concrete = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '')
        const response = await world.request(admin, method.toUpperCase(), concrete, body)
        expect(response.ok, `${method} ${path} answered ${response.status}`).toBe(true)
        const described = `/api/v4${path.split('?')[0]}`
        const extra = [...(UNDESCRIBED[kind] ?? []), ...(UNDESCRIBED['file'] ?? [])]
        for (const problem of spec.problems(method, described, await response.json(), extra))
          problems.push(`${method} ${path} ${problem}`)
      }
      expect(problems).toEqual([])
    })
  },
)
