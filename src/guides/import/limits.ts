/** Passages cut to the lengths of the guide format, where they make sense. */

/** Ends of sentences first, then of parts of sentences; between words if there is nothing better. */
const ENDS = [/(?<=[.!?…»])\s+(?=\S)/g, /(?<=[;:])\s+(?=\S)/g, /(?<=,)\s+(?=\S)/g, /\s+(?=\S)/g]

/** A cut that leaves too little is no better than a later one. */
const LEAST = 0.3

/** The start of a text, as long as it can be within the limit, and what follows. */
export function cut(text: string, limit: number): { readonly head: string; readonly rest: string } {
  if (text.length <= limit) return { head: text, rest: '' }
  for (const end of ENDS) {
    const at = [...text.matchAll(end)].map(({ index }) => index).findLast((index) => index <= limit)
    if (at !== undefined && at >= limit * LEAST) {
      return { head: text.slice(0, at).trim(), rest: text.slice(at).trim() }
    }
  }
  return { head: text.slice(0, limit), rest: text.slice(limit) }
}

/** The whole text in pieces within the limit. */
export function pieces(text: string, limit: number): readonly string[] {
  const { head, rest } = cut(text, limit)
  return rest === '' ? [head].filter((one) => one !== '') : [head, ...pieces(rest, limit)]
}

/** On one line, without what a guide file cannot hold: controls, and letters that were lost. */
export function clean(text: string): string {
  return text
    .replaceAll(/\n+- /g, ' ')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll('\uFFFD', '?')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
