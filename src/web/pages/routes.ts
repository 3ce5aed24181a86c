/**
 * Pages for what a chat shows badly: a long form, kept as one types. They ask the bot what a chat would
 * ask, in the name of whoever the link was made for; a link opens in one browser only.
 */
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Handlers, Interaction, Values } from '../../chat/port.ts'
import { errorKind } from '../../error-kind.ts'
import { answers, from, opening } from './answers.ts'
import { TOO_OLD, binding } from './binding.ts'
import type { BindingNeeds } from './binding.ts'
import { plainPage } from './layout.ts'
import { makeTicket, pressIn, stateIn } from './ticket.ts'
import type { FormState, Ticket } from './ticket.ts'
import { tooLong, valuesIn } from './values.ts'

export interface Pages {
  /** The address of a page that opens what this button opens, for this person, once. */
  link(
    asked: Pick<Ticket, 'by' | 'action'> & { readonly args: Readonly<Record<string, string>> },
  ): string
  readonly routes: Hono
}

interface PageNeeds extends Pick<BindingNeeds, 'secret' | 'claim' | 'boundTo'> {
  readonly publicUrl: string
  readonly interact: Handlers['interaction']
  /** The same for the form of a page that was refused, to show it again. */
  readonly reopen: Handlers['interaction']
  readonly log: Logger
}

const DSFR_FOLDER = join(
  dirname(fileURLToPath(import.meta.resolve('@gouvfr/dsfr/package.json'))),
  'dist',
)
const ASSETS_FOLDER = join(import.meta.dirname, 'assets')

/** Scripts and styles of ours only; nothing else is loaded, framed or sent elsewhere. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const FAILED = plainPage(
  'Je n’ai pas pu aller au bout',
  'Reviens en arrière : ce que tu as écrit y est encore. Réessaie dans une minute.',
)

export function pages(needs: PageNeeds): Pages {
  const { secret, publicUrl, interact } = needs
  const { admit, bind } = binding({ ...needs, isSecure: publicUrl.startsWith('https:') })
  const show = answers(secret, needs.reopen)
  const routes = new Hono()

  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('Content-Security-Policy', CONTENT_POLICY)
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })
  routes.get('/dsfr/*', cached, folder(DSFR_FOLDER, '/pages/dsfr'))
  routes.get('/assets/*', folder(ASSETS_FOLDER, '/pages/assets'))

  routes.get('/:ticket', async (c) => {
    const ticket = await admit(c)
    if (ticket instanceof Response) return ticket
    return show(c, ticket, await interact(opening(ticket)))
  })

  routes.post('/:ticket', async (c) => {
    const body = await c.req.parseBody({ all: true })
    if (body['open'] !== undefined) return bind(c)
    const ticket = await admit(c)
    if (ticket instanceof Response) return ticket
    const pressed = pressIn(secret, body['press'], ticket.page)
    if (pressed) {
      const { action, args, nonce } = pressed
      const answer = await interact({ ...from(ticket, nonce), kind: 'button', action, args })
      return show(c, ticket, answer)
    }
    const state = stateIn(secret, body['state'], ticket.page)
    if (!state) return c.html(TOO_OLD, 410)
    const values = valuesIn(body, state)
    const fields = tooLong(values, state)
    if (fields) return show(c, ticket, { kind: 'invalid', fields }, { state, values })
    return show(c, ticket, await interact(submission(ticket, state, values)), { state, values })
  })

  /** Keeps what was typed, without a word more than whether it worked. */
  routes.put('/:ticket', async (c) => {
    const ticket = await admit(c)
    if (ticket instanceof Response) return c.json({ kept: false }, 403)
    const body = await c.req.parseBody({ all: true })
    const state = stateIn(secret, body['state'], ticket.page)
    if (state?.keeps === undefined) return c.json({ kept: false }, 410)
    const values = { ...valuesIn(body, state), [state.keeps]: true }
    const [sentence] = Object.values(tooLong(values, state) ?? {})
    if (sentence !== undefined) return c.json({ kept: false, reason: sentence }, 422)
    const kept = await interact(submission(ticket, { ...state, nonce: randomUUID() }, values))
    return kept.kind === 'invalid'
      ? c.json({ kept: false, reason: kept.message ?? '' }, 409)
      : c.json({ kept: true })
  })

  routes.onError((error, c) => {
    needs.log.error(errorKind(error), 'a page failed')
    return c.html(FAILED, 503)
  })

  return {
    link: (asked) => `${publicUrl}/pages/${makeTicket(secret, asked, Date.now())}`,
    routes,
  }
}

function folder(root: string, prefix: string) {
  return serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) })
}

async function cached(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  c.header('Cache-Control', 'public, max-age=86400')
}

function submission(ticket: Ticket, state: FormState, values: Values): Interaction {
  const { form, args, nonce } = state
  return { ...from(ticket, nonce), kind: 'form', form, args, values }
}
