// @ts-check
/** @import { App } from '../types.d.ts' */
/** @import { Move } from '../chat/clock.js' */
import { moveClock, sandboxNow } from '../chat/clock.js'
import { button, byId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { dayAndHour } from '../ui/time.js'

/**
 * The sandbox's hour and the buttons that move it.
 * @param {App} app
 */
export function createClock(app) {
  const now = h('time', { 'data-testid': 'clock-now' })
  const outcome = h('p', { class: 'clock-outcome', role: 'status', 'data-testid': 'clock-outcome' })
  const place = byId('clock', HTMLElement)
  /** @type {(() => string) | undefined} */
  let tell

  /** @param {Move} move */
  const advance = async (move) => {
    if (place.getAttribute('aria-busy') === 'true') return
    setBusy(true)
    tell = waiting
    app.changed()
    tell = await moveClock(app, move)
    setBusy(false)
    app.changed()
  }

  /** @param {boolean} busy */
  const setBusy = (busy) => {
    place.setAttribute('aria-busy', String(busy))
    // Not `disabled`: the pressed button would lose the focus.
    for (const key of buttons) key.setAttribute('aria-disabled', String(busy))
  }

  /**
   * @param {Move} move
   * @param {string} label
   * @param {string} title
   */
  const moveButton = (move, label, title) =>
    button(
      { class: 'button', 'data-testid': `clock-${move}`, title },
      () => {
        // `advance` turns whatever goes wrong into the sentence that it shows.
        void advance(move)
      },
      label,
    )
  const buttons = [
    moveButton('hour', '+1 h', 'Avancer d’une heure'),
    moveButton('tomorrow', 'Demain 9 h', 'Avancer jusqu’à demain 9 h'),
    moveButton('next', 'Prochain rappel', 'Avancer jusqu’au prochain message prévu par le bot'),
  ]

  place.append(
    outcome,
    h('p', { class: 'clock-face' }, icon('clock'), now),
    h('div', { class: 'clock-buttons' }, ...buttons),
  )

  const render = () => {
    setText(now, dayAndHour(sandboxNow(app)))
    now.dateTime = new Date(sandboxNow(app)).toISOString()
    setText(outcome, tell?.() ?? '')
  }
  window.setInterval(render, 1000)
  return render
}

const waiting = () => 'L’heure avance…'

/**
 * Leaves an unchanged text alone, so that it is not read out again.
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text
}
