/** From an interaction to an answer that needs no more decisions: forms opened, failures worded. */
import type { types } from '@slack/bolt'
import type { Logger } from 'pino'

import {
  askedBy,
  FAILED,
  FORM_FAILED,
  FORM_TOO_LONG,
  openLater,
  WAIT,
  type Asked,
} from '../answers.ts'
import { before } from '../before.ts'
import { describeFailure } from '../failures.ts'
import type { Answer, Form, Handlers, Interaction, Message } from '../port.ts'
import { link } from '../text.ts'
import { ANSWERED_ELSEWHERE, DONE, FORM_ON_PAGE, OPEN_PAGE } from './words.ts'
import { codeOf, type SlackClient } from './client.ts'
import { FormTooLargeError, formView, sayingView } from './modal.ts'
import { makeMetadata } from './submission.ts'

export type Settled = Exclude<Answer, { kind: 'form' }>

/** Asks the bot, and opens the form that it answers with by means of `trigger`. */
export type Interact = (interaction: Interaction, trigger: string) => Promise<Settled>

/** The address of a page that opens what a button opens. */
export type PageFor = (asked: {
  readonly by: string
  readonly action: string
  readonly args: Readonly<Record<string, string>>
}) => string

/** A trigger lives three seconds: a bot slower than this shows a view that waits for its answer. */
const WAITING_VIEW_MS = 1_000

interface InteractNeeds {
  readonly quick: SlackClient
  readonly secret: string
  readonly pageFor: PageFor
  readonly log: Logger
  readonly handlers: () => Handlers
}

export function interactor({ quick, secret, pageFor, log, handlers }: InteractNeeds): Interact {
  async function openView(trigger: string, view: types.ModalView): Promise<string | undefined> {
    const { view: opened } = await quick.views.open({ trigger_id: trigger, view })
    return opened?.id
  }

  /** The view that waits, if the answer is not there yet. */
  async function waitingView(work: Promise<Answer>, trigger: string): Promise<string | undefined> {
    if ((await before(WAITING_VIEW_MS, work)) !== undefined) return undefined
    try {
      return await openView(trigger, sayingView(WAIT, [WAIT]))
    } catch (error) {
      log.debug(describeFailure(error), 'no view waits for a slow answer')
      return undefined
    }
  }

  async function show(form: Form, interaction: Interaction, trigger: string, waiting?: string) {
    const view = formView(form, makeMetadata(form, interaction))
    if (waiting === undefined) await openView(trigger, view)
    else await quick.views.update({ view_id: waiting, view })
  }

  /** A view opens only within seconds of what asked for it: after that, a button asks again. */
  async function showOrOffer(
    form: Form,
    interaction: Interaction,
    trigger: string,
    waiting?: string,
  ): Promise<Settled> {
    const asked = askedBy(interaction)
    if (asked === undefined) throw new Error('a submission cannot be answered with a form')
    try {
      await show(form, interaction, trigger, waiting)
      return { kind: 'nothing' }
    } catch (error) {
      const message = instead(error, asked, interaction.by)
      if (message === undefined) throw error
      if (waiting !== undefined) await closeWaiting(waiting)
      return { kind: 'private', message }
    }
  }

  function instead(error: unknown, asked: Asked, by: string): Message | undefined {
    if (error instanceof FormTooLargeError) {
      if (asked.kind === 'command') return FORM_TOO_LONG
      const url = pageFor({ by, action: asked.action, args: asked.args })
      return { headline: [FORM_ON_PAGE, ' ', link(url, OPEN_PAGE)] }
    }
    return isTooLate(error) ? openLater(secret, by, asked, Date.now()) : undefined
  }

  /** A view cannot be closed from here: it says where the answer is. */
  async function closeWaiting(view: string): Promise<void> {
    await quick.views
      .update({ view_id: view, view: sayingView(DONE, [ANSWERED_ELSEWHERE]) })
      .catch((error: unknown) => log.debug(describeFailure(error), 'a view was closed already'))
  }

  return async (interaction, trigger) => {
    let waiting: string | undefined
    try {
      const work = handlers().interaction(interaction)
      if (interaction.kind !== 'form') waiting = await waitingView(work, trigger)
      const answer = await work
      if (answer.kind === 'form') {
        return await showOrOffer(answer.form, interaction, trigger, waiting)
      }
      if (waiting !== undefined) await closeWaiting(waiting)
      return answer
    } catch (error) {
      log.error(
        { ...describeFailure(error), kind: interaction.kind, refusal: codeOf(error) },
        'an interaction failed',
      )
      if (waiting !== undefined) await closeWaiting(waiting)
      if (interaction.kind === 'form') return { kind: 'invalid', message: FORM_FAILED }
      return { kind: 'private', message: FAILED }
    }
  }
}

/** The trigger is spent or old, or whoever asked closed the view that waited. */
const TOO_LATE = new Set([
  'exchanged_trigger_id',
  'expired_trigger_id',
  'invalid_trigger_id',
  'not_found',
])

function isTooLate(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && TOO_LATE.has(code)
}
