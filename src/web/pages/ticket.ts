/** What travels in a page's address and in its hidden fields: sealed, so neither read nor forged. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Field, Form } from '../../chat/port.ts'
import { seal, unseal } from '../../chat/signing.ts'

/** How long a link opens its page. */
const VALID_FOR_MS = 12 * 60 * 60 * 1000

const args = z.record(z.string(), z.string())
const ticket = z.object({
  /** Names the page: one link, one page, one browser. */
  page: z.string(),
  by: z.string(),
  action: z.string(),
  args,
  /** Epoch milliseconds. */
  until: z.number(),
})
export type Ticket = z.infer<typeof ticket>

export function makeTicket(
  secret: string,
  asked: Pick<Ticket, 'by' | 'action'> & { readonly args: Readonly<Record<string, string>> },
  now: number,
): string {
  const { by, action } = asked
  const made: Ticket = {
    page: randomUUID(),
    by,
    action,
    args: { ...asked.args },
    until: now + VALID_FOR_MS,
  }
  return seal(secret, 'page link', made)
}

/** The ticket of a link; nothing when it is forged, damaged or out of date. */
export function ticketIn(secret: string, sealed: string, now: number): Ticket | undefined {
  const found = ticket.safeParse(unseal(secret, 'page link', sealed))
  return found.success && found.data.until > now ? found.data : undefined
}

const state = z.object({
  page: z.string(),
  /** The same each time that this form is sent: a second press has no second effect. */
  nonce: z.string(),
  form: z.string(),
  args,
  kinds: z.record(
    z.string(),
    z.enum(['text', 'long-text', 'choice', 'several', 'person', 'boolean']),
  ),
  /** Most characters of the fields that have a limit. */
  longest: z.record(z.string(), z.number()),
  keeps: z.string().exactOptional(),
})
/** A form on screen, as it will be sent back. */
export type FormState = z.infer<typeof state>

export function stateOf(page: string, form: Form): FormState {
  return {
    page,
    nonce: randomUUID(),
    form: form.form,
    args: { ...form.args },
    kinds: Object.fromEntries(
      form.fields.map(({ name, kind }): [string, Field['kind']] => [name, kind]),
    ),
    longest: Object.fromEntries(
      form.fields.flatMap((field): [string, number][] =>
        'maxLength' in field && field.maxLength !== undefined
          ? [[field.name, field.maxLength]]
          : [],
      ),
    ),
    ...(form.keeps !== undefined && { keeps: form.keeps }),
  }
}

export function sealState(secret: string, made: FormState): string {
  return seal(secret, 'page form', made)
}

/** The form that this page showed; nothing for one of another page. */
export function stateIn(secret: string, sealed: unknown, page: string): FormState | undefined {
  const found = state.safeParse(unseal(secret, 'page form', text(sealed)))
  return found.success && found.data.page === page ? found.data : undefined
}

const press = z.object({ page: z.string(), nonce: z.string(), action: z.string(), args })
export type Press = z.infer<typeof press>

export function sealPress(
  secret: string,
  page: string,
  button: { readonly action: string; readonly args?: Readonly<Record<string, string>> },
): string {
  const made: Press = {
    page,
    nonce: randomUUID(),
    action: button.action,
    args: { ...button.args },
  }
  return seal(secret, 'page button', made)
}

/** The button that this page showed; nothing for one of another page. */
export function pressIn(secret: string, sealed: unknown, page: string): Press | undefined {
  const found = press.safeParse(unseal(secret, 'page button', text(sealed)))
  return found.success && found.data.page === page ? found.data : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
