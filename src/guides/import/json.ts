/** What was read from a page, for other programs. */
import type { ImportedPage } from './imported.ts'

/** Crafts and stages as the code names them, `generic` for any craft; durations in minutes. */
export function pageJson({ guides, unplaced }: ImportedPage): string {
  const plain = guides.map(
    ({ craft, stage, duration, sections, questions, criteria, warnings }) => ({
      craft,
      stage,
      duration,
      sections,
      questions,
      criteria,
      warnings,
    }),
  )
  return `${JSON.stringify({ guides: plain, unplaced }, undefined, 2)}\n`
}
