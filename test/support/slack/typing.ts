/** What somebody types, as Slack passes it on. */
import type { State } from './state.ts'

/** Three signs are Slack's own. */
export function escaped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const ADDRESS = /https?:\/\/[^\s<>]+/gu

/** People by their full name after `@`, everyone by `@channel` or `@here`, and addresses are marked. */
export function toMarkup(state: State, typed: string) {
  let text = escaped(typed)
    .replace(ADDRESS, '<$&>')
    .replace(/@(channel|here|everyone)\b/gu, '<!$1>')
  for (const { id, realName } of state.users.values()) {
    text = text.replaceAll(`@${realName}`, `<@${id}>`)
  }
  const said = { type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }
  return { text, blocks: typed === '' ? [] : [{ type: 'rich_text', elements: [said] }] }
}
