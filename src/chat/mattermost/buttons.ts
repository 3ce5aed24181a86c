/** Buttons as Mattermost keeps them, and the proof that a press comes from one of ours. */
import { z } from 'zod'

import type { Button } from '../port.ts'
import { clean } from '../clean.ts'
import { disarm } from './escape.ts'
import { shorten } from './limits.ts'
import { proof, sameText, sha256 } from '../signing.ts'

const LABEL_BYTES = 100

/** A button of an attachment, with the part that the server keeps from its readers. */
export interface ActionButton {
  readonly id: string
  readonly type: 'button'
  readonly name: string
  readonly style?: 'primary' | 'danger'
  readonly integration: { readonly url: string; readonly context: ButtonContext }
}

const buttonContext = z.object({
  action: z.string(),
  args: z.record(z.string(), z.string()),
  /** On a message that only its reader sees: no post can be found or updated for it. */
  private: z.boolean().optional(),
  key: z.string(),
})
export type ButtonContext = z.infer<typeof buttonContext>

/** Turns a button of the port into one of Mattermost's. */
export type MakeAction = (button: Button) => ActionButton

export function actionMaker(secret: string, url: string, isPrivate: boolean): MakeAction {
  return ({ label, action, args = {}, style }) => {
    const key = buttonKey(secret, action, args, isPrivate)
    return {
      // Made from what the button does: a stale screen never presses its neighbour.
      id: `b${sha256(key).toString('hex').slice(0, 24)}`,
      type: 'button',
      name: shorten(disarm(clean(label).replace(/\s+/gu, ' ')), LABEL_BYTES),
      ...(style === undefined ? {} : { style }),
      integration: {
        url,
        context: { action, args: { ...args }, key, ...(isPrivate ? { private: true } : {}) },
      },
    }
  }
}

/** The context of a press, if this bot made it; undefined when forged or damaged. */
export function checkedContext(secret: string, received: unknown): ButtonContext | undefined {
  const context = buttonContext.safeParse(received)
  if (!context.success) return undefined
  const { action, args, key } = context.data
  const isPrivate = context.data.private === true
  return sameText(key, buttonKey(secret, action, args, isPrivate)) ? context.data : undefined
}

function buttonKey(
  secret: string,
  action: string,
  args: Readonly<Record<string, string>>,
  isPrivate: boolean,
): string {
  // The server may give the arguments back in another order.
  const sorted = Object.entries(args).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return proof(secret, 'button', action, sorted, isPrivate)
}
