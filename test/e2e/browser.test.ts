import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/accessibility.ts'
import { launchBrowser } from '../support/chromium.ts'
import { PROOFS } from './support/notes.ts'
import { pressUntilTaken } from './support/pressing.ts'
import { at, firstMonday } from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { Name } from './support/scene.ts'
import type { World } from './support/world.ts'

/** Where to keep what the page looked like, when someone wants to see it. */
const PICTURES = process.env['PICTURES_DIR']

describe('the same recruitment, by hand on the page', () => {
  let world: World
  let browser: Browser
  let page: Page
  let recruitment: string
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    world = await createWorld()
    await world.moveTo(at(monday, 0, 9))
    browser = await launchBrowser()
    const window = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1280, height: 900 },
    })
    page = await window.newPage()
    page.setDefaultTimeout(20_000)
  })
  afterAll(async () => {
    await browser.close()
    await world.stop()
  })

  async function picture(name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }

  async function be(name: Name, place: string): Promise<void> {
    await page.goto(`${world.url}/#${name}`)
    await page.reload()
    await page.getByTestId(place).click()
    await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
  }

  async function type(line: string): Promise<void> {
    await page.getByTestId('composer').fill(line)
    await page.getByTestId('composer').press('Escape')
    await page.getByTestId('composer').press('Enter')
  }

  const dialog = () => page.getByTestId('dialog')
  const field = (name: string): Locator => dialog().locator(`[name="${name}"]`)
  const press = (label: string) =>
    pressUntilTaken(page, page.getByRole('button', { name: label }).last())
  const shows = (text: string) => page.getByText(text).last().waitFor()

  async function submit(): Promise<void> {
    await page.getByTestId('dialog-submit').click()
    await dialog().waitFor({ state: 'detached' })
  }

  async function choosePerson(name: string, fullName: string): Promise<void> {
    await dialog().getByTestId(`field-${name}`).getByRole('combobox').fill(fullName)
    await page.getByRole('option', { name: fullName }).first().click()
  }

  it('opens a recruitment from the form', async () => {
    await be('intra', 'channel-town-square')
    await type('/recrutement nouveau')
    await dialog().waitFor()
    await field('title').fill('Développeuse ou développeur fullstack')
    await field('product').fill('Mes Démarches')
    await field('craft').selectOption('developer')
    await dialog().getByRole('radio', { name: 'Prestation (mission)' }).check()
    await picture('01-nouveau')
    await submit()
    const channel = page.getByRole('button', { name: /Sélection · Développeuse/ })
    await channel.waitFor()
    recruitment = (await channel.getAttribute('data-testid')) ?? ''
    await channel.click()
    await shows('Sélection ouverte')
    await picture('02-canal')
    expect(recruitment).toMatch(/^channel-recrutement-/)
  })

  it('frames it', async () => {
    await type('/recrutement cadrage')
    await press('Reprendre le cadrage proposé')
    await shows('Le cadrage proposé est repris')
    await picture('03-cadrage')
    await type('/recrutement cadrage')
    await press('Clore le cadrage')
    await shows('Le cadrage est clos')
  })

  it('names two people who score', async () => {
    for (const fullName of ['Marc', 'Élodie']) {
      await type('/recrutement équipe')
      await press('Nommer quelqu’un')
      await dialog().waitFor()
      await choosePerson('person', fullName)
      await field('stages__prequalification').check()
      await picture('04-equipe')
      await submit()
    }
    await type('/recrutement équipe')
    await shows('évalue la préqualification')
  })

  it('adds a candidate and schedules the first meeting', async () => {
    await type('/recrutement candidat')
    await press('Ajouter quelqu’un')
    await dialog().waitFor()
    await field('name').fill('Camille Durand')
    await submit()
    await type('/recrutement planifier')
    await dialog().waitFor()
    await field('informed').check()
    await field('when').fill('hier à 14 h')
    await field('place').fill('https://visio.exemple.gouv.fr/abc')
    await page.getByTestId('dialog-submit').click()
    await shows('Cette date est passée')
    await picture('05-date-passee')
    await field('when').fill('mercredi 14 h')
    await submit()
  })

  it('sends the invitation, then the brief, with boxes that stay ticked', async () => {
    await be('metier', 'direct-recrutement')
    await shows('Préqualification · Camille Durand')
    await press('Je serai là')
    await picture('06-invitation')
    await world.moveTo(at(monday, 1, 14, 1))
    await page.getByTestId('replies').last().click()
    await shows('L’objectif')
    await press('☐ J’ai testé le lien')
    await page.getByText('☑ J’ai testé le lien').first().waitFor()
    await page.getByText('L’objectif').last().scrollIntoViewIfNeeded()
    await picture('07-fiche')
  })

  it('asks for notes at the end, and refuses a level without evidence', async () => {
    await world.moveTo(at(monday, 2, 14, 31))
    await press('Déposer mes notes')
    await fileNotes(
      '3 · démontré, preuves fortes',
      'A raconté la fuite de données et ce qui a changé depuis',
    )
    await picture('08-notes')
    await be('equipe1', 'direct-recrutement')
    await world.moveTo(at(monday, 4, 9, 1))
    await page.getByTestId('replies').last().click()
    await shows('manquent encore')
    await picture('09-relance')
  })

  it('takes down what is said too early, and leaves its author three ways out', async () => {
    await be('equipe1', recruitment)
    await type('Camille Durand m’a vraiment convaincue, on avance ?')
    await page.getByTestId('direct-recrutement').click()
    await shows('🔒 Ton message est mis de côté')
    for (const way of ['C’est pratique, republier', 'Mettre dans mes notes', 'Retirer']) {
      await page.getByRole('button', { name: way }).last().waitFor()
    }
    await picture('13-mis-de-cote')
  })

  it('keeps the debrief shut until the last notes, then opens it', async () => {
    await be('intra', recruitment)
    await shows('🔒 Débrief fermé')
    await type('/recrutement débrief')
    await shows('On attend')
    await picture('10-debrief-ferme')
    await be('equipe1', recruitment)
    await type('/recrutement notes')
    await fileNotes('1 · partiel', 'N’a pas su dire ce qui protège les données')
    await be('intra', recruitment)
    await shows('✅ Débrief ouvert')
    await picture('11-debrief-ouvert')
    await page.getByTestId('replies').last().click()
    await shows('N’a pas su dire ce qui protège les données')
    await press('Lire avec les niveaux')
    await page.getByTestId('direct-recrutement').click()
    await shows('Avis partagés')
    await picture('12-debrief-lu')
    expect(await page.getByText('3, démontré, preuves fortes').count()).toBeGreaterThan(0)
  })

  it('shows the levels as a picture that a phone can read, and who read them', async () => {
    await press('Les niveaux en image')
    await shows('Les niveaux d’un coup d’œil')
    await page.locator('.picture').last().waitFor()
    await picture('14-niveaux')
    await press('Qui a lu quoi')
    await shows('Qui a lu quoi : Préqualification, Camille Durand')
    await picture('15-qui-a-lu-quoi')
  })

  it('compares as a table, a picture and a file', async () => {
    await type('/recrutement comparer')
    await shows('Elle éclaire la décision')
    await press('En image')
    await shows('Voici la comparaison en image')
    await press('En tableur')
    await shows('comparaison.csv')
    await picture('16-comparaison')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.locator('.picture').last().scrollIntoViewIfNeeded()
    await picture('17-telephone')
    const widest = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(widest).toBeLessThanOrEqual(360)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('can be used by everyone', async () => {
    expect(await seriousFaults(page)).toEqual([])
  })

  async function fileNotes(level: string, evidence: string): Promise<void> {
    await dialog().waitFor()
    for (const choice of await dialog().locator('select[name^="level-"]').all()) {
      await choice.selectOption({ label: level })
    }
    await field('recommendation').selectOption({ label: 'à discuter' })
    await page.getByTestId('dialog-submit').click()
    await page.getByText('Écris ce que tu as vu ou entendu').first().waitFor()
    const areas = await dialog().locator('textarea[name^="evidence-"]').all()
    for (const [i, area] of areas.entries()) await area.fill(`${evidence}. ${PROOFS[i] ?? ''}`)
    await submit()
  }
})
