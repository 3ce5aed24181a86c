/** What scorers write, in two worlds that differ in nothing else. */
import type {
  Evidence,
  Recommendation,
  Sign,
  Subject,
  Verdict,
} from '../../../src/process/scorecard.ts'
import { notesOf } from '../../../src/process/scorecard.ts'
import type { Level, Stage } from '../../../src/process/vocabulary.ts'

export type World = 'harsh' | 'kind'

/** What is wrong with the notes, in both worlds alike. */
export const CONTENT_FLAWS = ['none', 'no evidence', 'other criterion', 'recommendation'] as const
export type Flaw = (typeof CONTENT_FLAWS)[number]

/** Every text of a scorecard has it, so that one found elsewhere is recognised. */
export const MARK = 'SEALED'

const LEVELS = { harsh: [0, 1, 0], kind: [3, null, 2] } as const
const SIGNS = { harsh: ['contradicts', null], kind: ['confirms', 'qualifies'] } as const
const RECOMMENDATIONS = { harsh: 'stop', kind: 'continue' } as const

export function sealedContent(
  stages: readonly Stage[],
  subjects: readonly Subject[],
  flaw: Flaw,
  world: World,
): { readonly evidence: Evidence; readonly verdict: Verdict } {
  const { gives, recommendation } = notesOf(stages)
  const ids = [...subjects, ...(flaw === 'other criterion' ? ['elsewhere'] : [])]
  const levels: Record<string, Level | null> = {}
  const signs: Record<string, Sign | null> = {}
  for (const [i, id] of ids.entries()) {
    // What is wrong has to be given in both worlds: "not assessed" would make it right in one.
    const wrong = id === 'elsewhere' || flaw === 'no evidence'
    if (gives === 'levels') levels[id] = wrong ? LEVELS[world][0] : pick(LEVELS[world], i)
    else signs[id] = wrong ? SIGNS[world][0] : pick(SIGNS[world], i)
  }
  const recommends = recommendation !== (flaw === 'recommendation')
  const text = `${MARK} ${world}`
  return {
    evidence: {
      criteria:
        flaw === 'no evidence' ? {} : Object.fromEntries(ids.map((id) => [id, `${text} ${id}`])),
      questions: [`${text} question`],
      facts: { availability: text, price: text },
      deciding: text,
    },
    verdict: {
      levels,
      signs,
      ...(recommends && { recommendation: RECOMMENDATIONS[world] satisfies Recommendation }),
      ...(world === 'harsh' && { warnings: text }),
      advice: text,
      recommended: world === 'kind',
    },
  }
}

function pick<T>(among: readonly T[], i: number): T {
  const chosen = among[i % among.length]
  if (chosen === undefined) throw new Error('Nothing to pick from')
  return chosen
}
