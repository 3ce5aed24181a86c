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
