/**
 * Sizes that Slack accepts (docs.slack.dev/reference/block-kit), and how to stay within them without
 * losing words. Where its pages disagree, the lower figure stands here.
 */
export const LIMITS = {
  /** Characters of a text object. */
  text: 3_000,
  actionId: 255,
  blockId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  optionText: 75,
  optionValue: 150,
  optionGroupLabel: 75,
  optionGroupOptions: 100,
  selectPlaceholder: 150,
  selectOptions: 100,
  selectGroups: 100,
  checkboxes: 10,
  radioButtons: 10,
  plainTextInput: 3_000,
  actionsElements: 25,
  header: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  viewBlocks: 100,
  viewMetadata: 3_000,
  viewTitle: 24,
  viewButton: 24,
  messageBlocks: 50,
  tableRows: 100,
  tableColumns: 20,
  linkUrl: 3_000,
} as const

/** Below the limit of a text, so that a label or a mark in front of it cannot cross it. */
export const PIECE_LIMIT = 2_800
/**
 * Bytes of a message's blocks, as JSON. Not documented: Slack answers `msg_blocks_too_long` from about
 * 13 200 characters on, containers included (slackapi/bolt-js, issues 2509 and 2867).
 */
export const PART_BYTES = 12_000
/** Text beside the blocks, for notifications and screen readers; Slack advises less than 4 000. */
export const FALLBACK_LIMIT = 3_000
/** A view is refused above 250 kB; far below it stands what a person can still read. */
export const VIEW_BYTES = 200_000

/** Shortens at a word boundary, ending with `…`, so that the result has at most `most` characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  const atWord = kept.replace(/[\s,;:.(–-]+[^\s]*$/u, '')
  // A single long word has no boundary worth cutting at.
  const useful = atWord.length >= kept.length / 2 ? atWord : kept
  return `${useful.trimEnd()}…`
}
