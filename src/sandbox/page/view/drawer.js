// @ts-check
import { byId } from '../ui/dom.js'
import { icon } from '../ui/icons.js'

/** On narrow screens the sidebar is a drawer; Escape and a tap beside it close it. */
export function createDrawer() {
  const opener = byId('open-sidebar', HTMLButtonElement)
  const sidebar = byId('sidebar', HTMLElement)
  const backdrop = byId('backdrop', HTMLElement)
  opener.append(icon('menu'))

  /** @param {boolean} open */
  const set = (open) => {
    document.body.classList.toggle('drawer-open', open)
    opener.setAttribute('aria-expanded', String(open))
    backdrop.hidden = !open
  }
  const isOpen = () => opener.getAttribute('aria-expanded') === 'true'
  const close = () => set(false)

  opener.addEventListener('click', () => {
    set(!isOpen())
    const first = sidebar.querySelector('button[aria-current], button')
    if (isOpen() && first instanceof HTMLElement) first.focus()
  })
  backdrop.addEventListener('click', close)
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return
    close()
    opener.focus()
  })
  return { close }
}
