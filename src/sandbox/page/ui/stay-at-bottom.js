// @ts-check
/** Closer to the bottom than this, one is reading what comes. */
const closeEnough = 80

/**
 * Keeps the newest posts in sight, unless one has scrolled up to read older ones.
 * @param {HTMLElement} place
 * @returns {{ go: () => void, keep: () => void }} `go` goes to the bottom and stays there; `keep`
 *   follows what was added, if one was at the bottom.
 */
export function stayAtBottom(place) {
  let staying = true
  const keep = () => {
    if (staying) place.scrollTop = place.scrollHeight
  }
  const go = () => {
    staying = true
    keep()
  }
  place.addEventListener('scroll', () => {
    staying = place.scrollHeight - place.scrollTop - place.clientHeight < closeEnough
  })
  // Pictures arrive after the message that holds them, and `load` does not bubble.
  place.addEventListener('load', keep, { capture: true })
  new ResizeObserver(keep).observe(place)
  return { go, keep }
}
