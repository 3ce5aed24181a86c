// @ts-check
/** Keeps what is typed, a moment after each pause, and says so. Without it the page still works. */

const PAUSE_MS = 800
const RETRY_MS = 3000

const form = document.querySelector('form[data-form]')
const toRead = document.querySelector('[data-focus]')
if (toRead instanceof HTMLElement) toRead.focus()
if (form instanceof HTMLFormElement && form.dataset.keeps) keepTyping(form)

/** @param {HTMLFormElement} form */
function keepTyping(form) {
  const status = form.querySelector('[data-status]')
  let edits = 0
  let kept = 0
  let isSending = false
  let isSubmitted = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const body = () =>
    new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : '',
      ]),
    )

  /** @param {string} words */
  function say(words) {
    if (status) status.textContent = [words, progress(form)].filter(Boolean).join(' · ')
  }

  async function keep() {
    if (isSending || isSubmitted || kept === edits) return
    isSending = true
    const sending = edits
    let pause = PAUSE_MS
    try {
      const response = await fetch(location.href, { method: 'PUT', body: body() })
      const { kept: isKept, reason } = await response.json()
      if (isKept) {
        kept = sending
        if (kept === edits) say(`Brouillon gardé à ${time()}`)
      } else {
        say(reason || 'Ton brouillon n’est plus gardé ici : copie ce que tu veux reprendre.')
        return
      }
    } catch {
      say('Pas encore gardé : je réessaie. Laisse cette page ouverte.')
      pause = RETRY_MS
    } finally {
      isSending = false
    }
    if (kept !== edits) later(pause)
  }

  /** @param {number} delay */
  function later(delay) {
    clearTimeout(timer)
    timer = setTimeout(keep, delay)
  }

  form.addEventListener('input', () => {
    edits += 1
    say('…')
    later(PAUSE_MS)
  })
  form.addEventListener('submit', () => {
    isSubmitted = true
    clearTimeout(timer)
  })
  // A tab that is left, closed or put aside keeps what was typed since the last pause.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || isSubmitted || kept === edits) return
    void fetch(location.href, { method: 'PUT', body: body(), keepalive: true })
  })
  say('')
}

/** « 3 choix sur 5 ». @param {HTMLFormElement} form */
function progress(form) {
  const groups = [...form.querySelectorAll('[data-choice]')]
  const chosen = groups.filter((group) => group.querySelector('input:checked'))
  return groups.length === 0 ? '' : `${chosen.length} choix sur ${groups.length}`
}

function time() {
  return new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' })
    .format(new Date())
    .replace(':', ' h ')
}
