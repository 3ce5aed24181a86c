/**
 * From platform-neutral text to Slack's rich text, whose words are never read as markup: what people
 * typed is shown as they typed it without any escaping.
 */
import type { types } from '@slack/bolt'

import { clean } from '../clean.ts'
import type { Inline, Text } from '../text.ts'
import { LIMITS } from './limits.ts'

const LINKED_SCHEMES = new Set(['http:', 'https:', 'mailto:'])
/** What Slack accepts as the id of a person; anything else makes it refuse the whole message. */
const PERSON_ID = /^[UW][A-Z0-9]{2,}$/u

export function richElements(content: Text): types.RichTextElement[] {
  return content.flatMap(oneElement)
}

/** The paragraph that shows a text; nothing for an empty one, which Slack refuses. */
export function section(content: Text): types.RichTextSection | undefined {
  const elements = richElements(content)
  return elements.length === 0 ? undefined : { type: 'rich_text_section', elements }
}

export function richText(...elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements }
}

function oneElement(part: Inline): types.RichTextElement[] {
  if (typeof part === 'string') return words(part)
  switch (part.kind) {
    case 'bold':
      return words(part.text, { bold: true })
    case 'italic':
      return words(part.text, { italic: true })
    case 'code':
      return words(part.text, { code: true })
    case 'link':
      return link(part.url, part.label)
    case 'person':
      break
  }
  if (!isPerson(part)) return words('une personne inconnue')
  return [{ type: 'user', user_id: part.person }]
}

/** Whether this mentions someone in a way that Slack accepts. */
export function isPerson(
  part: Exclude<Inline, string>,
): part is Extract<Inline, { kind: 'person' }> {
  return part.kind === 'person' && PERSON_ID.test(part.person)
}

function words(typed: string, style?: types.RichTextText['style']): types.RichTextElement[] {
  const text = clean(typed)
  if (text === '') return []
  return [{ type: 'text', text, ...(style === undefined ? {} : { style }) }]
}

function link(url: string, label: string): types.RichTextElement[] {
  const parsed = URL.parse(url)
  const isSafe = parsed !== null && LINKED_SCHEMES.has(parsed.protocol)
  if (!isSafe || parsed.href.length > LIMITS.linkUrl) {
    return words(label === url ? label : `${label} (${url})`)
  }
  return [{ type: 'link', url: parsed.href, text: clean(label).trim() || url }]
}
