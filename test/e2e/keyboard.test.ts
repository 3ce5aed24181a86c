/** The practice page by the keyboard alone: not a click, not a focus given from outside. */
import type { Browser, Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'
import { at, firstMonday } from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** Further than that nobody tabs. */
const MOST_TABS = 120

describe('the page without a mouse', () => {
  let world: World
  let browser: Browser
  let page: Page
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    world = await createWorld()
    await world.moveTo(at(monday, 0, 9))
    browser = await launchBrowser()
    page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${world.url}/#intra`)
    await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await world.stop()
  })

  const press = (key: string) => page.keyboard.press(key)

  /** Test id, name or words of what has the focus, and whether the focus can be seen. */
  const focused = () =>
    page.evaluate<{ is: readonly string[]; isVisible: boolean }>(`(() => {
      const one = document.activeElement
      // The frame of a field may be drawn by what holds it.
      const around = [one, one.parentElement, one.parentElement?.parentElement].filter(Boolean)
      const isFramed = (part) => {
        const { outlineStyle, boxShadow } = getComputedStyle(part)
        return outlineStyle !== 'none' || boxShadow !== 'none'
      }
      return {
        is: [one.dataset.testid ?? '', one.name ?? '', one.textContent.trim()],
        isVisible: around.some(isFramed),
      }
    })()`)

  /** Tabs to what is so called; what has the focus on the way can always be seen. */
  async function tabTo(wanted: string | RegExp, key = 'Tab'): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await press(key)
      const { is, isVisible } = await focused()
      const isThere = is.some((one) =>
        typeof wanted === 'string' ? one === wanted : wanted.test(one),
      )
      if (!isThere) continue
      expect(isVisible, `${String(wanted)} shows that it has the focus`).toBe(true)
      return
    }
    throw new Error(`the keyboard does not reach ${String(wanted)}`)
  }

  async function type(line: string): Promise<void> {
    const { is } = await focused()
    if (!is.includes('composer')) await tabTo('composer')
    await page.keyboard.type(line)
    await press('Escape')
    await press('Enter')
  }

  const dialog = () => page.getByTestId('dialog')
  const shows = (text: string | RegExp) => page.getByText(text).last().waitFor()

  it('opens a recruitment, its form filled from the first field to the last', async () => {
    await type('/recrutement nouveau')
    await dialog().waitFor()
    expect((await focused()).is).toContain('title')
    await page.keyboard.type('Développement')
    await tabTo('product')
    await page.keyboard.type('Mes Démarches')
    await tabTo('craft')
    await page.keyboard.type('Dév')
    await tabTo('contract')
    await press('ArrowDown')
    await press('ArrowUp')
    await tabTo('dialog-submit')
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /· Développement/ }).waitFor()
  })

  it('goes to its channel and frames it', async () => {
    await tabTo(/· Développement/, 'Shift+Tab')
    await press('Enter')
    await shows('Les prochaines étapes')
    await type('/recrutement cadrage')
    await shows('Reprendre le cadrage proposé')
    await tabTo('Reprendre le cadrage proposé', 'Shift+Tab')
    await press('Enter')
    await shows('Le cadrage proposé est repris')
    await type('/recrutement cadrage')
    await shows('Clore le cadrage')
    await tabTo('Clore le cadrage', 'Shift+Tab')
    await press('Enter')
    await shows('Le cadrage est clos')
  })

  it('names someone with the list of people', async () => {
    await type('/recrutement équipe')
    await shows('Nommer quelqu’un')
    await tabTo('Nommer quelqu’un', 'Shift+Tab')
    await press('Enter')
    await dialog().waitFor()
    await page.keyboard.type('Marc')
    await page.getByRole('option', { name: /Marc/ }).first().waitFor()
    await press('ArrowDown')
    await press('Enter')
    await tabTo('stages__prequalification')
    await press('Space')
    await tabTo('dialog-submit')
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
  })

  it('adds a candidate and plans, after a date that is refused and kept', async () => {
    await type('/recrutement candidat')
    await shows('Ajouter quelqu’un')
    await tabTo('Ajouter quelqu’un', 'Shift+Tab')
    await press('Enter')
    await dialog().waitFor()
    await page.keyboard.type('Camille Durand')
    await tabTo('dialog-submit')
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await type('/recrutement planifier')
    await dialog().waitFor()
    await page.keyboard.type('hier à 14 h')
    await tabTo('place')
    await page.keyboard.type('https://visio.exemple.gouv.fr/abc')
    await tabTo('informed')
    await press('Space')
    await tabTo('dialog-submit')
    await press('Enter')
    await shows('Cette date est passée')
    await tabTo('when', 'Shift+Tab')
    await press('Control+a')
    await page.keyboard.type('mercredi 14 h')
    await tabTo('dialog-submit')
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
  })

  it('becomes somebody else, moves the clock, ticks a box of the brief in its thread', async () => {
    await tabTo('person-metier')
    await press('Enter')
    await page.locator('#sidebar').getByText('@metier').waitFor()
    await tabTo('direct-recrutement')
    await press('Enter')
    await shows('Préqualification · Camille Durand')
    await tabTo('clock-next', 'Shift+Tab')
    await press('Enter')
    await page.getByTestId('replies').last().waitFor()
    await tabTo('replies')
    await press('Enter')
    await shows('L’objectif')
    await tabTo('☐ J’ai testé le lien')
    await press('Enter')
    await page.getByText('☑ J’ai testé le lien').first().waitFor()
  })

  it('comes back to where it started, thread closed', async () => {
    await press('Escape')
    await tabTo('person-intra', 'Shift+Tab')
    await press('Enter')
    await page.locator('#sidebar').getByText('@intra').waitFor()
    expect(await page.getByRole('button', { name: /· Développement/ }).count()).toBe(1)
  })
})
