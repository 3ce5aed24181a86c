/** The example that the practice page loads: a mission in progress, played by the bot's own flows. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/accessibility.ts'
import { launchBrowser } from '../support/chromium.ts'
import { answered, direct } from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** Where to keep what the page looked like, when someone wants to see it. */
const PICTURES = process.env['PICTURES_DIR']
/** Under that the page is as on a phone. */
const NARROW = 700
const EVERY_SCREEN = [
  { width: 1280, height: 900, colorScheme: 'dark' },
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const
/** Two of them show both widths and both themes; all four when someone looks. */
const SCREENS = PICTURES === undefined ? EVERY_SCREEN.slice(0, 2) : EVERY_SCREEN

describe('the example of the practice page', () => {
  let world: World
  let browser: Browser
  let page: Page
  let channel: string

  beforeAll(async () => {
    world = await createWorld()
    browser = await launchBrowser()
    const window = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1280, height: 900 },
    })
    page = await window.newPage()
    page.setDefaultTimeout(30_000)
  })
  afterAll(async () => {
    await browser.close()
    await world.stop()
  })

  async function picture(name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }

  it('is offered where nothing was said yet, and tells what it does while it loads', async () => {
    await page.goto(`${world.url}/#intra`)
    await page.getByTestId('example').waitFor()
    await picture('20-premier-ecran')
    expect(await seriousFaults(page)).toEqual([])
    await page.getByTestId('example').click()
    await page.getByTestId('example-step').filter({ hasText: 'Inès ouvre une sélection' }).waitFor()
    await picture('21-exemple-en-cours')
  })

  it('ends in the channel of the selection, with no dialog left open', async () => {
    const title = page.getByRole('heading', { name: /Sélection · Développeuse/ })
    await title.waitFor()
    expect(await page.getByTestId('dialog').count()).toBe(0)
    expect(await page.getByText('Réponse à ta commande').count()).toBe(0)
    await page.getByTestId('advice').filter({ hasText: 'Deviens equipe1' }).waitFor()
    await picture('22-exemple-charge')
    await page.getByRole('button', { name: 'J’ai compris' }).click()
    await page.getByTestId('advice').waitFor({ state: 'detached' })
    const [team] = await world.people.intra.client.getMyTeams()
    const mine = await world.people.intra.client.getMyChannels(team?.id ?? '')
    channel = mine.find(({ name }) => name.startsWith('recrutement-'))?.id ?? ''
    expect(channel).not.toBe('')
  })

  it('has three candidates, each at another point', async () => {
    const { intra } = world.people
    await intra.command(channel, '/recrutement statut')
    const shown = await answered(intra, channel, 'candidatures en cours')
    expect(shown.text).toMatch(/Ana Belin[^\n]*adre de collaboration/)
    expect(shown.text).toMatch(/Bao Tran[^\n]*Élodie Nguyen/)
    expect(shown.text).toContain('1 retrait.')
  })

  describe.each(SCREENS)('$width × $height, $colorScheme', ({ width, height, colorScheme }) => {
    const isPhone = width < NARROW

    beforeAll(async () => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.goto(`${world.url}/#metier`)
      await page.reload()
      await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
    })

    /** What is wrong with a view: serious faults, and what is wider than the screen. */
    async function faults(name: string): Promise<readonly string[]> {
      await picture(`50-${name}-${width}-${colorScheme}`)
      const widest = await page.evaluate<number>('document.documentElement.scrollWidth')
      return [...(await seriousFaults(page)), ...(widest > width ? [`${widest} wide`] : [])]
    }

    /** What the list of channels leads to. */
    async function go(place: string): Promise<void> {
      if (isPhone) await page.getByRole('button', { name: 'Canaux et messages directs' }).click()
      await page.getByTestId(place).click()
      if (isPhone) await page.locator('#sidebar').waitFor({ state: 'hidden' })
    }

    it.skipIf(!isPhone)('the drawer', async () => {
      await page.getByRole('button', { name: 'Canaux et messages directs' }).click()
      await page.getByTestId('direct-recrutement').waitFor()
      expect(await faults('tiroir')).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('#sidebar').waitFor({ state: 'hidden' })
    })

    it('direct messages, with buttons and files', async () => {
      await go('direct-recrutement')
      await page.getByTestId('posts').getByText('Ana Belin').first().waitFor()
      expect(await faults('messages')).toEqual([])
    })

    it('a thread', async () => {
      await page.getByTestId('replies').last().click()
      await page.getByTestId('thread-composer').waitFor()
      expect(await faults('fil')).toEqual([])
      await page.keyboard.press('Escape')
    })

    it('commands as they are typed', async () => {
      await page.getByTestId('composer').fill('/')
      await page.getByRole('option').first().waitFor()
      expect(await faults('commandes')).toEqual([])
      await page.getByTestId('composer').fill('/recrutement ')
      await page.getByTestId('usage').getByText('nouveau').waitFor()
      expect(await faults('usage')).toEqual([])
      await page.getByTestId('composer').press('Escape')
      await page.getByTestId('composer').fill('')
    })

    it('a form, refused', async () => {
      await page.getByTestId('composer').fill('/recrutement nouveau')
      await page.getByTestId('composer').press('Escape')
      await page.getByTestId('composer').press('Enter')
      await page.getByTestId('dialog').waitFor()
      await page.getByTestId('dialog-submit').click()
      await page.getByTestId('dialog').locator('[aria-invalid="true"]').first().waitFor()
      expect(await faults('formulaire')).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByTestId('dialog').waitFor({ state: 'detached' })
    })
  })

  it('leaves things to do, and to see coming', async () => {
    await direct(world.people.equipe1, 'Bao Tran')
    await direct(world.people.metier, 'Cadre de collaboration · Ana Belin')
    await world.people.intra.command(channel, '/recrutement débrief')
    await answered(world.people.intra, channel, 'Débrief')
  })
})
