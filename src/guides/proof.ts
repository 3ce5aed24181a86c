import type { Guide, Question } from './guide.ts'

/**
 * Stands among a question's criteria for « ceux du cadrage »: the question gives evidence for any
 * criterion of the framing that no other question of the guide names.
 */
export const ANY_CRITERION = '*'

/** The one question of a guide that best gives evidence for a criterion of the framing. */
export function questionFor(guide: Guide, criterion: string): Question | undefined {
  const questions = guide.script.flatMap((section) => section.questions)
  return (
    questions.find(({ criteria }) => criteria.includes(criterion)) ??
    questions.find(({ criteria }) => criteria.includes(ANY_CRITERION))
  )
}
