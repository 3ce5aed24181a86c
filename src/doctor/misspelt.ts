/** Variables that nobody reads, because of a slip in their name. */
import { closest, distance } from 'fastest-levenshtein'
import { VARIABLES } from '../config.ts'
import { wrong } from './finding.ts'
import type { Finding } from './finding.ts'

/** Two letters that changed places count as two. */
const MOST_SLIPS = 2
/** Shorter names are close to too many that are not ours, as `HOST` is to `PORT`. */
const SHORTEST = 8

/** A sentence for each variable that almost has the name of one of ours, which is not set. */
export function misspelt(environment: NodeJS.ProcessEnv): readonly Finding[] {
  const candidates = VARIABLES.filter((name) => name.length >= SHORTEST && !environment[name])
  return Object.keys(environment).flatMap((name) => {
    if (VARIABLES.includes(name) || candidates.length === 0) return []
    const meant = closest(name.toUpperCase(), candidates)
    if (distance(name.toUpperCase(), meant) > MOST_SLIPS) return []
    return [wrong(`${name} n’est pas une variable du bot : tu voulais dire ${meant} ?`)]
  })
}
