/** Random orders that five people give, plausible ones and others, accepted and refused. */
import * as fc from 'fast-check'
import { CONTENT_FLAWS } from './sealed-content.ts'
import { STAGES } from '../../../src/process/vocabulary.ts'

export const PEOPLE = ['camille', 'sacha', 'ines', 'malik', 'lou'] as const
const CRITERIA = ['curious', 'careful', 'skilled', 'kind', 'trusted', 'extra'] as const
const APPLICATIONS = ['alex', 'alex', 'alex', 'alex', 'billie', 'billie', 'nobody'] as const

const HOUR = 60
const DAY = 24 * HOUR

const person = fc.constantFrom(...PEOPLE)
/** `any` stands for whoever it makes sense for: someone who can give the order, or who owes notes. */
const someone = fc.constantFrom(...PEOPLE, ...Array<'any'>(8).fill('any'))
const stages = fc.subarray([...STAGES])
const reason = fc.constantFrom('reason-1', undefined)
/** Which interview: how far back among those still going on, or among all of them. */
const nth = fc.constantFrom(0, 0, 0, 1, 1, 2, 9)
const goingOn = fc.constantFrom(true, true, true, true, false)
const startsIn = fc.oneof(
  fc.constantFrom(-HOUR, 0, 5, 5, 30, 30, 2 * HOUR, DAY, 3 * DAY),
  fc.integer({ min: 1, max: 2 * DAY }),
)
const minutes = fc.constantFrom(2, 5, 15, 30, 45, 45, 60, 60, 240)
const nightConfirmed = fc.constantFrom(true, true, false)

const orders = {
  criterion: fc.record({
    criterion: fc.constantFrom(...CRITERIA),
    stages,
    weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
    mandatory: fc.boolean(),
    reason,
  }),
  'remove-criterion': fc.record({ criterion: fc.constantFrom(...CRITERIA), reason }),
  case: fc.record({ reason }),
  'close-framing': fc.record({}),
  'confirm-advice': fc.record({}),
  'confirm-reading': fc.record({}),
  channel: fc.record({}),
  deputy: fc.record({ person }),
  member: fc.record({
    person,
    role: fc.constantFrom('scorer' as const, 'observer' as const),
    stages,
  }),
  'remove-member': fc.record({ person }),
  unreachable: fc.record({ person }),
  application: fc.record({ application: fc.constantFrom('alex', 'billie') }),
  schedule: fc.record({
    application: fc.constantFrom(...APPLICATIONS),
    stage: fc.constantFrom(...STAGES),
    startsIn,
    minutes,
    nightConfirmed,
  }),
  move: fc.record({ nth, goingOn, startsIn, minutes, nightConfirmed }),
  cancel: fc.record({ nth, goingOn }),
  'not-held': fc.record({ nth, goingOn }),
  answer: fc.record({ nth, goingOn, coming: fc.boolean() }),
  tick: fc.record({ nth, goingOn, item: fc.constantFrom('link', 'questions'), done: fc.boolean() }),
  file: fc.record({
    nth,
    goingOn,
    flaw: fc.constantFrom(...CONTENT_FLAWS, ...Array<'none'>(8).fill('none')),
    stale: fc.constantFrom(false, false, false, false, true),
  }),
  waive: fc.record({ nth, goingOn, scorer: someone }),
  remind: fc.record({ nth, goingOn, scorer: someone }),
  'open-debrief': fc.record({ nth, goingOn }),
}

type Orders = typeof orders
type Details<K extends keyof Orders> =
  Orders[K] extends fc.Arbitrary<infer D extends object> ? D : never
export type Order = { [K in keyof Orders]: { readonly kind: K } & Details<K> }[keyof Orders]

const WEIGHTS: Partial<Record<keyof Orders, number>> = {
  schedule: 14,
  file: 24,
  waive: 6,
  'open-debrief': 6,
  move: 6,
  cancel: 2,
  'not-held': 5,
  answer: 2,
}

export type Someone = (typeof PEOPLE)[number] | 'any'

export interface Step {
  readonly by: Someone
  /** Minutes since the step before. */
  readonly wait: number
  readonly order: Order
}

function orderOf<K extends keyof Orders>(kind: K, details: fc.Arbitrary<Details<K>>) {
  return {
    weight: WEIGHTS[kind] ?? 1,
    arbitrary: details.map((one) => ({ kind, ...one })),
  }
}

const order: fc.Arbitrary<Order> = fc.oneof(
  orderOf('criterion', orders.criterion),
  orderOf('remove-criterion', orders['remove-criterion']),
  orderOf('case', orders.case),
  orderOf('close-framing', orders['close-framing']),
  orderOf('confirm-advice', orders['confirm-advice']),
  orderOf('confirm-reading', orders['confirm-reading']),
  orderOf('channel', orders.channel),
  orderOf('deputy', orders.deputy),
  orderOf('member', orders.member),
  orderOf('remove-member', orders['remove-member']),
  orderOf('unreachable', orders.unreachable),
  orderOf('application', orders.application),
  orderOf('schedule', orders.schedule),
  orderOf('move', orders.move),
  orderOf('cancel', orders.cancel),
  orderOf('not-held', orders['not-held']),
  orderOf('answer', orders.answer),
  orderOf('tick', orders.tick),
  orderOf('file', orders.file),
  orderOf('waive', orders.waive),
  orderOf('remind', orders.remind),
  orderOf('open-debrief', orders['open-debrief']),
)

const wait = fc.oneof(
  fc.constantFrom(0, 1, 1, 15, 15, HOUR, 4 * HOUR, DAY),
  fc.integer({ min: 0, max: DAY }),
)

/** How far the recruitment is when the story starts; several times the same to make it likelier. */
const BEGINNINGS = [
  'open',
  'staffed',
  'invited today',
  'invited today',
  'invited later',
  'owner scores',
  'observer gone',
] as const
export type Beginning = (typeof BEGINNINGS)[number]

export interface Story {
  readonly begun: Beginning
  readonly steps: readonly Step[]
}

export const stories: fc.Arbitrary<Story> = fc.record({
  begun: fc.constantFrom(...BEGINNINGS),
  steps: fc.array(fc.record({ by: someone, wait, order }), {
    minLength: 20,
    maxLength: 40,
    size: 'max',
  }),
})
