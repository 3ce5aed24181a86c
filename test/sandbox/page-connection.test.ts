import { afterAll, beforeAll, expect, test } from 'vitest'
import { directWith, patiently, startPractice } from './page-support.ts'
import type { Practice } from './page-support.ts'

let practice: Practice

beforeAll(async () => {
  practice = await startPractice()
})

afterAll(() => practice.stop())

test('a lost connection shows, comes back by itself, and what was missed is read again', async () => {
  const intra = await practice.as('intra')
  const channel = await directWith(practice.bot, intra)
  const { id } = await practice.bot.post<{ id: string }>('/posts', {
    channel_id: channel,
    message: 'avant',
  })
  const page = await practice.open('intra')
  await page.getByTestId('direct-recrutement').click()
  await page.getByText('avant').waitFor()
  // Blocks the way of the page only, so that the bot can speak while the page is cut off.
  await page.context().setOffline(true)
  await practice.restart(() => page.getByTestId('connection-lost').waitFor())
  await practice.bot.post('/posts', { channel_id: channel, message: 'pendant' })
  await practice.bot.put(`/posts/${id}/patch`, { message: 'changé' })
  await page.context().setOffline(false)
  await page.getByText('pendant').waitFor()
  await page.getByText('changé').waitFor()
  await expect.poll(() => page.getByTestId('connection-lost').count(), patiently).toBe(0)
  await practice.bot.post('/posts', { channel_id: channel, message: 'après' })
  await page.getByText('après').waitFor()
  await page.context().close()
})

test('what could not be sent is kept, with a sentence', async () => {
  const page = await practice.open('metier')
  await page.context().setOffline(true)
  await page.getByTestId('composer').fill('important')
  await page.keyboard.press('Enter')
  await page.getByText('Le bac à sable ne répond pas.').waitFor()
  expect(await page.getByTestId('composer').inputValue()).toBe('important')
  await page.context().close()
})

test('an account that does not open says so, and opens when asked again', async () => {
  const page = await practice.open('intra')
  await page.evaluate('sessionStorage.clear()')
  await page.route('**/api/v4/users/login', (route) =>
    route.fulfill({ status: 401, json: { message: 'refused' } }),
  )
  await page.reload()
  await page.locator('.person-failed').first().waitFor()
  await expect.poll(() => page.locator('.person-failed').count(), patiently).toBe(6)
  await page.getByText('Ce compte ne s’ouvre pas').waitFor()
  await page.unroute('**/api/v4/users/login')
  await page.getByTestId('person-equipe1').click()
  await expect.poll(() => page.title(), patiently).toContain('Élodie Nguyen')
  await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
  await page.context().close()
})

test('a server that was emptied is met again with new sessions', async () => {
  const page = await practice.open('metier')
  await page.getByTestId('composer').fill('oublié')
  await page.keyboard.press('Enter')
  await page.getByTestId('post').getByText('oublié').waitFor()
  await practice.restart(() => practice.forget())
  await expect.poll(() => page.getByText('oublié').count(), patiently).toBe(0)
  await page.getByTestId('composer').fill('retrouvé')
  await page.keyboard.press('Enter')
  await page.getByTestId('post').getByText('retrouvé').waitFor()
  await page.context().close()
})
