/** An order that somebody gives: what it is about is drawn by chance, what comes of it by the rules. */
import * as fc from 'fast-check'
import type { Actor, Decided } from '../../../../src/process/decide/decided.ts'
import type { PersonId } from '../../../../src/process/events.ts'
import type { Recruitment } from '../../../../src/process/recruitment.ts'
import type { World } from '../sealed-content.ts'

/** What each step makes anew. */
export interface Fresh {
  /** Makes the ids of what this order creates. */
  readonly id: string
  readonly world: World
}

export interface Order {
  readonly kind: string
  /** Who gives it, when only one may: the bot itself. */
  readonly by?: PersonId
  /** Someone who may well give it, as things stand. */
  readonly likely: (state: Recruitment) => PersonId
  readonly decide: (state: Recruitment, actor: Actor, fresh: Fresh) => Decided
}

export interface WeightedOrder {
  readonly weight: number
  readonly arbitrary: fc.Arbitrary<Order>
}

interface Habits<D> {
  /** How often it is drawn; 1 unless told. */
  readonly weight?: number
  readonly by?: PersonId
  /** The owner unless told. */
  readonly likely?: (state: Recruitment, details: D) => PersonId
}

export function order<D extends object>(
  kind: string,
  details: fc.Arbitrary<D>,
  decide: (state: Recruitment, details: D, actor: Actor, fresh: Fresh) => Decided,
  { weight = 1, by, likely = ({ owner }) => owner }: Habits<D> = {},
): WeightedOrder {
  const arbitrary = details.map((drawn) => ({
    kind,
    ...(by !== undefined && { by }),
    likely: (state: Recruitment) => likely(state, drawn),
    decide: (state: Recruitment, actor: Actor, fresh: Fresh) => decide(state, drawn, actor, fresh),
    [fc.toStringMethod]: () => `${kind} ${fc.stringify(drawn)}`,
  }))
  return { weight, arbitrary }
}

/** For orders about nothing in particular. */
export const nothing = fc.constant({})
