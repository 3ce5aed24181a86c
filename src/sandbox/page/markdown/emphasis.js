// @ts-check
/** @import { Inline } from './tree.d.ts' */
/**
 * @typedef {object} Delimiter
 * @property {'delimiter'} kind
 * @property {string} character
 * @property {number} length
 * @property {boolean} opens
 * @property {boolean} closes
 */
/** @typedef {Inline | Delimiter} Token */
/** @typedef {{ opener: Delimiter | undefined, left: number, children: Inline[] }} Frame */

/** Deeper emphasis is shown as typed: nobody writes it, and very deep trees can hurt a browser. */
const deepest = 12

/**
 * Pairs the runs of `*`, `_` and `~~` and nests what stands between them; a run without a partner
 * is text.
 * @param {readonly Token[]} tokens
 * @returns {Inline[]}
 */
export function nestEmphasis(tokens) {
  /** @type {Frame} */
  const root = { opener: undefined, left: 0, children: [] }
  const frames = [root]
  for (const token of tokens) {
    if (token.kind !== 'delimiter') top(frames).children.push(token)
    else {
      const left = token.closes ? closeFrames(frames, token) : token.length
      if (left > 0 && token.opens && frames.length < deepest) {
        frames.push({ opener: token, left, children: [] })
      } else if (left > 0) addText(top(frames).children, token.character.repeat(left))
    }
  }
  foldDown(frames, 0)
  return root.children
}

/**
 * Closes as many open runs as this one can, and tells how much of it remains.
 * @param {Frame[]} frames
 * @param {Delimiter} closer
 */
function closeFrames(frames, closer) {
  let left = closer.length
  while (left > 0) {
    const index = frames.findLastIndex((frame) => matches(frame, closer, left))
    const frame = frames[index]
    if (!frame) break
    foldDown(frames, index)
    const used = closer.character === '~' || (left >= 2 && frame.left >= 2) ? 2 : 1
    const kind = closer.character === '~' ? 'del' : used === 2 ? 'strong' : 'em'
    /** @type {Inline} */
    const node = { kind, children: frame.children }
    frame.left -= used
    left -= used
    if (frame.left > 0) frame.children = [node]
    else {
      frames.pop()
      top(frames).children.push(node)
    }
  }
  return left
}

/**
 * @param {Frame} frame
 * @param {Delimiter} closer
 * @param {number} left
 */
function matches(frame, closer, left) {
  const { opener } = frame
  if (!opener || opener.character !== closer.character || frame.children.length === 0) return false
  // CommonMark's "rule of three", which decides how `*a**b*` reads.
  const ambiguous = opener.closes || closer.opens
  const total = frame.left + left
  return !(ambiguous && total % 3 === 0 && (frame.left % 3 !== 0 || left % 3 !== 0))
}

/**
 * Turns the frames above `index` back into text and content of the frame at `index`.
 * @param {Frame[]} frames
 * @param {number} index
 */
function foldDown(frames, index) {
  while (frames.length - 1 > index) {
    const frame = frames.pop()
    if (!frame?.opener) return
    const below = top(frames).children
    addText(below, frame.opener.character.repeat(frame.left))
    for (const child of frame.children) below.push(child)
  }
}

/**
 * @param {Inline[]} children
 * @param {string} text
 */
function addText(children, text) {
  children.push({ kind: 'text', text })
}

/**
 * @param {Frame[]} frames
 * @returns {Frame}
 */
function top(frames) {
  const frame = frames.at(-1)
  if (!frame) throw new Error('The first frame is never closed')
  return frame
}
