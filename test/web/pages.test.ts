/** Pages behind personal links: who may open them, what they send, what they never show. */
import { Hono } from 'hono'
import { pino } from 'pino'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fairly } from '../../src/bot/fair-share.ts'
import type { Answer, Form, Interaction } from '../../src/chat/port.ts'
import { bold, code, link, text } from '../../src/chat/text.ts'
import { pages } from '../../src/web/pages/routes.ts'
import { makeTicket, sealState, stateOf } from '../../src/web/pages/ticket.ts'

const SECRET = 'a secret of the test'
const FORM: Form = {
  form: 'notes',
  title: 'Mes notes',
  intro: ['Camille Durand <b>'],
  submit: 'Déposer',
  args: { r: 'recruitment-1', after: '0' },
  keeps: 'draft',
  fields: [
    {
      kind: 'choice',
      name: 'level-a',
      label: '1 · Niveau',
      help: 'Écoute',
      group: '1. Écoute',
      options: [
        { value: '2', label: 'validé' },
        { value: 'none', label: 'non évalué' },
      ],
    },
    {
      kind: 'long-text',
      name: 'evidence-a',
      label: '1 · Preuves',
      group: '1. Écoute',
      value: 'A <script>écouté</script>',
      optional: true,
    },
    { kind: 'text', name: 'price', label: 'Prix', optional: true, maxLength: 10 },
    {
      kind: 'several',
      name: 'questions',
      label: 'Questions posées',
      optional: true,
      options: [
        { value: 'q1', label: 'Une' },
        { value: 'q2', label: 'Deux' },
      ],
    },
    { kind: 'boolean', name: 'draft', label: 'Pas encore fini', optional: true },
  ],
}

describe('a personal page', () => {
  let asked: Interaction[]
  let answer: (interaction: Interaction) => Answer
  let bound: Map<string, string>

  beforeEach(() => {
    asked = []
    bound = new Map()
    interact = ask
    answer = ({ kind }) =>
      kind === 'form'
        ? { kind: 'private', message: { headline: ['Notes déposées'] } }
        : { kind: 'form', form: FORM }
    return () => vi.useRealTimers()
  })

  const ask = async (interaction: Interaction) => {
    asked.push(interaction)
    return answer(interaction)
  }
  let interact = ask
  const personal = pages({
    secret: SECRET,
    publicUrl: 'https://bot.example',
    interact: (interaction) => interact(interaction),
    reopen: ask,
    claim: async (page, browser) => {
      if (!bound.has(page)) bound.set(page, browser)
      return bound.get(page) === browser
    },
    boundTo: async (page) => bound.get(page),
    log: pino({ level: 'silent' }),
  })
  const site = new Hono().route('/pages', personal.routes)
  const request = { by: 'metier', action: 'file-notes', args: { interview: 'talk' } }
  const newPath = () => personal.link(request).replace('https://bot.example', '')

  type Fields = readonly (readonly [string, string])[]
  const send = (method: string, path: string, fields: Fields, cookie = '') =>
    site.request(path, {
      method,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, value]),
      ).toString(),
    })

  /** Opens a page in a new browser; gives its cookie and what it shows. */
  async function opened(path: string) {
    const response = await send('POST', path, [['open', 'yes']])
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await site.request(path, { headers: { cookie } })
    const html = await page.text()
    const [, state = ''] = /name="state" value="([^"]+)"/.exec(html) ?? []
    return { response, cookie, page, html, state }
  }

  it('shows nothing of itself, and asks the bot nothing, before someone opens it here', async () => {
    const path = newPath()
    const response = await site.request(path)
    expect(await response.text()).not.toContain('Camille')
    expect(asked).toEqual([])
    expect(bound.size).toBe(0)
  })

  it('asks the bot what its button would, in the name of whoever it was made for', async () => {
    await opened(newPath())
    expect(asked).toMatchObject([
      {
        kind: 'button',
        by: 'metier',
        action: 'file-notes',
        args: { interview: 'talk' },
        page: true,
      },
    ])
  })

  it('names nobody in its address', () => {
    const address = personal.link(request)
    const readable = Buffer.from(address.split('/').at(-1) ?? '', 'base64url').toString('latin1')
    expect(address + readable).not.toMatch(/metier|talk|notes/)
  })

  it('opens in one browser only', async () => {
    const path = newPath()
    await opened(path)
    const other = await opened(path)
    expect(other.response.status).toBe(403)
    expect(other.page.status).toBe(403)
    expect(other.html).not.toContain('Camille')
  })

  it('does not open with the cookie of another page', async () => {
    const mine = await opened(newPath())
    const path = newPath()
    await opened(path)
    asked = []
    const response = await site.request(path, { headers: { cookie: mine.cookie } })
    expect(response.status).toBe(403)
    expect(asked).toEqual([])
  })

  it('keeps its cookie from scripts and from other sites', async () => {
    const { response } = await opened(newPath())
    const cookie = response.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/pages']) {
      expect(cookie).toContain(part)
    }
  })

  it('does not open after twelve hours', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const path = newPath()
    const { cookie, state } = await opened(path)
    vi.advanceTimersByTime(12 * 60 * 60 * 1000)
    asked = []
    const late = await site.request(path, { headers: { cookie } })
    expect(late.status).toBe(410)
    expect((await send('POST', path, [['state', state]], cookie)).status).toBe(410)
    const draft = await send('PUT', path, [['state', state]], cookie)
    expect(draft.status).toBe(403)
    expect(await draft.json()).toEqual({ kept: false })
    expect((await send('POST', path, [['open', 'yes']])).status).toBe(410)
    expect(asked).toEqual([])
  })

  it.each([
    ['invented', '/pages/AAAA'],
    ['made with another secret', `/pages/${makeTicket('another secret', request, Date.now())}`],
  ])('does not open when its link is %s', async (_, path) => {
    expect((await site.request(path)).status).toBe(410)
    expect((await send('POST', path, [['open', 'yes']])).status).toBe(410)
    expect(asked).toEqual([])
  })

  it('does not open when a letter of its link was changed', async () => {
    const path = newPath()
    const changed = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A')
    expect((await site.request(changed)).status).toBe(410)
  })

  it('takes no form that another page showed, nor one that nobody showed', async () => {
    const one = await opened(newPath())
    const path = newPath()
    const two = await opened(path)
    const invented = sealState('another secret', stateOf('some page', FORM))
    asked = []
    for (const state of [one.state, invented, '']) {
      expect((await send('POST', path, [['state', state]], two.cookie)).status).toBe(410)
      expect((await send('PUT', path, [['state', state]], two.cookie)).status).toBe(410)
    }
    expect(asked).toEqual([])
  })

  it('sends what was typed as the chat would, and no field that the form has not', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    const fields = [
      ['state', state],
      ['level-a', '2'],
      ['evidence-a', ' Deux\r\nlignes '],
      ['price', ''],
      ['questions', 'q1'],
      ['questions', 'q2'],
      ['by', 'intra'],
    ] as const
    const response = await send('POST', path, fields, cookie)
    expect(await response.text()).toContain('Notes déposées')
    expect(asked.at(-1)).toMatchObject({
      kind: 'form',
      by: 'metier',
      form: 'notes',
      args: FORM.args,
    })
    expect(asked.at(-1)).toHaveProperty('values', {
      'level-a': '2',
      'evidence-a': 'Deux\nlignes',
      questions: ['q1', 'q2'],
      draft: false,
    })
  })

  it('is the same interaction when a form is sent twice, another each time a draft is kept', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    asked = []
    for (const method of ['POST', 'POST', 'PUT', 'PUT']) {
      await send(method, path, [['state', state]], cookie)
    }
    const [first, second, third, fourth] = asked.map(({ id }) => id)
    expect(first).toBe(second)
    expect(new Set([first, third, fourth]).size).toBe(3)
  })

  it('keeps a draft by the box of the form', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    const response = await send(
      'PUT',
      path,
      [
        ['state', state],
        ['evidence-a', 'Début'],
      ],
      cookie,
    )
    expect(await response.json()).toEqual({ kept: true })
    expect(asked.at(-1)).toMatchObject({ values: { draft: true, 'evidence-a': 'Début' } })
  })

  it('says why a draft is kept no more', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = () => ({ kind: 'invalid', message: 'Déposées depuis une autre fenêtre.' })
    const response = await send('PUT', path, [['state', state]], cookie)
    expect(await response.json()).toEqual({
      kept: false,
      reason: 'Déposées depuis une autre fenêtre.',
    })
  })

  it('comes back with what was typed and what is wrong when it is refused', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = ({ kind }) =>
      kind === 'form'
        ? { kind: 'invalid', fields: { 'level-a': 'Choisis un niveau.' } }
        : { kind: 'form', form: FORM }
    const response = await send(
      'POST',
      path,
      [
        ['state', state],
        ['price', '12 <i>'],
      ],
      cookie,
    )
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('<a href="#level-a">1 · Niveau</a> : Choisis un niveau.')
    expect(html).toContain('value="12 &lt;i&gt;"')
  })

  it('comes back with what was typed when too much was asked at once, and can be sent later', async () => {
    let time = 0
    const path = newPath()
    const { cookie, state } = await opened(path)
    interact = fairly(ask, { perSecond: 1, log: pino({ level: 'silent' }), now: () => time })
    const fields = [
      ['state', state],
      ['level-a', '2'],
      ['evidence-a', 'Ce que j’ai vu'],
    ] as const
    const sendOnce = async () => (await send('POST', path, fields, cookie)).text()
    for (let i = 0; i < 15; i += 1) expect(await sendOnce()).toContain('Notes déposées')
    const refused = await sendOnce()
    expect(refused).toContain('Ta saisie reste ici')
    expect(refused).toContain('Ce que j’ai vu</textarea>')
    expect(refused).toMatch(/value="2"\s+checked/)
    time += 1_000
    expect(await sendOnce()).toContain('Notes déposées')
  })

  it('refuses what is longer than its field, and keeps it on screen', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    const fields = [
      ['state', state],
      ['price', '12345678901'],
    ] as const
    asked = []
    const response = await send('POST', path, fields, cookie)
    const html = await response.text()
    expect(html).toContain('Raccourcis : 10 caractères au plus, tu en as 11.')
    expect(html).toContain('value="12345678901"')
    const draft = await send('PUT', path, fields, cookie)
    expect(await draft.json()).toMatchObject({ kept: false })
    expect(asked.filter(({ kind }) => kind === 'form')).toEqual([])
  })

  it('gives back the words of a form that cannot be sent any more', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = ({ kind }) =>
      kind === 'form'
        ? { kind: 'invalid', message: 'Cet entretien est annulé.' }
        : { kind: 'private', message: { headline: ['Cet entretien est annulé.'] } }
    const fields = [
      ['state', state],
      ['evidence-a', 'A raconté la panne <b> de mars, en détail'],
      ['level-a', '2'],
    ] as const
    const response = await send('POST', path, fields, cookie)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Cet entretien est annulé.')
    expect(html).toContain(
      '<blockquote>A raconté la panne &lt;b&gt; de mars, en détail</blockquote>',
    )
  })

  it('shows what was typed, and never runs it', async () => {
    const { html } = await opened(newPath())
    expect(html).toContain('Camille Durand &lt;b&gt;')
    expect(html).toContain('A &lt;script&gt;écouté&lt;/script&gt;')
    expect(html).not.toContain('<script>écouté')
  })

  it('shows messages with their marks, and presses their buttons in place', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = (interaction) =>
      interaction.kind === 'form'
        ? {
            kind: 'private',
            message: {
              headline: text`Relis ${bold('ceci')}, ${code('/recrutement notes')} ${link('https://a.fr', 'ici')}`,
              blocks: [
                { kind: 'bullets', items: [['Un <b>']] },
                {
                  kind: 'buttons',
                  buttons: [
                    { label: 'Déposer telles quelles', action: 'file-draft', args: { a: '1' } },
                  ],
                },
              ],
            },
          }
        : { kind: 'nothing' }
    const html = await (await send('POST', path, [['state', state]], cookie)).text()
    expect(html).toContain('Relis <strong>ceci</strong>, <code>/recrutement notes</code>')
    expect(html).toContain('<a href="https://a.fr" rel="noreferrer" target="_blank">ici</a>')
    expect(html).toContain('<li>Un &lt;b&gt;</li>')
    const [, press = ''] = /name="press" value="([^"]+)"/.exec(html) ?? []
    await send('POST', path, [['press', press]], cookie)
    expect(asked.at(-1)).toMatchObject({
      kind: 'button',
      by: 'metier',
      action: 'file-draft',
      args: { a: '1' },
    })
  })

  it('presses no button of another page', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = ({ kind }) =>
      kind === 'form'
        ? {
            kind: 'private',
            message: {
              headline: ['Relis'],
              blocks: [{ kind: 'buttons', buttons: [{ label: 'Oui', action: 'file-draft' }] }],
            },
          }
        : { kind: 'form', form: FORM }
    const html = await (await send('POST', path, [['state', state]], cookie)).text()
    const [, press = ''] = /name="press" value="([^"]+)"/.exec(html) ?? []
    const other = newPath()
    const theirs = await opened(other)
    asked = []
    expect((await send('POST', other, [['press', press]], theirs.cookie)).status).toBe(410)
    expect(asked).toEqual([])
  })

  it('is neither kept by browsers, nor framed, nor told to other sites', async () => {
    const { page } = await opened(newPath())
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('asks to come back when the bot fails, and tells nothing of the failure', async () => {
    const path = newPath()
    const { cookie, state } = await opened(path)
    answer = () => {
      throw new Error('connection to 10.0.0.1 refused')
    }
    const response = await send('POST', path, [['state', state]], cookie)
    expect(response.status).toBe(503)
    const html = await response.text()
    expect(html).toContain('Reviens en arrière')
    expect(html).not.toContain('10.0.0.1')
  })

  it('is dressed by the design system, which browsers may keep', async () => {
    const style = await site.request('/pages/dsfr/dsfr.main.min.css')
    expect(style.status).toBe(200)
    expect(style.headers.get('content-type')).toContain('text/css')
    expect(style.headers.get('cache-control')).toBe('public, max-age=86400')
    const script = await site.request('/pages/assets/page.js')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    const outside = await site.request('/pages/assets/..%2froutes.ts')
    expect(outside.status).toBe(404)
  })
})
