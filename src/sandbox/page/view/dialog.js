// @ts-check
/** @import { App, Session, SubmitAnswer } from '../types.d.ts' */
/** @import { Field } from './dialog-field.js' */
import { submitDialog } from '../chat/actions.js'
import { explain } from '../chat/sentences.js'
import { renderMarkdown } from '../markdown/render.js'
import { button, freshId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { createField } from './dialog-field.js'
import { mentionsOf } from './mentions.js'

/**
 * Shows the dialog that a bot has opened in front of the person on screen.
 * @param {App} app
 */
export function createDialogs(app) {
  /** @type {WeakMap<object, HTMLDialogElement>} Kept while one is somebody else for a moment. */
  const built = new WeakMap()
  /** @type {HTMLDialogElement | undefined} */
  let shown
  return () => {
    const session = app.sessions.get(app.current)
    const open = app.playing === undefined ? session?.dialog : undefined
    const wanted = session && open && (built.get(open) ?? dialogElement(app, session, open))
    if (open && wanted) built.set(open, wanted)
    if (shown === wanted) return
    shown?.close()
    shown?.remove()
    shown = wanted
    if (!wanted) return
    document.body.append(wanted)
    wanted.showModal()
    const first = wanted.querySelector('.dialog-fields :is(input, textarea, select)')
    if (first instanceof HTMLElement) first.focus()
  }
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {NonNullable<Session['dialog']>} open
 */
function dialogElement(app, session, open) {
  const { title, introduction_text: intro, elements, submit_label: label } = open.request.dialog
  const titleId = freshId('dialog')
  const fields = (elements ?? []).map((element) => createField(session, element))
  const refusal = h('p', { class: 'refusal', role: 'alert', 'data-testid': 'dialog-error' })
  const submitter = h(
    'button',
    { type: 'submit', class: 'button button-primary', 'data-testid': 'dialog-submit' },
    label || 'Envoyer',
  )

  const close = () => {
    session.dialog = undefined
    app.changed()
  }
  const cancel = () => {
    close()
    if (!open.request.dialog.notify_on_cancel) return
    submitDialog(session, open, {}, true).catch(() => {
      // Nobody waits for the answer to a form that was given up.
    })
  }

  /** @param {SubmitAnswer} answer */
  const follow = (answer) => {
    if (answer.type === 'form' && answer.form) {
      session.dialog = { ...open, request: { ...open.request, dialog: answer.form } }
      app.changed()
    } else if (answer.error || Object.keys(answer.errors ?? {}).length > 0) {
      refusal.textContent = showRefusals(fields, answer)
    } else close()
  }

  const submit = async () => {
    refusal.textContent = ''
    if (!allAreComplete(fields) || submitter.getAttribute('aria-disabled') === 'true') return
    submitter.setAttribute('aria-disabled', 'true')
    submitter.textContent = '…'
    try {
      follow(await submitDialog(session, open, valuesOf(fields), false))
    } catch (error) {
      refusal.textContent = explain(error, 'L’envoi n’a pas abouti. Rien n’est perdu : réessaie.')
    } finally {
      submitter.removeAttribute('aria-disabled')
      submitter.textContent = label || 'Envoyer'
    }
  }

  const form = h(
    'form',
    { novalidate: true },
    h(
      'header',
      { class: 'dialog-header' },
      h('h2', { id: titleId }, title),
      button({ class: 'icon-button', 'aria-label': 'Fermer sans envoyer' }, cancel, icon('close')),
    ),
    h(
      'div',
      { class: 'dialog-fields' },
      intro && h('div', { class: 'dialog-intro' }, renderMarkdown(intro, mentionsOf(session))),
      ...fields.map(({ element }) => element),
      refusal,
    ),
    h(
      'footer',
      { class: 'dialog-footer' },
      button({ class: 'button', 'data-testid': 'dialog-cancel' }, cancel, 'Annuler'),
      submitter,
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // `submit` turns whatever goes wrong into a sentence in the dialog.
    void submit()
  })
  const dialog = h('dialog', { 'aria-labelledby': titleId, 'data-testid': 'dialog' }, form)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    cancel()
  })
  return dialog
}

/**
 * Checks every field, shows what is wrong beside it, and goes to the first one.
 * @param {readonly Field[]} fields
 */
function allAreComplete(fields) {
  const problems = fields.map((field) => {
    const problem = field.problem()
    field.refuse(problem ?? '')
    return problem
  })
  fields[problems.findIndex((problem) => problem !== undefined)]?.focus()
  return problems.every((problem) => problem === undefined)
}

/**
 * Shows what the bot refuses beside the fields it names.
 * @param {readonly Field[]} fields
 * @param {SubmitAnswer} answer
 * @returns {string} What concerns no field.
 */
function showRefusals(fields, { error, errors = {} }) {
  for (const field of fields) field.refuse(errors[field.name] ?? '')
  fields.find((field) => errors[field.name])?.focus()
  const names = new Set(fields.map(({ name }) => name))
  const others = Object.entries(errors).flatMap(([name, text]) => (names.has(name) ? [] : [text]))
  return [error, ...others].filter(Boolean).join(' ')
}

/** @param {readonly Field[]} fields */
const valuesOf = (fields) => Object.fromEntries(fields.map((field) => [field.name, field.value()]))
