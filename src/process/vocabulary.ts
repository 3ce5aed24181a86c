/** The words of the process that have a fixed list of values. */

export const CRAFTS = [
  'developer',
  'product-manager',
  'designer',
  'coach',
  'deployment-junior',
  'deployment-senior',
  'other',
] as const
export type Craft = (typeof CRAFTS)[number]

/** In the order in which a candidate meets them. */
export const STAGES = [
  'prequalification',
  'interview',
  'case-study',
  'collaboration',
  'references',
] as const
export type Stage = (typeof STAGES)[number]

export const CONTRACTS = ['agent', 'contractor'] as const
export type Contract = (typeof CONTRACTS)[number]

/** 3 maximal, 2 medium, 1 low. */
export type Weight = 1 | 2 | 3

/** 3 shown with strong evidence, 2 validated, 1 partial, 0 not validated. */
export type Level = 0 | 1 | 2 | 3

/** Practical facts that the prequalification collects, beside the evidence. */
export const FACTS = [
  'availability',
  'rhythm',
  'remote-work',
  'references-agreed',
  'other-processes',
  'price',
] as const
export type Fact = (typeof FACTS)[number]

/** Why an interview did not take place; the guest is the candidate or, at references, the referee. */
export const NOT_HELD_REASONS = ['guest-absent', 'team-unable', 'other'] as const
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number]

/** What a closed recruitment leaves to do, in order. */
export const FOLLOW_UPS = ['price', 'order', 'offer-archived', 'file', 'arrival'] as const
export type FollowUp = (typeof FOLLOW_UPS)[number]

/** Which of them a contract calls for (product.md section 2, step 8). */
export const FOLLOW_UPS_OF: Readonly<Record<Contract, readonly FollowUp[]>> = {
  contractor: ['price', 'order', 'offer-archived', 'arrival'],
  agent: ['file', 'arrival'],
}

/** True when a candidate meets `stage` before `other`. */
export function precedes(stage: Stage, other: Stage): boolean {
  return STAGES.indexOf(stage) < STAGES.indexOf(other)
}
