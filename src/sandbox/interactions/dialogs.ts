/** The dialogs in front of people, remembered so that what they send can be checked. */
import type { Dialog } from './dialog-schema.ts'

const REMEMBERED_PER_PERSON = 20

interface OpenDialog {
  readonly url: string
  readonly dialog: Dialog
}

export interface Dialogs {
  opened(userId: string, url: string, dialog: Dialog): void
  /** The latest dialog of this person that leads there, unless the server restarted since. */
  find(userId: string, url: string, callbackId: string, state: string): Dialog | undefined
}

export function openDialogs(): Dialogs {
  const open = new Map<string, readonly OpenDialog[]>()
  return {
    opened(userId, url, dialog) {
      const latest = [{ url, dialog }, ...(open.get(userId) ?? [])]
      open.set(userId, latest.slice(0, REMEMBERED_PER_PERSON))
    },
    find: (userId, url, callbackId, state) =>
      open
        .get(userId)
        ?.find(
          (candidate) =>
            candidate.url === url &&
            candidate.dialog.callback_id === callbackId &&
            candidate.dialog.state === state,
        )?.dialog,
  }
}
