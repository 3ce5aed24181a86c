/** Words in the places where Slack shows no formatting: labels, titles, notifications. */
import type { types } from '@slack/bolt'

import { clean } from '../clean.ts'
import { shorten } from './limits.ts'

/**
 * Takes their power from `<!channel>`, `<@U…>` and links: Slack reads these three signs everywhere, and
 * shows them back as they were (docs.slack.dev/messaging/formatting-message-text).
 */
export function escapeSigns(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** At most `most` characters once escaped, on one line, with no `:smile:` made of what was typed. */
export function plainText(typed: string, most: number): types.PlainTextElement {
  const line = clean(typed).replace(/\s+/gu, ' ').trim()
  let room = most
  let text = escapeSigns(line)
  while (text.length > most) {
    room -= 1
    text = escapeSigns(shorten(line, room))
  }
  // An empty text is refused.
  return { type: 'plain_text', text: text === '' ? '–' : text, emoji: false }
}

/** Whether `plainText` would have to leave words out. */
export function isTooLong(typed: string, most: number): boolean {
  return escapeSigns(clean(typed).replace(/\s+/gu, ' ').trim()).length > most
}
