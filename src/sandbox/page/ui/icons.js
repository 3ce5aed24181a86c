// @ts-check
/** Outlines on a 24 × 24 grid, drawn with the colour of the text around them. */
const outlines = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  hash: 'M10 4 8 20M16 4l-2 16M4.5 9h16M3.5 15h16',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-4-7zM11 13l9-9',
  reply: 'M20 15a3 3 0 0 1-3 3H9l-5 3V8a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
}

/**
 * A decorative picture: hidden from screen readers, so whatever carries it needs a name.
 * @param {keyof typeof outlines} name
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', outlines[name])
  svg.append(path)
  return svg
}
