/** What a scorer files: kept sealed, in two parts with different readers (see `gate.ts`). */
import type { CriterionId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import type { Fact, Level, Stage } from './vocabulary.ts'

/** Id of what a scorecard speaks of: a criterion or, at references, a doubt that earlier stages left. */
export type Subject = string

/** What was seen and heard. Once the debrief is open, every member may read it. */
export interface Evidence {
  readonly criteria: Readonly<Record<Subject, string>>
  /** Ids of the guide's questions that were asked. */
  readonly questions: readonly string[]
  /** Practical facts, at prequalification. */
  readonly facts?: Readonly<Partial<Record<Fact, string>>>
  /** What will decide the candidate. */
  readonly deciding?: string
}

export type Sign = 'confirms' | 'qualifies' | 'contradicts'
export type Recommendation = 'continue' | 'stop' | 'discuss'

/** What the scorer concludes: levels and opinions. */
export interface Verdict {
  /** `null`: not assessed. */
  readonly levels: Readonly<Record<CriterionId, Level | null>>
  /** References: what the referee's words do to each doubt. Never a level. */
  readonly signs: Readonly<Record<Subject, Sign | null>>
  readonly recommendation?: Recommendation
  /** Collaboration: an advisory opinion and warning signs, instead of a recommendation. */
  readonly advice?: string
  readonly warnings?: string
  /** References: whether the referee would recommend the person; absent when they did not say. */
  readonly recommended?: boolean
}

/** What the notes of a meeting hold, for the stages that it stands for (product.md section 3). */
export function notesOf(stages: readonly Stage[]): {
  readonly gives: 'levels' | 'signs'
  readonly recommendation: boolean
  readonly advice: boolean
  readonly facts: boolean
  readonly deciding: boolean
} {
  const only = (one: Stage) => stages.every((stage) => stage === one)
  return {
    gives: only('references') ? 'signs' : 'levels',
    recommendation: !only('collaboration') && !only('references'),
    advice: only('collaboration'),
    facts: stages.includes('prequalification'),
    deciding: !only('prequalification') && !only('references'),
  }
}

/**
 * Refuses notes that lack what their stage asks for, or hold what it forbids: a level or a sign
 * without evidence, a level at references, a recommendation at collaboration or references, none
 * elsewhere, or a subject that this meeting does not verify.
 */
export function checkScorecard(
  stages: readonly Stage[],
  subjects: readonly Subject[],
  evidence: Evidence,
  verdict: Verdict,
): Refusal | undefined {
  const notes = notesOf(stages)
  const allowed = new Set(subjects)
  const { levels, signs } = verdict
  const given = [
    ...Object.keys(levels).filter((id) => levels[id] !== null),
    ...Object.keys(signs).filter((id) => signs[id] !== null),
  ]
  if (given.some((id) => !allowed.has(id))) return { code: 'criterion-not-verified-here' }
  if (notes.gives === 'signs' && Object.values(levels).some((level) => level !== null)) {
    return { code: 'level-not-allowed' }
  }
  if (notes.gives === 'levels' && Object.values(signs).some((sign) => sign !== null)) {
    return { code: 'criterion-not-verified-here' }
  }
  const bare = given.filter((id) => !evidence.criteria[id]?.trim())
  if (bare.length > 0) return { code: 'level-without-evidence', criteria: bare }
  if (!notes.recommendation && verdict.recommendation) return { code: 'recommendation-not-allowed' }
  if (notes.recommendation && !verdict.recommendation) return { code: 'recommendation-missing' }
  return undefined
}
