/** Someone in front of Slack: what they type, press and fill in, and what they see. */
import { commandBody, pressBody, pressInViewBody, viewSubmission } from './interactions.ts'
import { addMessage, changeMessage, deleteMessage, join, leave } from './messages.ts'
import { buttonsIn, filledIn, type Filled, type PressedButton } from './modal.ts'
import { applyAcknowledgement } from './response-url.ts'
import type { FakeSlack } from './server.ts'
import { findMessage, type Channel, type User } from './state.ts'
import { replyToSubmission, type Outcome } from './submission.ts'
import { toMarkup } from './typing.ts'
import type { Block } from './view-check.ts'
import type { View } from './views.ts'
import { directWithBot } from './workspace.ts'

export interface Seen {
  readonly ts: string
  readonly threadTs?: string
  /** Markup, which is shown when there are no blocks. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** Names of its files; one that is gone has none. */
  readonly files: readonly string[]
  /** Only this person sees it. */
  readonly isEphemeral: boolean
  /** What kind of remark it is, when Slack itself made it. */
  readonly subtype?: string
}

export interface Person extends Pick<User, 'id' | 'realName' | 'email'> {
  /** Writes a message; gives its instant. */
  say(channel: string, typed: string, thread?: string): string
  share(channel: string, typed: string, files: Readonly<Record<string, string>>): string
  edit(ts: string, typed: string): void
  remove(ts: string): void
  join(channel: string): void
  leave(channel: string): void
  /** Types a command; rejects when the app does not acknowledge it in time. */
  command(channel: string, line: string): Promise<void>
  /** Presses the button of this label on the latest message that has one. */
  press(channel: string, label: string): Promise<void>
  pressInHome(label: string): Promise<void>
  openHome(tab?: 'home' | 'messages'): void
  home(): View | undefined
  /** The modals in front of them, one in each of their windows, the latest last. */
  modals(): readonly View[]
  /** Presses a modal's submit button, with what is filled in by block; the rest stays as it is shown. */
  submit(view: View, filled: Filled): Promise<Outcome>
  closeModal(view: View): void
  /** Everything shown in a channel, oldest first. */
  sees(channel: string): readonly Seen[]
  directChannel(): string
}

/** Puts somebody of the workspace in front of it. */
export function personAt(slack: FakeSlack, user: User): Person {
  const { workspace, outbox, responses } = slack
  const { state, views } = workspace
  const { id } = user

  function channelOf(channel: string): Channel {
    const found = state.channels.get(channel)
    if (!found?.members.has(id)) throw new Error(`${user.realName} is not in ${channel}`)
    return found
  }

  function writable(channel: string): Channel {
    const found = channelOf(channel)
    if (found.archived) throw new Error(`${channel} is archived`)
    return found
  }

  function ownMessage(ts: string) {
    const found = findMessage(state, ts)
    if (found?.[1].user !== id) throw new Error(`not a message of ${user.realName}`)
    return found
  }

  function write(channel: string, typed: string, more: object): string {
    const markup = toMarkup(state, typed)
    return addMessage(workspace, writable(channel), { user: id, ...markup, ...more }).ts
  }

  function buttonCalled(channel: string, label: string): { on: Seen; button: PressedButton } {
    for (const on of sees(channel).toReversed()) {
      const button = buttonsIn(on.blocks).find(({ text }) => text === label)
      if (button !== undefined) return { on, button }
    }
    throw new Error(`no button « ${label} »`)
  }

  function sees(channel: string): Seen[] {
    const { messages, ephemerals } = channelOf(channel)
    const kept = [...messages.values()].map(({ files, ...message }) => ({
      ...message,
      files: files.flatMap((file) => nameOf(file)),
      isEphemeral: false,
    }))
    const mine = [...ephemerals.values()].filter(({ to }) => to === id)
    const own = mine.map((one) => ({ ...one, files: [], isEphemeral: true }))
    return [...kept, ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
  }

  function nameOf(file: string): string[] {
    const found = state.files.get(file)
    return found === undefined || found.deleted ? [] : [found.name]
  }

  return {
    id,
    realName: user.realName,
    email: user.email,
    say: (channel, typed, thread) =>
      write(channel, typed, thread === undefined ? {} : { threadTs: thread }),
    share(channel, typed, files) {
      const ids = Object.entries(files).map(([name, said]) => {
        const file = state.id('F')
        const content = Buffer.from(said)
        const about = { length: content.length, content, complete: true, deleted: false }
        state.files.set(file, { id: file, name, owner: id, ...about })
        return file
      })
      return write(channel, typed, { files: ids })
    },
    edit(ts, typed) {
      const [channel, message] = ownMessage(ts)
      const edited = { user: id, ts: state.ts() }
      changeMessage(workspace, channel, message, { ...toMarkup(state, typed), edited })
    },
    remove(ts) {
      const [channel, message] = ownMessage(ts)
      deleteMessage(workspace, channel, message)
    },
    join(channel) {
      const found = state.channels.get(channel)
      if (found?.kind !== 'public') throw new Error('nobody joins this by themselves')
      join(workspace, found, id)
    },
    leave: (channel) => leave(workspace, channelOf(channel), id),
    async command(channel, line) {
      const [name = ''] = line.split(/\s/u)
      if (!workspace.installed.commands.has(name)) throw new Error(`${name} is not a valid command`)
      const origin = { channel: writable(channel), user: id }
      const given = {
        user,
        channel: origin.channel,
        line,
        triggerId: views.trigger(id),
        responseUrl: responses.make(origin),
      }
      const payload = await outbox.request('slash_commands', commandBody(state, given))
      applyAcknowledgement(workspace, origin, payload)
    },
    async press(channel, label) {
      const { on, button } = buttonCalled(channel, label)
      const origin = { channel: channelOf(channel), user: id, on: on.ts }
      const body = pressBody(workspace, {
        user,
        channel: origin.channel,
        on,
        button,
        triggerId: views.trigger(id),
        responseUrl: responses.make(origin),
      })
      await outbox.request('interactive', body)
    },
    async pressInHome(label) {
      const view = views.home(id)
      const button = buttonsIn(view?.blocks ?? []).find(({ text }) => text === label)
      if (view === undefined || button === undefined) throw new Error(`no button « ${label} »`)
      const body = pressInViewBody(state, { user, view, button, triggerId: views.trigger(id) })
      await outbox.request('interactive', body)
    },
    openHome(tab = 'home') {
      const channel = directWithBot(workspace, id).id
      workspace.tell({ type: 'app_home_opened', user: id, channel, tab })
    },
    home: () => views.home(id),
    modals: () => views.tops(id),
    async submit(view, filled) {
      if (!views.tops(id).includes(view)) throw new Error('this modal is closed')
      const { state: values, errors } = filledIn(view, filled)
      if (Object.keys(errors).length > 0) return { isOpen: true, errors }
      const triggerId = views.trigger(id)
      const body = viewSubmission(state, { user, view, values, triggerId })
      return replyToSubmission(workspace, view, await outbox.request('interactive', body))
    },
    closeModal: (view) => views.clear(view),
    sees,
    directChannel: () => directWithBot(workspace, id).id,
  }
}
