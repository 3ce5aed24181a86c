/** Notes written on a page: kept as they are typed, by the keyboard alone, for one person. */
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/accessibility.ts'
import { launchBrowser } from '../support/chromium.ts'
import {
  addCandidate,
  at,
  direct,
  firstMonday,
  frame,
  nameTeam,
  open,
  schedule,
} from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** Where to keep what the page looked like, when someone wants to see it. */
const PICTURES = process.env['PICTURES_DIR']

describe('the page of notes', () => {
  let world: World
  let browser: Browser
  let window: BrowserContext
  let page: Page
  let link: string
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    world = await createWorld()
    browser = await launchBrowser()
    window = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1100, height: 900 } })
    await world.moveTo(at(monday, 0, 9))
    const channel = await open(world)
    await frame(world, channel)
    await nameTeam(world, channel)
    await addCandidate(world, channel, 'Camille Durand')
    await schedule(world, channel, 'mercredi 14 h')
    await world.moveTo(at(monday, 2, 14, 45))
    link = await asked()
    page = await window.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await world.stop()
  })

  async function asked(): Promise<string> {
    const { metier } = world.people
    await direct(metier, 'Dépose tes notes sur Camille Durand')
    await world.act(async () => metier.press(await metier.directChannel(), 'Écrire sur une page'))
    const { links } = await direct(metier, 'Ouvre ta page de notes')
    return links[0] ?? ''
  }

  async function picture(name: string): Promise<void> {
    if (PICTURES !== undefined) {
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
    }
  }

  const kept = (on = page) => on.getByRole('status').getByText('Brouillon gardé à').waitFor()
  const proof = (on = page) => on.getByLabel(/Preuves/).first()
  it('shows nothing of itself before it is bound to a browser', async () => {
    await page.goto(link)
    expect(await page.locator('main').innerText()).not.toContain('Camille')
    await picture('notes-landing')
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mes notes' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Camille Durand')
  })

  it('keeps what is typed, by the keyboard alone', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('A raconté la reprise du dossier avec la mairie')
    await kept()
    expect(await page.getByRole('status').innerText()).toContain('1 choix sur')
    await picture('notes-draft')
  })

  it('finds the draft again after a closed tab and a killed bot', async () => {
    await page.close()
    await world.killBot()
    await world.startBot()
    page = await window.newPage()
    await page.goto(link)
    expect(await proof().inputValue()).toBe('A raconté la reprise du dossier avec la mairie')
    expect(await page.locator('main').innerText()).toContain('Brouillon gardé')
  })

  it('says so while the bot is away, and keeps everything once it is back', async () => {
    await world.killBot()
    await proof().pressSequentially(' de Brest')
    await page.getByRole('status').getByText('Pas encore gardé').waitFor()
    await world.startBot()
    await kept()
    await page.reload()
    expect(await proof().inputValue()).toContain('Brest')
  })

  it('says what is missing, with a way to each field, and loses nothing', async () => {
    await page.getByRole('button', { name: 'Déposer' }).press('Enter')
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await summary.getByRole('link').count()).toBeGreaterThan(1)
    expect(await proof().inputValue()).toContain('Brest')
    expect(await page.evaluate(`document.activeElement.getAttribute('role')`)).toBe('alert')
    await picture('notes-refused')
    expect(await seriousFaults(page)).toEqual([])
  })

  it.each([
    { name: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    { name: 'dark', viewport: { width: 1100, height: 900 }, colorScheme: 'dark' },
  ] as const)('fits a $name without serious fault', async ({ name, viewport, colorScheme }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Mes notes' }).waitFor()
    const widest = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(widest).toBeLessThanOrEqual(viewport.width)
    await picture(`notes-${name}`)
    expect(await seriousFaults(page)).toEqual([])
  })

  it('does not open for somebody else, nor on another device', async () => {
    const elsewhere = await browser.newContext({ locale: 'fr-FR' })
    const other = await elsewhere.newPage()
    const response = await other.goto(link)
    expect(response?.status()).toBe(403)
    expect(await other.locator('main').innerText()).toContain('ouverte ailleurs')
    expect(await other.content()).not.toMatch(/Camille|Brest/)
    await elsewhere.close()
  })

  it('is filed with the keyboard alone, from the first field to the last', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1100, height: 900 })
    await page.goto(link)
    await page.getByRole('heading', { name: 'Mes notes' }).waitFor()
    for (let field = await focused(); field !== 'Déposer'; field = await focused()) {
      if (field === 'radio') await page.keyboard.press('ArrowDown')
      if (field === 'textarea')
        await page.keyboard.type(`Une preuve précise, numéro ${field.length}`)
    }
    await page.keyboard.press('Enter')
    await page.getByText(/Notes déposées|pas encore déposées/).waitFor()
    if (await page.getByText('pas encore déposées').isVisible()) {
      await focusedButton('Déposer telles quelles')
      await page.keyboard.press('Enter')
      await page.getByText('Notes déposées').waitFor()
    }
    await picture('notes-filed')
    const { equipe1 } = world.people
    await world.act(async () =>
      equipe1.command(await equipe1.directChannel(), '/recrutement débrief'),
    )
    expect((await direct(equipe1, 'Débrief fermé')).text).toContain('Notes déposées')
  })

  /** Moves to the next field, and names it. */
  async function focused(): Promise<string> {
    await page.keyboard.press('Tab')
    return page.evaluate<string>(
      `(({ tagName, type, textContent }) =>
        tagName === 'INPUT' ? type : tagName === 'BUTTON' ? textContent.trim() : tagName.toLowerCase()
      )(document.activeElement)`,
    )
  }

  async function focusedButton(name: string): Promise<void> {
    while ((await focused()) !== name);
  }
})
