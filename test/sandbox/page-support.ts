/** What the tests of the page share: a practice server, a little bot, and a browser. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { startSandbox } from '../../src/sandbox/server.ts'
import type { RunningSandbox } from '../../src/sandbox/server.ts'
import { SANDBOX_BOT_TOKEN } from '../../src/sandbox/people.ts'
import { launchBrowser } from '../support/chromium.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** For `expect.poll`: a busy machine needs more than the second it waits by itself. */
export const patiently = { timeout: 15_000 }

export interface Api {
  readonly id: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  put(path: string, body: unknown): Promise<unknown>
  delete(path: string): Promise<unknown>
  /** For what only a sandbox has, under `/sandbox`. */
  postSandbox(path: string, body: unknown): Promise<unknown>
  upload(channelId: string, name: string, type: string, content: string): Promise<string>
}

export interface Practice {
  readonly sandbox: RunningSandbox
  readonly browser: Browser
  readonly bot: Api
  readonly hooks: Hono
  /** Where the sandbox reaches `hooks`. */
  readonly hooksUrl: string
  as(username: string): Promise<Api>
  /** Shows the page as someone, anew, in a window that tests share one after the other. */
  visit(username: string): Promise<Page>
  /** The same in a window of its own, to close when done. */
  open(username: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** Stops the practice server and starts it again at the same address. */
  restart(between?: () => Promise<void>): Promise<void>
  /** Removes everything that the (stopped) server has kept. */
  forget(): Promise<void>
  stop(): Promise<void>
}

/** Starts everything; `hooks` gets its routes from the test. */
export async function startPractice(): Promise<Practice> {
  const folder = await temporaryFolder()
  const options = { dataDir: folder.path, log: pino({ level: 'silent' }), host: '127.0.0.1' }
  let sandbox = await startSandbox({ ...options, port: 0 })
  const browser = await launchBrowser()
  let shared: Page | undefined
  const hooks = new Hono()
  const { server, url: hooksUrl } = await listen(hooks)
  return {
    sandbox,
    browser,
    hooks,
    hooksUrl,
    bot: await apiOf(sandbox.url, SANDBOX_BOT_TOKEN),
    as: async (username) => apiOf(sandbox.url, await logIn(sandbox.url, username)),
    async visit(username) {
      if (shared) await leave(shared)
      shared ??= await browser.newPage({ locale: 'fr-FR' })
      await show(shared, sandbox.url, username)
      return shared
    },
    async open(username, options) {
      const context = await browser.newContext({ locale: 'fr-FR', ...options })
      const page = await context.newPage()
      await show(page, sandbox.url, username)
      return page
    },
    async restart(between) {
      await sandbox.stop()
      await between?.()
      sandbox = await startSandbox({ ...options, port: sandbox.port })
    },
    forget: () => rm(join(folder.path, 'sandbox'), { recursive: true }),
    async stop() {
      await browser.close()
      await sandbox.stop()
      await new Promise((resolve) => server.close(resolve))
      await folder.remove()
    },
  }
}

async function show(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/#${username}`)
  await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
}

/** Forgets where everybody was, and who was there; open sessions stay. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(`for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('channel-')) sessionStorage.removeItem(key)
  }`)
  await page.goto('about:blank')
}

/** Registers the bot's slash command in the only team; answers come from `hooks`. */
export async function registerCommand({ bot, hooksUrl }: Practice, trigger: string): Promise<void> {
  const [team] = await bot.get<{ id: string }[]>('/users/me/teams')
  await bot.post('/commands', {
    team_id: team?.id,
    trigger,
    method: 'P',
    url: `${hooksUrl}/command`,
    auto_complete: true,
    auto_complete_hint: '[nouveau | cadrage | aide]',
    auto_complete_desc: 'Mener un recrutement',
  })
}

/** The direct channel between the bot and someone. */
export async function directWith(bot: Api, person: Api): Promise<string> {
  return (await bot.post<{ id: string }>('/channels/direct', [bot.id, person.id])).id
}

async function listen(hooks: Hono): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: hooks.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}

async function logIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/v4/users/login`, {
    method: 'POST',
    body: JSON.stringify({ login_id: username, password: 'sandbox' }),
  })
  return response.headers.get('Token') ?? ''
}

async function apiOf(url: string, token: string): Promise<Api> {
  const headers = { Authorization: `Bearer ${token}` }
  async function call<T>(path: string, init: RequestInit = {}, base = '/api/v4'): Promise<T> {
    const response = await fetch(`${url}${base}${path}`, { ...init, headers })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    const body: T = JSON.parse(await response.text())
    return body
  }
  const { id } = await call<{ id: string }>('/users/me')
  return {
    id,
    get: (path) => call(path),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    put: (path, body) => call(path, { method: 'PUT', body: JSON.stringify(body) }),
    delete: (path) => call(path, { method: 'DELETE' }),
    postSandbox: (path, body) =>
      call(path, { method: 'POST', body: JSON.stringify(body) }, '/sandbox'),
    async upload(channelId, name, type, content) {
      const form = new FormData()
      form.set('channel_id', channelId)
      form.set('files', new File([content], name, { type }))
      const answer = await call<{ file_infos: { id: string }[] }>('/files', {
        method: 'POST',
        body: form,
      })
      return answer.file_infos[0]?.id ?? ''
    },
  }
}
