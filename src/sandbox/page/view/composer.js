// @ts-check
/** @import { App, Session } from '../types.d.ts' */
/**
 * @typedef {object} ComposerOptions
 * @property {string} testId
 * @property {string} label
 * @property {(session: Session) => string} rootOf The thread it writes in; empty outside threads.
 */
import { send } from '../chat/actions.js'
import { readCommands } from '../chat/reading.js'
import { nameOf } from '../chat/people.js'
import { isDirect, partnerId } from '../chat/unread.js'
import { button, freshId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { createCompletion } from './completion.js'

/**
 * Where one writes: Enter sends, Shift and Enter starts a line, `/` offers commands. A draft waits
 * in each channel and thread, for each person.
 * @param {App} app
 * @param {ComposerOptions} options
 */
export function createComposer(app, { testId, label, rootOf }) {
  const refusalId = freshId('refusal')
  const box = h('textarea', {
    class: 'composer-box',
    rows: '1',
    'data-testid': testId,
    'aria-label': label,
    'aria-describedby': refusalId,
    maxlength: '16383',
  })
  const refusal = h('p', { class: 'refusal', id: refusalId, role: 'alert' })
  const completion = createCompletion(box, () => app.sessions.get(app.current)?.commands ?? [])
  const sender = button(
    {
      class: 'icon-button composer-send',
      'aria-label': 'Envoyer',
      'data-testid': `${testId}-send`,
    },
    () => void submit(),
    icon('send'),
  )
  const element = h(
    'div',
    { class: 'composer' },
    completion.element,
    h('div', { class: 'composer-frame' }, box, sender),
    refusal,
  )

  /** @param {Session} session */
  const draftKey = (session) => `${session.channelId}/${rootOf(session)}`
  let shown = ''

  const changed = () => {
    const session = app.sessions.get(app.current)
    if (session) session.drafts.set(draftKey(session), box.value)
    resize(box)
    sender.disabled = box.value.trim() === ''
    completion.update()
  }

  /** @param {string} text */
  const fill = (text) => {
    box.value = text
    changed()
    box.focus()
    box.setSelectionRange(text.length, text.length)
  }

  const submit = async () => {
    const session = app.sessions.get(app.current)
    const text = box.value
    if (!session || text.trim() === '') return
    const key = draftKey(session)
    const here = shown
    refusal.textContent = ''
    fill('')
    completion.close()
    const why = await send(app, session, text, rootOf(session))
    if (why === undefined) return
    // What was refused comes back, unless something new was begun meanwhile.
    if (!session.drafts.get(key)) session.drafts.set(key, text)
    if (shown !== here) return
    if (box.value === '') fill(text)
    refusal.textContent = why
  }

  box.addEventListener('input', () => {
    refusal.textContent = ''
    changed()
    const session = app.sessions.get(app.current)
    if (session && box.value === '/') {
      readCommands(session).then(completion.update).catch(completion.update)
    }
  })
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || completion.key(event)) return
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void submit()
  })
  completion.onChoice(fill)

  const render = () => {
    const session = app.sessions.get(app.current)
    const here = session ? `${session.username}/${draftKey(session)}` : ''
    box.disabled = !session || session.channelId === ''
    if (!session) return
    box.placeholder = rootOf(session) === '' ? placeholder(session) : 'Répondre dans ce fil'
    if (here === shown) return
    shown = here
    box.value = session.drafts.get(draftKey(session)) ?? ''
    refusal.textContent = ''
    changed()
    completion.close()
  }
  const say = (/** @type {string} */ text) => {
    fill(text)
    void submit()
  }
  return { element, render, say, focus: () => box.focus() }
}

/** @param {Session} session */
function placeholder(session) {
  const channel = session.channels.get(session.channelId)
  if (!channel) return ''
  return isDirect(channel)
    ? `Écrire à ${nameOf(session.users.get(partnerId(session, channel)))}`
    : `Écrire dans ${channel.display_name}`
}

/**
 * As high as what it holds; the style sheet sets the limit.
 * @param {HTMLTextAreaElement} box
 */
function resize(box) {
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}
