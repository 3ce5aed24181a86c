/** What the bot answers, as pages. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Answer, Button, Form, Handlers, Interaction, Values } from '../../chat/port.ts'
import { formPage } from './form.ts'
import type { Refused } from './form.ts'
import { layout, plainPage } from './layout.ts'
import type { Html } from './layout.ts'
import { sealPress, sealState, stateOf } from './ticket.ts'
import type { FormState, Ticket } from './ticket.ts'
import { messageHtml } from './words.ts'

/** The form that an answer is about, with what was typed in it. */
export interface Sent {
  readonly state: FormState
  readonly values: Values
}

export type ShowAnswer = (
  c: Context,
  ticket: Ticket,
  answer: Answer,
  sent?: Sent,
) => Response | Promise<Response>

const DONE = plainPage('C’est fait', 'Tu peux fermer cette page.')

export function answers(secret: string, reopen: Handlers['interaction']): ShowAnswer {
  const stateFor = (ticket: Ticket, form: Form, args?: FormState['args']) => {
    const state = stateOf(ticket.page, form)
    return sealState(secret, args === undefined ? state : { ...state, args })
  }
  const messagePage = (
    ticket: Ticket,
    message: Parameters<typeof messageHtml>[0],
    typed: Html | '',
  ) =>
    layout(
      'Recrutement',
      html`${messageHtml(message, (button) => pressHtml(secret, ticket, button))}${typed}`,
    )

  /** The form again, with what was typed in it. */
  async function refused(c: Context, ticket: Ticket, why: Refused, sent?: Sent): Promise<Response> {
    const opened = await reopen(opening(ticket))
    if (opened.kind === 'form' && sent) {
      const { form } = opened
      const state = stateFor(ticket, form, sent.state.args)
      return c.html(formPage({ form, state, typed: sent.values, refused: why }), 422)
    }
    // It cannot be sent any more, whatever it holds: its words stay at hand.
    const said =
      'message' in opened && typeof opened.message === 'object' ? opened.message : undefined
    const headline = [why.message ?? 'Ce formulaire ne peut plus être envoyé.']
    const typed = sent ? wordsTyped(sent.values) : ''
    return c.html(messagePage(ticket, said ?? { headline }, typed), 422)
  }

  return (c, ticket, answer, sent) => {
    switch (answer.kind) {
      case 'form': {
        const { form } = answer
        return c.html(formPage({ form, state: stateFor(ticket, form) }))
      }
      case 'private':
      case 'shared':
      case 'replace':
        return c.html(messagePage(ticket, answer.message, ''))
      case 'invalid':
        return refused(c, ticket, answer, sent)
      case 'nothing':
        return c.html(DONE)
    }
  }
}

function pressHtml(secret: string, ticket: Ticket, button: Button): Html {
  return html`<form method="post">
    <input type="hidden" name="press" value="${sealPress(secret, ticket.page, button)}" />
    <button class="fr-btn ${button.style === 'primary' ? '' : 'fr-btn--secondary'}">
      ${button.label}
    </button>
  </form>`
}

/** Longer than a choice or a date: what one would not write twice. */
const WORTH_KEEPING = 20

function wordsTyped(values: Values): Html | '' {
  const typed = Object.values(values).filter(
    (value) => typeof value === 'string' && value.length >= WORTH_KEEPING,
  )
  if (typed.length === 0) return ''
  return html`<h2 class="fr-h6">Ce que tu avais écrit, à copier si tu veux le garder</h2>
    ${typed.map((words) => html`<blockquote>${words}</blockquote>`)}`
}

/** As a chat says who acts and where; a page is a private place. */
export function from({ by, page }: Ticket, id: string) {
  return { id: `${page} ${id}`, by, channel: '', direct: true, page: true } as const
}

/** Pressing, in the chat, what the page was made for. */
export function opening(ticket: Ticket): Interaction {
  const { action, args } = ticket
  return { ...from(ticket, randomUUID()), kind: 'button', action, args }
}
