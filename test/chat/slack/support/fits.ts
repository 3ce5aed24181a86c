/** Whatever the bot says or asks in any test has to fit in what Slack takes. */
import type { Answer, Form, Message } from '../../../../src/chat/port.ts'
import { formView } from '../../../../src/chat/slack/modal.ts'
import { renderMessage } from '../../../../src/chat/slack/render.ts'
import { makeMetadata } from '../../../../src/chat/slack/submission.ts'
import { faultsOfMessage, faultsOfView } from './block-kit.ts'

/** Throws what Slack would say against the message. */
export function checkMessage(message: Message): void {
  const faults = renderMessage(message).flatMap(({ blocks }) => faultsOfMessage(blocks))
  if (faults.length > 0) throw new Error(`Slack refuses this message: ${faults.join('; ')}`)
}

/** Throws what Slack would say against the form; one too large for a modal is refused by the adapter itself. */
function checkForm(form: Form): void {
  const opening = { channel: 'C0123456789', team: 'T0123456789', direct: false }
  const faults = faultsOfView(formView(withSlackIds(form), makeMetadata(form, opening)))
  if (faults.length > 0) throw new Error(`Slack refuses this form: ${faults.join('; ')}`)
}

export function checkAnswer(answer: Answer): void {
  if (answer.kind === 'form') checkForm(answer.form)
  if ('message' in answer && typeof answer.message === 'object') checkMessage(answer.message)
}

/** People of tests have other ids than those of Slack. */
function withSlackIds(form: Form): Form {
  const fields = form.fields.map((field) =>
    field.kind === 'person' && field.value !== undefined
      ? { ...field, value: 'U0123456789' }
      : field,
  )
  return { ...form, fields }
}
