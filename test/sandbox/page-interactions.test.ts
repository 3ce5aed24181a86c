import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { directWith, patiently, registerCommand, startPractice } from './page-support.ts'
import type { Api, Practice } from './page-support.ts'

let practice: Practice
let intra: Api
let page: Page
const onCommand = vi.fn<(c: Context) => Promise<object>>()
const onButton = vi.fn<(c: Context) => Promise<object>>()

beforeAll(async () => {
  practice = await startPractice()
  const { hooks } = practice
  hooks.post('/command', async (c) => c.json(await onCommand(c)))
  hooks.post('/button', async (c) => c.json(await onButton(c)))
  await registerCommand(practice, 'recrutement')
  await registerCommand(practice, 'selection')
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

/** A message with two buttons, as the page shows it. */
async function postButtons(): Promise<ReturnType<Page['locator']>> {
  const integration = { url: `${practice.hooksUrl}/button`, context: { secret: 'x' } }
  const actions = [
    { id: 'oui', name: 'Je serai là', style: 'primary', type: 'button', integration },
    { id: 'non', name: 'Je ne peux pas', type: 'button', integration },
  ]
  const fields = [{ title: 'Durée', value: '60 min', short: true }]
  const { id } = await practice.bot.post<{ id: string }>('/posts', {
    channel_id: await directWith(practice.bot, intra),
    message: 'Entretien de jeudi',
    props: {
      attachments: [{ pretext: 'Avant', title: 'Camille', text: '*visio*', fields, actions }],
    },
  })
  return page.getByTestId('posts').locator(`[data-post-id="${id}"]`)
}

describe('commands', () => {
  test('a slash offers the commands, and arrows and Enter choose one', async () => {
    await composer().pressSequentially('/')
    const options = page.getByRole('listbox').getByRole('option')
    await expect
      .poll(() => options.allTextContents())
      .toEqual([
        '/recrutement [nouveau | cadrage | aide]Mener un recrutement',
        '/selection [nouveau | cadrage | aide]Mener un recrutement',
      ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await composer().inputValue()).toBe('/selection ')
    await page.getByText('[nouveau | cadrage | aide]').waitFor()
  })

  test('a private answer is marked as such and can be put away', async () => {
    onCommand.mockResolvedValueOnce({ text: '**Rien à faire**', skip_slack_parsing: true })
    await type('/recrutement tâches')
    const post = page.getByTestId('post').filter({ hasText: 'Rien à faire' })
    await post.getByText('visible par toi seulement').waitFor()
    await post.getByTestId('dismiss').click()
    await expect.poll(() => post.count(), patiently).toBe(0)
  })

  test('an unknown command is refused in a sentence and stays in the composer', async () => {
    await type('/inconnue et la suite')
    await page.getByText('La commande « /inconnue » n’existe pas.').waitFor()
    expect(await composer().inputValue()).toBe('/inconnue et la suite')
    await composer().fill('autre chose')
    expect(await page.getByText('n’existe pas').count()).toBe(0)
  })

  test('an unknown command close to a known one suggests it', async () => {
    await type('/recrutment nouveau')
    await page
      .getByText('La commande « /recrutment » n’existe pas. Tu voulais dire « /recrutement » ?')
      .waitFor()
    expect(await composer().inputValue()).toBe('/recrutment nouveau')
    await composer().fill('')
  })

  test('an empty place suggests a first command and sends it', async () => {
    onCommand.mockImplementationOnce(async (c) => ({
      text: `Reçu : ${(await c.req.formData()).get('text') === 'nouveau'}`,
      skip_slack_parsing: true,
    }))
    await page.getByTestId('direct-equipe2').click()
    await page.getByTestId('hint').click()
    await page.getByTestId('post').filter({ hasText: 'Reçu : true' }).waitFor()
    expect(await composer().inputValue()).toBe('')
  })

  test('the example is still offered once something was said, until there is a recruitment', async () => {
    await postButtons()
    const example = page.getByTestId('example-aside')
    await example.waitFor()
    expect(await page.getByTestId('hint').count()).toBe(0)
    const [team] = await practice.bot.get<{ id: string }[]>('/users/me/teams')
    const { id } = await practice.bot.post<{ id: string }>('/channels', {
      team_id: team?.id,
      name: 'recrutement-essai',
      display_name: 'Sélection · Essai',
      type: 'P',
    })
    await practice.bot.post(`/channels/${id}/members`, { user_id: intra.id })
    await page.getByTestId('channel-recrutement-essai').waitFor()
    await example.waitFor({ state: 'detached' })
  })
})

describe('buttons', () => {
  test('an attachment shows its texts and fields', async () => {
    const post = await postButtons()
    await post.getByText('Camille').waitFor()
    expect(await post.locator('em').textContent()).toBe('visio')
    expect(await post.getByRole('definition').textContent()).toBe('60 min')
  })

  test('a pressed button waits visibly, presses once, then the message changes', async () => {
    const post = await postButtons()
    const { promise, resolve } = Promise.withResolvers<object>()
    onButton.mockReset().mockReturnValue(promise)
    const button = post.getByRole('button', { name: 'Je serai là' })
    await button.click()
    await expect.poll(() => button.textContent(), patiently).toBe('…')
    await button.click()
    resolve({ update: { message: 'Présence notée', props: {} }, ephemeral_text: 'À jeudi.' })
    await post.getByText('Présence notée').waitFor()
    await page.getByTestId('post').filter({ hasText: 'À jeudi.' }).waitFor()
    expect(await post.getByRole('button', { name: 'Je serai là' }).count()).toBe(0)
    expect(onButton).toHaveBeenCalledOnce()
  })

  test('a button whose bot fails says so and can be pressed again', async () => {
    const post = await postButtons()
    onButton.mockReset().mockRejectedValueOnce(new HTTPException(500))
    const button = post.getByRole('button', { name: 'Je ne peux pas' })
    await button.click()
    await post.getByText('n’a pas abouti').waitFor()
    onButton.mockResolvedValueOnce({})
    await button.click()
    await expect.poll(() => post.getByText('n’a pas abouti').count(), patiently).toBe(0)
  })
})
