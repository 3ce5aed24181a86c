/** Sizes that Mattermost 10.11 accepts, and how to stay within them without losing words. */

/** Server's limit on a post, in characters. */
export const POST_LIMIT = 16_383
/** Below the limit, so that joining blocks and repeating table heads cannot cross it. */
export const PART_LIMIT = 16_000
/** Longest run of text kept in one piece; a longer one is cut at a paragraph or a word. */
export const PIECE_LIMIT = 8_000
export const FILES_PER_POST = 10

/** Dialog limits count UTF-8 bytes: a violation is only logged by the server, then shown badly. */
export const DIALOG_LABEL_BYTES = 24
export const DIALOG_HELP_BYTES = 150
export const TEXT_LIMIT = 150
export const TEXTAREA_LIMIT = 3_000

export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** Shortens at a word boundary, ending with `…`, so that the result has at most `bytes` bytes. */
export function shorten(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text
  const room = bytes - byteLength('…')
  let kept = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(text)) {
    if (byteLength(kept + segment) > room) break
    kept += segment
  }
  const atWord = kept.replace(/[\s,;:.(–-]+[^\s]*$/u, '')
  // A single long word has no boundary worth cutting at.
  const useful = atWord.length >= kept.length / 2 ? atWord : kept
  return `${useful.trimEnd()}…`
}
