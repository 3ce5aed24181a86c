import type { Context } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { directWith, registerCommand, startPractice } from './page-support.ts'
import type { Api, Practice } from './page-support.ts'

let practice: Practice
let intra: Api
let page: Page
const onCommand = vi.fn<(c: Context) => Promise<object>>()
const onDialog = vi.fn<(c: Context) => Promise<object>>()

beforeAll(async () => {
  practice = await startPractice()
  const { hooks } = practice
  hooks.post('/command', async (c) => c.json(await onCommand(c)))
  hooks.post('/dialog', async (c) => c.json(await onDialog(c)))
  await registerCommand(practice, 'recrutement')
  intra = await practice.as('intra')
})

afterAll(() => practice.stop())

beforeEach(async () => {
  page = await practice.visit('intra')
  await page.getByTestId('direct-recrutement').click()
  await page.getByRole('heading', { name: 'Recrutement' }).waitFor()
})

const composer = (): ReturnType<Page['getByTestId']> => page.getByTestId('composer')

async function type(text: string): Promise<void> {
  await composer().fill(text)
  await composer().press('Enter')
}

/** Answers the next command by opening this dialog. */
function openDialogNext(elements: object[], more: object = {}): void {
  onCommand.mockImplementationOnce(async (c) => {
    const form = await c.req.formData()
    await practice.bot.post('/actions/dialogs/open', {
      trigger_id: form.get('trigger_id'),
      url: `${practice.hooksUrl}/dialog`,
      dialog: { callback_id: 'ouvrir', title: 'Nouveau', state: 'marque', elements, ...more },
    })
    return {}
  })
}

const submitted = async (c: Context): Promise<Record<string, unknown>> =>
  c.req.json<Record<string, unknown>>()

const title = {
  type: 'text',
  name: 'title',
  display_name: 'Intitulé',
  min_length: 3,
  max_length: 20,
}

test('every kind of field is filled and sent as Mattermost sends it', async () => {
  openDialogNext([
    { ...title, help_text: 'Court', placeholder: 'Développement' },
    { type: 'textarea', name: 'why', display_name: 'Pourquoi', optional: true },
    {
      type: 'select',
      name: 'craft',
      display_name: 'Métier',
      options: [{ text: 'Design', value: 'd' }],
    },
    { type: 'select', name: 'who', display_name: 'Qui', data_source: 'users' },
    {
      type: 'radio',
      name: 'kind',
      display_name: 'Contrat',
      options: [{ text: 'Poste', value: 'p' }],
    },
    {
      type: 'bool',
      name: 'first',
      display_name: 'Premier',
      placeholder: 'Le premier',
      optional: true,
    },
  ])
  await type('/recrutement nouveau')
  const dialog = page.getByTestId('dialog')
  await dialog.getByLabel('Intitulé').fill('Back')
  await dialog.getByLabel('Métier').selectOption('Design')
  await dialog.getByLabel('Qui').fill('elod')
  await dialog.getByRole('option', { name: 'Élodie Nguyen' }).waitFor()
  await page.keyboard.press('Enter')
  expect(await dialog.getByLabel('Qui').inputValue()).toBe('Élodie Nguyen (@equipe1)')
  await dialog.getByLabel('Poste').check()
  await dialog.getByLabel('Le premier').check()
  onDialog.mockReset().mockImplementationOnce(async (c) => {
    expect(await submitted(c)).toMatchObject({
      callback_id: 'ouvrir',
      state: 'marque',
      cancelled: false,
      user_id: intra.id,
      submission: {
        title: 'Back',
        why: null,
        craft: 'd',
        who: (await practice.as('equipe1')).id,
        kind: 'p',
        first: true,
      },
    })
    return {}
  })
  await page.getByTestId('dialog-submit').click()
  await dialog.waitFor({ state: 'detached' })
  expect(onDialog).toHaveResolved()
})

test('what is missing or too short is said beside its field, and nothing is sent', async () => {
  openDialogNext([
    title,
    { type: 'select', name: 'who', display_name: 'Qui', data_source: 'users' },
  ])
  onDialog.mockReset()
  await type('/recrutement nouveau')
  await page.getByTestId('dialog-submit').click()
  await page.getByTestId('error-title').getByText('Remplis ce champ.').waitFor()
  await page.getByTestId('error-who').getByText('Choisis une personne dans la liste.').waitFor()
  await page.getByLabel('Intitulé').fill('ab')
  await page.getByTestId('dialog-submit').click()
  await page.getByText('Écris au moins 3 caractères.').waitFor()
  expect(await page.evaluate('document.activeElement.name')).toBe('title')
  expect(onDialog).not.toHaveBeenCalled()
})

test('what the bot refuses is shown beside the field, with everything kept', async () => {
  openDialogNext([title, { ...title, name: 'product', display_name: 'Produit' }])
  onDialog.mockReset()
  onDialog.mockResolvedValueOnce({ errors: { title: 'Déjà pris.' }, error: 'Relis le tout.' })
  await type('/recrutement nouveau')
  await page.getByLabel('Intitulé').fill('Back')
  await page.getByLabel('Produit').fill('Transport')
  await page.keyboard.press('Enter')
  await page.getByTestId('error-title').getByText('Déjà pris.').waitFor()
  await page.getByTestId('dialog-error').getByText('Relis le tout.').waitFor()
  expect(await page.getByLabel('Produit').inputValue()).toBe('Transport')
  onDialog.mockResolvedValueOnce({})
  await page.getByLabel('Intitulé').press('Enter')
  await page.getByTestId('dialog').waitFor({ state: 'detached' })
})

test('Escape gives up, tells the bot if it asked, and returns to the composer', async () => {
  openDialogNext([title], { notify_on_cancel: true })
  const cancelled = Promise.withResolvers<Record<string, unknown>>()
  onDialog.mockReset().mockImplementationOnce(async (c) => {
    cancelled.resolve(await submitted(c))
    return {}
  })
  await type('/recrutement nouveau')
  await page.getByTestId('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('dialog').waitFor({ state: 'detached' })
  expect(await cancelled.promise).toMatchObject({ cancelled: true, callback_id: 'ouvrir' })
  expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('composer')
})

test('the same person in another window does not see a dialog asked for here', async () => {
  const channel = await directWith(practice.bot, intra)
  await intra.post('/posts', { channel_id: channel, message: 'avant le formulaire' })
  const other = await practice.open('intra')
  await other.getByTestId('direct-recrutement').click()
  await other.getByRole('heading', { name: 'Recrutement' }).waitFor()
  await other.getByTestId('post').getByText('avant le formulaire').waitFor()
  openDialogNext([title])
  await type('/recrutement nouveau')
  await page.getByTestId('dialog').waitFor()
  // The other window has heard of everything sent before this message.
  await intra.post('/posts', { channel_id: channel, message: 'après le formulaire' })
  await other.getByTestId('post').getByText('après le formulaire').waitFor()
  expect(await other.getByTestId('dialog').count()).toBe(0)
  await other.context().close()
})
