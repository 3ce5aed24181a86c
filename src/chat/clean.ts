/** Typed text without what is neither text nor emoji, for every platform alike. */

// Signs that reorder the text around them, and control characters, are never part of a name.
const UNWANTED = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
// U+2424 is a line break to Mattermost's web client.
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029\u2424]/gu

/** Makes line breaks plain and removes what is neither text nor emoji. */
export function clean(typed: string): string {
  return typed.replace(LINE_BREAK, '\n').replace(UNWANTED, '')
}
