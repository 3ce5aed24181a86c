/** `response_url`: for half an hour, an integration may answer a command again, five times. */
import { newId } from '../ids.ts'
import type { CommandSite } from './command-response.ts'

/** Real time, like trigger ids. */
const LIFETIME_MS = 30 * 60_000
const MAX_USES = 5

export interface ResponseUrls {
  open(site: CommandSite): string
  /** Counts a use. Nothing when the address is unknown, too old or used up. */
  use(id: string): CommandSite | undefined
}

export function openResponseUrls(): ResponseUrls {
  const opened = new Map<
    string,
    { readonly site: CommandSite; readonly at: number; uses: number }
  >()
  const forgetOld = (): void => {
    for (const [id, { at }] of opened) if (Date.now() - at > LIFETIME_MS) opened.delete(id)
  }
  return {
    open(site) {
      forgetOld()
      const id = newId()
      opened.set(id, { site, at: Date.now(), uses: 0 })
      return id
    },
    use(id) {
      forgetOld()
      const found = opened.get(id)
      if (!found || found.uses >= MAX_USES) return undefined
      found.uses += 1
      return found.site
    },
  }
}
