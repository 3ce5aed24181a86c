/** The guide of a meeting that stands for two stages. */
import type { Guide, Section } from './guide.ts'

/**
 * The second guide, with what only the first has to ask before its closing section: its questions that
 * collect facts or give evidence on criteria of its own. Times follow on from one another, so the
 * meeting lasts as much longer.
 */
export function mergeGuides(first: Guide, second: Guide, title: string): Guide {
  const known = new Set(second.criteria.map(({ id }) => id))
  const asked = new Set(second.script.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const added = first.script.flatMap((section): Section[] => {
    const questions = section.questions.filter(
      ({ id, facts, criteria }) =>
        !asked.has(id) && (facts.length > 0 || criteria.some((one) => !known.has(one))),
    )
    return questions.length === 0 ? [] : [{ ...section, questions }]
  })
  const longer = added.reduce((sum, { from, to }) => sum + (to - from), 0)
  const { min, max } = second.duration
  return {
    ...second,
    title,
    aim: `${first.aim} ${second.aim}`,
    duration: { min: min + longer, max: max + longer },
    script: inTime([...second.script.slice(0, -1), ...added, ...second.script.slice(-1)]),
    criteria: [...first.criteria.filter(({ id }) => !known.has(id)), ...second.criteria],
    warnings: [...new Set([...first.warnings, ...second.warnings])],
  }
}

function inTime(sections: readonly Section[]): readonly Section[] {
  let now = 0
  return sections.map((section) => {
    const from = now
    now += section.to - section.from
    return { ...section, from, to: now }
  })
}
