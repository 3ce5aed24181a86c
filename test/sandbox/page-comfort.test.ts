import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directWith, patiently, startPractice } from './page-support.ts'
import type { Practice } from './page-support.ts'

let practice: Practice

beforeAll(async () => {
  practice = await startPractice()
  const channel = await directWith(practice.bot, await practice.as('intra'))
  await practice.bot.post('/posts', {
    channel_id: channel,
    message: `${'x'.repeat(300)}\n\n\`\`\`\n${'y'.repeat(300)}\n\`\`\`\n| ${'colonne large | '.repeat(12)}\n${'|---'.repeat(13)}|`,
  })
})

afterAll(() => practice.stop())

const width = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth')

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }

  test('the drawer leads to a conversation, and nothing is wider than the screen', async () => {
    const page = await practice.open('intra', phone)
    await page.getByRole('button', { name: 'Canaux et messages directs' }).click()
    await page.getByTestId('direct-recrutement').click()
    await page.getByText('xxx').waitFor()
    await expect.poll(() => page.locator('#sidebar').isVisible(), patiently).toBe(false)
    expect(await width(page)).toBe(360)
    await page.getByTestId('reply').first().click()
    await page.getByTestId('thread-composer').waitFor()
    expect(await width(page)).toBe(360)
    expect(await page.evaluate(`document.querySelector('#thread').offsetWidth`)).toBe(360)
    await page.context().close()
  })
})

describe('with the keyboard', () => {
  test('one gets from the person to the message without a mouse', async () => {
    const page = await practice.visit('intra')
    await page.getByTestId('person-metier').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title(), patiently).toContain('Marc Le Goff')
    expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('person-metier')
    await page.getByTestId('channel-off-topic').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Discussions libres' }).waitFor()
    await page.getByTestId('composer').focus()
    await page.keyboard.type('au clavier')
    await page.keyboard.press('Enter')
    await page.getByTestId('post').getByText('au clavier').waitFor()
  })

  test('a new message is read out, once, and not one’s own', async () => {
    const page = await practice.visit('intra')
    await page.evaluate(`window.said = []; document.ariaNotify = (text) => window.said.push(text)`)
    await page.getByTestId('direct-recrutement').click()
    await page.getByTestId('composer').fill('le mien')
    await page.keyboard.press('Enter')
    await page.getByTestId('post').getByText('le mien').waitFor()
    const channel = await directWith(practice.bot, await practice.as('intra'))
    await practice.bot.post('/posts', { channel_id: channel, message: 'le sien' })
    await expect
      .poll(() => page.evaluate('window.said'), patiently)
      .toEqual(['Recrutement : le sien'])
  })
})

describe('contrast', () => {
  /** Pairs of the style sheet's variables: text, then what it stands on. */
  const pairs = [
    ['--text', '--ground'],
    ['--text', '--ground-soft'],
    ['--text', '--ground-hover'],
    ['--text-quiet', '--ground'],
    ['--text-quiet', '--ground-soft'],
    ['--text-quiet', '--ground-hover'],
    ['--accent', '--ground'],
    ['--on-accent', '--accent'],
    ['--on-accent', '--accent-hover'],
    ['--danger', '--ground'],
    ['--on-danger', '--danger'],
    ['--on-sand', '--sand'],
    ['--on-mention', '--ground-current'],
    ['--on-mention', '--mention'],
    ['--text', '--mention-me'],
  ] as const

  test.each(['light', 'dark'] as const)(
    'texts can be read in %s mode (AA)',
    async (colorScheme) => {
      const page = await practice.open('intra', { colorScheme })
      const colours = await page.evaluate<Record<string, string>>(`(() => {
      const style = getComputedStyle(document.documentElement)
      const names = ${JSON.stringify([...new Set(pairs.flat())])}
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).trim()]))
    })()`)
      const weak = pairs.filter(
        ([text, ground]) => contrast(colours[text] ?? '', colours[ground] ?? '') < 4.5,
      )
      expect(weak).toEqual([])
      await page.context().close()
    },
  )
})

/** WCAG 2 contrast between two colours written `#rgb` or `#rrggbb`. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replaceAll(/[\da-f]/gi, '$&$&') : colour
  const channels = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
