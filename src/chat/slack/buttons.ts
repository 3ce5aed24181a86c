/** Buttons as Slack keeps them, and what a press gives back. */
import type { types } from '@slack/bolt'
import { z } from 'zod'

import type { Button } from '../port.ts'
import { sha256 } from '../signing.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'

const pressed = z.object({ action: z.string(), args: z.record(z.string(), z.string()) })
export type Pressed = z.infer<typeof pressed>

/** A button's ids are longer than Slack keeps. */
class ButtonTooLongError extends Error {
  override readonly name = 'ButtonTooLongError'
}

export function slackButton({ label, action, args = {}, style }: Button): types.Button {
  const value = JSON.stringify({ action, args } satisfies Pressed)
  if (value.length > LIMITS.buttonValue) throw new ButtonTooLongError(action)
  return {
    type: 'button',
    // Made from what the button does: a stale screen never presses its neighbour.
    action_id: `b${sha256(value).toString('hex').slice(0, 24)}`,
    text: plainText(label, LIMITS.buttonText),
    value,
    ...(style === undefined ? {} : { style }),
  }
}

/** What a button of ours does; undefined for anything else. Slack's signature vouches for the rest. */
export function readButton(value: string | undefined): Pressed | undefined {
  try {
    return pressed.safeParse(JSON.parse(value ?? '')).data
  } catch {
    return undefined
  }
}
