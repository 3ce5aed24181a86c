/** From an interaction to an answer that needs no more decisions: forms opened, failures worded. */
import type { Logger } from 'pino'

import type { Answer, Form, Handlers, Interaction, Message } from '../port.ts'
import { askedBy, FAILED, FORM_FAILED, FORM_TOO_LONG, openLater } from '../answers.ts'
import { MattermostError, type MattermostClient } from './client.ts'
import { FormTooLongError, toDialog } from './dialog.ts'
import type { Directory } from './directory.ts'
import { describeFailure } from '../failures.ts'
import type { Posting } from './posting.ts'
import { mentionedIn } from './render.ts'
import { makeState } from './submission.ts'

export type Settled = Exclude<Answer, { kind: 'form' | 'shared' }>

/** Asks the bot, and opens the form that it answers with by means of `trigger`. */
export type Interact = (interaction: Interaction, trigger: string) => Promise<Settled>

/** How late a platform may deliver the same interaction again. */
const REDELIVERED_WITHIN_MS = 10 * 60_000

interface InteractNeeds {
  readonly client: MattermostClient
  readonly directory: Pick<Directory, 'usernames'>
  readonly posting: Pick<Posting, 'post' | 'find'>
  readonly secret: string
  readonly dialogUrl: string
  readonly log: Logger
  readonly handlers: () => Handlers
}

export function interactor(needs: InteractNeeds): Interact {
  const { client, log, secret } = needs

  async function open(form: Form, interaction: Interaction, trigger: string): Promise<void> {
    // Someone who knows a command's token could ask in another's name and see the form themselves.
    if (!isTriggerOf(trigger, interaction.by)) throw new Error('a trigger of somebody else')
    const usernames = await needs.directory.usernames(mentionedIn(form.intro ?? []))
    const opening = {
      person: interaction.by,
      channel: interaction.channel,
      team: interaction.team,
      direct: interaction.direct,
      thread: interaction.thread,
    }
    const state = makeState(secret, form, opening, Date.now())
    const dialog = toDialog(form, state, usernames)
    await client.openDialog({ trigger_id: trigger, url: needs.dialogUrl, dialog })
  }

  /** A dialog opens only within seconds of what asked for it: after that, a button asks again. */
  async function openOrOffer(form: Form, interaction: Interaction, trigger: string) {
    const asked = askedBy(interaction)
    if (asked === undefined) throw new Error('a submission cannot be answered with a form')
    try {
      await open(form, interaction, trigger)
      return { kind: 'nothing' } as const
    } catch (error) {
      const message =
        error instanceof FormTooLongError
          ? FORM_TOO_LONG
          : isTooLate(error) && openLater(secret, interaction.by, asked, Date.now())
      if (message === false) throw error
      return { kind: 'private', message } as const
    }
  }

  /** Once per interaction, however often it is delivered. */
  async function share(message: Message, { id, channel }: Interaction): Promise<Settled> {
    const key = `shared/${id}`
    const before = await needs.posting.find({ channel }, key, Date.now() - REDELIVERED_WITHIN_MS)
    if (!before) await needs.posting.post({ channel }, message, key)
    return { kind: 'nothing' }
  }

  return async (interaction, trigger) => {
    try {
      const answer = await needs.handlers().interaction(interaction)
      if (answer.kind === 'shared') return await share(answer.message, interaction)
      if (answer.kind !== 'form') return answer
      return await openOrOffer(answer.form, interaction, trigger)
    } catch (error) {
      log.error({ ...describeFailure(error), kind: interaction.kind }, 'an interaction failed')
      if (interaction.kind === 'form') return { kind: 'invalid', message: FORM_FAILED }
      return { kind: 'private', message: FAILED }
    }
  }
}

/** A trigger is `client:user:time:signature` in base64; the server checks the signature. */
function isTriggerOf(trigger: string, person: string): boolean {
  return Buffer.from(trigger, 'base64').toString('utf8').split(':')[1] === person
}

function isTooLate(error: unknown): boolean {
  return error instanceof MattermostError && error.code.includes('trigger')
}
