import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directWith, patiently, startPractice } from './page-support.ts'
import type { Api, Practice } from './page-support.ts'

interface PostId {
  readonly id: string
}

let practice: Practice
let intra: Api
let metier: Api
let direct: string

beforeAll(async () => {
  practice = await startPractice()
  ;[intra, metier] = await Promise.all([practice.as('intra'), practice.as('metier')])
  direct = await directWith(practice.bot, intra)
})

afterAll(() => practice.stop())

const say = (by: Api, channel: string, message: string, more: object = {}): Promise<PostId> =>
  by.post<PostId>('/posts', { channel_id: channel, message, ...more })

const unreadMark = (page: Page, testId: string): Promise<string> =>
  page
    .getByTestId(testId)
    .locator('.badge, .dot')
    .allTextContents()
    .then((all) => all.join())

describe('being someone', () => {
  test('the page says that it is a sandbox and who one is', async () => {
    const page = await practice.visit('metier')
    await expect.poll(() => page.title(), patiently).toBe('Marc Le Goff · Bac à sable')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Bac à sable')
    const me = page.getByTestId('person-metier')
    expect(await me.getAttribute('aria-current')).toBe('true')
  })

  test('one click makes somebody else, and the address can be shared', async () => {
    const page = await practice.visit('intra')
    await page.getByTestId('person-equipe2').click()
    await expect.poll(() => page.title(), patiently).toContain('Karim Benali')
    expect(new URL(page.url()).hash).toBe('#equipe2')
    await page.goBack()
    await expect.poll(() => page.title(), patiently).toContain('Inès Traoré')
  })

  test('a reload reuses the session instead of opening another', async () => {
    const page = await practice.open('intra')
    const logins: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/users/login')) logins.push(request.url())
    })
    await expect.poll(() => page.locator('.person-failed').count(), patiently).toBe(0)
    await page.waitForFunction(`sessionStorage.getItem('token-admin') !== null`)
    await page.reload()
    await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
    expect(logins).toEqual([])
    await page.context().close()
  })

  test('what waits for each person shows, and goes once read', async () => {
    const page = await practice.visit('intra')
    const [square] = await publicChannels(intra)
    await say(metier, square ?? '', 'Bonjour @equipe1')
    await expect.poll(() => unreadMark(page, 'person-equipe1'), patiently).toBe('1')
    await page.getByTestId('channel-off-topic').click()
    await page.getByTestId('person-equipe1').click()
    await page.getByText('Bonjour @equipe1').waitFor()
    await expect
      .poll(() => page.locator('[data-testid="person-equipe1"] .badge').count(), patiently)
      .toBe(0)
  })

  test('a draft waits where it was begun, for whoever began it', async () => {
    const page = await practice.visit('intra')
    await page.getByTestId('composer').fill('à finir')
    await page.getByTestId('person-metier').click()
    await expect.poll(() => page.getByTestId('composer').inputValue(), patiently).toBe('')
    await page.getByTestId('person-intra').click()
    await expect.poll(() => page.getByTestId('composer').inputValue(), patiently).toBe('à finir')
  })
})

describe('messages', () => {
  test('Enter sends and Shift with Enter starts a line', async () => {
    const page = await practice.visit('referente')
    await page.getByTestId('channel-off-topic').click()
    await page.getByTestId('composer').pressSequentially('Une ligne')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('et **une autre**')
    await page.keyboard.press('Enter')
    const post = page.getByTestId('post').filter({ hasText: 'Une ligne' })
    await post.waitFor()
    expect(await post.locator('strong').allTextContents()).toContain('une autre')
    expect(await post.locator('.markdown br').count()).toBe(1)
    expect(await page.getByTestId('composer').inputValue()).toBe('')
  })

  test('an edited message is marked, and a deleted one goes', async () => {
    const page = await practice.visit('intra')
    await page.getByTestId('direct-recrutement').click()
    const { id } = await say(practice.bot, direct, 'Première version')
    const post = page.locator(`[data-post-id="${id}"]`)
    await post.getByText('Première version').waitFor()
    await practice.bot.put(`/posts/${id}/patch`, { message: 'Seconde version' })
    await post.getByText('Seconde version').waitFor()
    await post.getByText('modifié').waitFor()
    await practice.bot.delete(`/posts/${id}`)
    await expect.poll(() => post.count(), patiently).toBe(0)
  })

  test('a message written to oneself by someone new opens a counted conversation', async () => {
    const page = await practice.visit('equipe2')
    const equipe2 = await practice.as('equipe2')
    await say(metier, await directWith(metier, equipe2), 'Tu as cinq minutes ?')
    await expect.poll(() => unreadMark(page, 'direct-metier'), patiently).toBe('1')
    await page.getByTestId('direct-metier').click()
    await page.getByText('Tu as cinq minutes ?').waitFor()
    await expect.poll(() => unreadMark(page, 'direct-metier'), patiently).toBe('')
  })

  test('writing to someone for the first time takes one click', async () => {
    const page = await practice.visit('admin')
    await page.getByTestId('direct-referente').click()
    await page.getByText('Tes messages avec Solène Vasseur commencent ici.').waitFor()
    await page.getByTestId('composer').fill('Bonjour')
    await page.keyboard.press('Enter')
    await page.getByTestId('post').getByText('Bonjour').waitFor()
    expect(await page.getByTestId('hint').count()).toBe(0)
  })

  test('a private channel appears when one is added and leaves when one is removed', async () => {
    const page = await practice.visit('intra')
    const [team] = await practice.bot.get<{ id: string }[]>('/users/me/teams')
    const channel = await practice.bot.post<PostId>('/channels', {
      team_id: team?.id,
      name: 'cadrage',
      display_name: 'Cadrage',
      type: 'P',
    })
    await practice.bot.post(`/channels/${channel.id}/members`, { user_id: intra.id })
    await page.getByTestId('channel-cadrage').click()
    await page.getByRole('heading', { name: 'Cadrage' }).waitFor()
    await practice.bot.delete(`/channels/${channel.id}/members/${intra.id}`)
    await page.getByRole('heading', { name: 'Place publique' }).waitFor()
    expect(await page.getByTestId('channel-cadrage').count()).toBe(0)
  })

  test('older messages are read on demand', async () => {
    const page = await practice.visit('equipe1')
    const equipe1 = await practice.as('equipe1')
    const channel = await directWith(practice.bot, equipe1)
    for (let i = 1; i <= 70; i += 1) await say(practice.bot, channel, `message ${i}.`)
    await page.getByTestId('direct-recrutement').click()
    await page.getByText('message 70.').waitFor()
    expect(await page.getByText('message 1.', { exact: true }).count()).toBe(0)
    await page.getByText('Afficher les messages précédents').click()
    await page.getByText('message 1.', { exact: true }).waitFor()
    await expect
      .poll(() => page.getByText('Afficher les messages précédents').count(), patiently)
      .toBe(0)
  })

  test('a picture shows in place, and every file can be downloaded', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
    const ids = [
      await practice.bot.upload(direct, 'grille.svg', 'image/svg+xml', svg),
      await practice.bot.upload(direct, 'entretien.ics', 'text/calendar', 'BEGIN:VCALENDAR'),
    ]
    const page = await practice.visit('intra')
    await page.getByTestId('direct-recrutement').click()
    await say(practice.bot, direct, 'Deux fichiers', { file_ids: ids })
    const picture = page.getByRole('img', { name: 'grille.svg' })
    await picture.waitFor()
    await expect
      .poll(() => page.evaluate(`document.querySelector('.picture').naturalWidth`))
      .toBe(40)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Télécharger entretien.ics' }).click()
    expect((await saved).suggestedFilename()).toBe('entretien.ics')
  })
})

describe('threads', () => {
  test('a reply is counted under its message, announced when new, and read beside it', async () => {
    const page = await practice.visit('intra')
    await page.getByTestId('direct-recrutement').click()
    const root = await say(practice.bot, direct, 'Entretien de jeudi')
    const post = page.getByTestId('posts').locator(`[data-post-id="${root.id}"]`)
    await post.waitFor()
    await say(practice.bot, direct, 'La trame est prête', { root_id: root.id })
    await post.getByText('1 nouvelle').waitFor()
    expect(await page.getByTestId('posts').getByText('La trame est prête').count()).toBe(0)

    await page.getByTestId('thread-chip').click()
    const thread = page.getByTestId('thread')
    await thread.getByText('La trame est prête').waitFor()
    await expect.poll(() => post.getByText('1 nouvelle').count(), patiently).toBe(0)
    await page.getByTestId('thread-composer').fill('Merci')
    await page.keyboard.press('Enter')
    await thread.getByText('Merci').waitFor()
    await post.getByText('2 réponses').waitFor()
    await page.keyboard.press('Escape')
    await thread.waitFor({ state: 'hidden' })
  })
})

async function publicChannels(person: Api): Promise<string[]> {
  const [team] = await person.get<{ id: string }[]>('/users/me/teams')
  const path = `/teams/${team?.id}/channels/name`
  const square = await person.get<PostId>(`${path}/town-square`)
  return [square.id]
}
