/** A page belongs to the first browser that asks for it, so that a link that goes round opens nothing. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sha256 } from '../../chat/signing.ts'
import { landing, plainPage } from './layout.ts'
import { ticketIn } from './ticket.ts'
import type { Ticket } from './ticket.ts'

export interface BindingNeeds {
  readonly secret: string
  /** Whether browsers come by https. */
  readonly isSecure: boolean
  /** Binds a page to the first browser that asks; tells whether it is this one. */
  readonly claim: (page: string, browser: string, until: Date) => Promise<boolean>
  /** The browser that a page is bound to, if any. */
  readonly boundTo: (page: string) => Promise<string | undefined>
}

export interface Binding {
  /** The ticket of a page that this browser may see; else what to answer. */
  readonly admit: (c: Context) => Promise<Ticket | Response>
  /** Binds the page to this browser, and shows it. */
  readonly bind: (c: Context) => Promise<Response>
}

const COOKIE = 'page'

export const TOO_OLD = plainPage(
  'Ce lien ne sert plus',
  'Il est trop ancien, ou incomplet. Tape /recrutement notes pour en avoir un nouveau : tes brouillons t’attendent.',
)
const ELSEWHERE = plainPage(
  'Cette page est ouverte ailleurs',
  'Un lien ne sert qu’à une personne, sur un appareil. Tape /recrutement notes pour avoir le tien.',
)

export function binding({ secret, isSecure, claim, boundTo }: BindingNeeds): Binding {
  const ticketOf = (c: Context) => ticketIn(secret, c.req.param('ticket') ?? '', Date.now())
  return {
    async admit(c) {
      const ticket = ticketOf(c)
      if (!ticket) return c.html(TOO_OLD, 410)
      const bound = await boundTo(ticket.page)
      if (bound === undefined) return c.html(landing())
      return bound === fingerprint(getCookie(c, COOKIE)) ? ticket : c.html(ELSEWHERE, 403)
    },
    async bind(c) {
      const ticket = ticketOf(c)
      if (!ticket) return c.html(TOO_OLD, 410)
      const browser = getCookie(c, COOKIE) ?? randomBytes(32).toString('base64url')
      const until = new Date(ticket.until)
      if (!(await claim(ticket.page, fingerprint(browser), until))) return c.html(ELSEWHERE, 403)
      setCookie(c, COOKIE, browser, {
        path: '/pages',
        httpOnly: true,
        // A link followed from the chat is a visit from another site: Strict would not know it again.
        sameSite: 'Lax',
        secure: isSecure,
        expires: until,
      })
      return c.redirect(c.req.path, 303)
    },
  }
}

function fingerprint(browser: string | undefined): string {
  return sha256(browser ?? '').toString('base64url')
}
