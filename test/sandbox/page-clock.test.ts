import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { directWith, patiently, startPractice } from './page-support.ts'
import type { Practice } from './page-support.ts'

let practice: Practice
let page: Page
/** When the bot has something to say next; it says it when told of that instant. */
let due: number[] = []
const beforeAnswer = vi.fn<() => Promise<void>>()

beforeAll(async () => {
  practice = await startPractice()
  const channel = await directWith(practice.bot, await practice.as('intra'))
  practice.hooks.post('/clock', async (c) => {
    await beforeAnswer()
    const { now } = await c.req.json<{ now: string }>()
    const ripe = due.filter((instant) => instant <= Date.parse(now))
    due = due.filter((instant) => instant > Date.parse(now))
    for (const instant of ripe) {
      await practice.bot.post('/posts', { channel_id: channel, message: `Rappel ${instant}` })
    }
    const next = due.toSorted((a, b) => a - b)[0]
    return c.json({ nextDue: next === undefined ? null : new Date(next).toISOString() })
  })
  await practice.bot.postSandbox('/clock/listener', {
    url: `${practice.hooksUrl}/clock`,
    secret: 'secret',
  })
})

afterAll(() => practice.stop())

beforeEach(async () => {
  due = []
  beforeAnswer.mockReset()
  page = await practice.visit('intra')
})

const shown = async (): Promise<number> =>
  Date.parse((await page.getByTestId('clock-now').getAttribute('datetime')) ?? '')

test('the hour is written in full, in Paris', async () => {
  const now = await shown()
  const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long' })
  const text = await page.getByTestId('clock-now').textContent()
  expect(text).toMatch(/^\p{L}+ (?:1er|\d+) \p{L}+ \d{4}, \d{2}:\d{2}$/u)
  expect(text).toContain(day.format(now))
})

test('an hour later, what became due has been said and is counted', async () => {
  const now = await shown()
  due = [now + 10 * 60_000, now + 20 * 60_000, now + 300 * 60_000]
  await page.getByTestId('clock-hour').click()
  await page.getByText('2 messages envoyés entre-temps.').waitFor()
  expect(await shown()).toBeGreaterThanOrEqual(now + 3_600_000)
})

test('tomorrow at nine is tomorrow at nine in Paris', async () => {
  await page.getByTestId('clock-tomorrow').click()
  await page.getByText('Rien n’a été envoyé entre-temps.').waitFor()
  expect(await page.getByTestId('clock-now').textContent()).toMatch(/, 09:0\d$/)
})

test('the next reminder is reached and shown at once', async () => {
  due = [(await shown()) + 5 * 3_600_000]
  await page.getByTestId('clock-next').click()
  await page.getByText('1 message envoyé entre-temps.').waitFor()
  expect(due).toEqual([])
})

test('without any reminder the clock stays where it is', async () => {
  const before = await shown()
  await page.getByTestId('clock-next').click()
  await page.getByText('Aucun rappel prévu pour l’instant.').waitFor()
  expect((await shown()) - before).toBeLessThan(60_000)
})

test('while the hour moves, the buttons wait', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  beforeAnswer.mockReturnValueOnce(promise)
  const before = await shown()
  await page.getByTestId('clock-hour').click()
  await page.getByText('L’heure avance…').waitFor()
  await page.getByTestId('clock-tomorrow').click({ force: true })
  expect(await page.getByTestId('clock-tomorrow').getAttribute('aria-disabled')).toBe('true')
  resolve()
  await page.getByText('entre-temps').waitFor()
  expect((await shown()) - before).toBeLessThan(2 * 3_600_000)
})

test('whoever moves the clock, every window follows', async () => {
  const other = await practice.open('metier')
  const before = await shown()
  await other.getByTestId('clock-hour').click()
  await expect.poll(shown, patiently).toBeGreaterThanOrEqual(before + 3_600_000)
  await other.context().close()
})

test('a thread says on which day each reply was written, as the channel does', async () => {
  const channel = await directWith(practice.bot, await practice.as('intra'))
  const say = (message: string, root?: string) =>
    practice.bot.post<{ id: string }>('/posts', { channel_id: channel, message, root_id: root })
  await page.getByTestId('direct-recrutement').click()
  const { id } = await say('Entretien de jeudi')
  await say('La trame est prête', id)
  await page.getByTestId('clock-tomorrow').click()
  await page.getByText('entre-temps').waitFor()
  await say('C’est dans une heure', id)
  await page.getByTestId('posts').locator(`[data-post-id="${id}"]`).getByTestId('replies').click()
  const thread = page.getByTestId('thread')
  await thread.getByText('C’est dans une heure').waitFor()
  expect(await thread.locator('.day').allTextContents()).toEqual(['2 réponses', 'Aujourd’hui'])
})

const call = (expression: string): Promise<unknown> =>
  page.evaluate(`import('/page/ui/time.js').then((time) => time.${expression})`)

describe('dates', () => {
  test.each([
    ['2026-11-23T13:05:00Z', 'lundi 23 novembre 2026, 14:05'],
    ['2026-06-30T22:30:00Z', 'mercredi 1er juillet 2026, 00:30'],
  ])('%s is %s', async (instant, text) => {
    expect(await call(`dayAndHour(Date.parse('${instant}'))`)).toBe(text)
  })

  test.each([
    ['the clocks go forward', '2026-03-28T12:00:00Z', '2026-03-29T07:00:00Z'],
    ['the clocks go back', '2026-10-24T12:00:00Z', '2026-10-25T08:00:00Z'],
    ['the year changes', '2026-12-31T23:30:00Z', '2027-01-02T08:00:00Z'],
  ])('tomorrow at nine is right when %s', async (_, now, expected) => {
    expect(await call(`tomorrowAt(Date.parse('${now}'), 9)`)).toBe(Date.parse(expected))
  })

  test.each([
    ['2026-11-23T08:00:00Z', 'Aujourd’hui'],
    ['2026-11-21T23:30:00Z', 'Hier'],
    ['2026-11-21T22:30:00Z', 'Samedi 21 novembre'],
    ['2025-12-01T08:00:00Z', 'Lundi 1er décembre 2025'],
  ])('on 23 November 2026, %s is headed %s', async (instant, title) => {
    const now = `Date.parse('2026-11-23T13:00:00Z')`
    expect(await call(`dayTitle(Date.parse('${instant}'), ${now})`)).toBe(title)
  })
})
