/** A message as its words, with what tells whether a word is written as a name. */
import { bareWord } from '../../french/lexicon.ts'

export interface Token {
  /** Without case nor accents. */
  readonly word: string
  /** As typed. */
  readonly typed: string
  readonly hasCapital: boolean
  /** Nothing but blanks, a hyphen or an apostrophe between the word before and this one. */
  readonly isGlued: boolean
  /** The first word of a sentence, of a line or of a quotation. */
  readonly startsSentence: boolean
}

/** Addresses, code and mentions name nobody; what stands for them ends a sentence. */
const OPAQUE =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|[a-z][a-z\d+.-]*:\/\/\S+|www\.\S+|\S+@\S+|(?<![\p{L}\d])@[\p{L}\d._-]+/giu

const WORD = /\p{L}[\p{L}\p{M}]*/gu

export function tokensOf(text: string): readonly Token[] {
  const readable = text.replaceAll(OPAQUE, ' . ').replaceAll('_', ' ')
  const tokens: Token[] = []
  let end = 0
  for (const { 0: typed, index } of readable.matchAll(WORD)) {
    const between = readable.slice(end, index)
    tokens.push({
      word: bareWord(typed),
      typed,
      hasCapital: /^\p{Lu}/u.test(typed),
      isGlued: tokens.length > 0 && /^(?:[ \u00A0\u202F\t]*|[-‐’'.]|\. ?)$/u.test(between),
      startsSentence: tokens.length === 0 || /[.!?…\n:«"(•*>]/u.test(between),
    })
    end = index + typed.length
  }
  return tokens
}
