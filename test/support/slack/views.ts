/** Modals in front of people and their Home tabs, and the triggers that let an app open a modal. */
import { refuse } from './call.ts'
import { checkView, type CheckedView } from './view-check.ts'
import { letters, type State } from './state.ts'

const TRIGGER_MS = 3_000
const STACK = 3

export interface View extends CheckedView {
  readonly id: string
  readonly owner: string
  readonly root: string
  readonly previous: string | null
  hash: string
}

export interface Views {
  /** Lets the app open a modal in front of this person, once, within three seconds. */
  trigger(user: string): string
  /** Makes every trigger given until now too old. */
  expireTriggers(): void
  open(trigger: string, view: unknown): View
  push(trigger: string, view: unknown): View
  update(which: { id: string; externalId: string; hash: string }, view: unknown): View
  publish(user: string, view: unknown, hash: string): View
  /** The modal on top of each window in which this person has one open, the latest window last. */
  tops(user: string): readonly View[]
  home(user: string): View | undefined
  /** Closes a modal; the one below shows again. */
  close(view: View): void
  /** Puts another modal on top, as an app may in reply to a submission. */
  pushOn(under: View, view: unknown): View
  /** Closes a modal and all those below. */
  clear(view: View): void
}

interface Trigger {
  readonly user: string
  readonly until: number
  used: boolean
}

export function openViews(state: State): Views {
  const triggers = new Map<string, Trigger>()
  /** The modals of a window, by the first of them, the one on top last. */
  const stacks = new Map<string, View[]>()
  const homes = new Map<string, View>()

  function exchange(id: string): string {
    const trigger = triggers.get(id)
    if (trigger === undefined) return refuse('invalid_trigger_id')
    if (trigger.used) return refuse('exchanged_trigger_id')
    if (trigger.until < Date.now()) return refuse('expired_trigger_id')
    trigger.used = true
    return trigger.user
  }

  function make(owner: string, given: unknown, type: string, under?: View): View {
    const checked = checkView(state, given, type)
    const isTaken = [...stacks.values()]
      .flat()
      .some(({ external_id: taken }) => taken !== '' && taken === checked.external_id)
    if (isTaken) refuse('duplicate_external_id')
    const id = state.id('V')
    return {
      ...checked,
      id,
      owner,
      root: under?.root ?? id,
      previous: under?.id ?? null,
      hash: newHash(),
    }
  }

  function pushOn(under: View, view: unknown): View {
    const stack = stacks.get(under.root)
    if (stack === undefined) return refuse('not_found')
    if (stack.length >= STACK) return refuse('push_limit_reached')
    const pushed = make(under.owner, view, 'modal', stack.at(-1))
    stack.push(pushed)
    return pushed
  }

  function close(view: View): void {
    const left = (stacks.get(view.root) ?? []).filter((one) => one !== view)
    if (left.length === 0) stacks.delete(view.root)
    else stacks.set(view.root, left)
  }

  const tops = (user: string) =>
    [...stacks.values()].flatMap((stack) => stack.at(-1) ?? []).filter((one) => one.owner === user)

  return {
    trigger(user) {
      const id = `${Date.now()}.${letters(9)}.${letters(24).toLowerCase()}`
      triggers.set(id, { user, until: Date.now() + TRIGGER_MS, used: false })
      return id
    },
    expireTriggers() {
      for (const [id, trigger] of triggers) triggers.set(id, { ...trigger, until: 0 })
    },
    open(trigger, view) {
      // What is wrong with the view is said before the trigger is spent.
      checkView(state, view, 'modal')
      const opened = make(exchange(trigger), view, 'modal')
      stacks.set(opened.id, [opened])
      return opened
    },
    push(trigger, view) {
      checkView(state, view, 'modal')
      const under = tops(exchange(trigger)).at(-1)
      return under === undefined ? refuse('not_found') : pushOn(under, view)
    },
    pushOn,
    update({ id, externalId, hash }, view) {
      const found = [...stacks.values()]
        .flat()
        .find((one) => (id === '' ? one.external_id === externalId : one.id === id))
      if (found === undefined || (id === '' && externalId === '')) return refuse('not_found')
      if (hash !== '' && hash !== found.hash) return refuse('hash_conflict')
      const next = checkView(state, view, 'modal')
      // Nothing of the view before is left.
      return Object.assign(found, { submit: undefined, close: undefined }, next, {
        hash: newHash(),
      })
    },
    publish(user, view, hash) {
      const before = homes.get(user)
      if (hash !== '' && hash !== before?.hash) return refuse('hash_conflict')
      const published = make(user, view, 'home')
      homes.set(user, published)
      return published
    },
    tops,
    home: (user) => homes.get(user),
    close,
    clear: ({ root }) => void stacks.delete(root),
  }
}

const newHash = () => `${Math.floor(Date.now() / 1_000)}.${letters(8)}`

/** A view as Slack gives it back, with what was typed in it. */
export function viewJson({ team, appId, botId }: State, view: View, values: object = {}) {
  const { id, root, previous, owner: _owner, ...rest } = view
  return {
    clear_on_close: false,
    notify_on_close: false,
    ...rest,
    id,
    team_id: team.id,
    app_id: appId,
    bot_id: botId,
    app_installed_team_id: team.id,
    root_view_id: root,
    previous_view_id: previous,
    title: rest.title ?? null,
    submit: rest.submit ?? null,
    close: rest.close ?? null,
    state: { values },
  }
}
