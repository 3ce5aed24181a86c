// @ts-check
/** @import { App } from '../types.d.ts' */
import { startOver } from '../chat/reset.js'
import { button, freshId, h } from '../ui/dom.js'

/**
 * The button that starts everything over, which asks first.
 * @param {App} app
 */
export function resetButton(app) {
  return button(
    { class: 'button reset', 'data-testid': 'reset' },
    () => confirmation(app).showModal(),
    'Repartir de zéro',
  )
}

/** @param {App} app */
function confirmation(app) {
  const titleId = freshId('reset')
  const refusal = h('p', { class: 'refusal', role: 'alert' })
  const confirm = button(
    { class: 'button button-primary', 'data-testid': 'reset-confirm' },
    () => void erase(),
    'Tout effacer',
  )
  const dialog = h(
    'dialog',
    { 'aria-labelledby': titleId, 'data-testid': 'reset-dialog' },
    h('header', { class: 'dialog-header' }, h('h2', { id: titleId }, 'Repartir de zéro ?')),
    h(
      'div',
      { class: 'dialog-fields' },
      h(
        'p',
        {},
        'Les recrutements, les messages et les fichiers du bac à sable seront effacés, et l’horloge reviendra à l’heure réelle. Il n’y a pas de retour en arrière.',
      ),
      refusal,
    ),
    h(
      'footer',
      { class: 'dialog-footer' },
      button({ class: 'button' }, () => dialog.close(), 'Garder'),
      confirm,
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)

  async function erase() {
    const session = app.sessions.get(app.current)
    if (!session || confirm.getAttribute('aria-disabled') === 'true') return
    confirm.setAttribute('aria-disabled', 'true')
    confirm.textContent = 'Un instant…'
    refusal.textContent = await startOver(session)
    confirm.setAttribute('aria-disabled', 'false')
    confirm.textContent = 'Tout effacer'
  }

  return dialog
}
