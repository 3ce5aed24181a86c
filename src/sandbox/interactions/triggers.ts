/**
 * Trigger ids: the proof, given to an integration when someone acts, that it may open one dialog in
 * front of that person. They work once.
 */
import { newId } from '../ids.ts'

/** Real time: moving the practice clock must not make them expire. */
const LIFETIME_MS = 30_000

interface Trigger {
  /** What the integration receives. */
  readonly id: string
  /** What the person's client receives, to recognise the dialog that answers its own action. */
  readonly clientId: string
  readonly userId: string
}

type Redeemed =
  | { readonly ok: true; readonly trigger: Trigger }
  | { readonly ok: false; readonly reason: 'unknown' | 'expired' }

export interface Triggers {
  issue(userId: string): Trigger
  redeem(id: string): Redeemed
}

export function openTriggers(): Triggers {
  const issued = new Map<string, Trigger & { readonly at: number }>()
  const forgetOld = (): void => {
    for (const [id, { at }] of issued) if (Date.now() - at > LIFETIME_MS * 4) issued.delete(id)
  }
  return {
    issue(userId) {
      forgetOld()
      const clientId = newId()
      const id = Buffer.from(`${clientId}:${userId}:${newId()}`).toString('base64')
      const trigger = { id, clientId, userId }
      issued.set(id, { ...trigger, at: Date.now() })
      return trigger
    },
    redeem(id) {
      const trigger = issued.get(id)
      if (!trigger) return { ok: false, reason: 'unknown' }
      issued.delete(id)
      if (Date.now() - trigger.at > LIFETIME_MS) return { ok: false, reason: 'expired' }
      return { ok: true, trigger }
    },
  }
}
