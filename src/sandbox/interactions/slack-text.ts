/** Mattermost rewrites the Slack markup it finds in what integrations answer, unless told not to. */
import type { Store } from '../store/store.ts'

function mentionOf(store: Store, id: string): string {
  const user = store.users.get(id.toLowerCase())
  return user ? `@${user.username}` : `<@${id}>`
}

/** `<!channel>`, `<@id>` and `<url|text>` in Mattermost's own markup. */
export const fromSlackText = (store: Store, text: string): string =>
  text
    .replaceAll(/<!(channel|here|all|everyone)(?:\|[^>]*)?>/g, (_all, name: string) =>
      name === 'everyone' ? '@all' : `@${name}`,
    )
    .replaceAll(/<@([A-Za-z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => mentionOf(store, id))
    .replaceAll(/<(https?:[^|>]+|mailto:[^|>]+)\|([^>]+)>/g, '[$2]($1)')
