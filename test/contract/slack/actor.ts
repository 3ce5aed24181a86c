/** Someone in front of the fake Slack, as the contract knows them. */
import { vi } from 'vitest'

import { shownIn } from '../../chat/slack/support/shown.ts'
import type { Values } from '../../../src/chat/port.ts'
import { inputsOf, unescaped, type Filled } from '../../support/slack/modal.ts'
import { personAt, type Person, type Seen } from '../../support/slack/person.ts'
import type { FakeSlack } from '../../support/slack/server.ts'
import type { User } from '../../support/slack/state.ts'
import type { Outcome } from '../../support/slack/submission.ts'
import type { View } from '../../support/slack/views.ts'
import type { Actor, ShownForm, SubmitOutcome } from '../platform.ts'
import { shown } from './shown.ts'

export interface SlackActor extends Actor {
  readonly person: Person
}

/** How long people wait for a form. */
const PATIENCE_MS = 5_000

export function actor(slack: FakeSlack, user: User): SlackActor {
  const person = personAt(slack, user)
  /** Modals that were looked at already. */
  const handed = new Set<string>()

  function next(): View {
    const opened = person.modals().find((view) => isForm(view) && !handed.has(view.id))
    if (opened === undefined) throw new Error('no form opened')
    handed.add(opened.id)
    return opened
  }

  return {
    id: person.id,
    name: person.realName,
    person,
    command: (channel, line) => person.command(channel, line),
    say: async (channel, text, thread) => person.say(channel, text, thread),
    share: async (channel, text, files) => person.share(channel, text, files),
    edit: async (post, text) => person.edit(post, text),
    press: (channel, label) =>
      vi.waitFor(() => person.press(channel, label), { timeout: PATIENCE_MS }),
    form: async () => shownForm(person, await vi.waitFor(next, { timeout: PATIENCE_MS })),
    reads: async (channel) => person.sees(channel).filter(isWritten).map(shown),
    directChannel: async () => person.directChannel(),
  }
}

/** What people and apps wrote, without Slack's own remarks. */
function isWritten({ subtype }: Seen): boolean {
  return subtype === undefined || subtype === 'bot_message' || subtype === 'tombstone'
}

/** Something to send; a modal that waits for its answer has nothing. */
function isForm({ submit }: View): boolean {
  return submit !== undefined
}

function shownForm(person: Person, view: View): ShownForm {
  const before = aboveFields(view)
  return {
    title: unescaped(String(Object(view.title)['text'])),
    intro: before,
    fields: inputsOf(view).map(({ block_id: id }) => id),
    async submit(values) {
      const sent = await person.submit(view, filled(view, values))
      if (!sent.isOpen) return { closed: true, errors: {} }
      // A slow answer comes in place of what waits for it.
      await vi.waitFor(() => {
        if (isWaiting(view)) throw new Error('still waiting')
      }, PATIENCE_MS)
      return refusal(sent, aboveFields(view), before)
    },
  }
}

function aboveFields({ blocks }: View): string {
  return shownIn(blocks.filter(({ type }) => type !== 'input')).text
}

function isWaiting(view: View): boolean {
  return !isForm(view) && inputsOf(view).length === 0 && view.callback_id === 'saying'
}

/** What Slack has no place for is said above the fields, or on a line before the first field's own. */
function refusal({ errors }: Outcome, above: string, before: string): SubmitOutcome {
  const [first] = Object.entries(errors)
  if (first === undefined) {
    return { closed: false, error: above.replace(before, '').trim(), errors }
  }
  const [name, said] = first
  const [error = '', ...own] = said.split('\n')
  if (own.length === 0) return { closed: false, errors }
  return { closed: false, error, errors: { ...errors, [name]: own.join('\n') } }
}

/** Values as they are chosen on screen: yes is a box of that value. */
function filled(view: View, values: Values): Filled {
  const known = new Set(inputsOf(view).map(({ block_id: id }) => id))
  const entries = Object.entries(values).filter(([name]) => known.has(name))
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (typeof value !== 'boolean') return [name, value]
      return [name, value ? ['true'] : []]
    }),
  )
}
