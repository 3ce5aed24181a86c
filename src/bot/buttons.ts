/** Messages carry a few buttons well. */
import type { Block, Button } from '../chat/port.ts'
import { RECRUITMENT_ARG } from './desk.ts'
import type { Case } from './topic.ts'

export const MOST_BUTTONS = 4

/** All of them where they fit, else the first ones and *Plus*, which sends `more`. */
export function fewButtons(
  buttons: readonly Button[],
  more: string,
  { id }: Case,
  most = MOST_BUTTONS,
): Block[] {
  if (buttons.length === 0) return []
  const rest: Button = { label: 'Plus', action: more, args: { [RECRUITMENT_ARG]: id } }
  return [
    {
      kind: 'buttons',
      buttons: buttons.length <= most ? buttons : [...buttons.slice(0, most - 1), rest],
    },
  ]
}
