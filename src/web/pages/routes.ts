/**
 * Pages for what a chat shows badly: a long form, kept as one types. They ask the bot what a chat would
 * ask, in the name of whoever the link was made for; a link opens in one browser only.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Logger } from 'pino'
import type { Answer, Button, Form, Handlers, Interaction } from '../../chat/port.ts'
import { sha256 } from '../../chat/signing.ts'
import { formPage } from './form.ts'
import type { Refused } from './form.ts'
import { landing, layout, plainPage } from './layout.ts'
import type { Html } from './layout.ts'
import { makeTicket, pressIn, sealPress, sealState, stateIn, stateOf, ticketIn } from './ticket.ts'
import type { FormState, Ticket } from './ticket.ts'
import { valuesIn } from './values.ts'
import type { Body } from './values.ts'
import { messageHtml } from './words.ts'

export interface Pages {
  /** The address of a page that opens what this button opens, for this person, once. */
  link(
    asked: Pick<Ticket, 'by' | 'action'> & { readonly args: Readonly<Record<string, string>> },
  ): string
  readonly routes: Hono
}

interface PageNeeds {
  readonly secret: string
  readonly publicUrl: string
  readonly interact: Handlers['interaction']
  /** Binds a page to the first browser that asks; tells whether it is this one. */
  readonly claim: (page: string, browser: string, until: Date) => Promise<boolean>
  /** The browser that a page is bound to, if any. */
  readonly boundTo: (page: string) => Promise<string | undefined>
  readonly log: Logger
}

const DSFR_FOLDER = join(
  dirname(fileURLToPath(import.meta.resolve('@gouvfr/dsfr/package.json'))),
  'dist',
)
const ASSETS_FOLDER = join(import.meta.dirname, 'assets')
const COOKIE = 'page'

const TOO_OLD = plainPage(
  'Ce lien ne sert plus',
  'Il est trop ancien, ou incomplet. Tape /recrutement notes pour en avoir un nouveau : tes brouillons t’attendent.',
)
const ELSEWHERE = plainPage(
  'Cette page est ouverte ailleurs',
  'Un lien ne sert qu’à une personne, sur un appareil. Tape /recrutement notes pour avoir le tien.',
)
const FAILED = plainPage(
  'Je n’ai pas pu aller au bout',
  'Reviens en arrière : ce que tu as écrit y est encore. Réessaie dans une minute.',
)
const DONE = plainPage('C’est fait', 'Tu peux fermer cette page.')

export function pages(needs: PageNeeds): Pages {
  const { secret, publicUrl, interact } = needs
  const isSecure = publicUrl.startsWith('https:')
  const routes = new Hono()

  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('Content-Security-Policy', CONTENT_POLICY)
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })
  routes.get(
    '/dsfr/*',
    cached,
    serveStatic({ root: DSFR_FOLDER, rewriteRequestPath: under('/pages/dsfr') }),
  )
  routes.get(
    '/assets/*',
    serveStatic({ root: ASSETS_FOLDER, rewriteRequestPath: under('/pages/assets') }),
  )

  /** The ticket of a page that this browser may see; else what to answer. */
  async function admitted(c: Context): Promise<Ticket | Response> {
    const ticket = ticketIn(secret, c.req.param('ticket') ?? '', Date.now())
    if (!ticket) return c.html(TOO_OLD, 410)
    const bound = await needs.boundTo(ticket.page)
    if (bound === undefined) return c.html(landing())
    return bound === fingerprint(getCookie(c, COOKIE)) ? ticket : c.html(ELSEWHERE, 403)
  }

  async function bind(c: Context, ticket: Ticket): Promise<Response> {
    const browser = getCookie(c, COOKIE) ?? randomBytes(32).toString('base64url')
    const mine = await needs.claim(ticket.page, fingerprint(browser), new Date(ticket.until))
    if (!mine) return c.html(ELSEWHERE, 403)
    setCookie(c, COOKIE, browser, {
      path: '/pages',
      httpOnly: true,
      // A link followed from the chat is a visit from another site: Strict would not know it again.
      sameSite: 'Lax',
      secure: isSecure,
      expires: new Date(ticket.until),
    })
    return c.redirect(c.req.path, 303)
  }

  function show(c: Context, ticket: Ticket, answer: Answer, state?: FormState, body?: Body) {
    switch (answer.kind) {
      case 'form':
        return c.html(formHtml(ticket, answer.form))
      case 'private':
      case 'shared':
      case 'replace': {
        const press = (button: Button) => pressHtml(ticket, button)
        const content = messageHtml(answer.message, press)
        return c.html(layout('Recrutement', content))
      }
      case 'invalid':
        return refused(c, ticket, answer, state, body)
      case 'nothing':
        return c.html(DONE)
    }
  }

  function formHtml(ticket: Ticket, form: Form): Html {
    return formPage({ form, state: sealState(secret, stateOf(ticket.page, form)) })
  }

  /** The form again, with what was typed in it. */
  async function refused(
    c: Context,
    ticket: Ticket,
    why: Refused,
    state?: FormState,
    body: Body = {},
  ): Promise<Response> {
    const opened = await interact(opening(ticket))
    if (opened.kind !== 'form' || !state) return show(c, ticket, opened)
    const page = formPage({
      form: opened.form,
      state: sealState(secret, { ...stateOf(ticket.page, opened.form), args: state.args }),
      typed: valuesIn(body, state),
      refused: why,
    })
    return c.html(page, 422)
  }

  function pressHtml(ticket: Ticket, button: Button): Html {
    return html`<form method="post">
      <input type="hidden" name="press" value="${sealPress(secret, ticket.page, button)}" />
      <button class="fr-btn ${button.style === 'primary' ? '' : 'fr-btn--secondary'}">
        ${button.label}
      </button>
    </form>`
  }

  routes.get('/:ticket', async (c) => {
    const ticket = await admitted(c)
    if (ticket instanceof Response) return ticket
    return show(c, ticket, await interact(opening(ticket)))
  })

  routes.post('/:ticket', async (c) => {
    const body = await c.req.parseBody({ all: true })
    if (body['open'] !== undefined) {
      const unbound = ticketIn(secret, c.req.param('ticket'), Date.now())
      return unbound ? bind(c, unbound) : c.html(TOO_OLD, 410)
    }
    const ticket = await admitted(c)
    if (ticket instanceof Response) return ticket
    const pressed = pressIn(secret, body['press'], ticket.page)
    if (pressed) {
      const { action, args, nonce } = pressed
      const answer = await interact({ ...from(ticket, nonce), kind: 'button', action, args })
      return show(c, ticket, answer)
    }
    const state = stateIn(secret, body['state'], ticket.page)
    if (!state) return c.html(TOO_OLD, 410)
    return show(c, ticket, await interact(submission(ticket, state, body)), state, body)
  })

  /** Keeps what was typed, without a word more than whether it worked. */
  routes.put('/:ticket', async (c) => {
    const ticket = await admitted(c)
    if (ticket instanceof Response) return c.json({ kept: false, reason: 'closed' }, 403)
    const body = await c.req.parseBody({ all: true })
    const state = stateIn(secret, body['state'], ticket.page)
    if (state?.keeps === undefined) return c.json({ kept: false, reason: 'closed' }, 410)
    const answer = await interact(
      submission(ticket, { ...state, nonce: randomUUID() }, { ...body, [state.keeps]: 'on' }),
    )
    return answer.kind === 'invalid'
      ? c.json({ kept: false, reason: answer.message ?? '' }, 409)
      : c.json({ kept: true })
  })

  routes.onError((error, c) => {
    needs.log.error({ error: error.name }, 'a page failed')
    return c.html(FAILED, 503)
  })

  return {
    link: (asked) => `${publicUrl}/pages/${makeTicket(secret, asked, Date.now())}`,
    routes,
  }
}

/** Scripts and styles of ours only; nothing else is loaded, framed or sent elsewhere. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

function under(prefix: string) {
  return (path: string) => path.slice(prefix.length)
}

async function cached(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  c.header('Cache-Control', 'public, max-age=86400')
}

function fingerprint(browser: string | undefined): string {
  return sha256(browser ?? '').toString('base64url')
}

/** As a chat says who acts and where; a page is a private place. */
function from({ by, page }: Ticket, id: string) {
  return { id: `${page} ${id}`, by, channel: '', direct: true, page: true } as const
}

function opening(ticket: Ticket): Interaction {
  const { action, args } = ticket
  return { ...from(ticket, randomUUID()), kind: 'button', action, args }
}

function submission(ticket: Ticket, state: FormState, body: Body): Interaction {
  const { form, args, nonce } = state
  return { ...from(ticket, nonce), kind: 'form', form, args, values: valuesIn(body, state) }
}
