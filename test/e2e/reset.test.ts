/** Starting over, by one click of the practice page. */
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/accessibility.ts'
import { launchBrowser } from '../support/chromium.ts'
import { at, firstMonday, open } from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** Where to keep what the page looked like, when someone wants to see it. */
const PICTURES = process.env['PICTURES_DIR']
const A_MINUTE_MS = 60_000

describe('starting over', () => {
  let world: World
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    world = await createWorld()
    browser = await launchBrowser()
    page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    page.setDefaultTimeout(30_000)
    await world.moveTo(at(firstMonday(Temporal.Now.plainDateISO('UTC')), 0, 9))
    await open(world)
    await page.goto(`${world.url}/#intra`)
    await page.getByRole('button', { name: /Sélection · / }).waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await world.stop()
  })

  const channels = () => page.getByRole('button', { name: /Sélection · / })

  it('asks first, and changes nothing for who would rather keep', async () => {
    await page.getByTestId('reset').click()
    expect(await seriousFaults(page)).toEqual([])
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, '40-zero.png') })
    await page.getByRole('button', { name: 'Garder' }).click()
    expect(await page.getByTestId('reset-dialog').count()).toBe(0)
    expect(await channels().count()).toBe(1)
  })

  it('changes nothing while the bot is away, and says so', async () => {
    await world.killBot()
    await page.getByTestId('reset').click()
    await page.getByTestId('reset-confirm').click()
    await page.getByText('rien n’est effacé').waitFor()
    await page.keyboard.press('Escape')
    expect(await channels().count()).toBe(1)
    await world.startBot()
  })

  it('is for people in front of the page, not for anybody else on the machine', async () => {
    const response = await fetch(`${world.url}/sandbox/reset`, { method: 'POST' })
    expect(response.status).toBe(401)
  })

  it('leaves a server as on its first day, at the hour of the day, with a bot that answers', async () => {
    await page.getByTestId('reset').click()
    await page.getByTestId('reset-confirm').click()
    await page.getByTestId('reset-dialog').waitFor({ state: 'detached' })
    await page.getByTestId('example').waitFor()
    expect(await channels().count()).toBe(0)
    const now = await world.now()
    expect(Math.abs(now.epochMilliseconds - Date.now())).toBeLessThan(A_MINUTE_MS)
    await page.getByTestId('composer').fill('/recrutement aide')
    await page.getByTestId('composer').press('Escape')
    await page.getByTestId('composer').press('Enter')
    await page.getByText('Voici ce que je sais faire').waitFor()
  })

  it('leaves room for the example at once', async () => {
    await page.getByTestId('channel-town-square').click()
    await page.goto(`${world.url}/#metier`)
    await page.getByTestId('example').click()
    await page.getByTestId('advice').filter({ hasText: 'Deviens equipe1' }).waitFor()
    expect(await channels().count()).toBe(1)
  })
})
