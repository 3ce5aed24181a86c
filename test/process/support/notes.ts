/** Notes that a stage of the story accepts. */
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import { fileScorecard } from '../../../src/process/decide/notes.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import type { Evidence, Verdict } from '../../../src/process/scorecard.ts'

export const noEvidence: Evidence = { criteria: {}, questions: [] }
export const noVerdict: Verdict = { levels: {}, signs: {} }

/** Files accepted notes on the interview of the story, as the `after`-th version plus one. */
export function filing(after = 0, evidence: Evidence = noEvidence, verdict?: Verdict) {
  return (state: Recruitment, actor: Actor): Decided =>
    fileScorecard(
      state,
      {
        interview: 'talk',
        evidence: { id: `evidence-${actor.by}`, content: evidence },
        verdict: {
          id: `verdict-${actor.by}`,
          content: verdict ?? { ...noVerdict, recommendation: 'discuss' },
        },
        after,
      },
      actor,
    )
}
