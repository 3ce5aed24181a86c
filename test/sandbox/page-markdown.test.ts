import { array, assert, asyncProperty, constantFrom, oneof, string, tuple } from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPractice } from './page-support.ts'
import type { Practice } from './page-support.ts'

/** Every element and attribute that a message may ever become. */
const ALLOWED = new Set(
  `p br strong em del code hr blockquote ul li ol ol.start h4 h5 h6 pre pre.tabindex table thead
  tbody tr th th.class td td.class div div.class div.tabindex span span.class a a.href a.target
  a.rel`.split(/\s+/),
)

interface Rendered {
  readonly html: string
  readonly text: string
  /** `tag` and `tag.attribute` for everything that was made. */
  readonly parts: readonly string[]
  readonly links: readonly string[]
}

let practice: Practice
let page: Page

beforeAll(async () => {
  practice = await startPractice()
  page = await practice.open('intra')
  await page.evaluate(`import('/page/markdown/render.js').then(({ renderMarkdown }) => {
    window.rendered = (source) => {
      const whoIs = (name) => (name === 'intra' ? 'me' : name === 'metier' ? 'other' : undefined)
      const element = renderMarkdown(source, whoIs)
      const all = [...element.querySelectorAll('*')]
      return {
        html: element.innerHTML,
        text: element.textContent,
        parts: all.flatMap((one) => {
          const tag = one.tagName.toLowerCase()
          return [tag, ...one.getAttributeNames().map((name) => tag + '.' + name)]
        }),
        links: all.filter((one) => one.href !== undefined).map((one) => one.href),
      }
    }
  })`)
})

afterAll(() => practice.stop())

const render = (source: string): Promise<Rendered> =>
  page.evaluate<Rendered>(`window.rendered(${JSON.stringify(source)})`)

/** Texts made of what Markdown, HTML and attackers are made of. */
const hostile = array(
  oneof(
    constantFrom('*', '**', '_', '~~', '`', '```', '[', '](', ')', '!', '|', '\n', '\n\n', '> '),
    constantFrom('- ', '1. ', '  ', '# ', '\\', '|---|---|', '---', '@intra', '@all', '&#60;'),
    constantFrom('<script>', '<img src=x onerror=alert(1)>', '</div>', '&lt;', '"', "'", '<b>'),
    constantFrom(
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '&#106;avascript:',
      'data:text/html,x',
    ),
    constantFrom('https://beta.gouv.fr', 'mailto:a@b.fr', 'vbscript:x', 'file:///etc/passwd'),
    string({ unit: 'binary', maxLength: 6 }),
  ),
  { maxLength: 40 },
).map((parts) => parts.join(''))

describe('safety', () => {
  test('no text makes an element or an attribute other than the expected ones', async () => {
    await assert(
      asyncProperty(hostile, async (source) => {
        const { parts } = await render(source)
        expect(parts.filter((part) => !ALLOWED.has(part))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('no text makes a link that is not a web or mail address', async () => {
    const address = constantFrom('javascript:x', ' java\nscript:x', 'data:x', '//x', 'https://a.fr')
    const link = tuple(hostile, address, hostile).map(([a, to, b]) => `${a}[x](${to})<${to}>${b}`)
    await assert(
      asyncProperty(link, async (source) => {
        for (const href of (await render(source)).links) expect(href).toMatch(/^(https?|mailto):/)
      }),
      { numRuns: 300 },
    )
  })

  test('a word escaped mark by mark is shown as it was typed', async () => {
    const typed = string({ unit: 'grapheme-ascii', minLength: 1 }).filter((s) => s.trim() !== '')
    await assert(
      asyncProperty(typed, async (source) => {
        const escaped = source.trim().replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
        const { text, parts } = await render(`x${escaped}`)
        expect(text).toBe(`x${source.trim()}`)
        expect(parts).toEqual(['p'])
      }),
      { numRuns: 200 },
    )
  })

  test.each(['*', '[', '`', '> ', '- ', '**a ', '![', '|'])(
    'the longest message, made of %j alone, is read without delay',
    async (mark) => {
      const before = performance.now()
      await render(mark.repeat(16_383 / mark.length))
      expect(performance.now() - before).toBeLessThan(5000)
    },
  )
})

describe('what Mattermost shows', () => {
  test.each([
    [
      '**gras** et *italique* et ~~barré~~',
      '<p><strong>gras</strong> et <em>italique</em> et <del>barré</del></p>',
    ],
    ['un_mot_composé', '<p>un_mot_composé</p>'],
    ['***les deux***', '<p><em><strong>les deux</strong></em></p>'],
    ['une ligne\nune autre', '<p>une ligne<br>une autre</p>'],
    ['un\n\ndeux', '<p>un</p><p>deux</p>'],
    ['`a < b & **c**`', '<p><code>a &lt; b &amp; **c**</code></p>'],
    [String.raw`\*rien\* \@intra \`x\``, '<p>*rien* @intra `x`</p>'],
    ['&lt;b&gt; &#64;intra', '<p>&lt;b&gt; @intra</p>'],
    ['## Titre', '<h5>Titre</h5>'],
    ['---', '<hr>'],
    ['```ts\nconst a = 1\n```', '<pre tabindex="0"><code>const a = 1</code></pre>'],
    ['> cité\nsuite', '<blockquote><p>cité<br>suite</p></blockquote>'],
    ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['- a\n  - b', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>'],
    ['- [ ] à faire\n- [x] fait', '<ul><li><p>☐ à faire</p></li><li><p>☑ fait</p></li></ul>'],
    [
      '@intra @metier @personne',
      '<p><span class="mention mention-me">@intra</span> <span class="mention">@metier</span> @personne</p>',
    ],
    ['ecris@intra.fr', '<p>ecris@intra.fr</p>'],
  ])('%j', async (source, html) => {
    expect((await render(source)).html).toBe(html)
  })

  test('a table keeps its alignment, and an escaped bar inside its cell', async () => {
    const { html, text } = await render('| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** |')
    expect(html).toContain('<th class="align-center">b</th>')
    expect(html).toContain('<td>1 | 2</td>')
    expect(html).toContain('<strong>3</strong>')
    expect(text).toBe('ab1 | 23')
  })

  test('a bare address is a link without the punctuation that follows it', async () => {
    const { links, text } = await render(
      'Voir https://beta.gouv.fr/a_(b). Puis [ici](https://a.fr/?x=1).',
    )
    expect(links).toEqual(['https://beta.gouv.fr/a_(b)', 'https://a.fr/?x=1'])
    expect(text).toBe('Voir https://beta.gouv.fr/a_(b). Puis ici.')
  })

  test('a picture from elsewhere is a link, since the page loads nothing from outside', async () => {
    const { parts, links } = await render('![plan](https://exemple.fr/plan.png)')
    expect(parts).not.toContain('img')
    expect(links).toEqual(['https://exemple.fr/plan.png'])
  })
})
