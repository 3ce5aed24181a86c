/** What was pasted, line by line: what office software adds to a line is taken off. */

export interface Line {
  /** From 1, as an editor counts: blank lines count too. */
  readonly line: number
  /** As pasted. */
  readonly raw: string
  /** Without bullet, number, or characters that nobody sees. Tabs stay: they hold columns apart. */
  readonly text: string
}

const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/
const SPACES = /[^\S\t]+/gu
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g
/** A rule under a table's header, a fence, dashes between two parts: nothing to read. */
const DECORATION = /^[\s\-–—_=*|:+.,;•·#~`]*$/
/** `[Camille](https://…)`: the text, then the address. */
const MARKDOWN_LINK = /\[([^[\]]*)\]\(([^\s()]*)\)/g

const MARKS = [
  /[-–—*+>‣→](?=[ \t])/, // a bullet that is also a character of its own
  /[•▪◦●○■□▶►☐]/,
  /\[[ xX]?\](?=[ \t])/, // a box to tick
  /#{1,6}(?=[ \t])/,
  /n° ?\d{1,3}(?: ?[:.)-])?(?=[ \t])/,
  /\(?\d{1,3} ?[.)°](?=[ \t\p{L}"«])/u,
  /\d{1,3} ?[-–—](?= )/,
]
const LEADING = new RegExp(`^[ \\t]*(?:${MARKS.map(({ source }) => source).join('|')})[ \\t]*`, 'u')
/** « - [ ] 1. » is as far as anyone goes. */
const MOST_MARKS = 3

/** The lines that say something. Never throws; linear in the length of what was pasted. */
export function linesOf(pasted: string): readonly Line[] {
  return pasted
    .split(LINE_END)
    .map((raw, i) => ({ line: i + 1, raw, text: bare(raw) }))
    .filter(({ text }) => !DECORATION.test(text))
}

function bare(raw: string): string {
  const spaced = raw
    .replaceAll(UNSEEN, '')
    .replaceAll(SPACES, ' ')
    .replaceAll(MARKDOWN_LINK, '$1 $2')
  let text = spaced
  for (let i = 0; i < MOST_MARKS; i++) text = text.replace(LEADING, '')
  return text.replace(/^ /, '').replace(/ $/, '')
}
