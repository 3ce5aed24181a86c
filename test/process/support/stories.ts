/** Random stories: orders that five people give, plausible ones and others, accepted and refused. */
import * as fc from 'fast-check'
import { BEGINNINGS } from './beginnings.ts'
import type { Beginning } from './beginnings.ts'
import { candidateOrders } from './orders/candidates.ts'
import { DAY, HOUR, someone } from './orders/chance.ts'
import type { Someone } from './orders/chance.ts'
import { framingOrders } from './orders/framing.ts'
import { interviewOrders } from './orders/interviews.ts'
import { notesOrders } from './orders/notes.ts'
import type { Order } from './orders/order.ts'
import { teamOrders } from './orders/team.ts'

export interface Step {
  readonly by: Someone
  /** Minutes since the step before. */
  readonly wait: number
  readonly order: Order
}

export interface Story {
  readonly begun: Beginning
  readonly steps: readonly Step[]
}

const order = fc.oneof(
  ...framingOrders,
  ...teamOrders,
  ...candidateOrders,
  ...interviewOrders,
  ...notesOrders,
)

const wait = fc.oneof(
  fc.constantFrom(0, 1, 1, 15, 15, HOUR, 4 * HOUR, DAY),
  fc.integer({ min: 0, max: DAY }),
)

export const stories: fc.Arbitrary<Story> = fc.record({
  begun: fc.constantFrom(...BEGINNINGS),
  steps: fc.array(fc.record({ by: someone, wait, order }), {
    minLength: 20,
    maxLength: 40,
    size: 'max',
  }),
})
