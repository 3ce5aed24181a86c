/** The example that the practice page loads: a mission in progress, played by the bot's own flows. */
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'
import { answered, direct } from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** Where to keep what the page looked like, when someone wants to see it. */
const PICTURES = process.env['PICTURES_DIR']

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
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious')).toEqual([])
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

  it('leaves things to do, and to see coming', async () => {
    await direct(world.people.equipe1, 'Bao Tran')
    await direct(world.people.metier, 'Cadre de collaboration · Ana Belin')
    await world.people.intra.command(channel, '/recrutement débrief')
    await answered(world.people.intra, channel, 'Débrief')
  })
})
