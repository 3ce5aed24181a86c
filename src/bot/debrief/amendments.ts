/** What was amended after the opening. */
import type { Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Subject } from '../../process/scorecard.ts'
import type { NamedSubject } from '../notes/subjects.ts'
import { CONCLUSIONS } from './conclusions.ts'
import { judgementOf } from './written.ts'
import type { Notes } from './written.ts'

/** Late amendments: what stood before them, where it differs. */
export function amendments(notes: readonly Notes[], subjects: readonly NamedSubject[]): Block[] {
  const items = notes.flatMap((current): Text[] => {
    const { name, original } = current
    if (!original) return []
    const onSubjects = subjects.map(({ id, label }) => ({
      title: `« ${label} »`,
      before: onSubject(id, original),
      after: onSubject(id, current),
    }))
    const onTheRest = CONCLUSIONS.map(({ title, pick }) => ({
      title: title.toLowerCase(),
      before: pick(original),
      after: pick(current),
    }))
    return [...onSubjects, ...onTheRest]
      .filter(({ before, after }) => before !== after)
      .map(({ title, before }) => text`${bold(name)}, ${title} : ${before ?? 'rien'}`)
  })
  return items.length === 0
    ? []
    : [
        { kind: 'section', title: 'Complété après l’ouverture. Avant :', text: [] },
        { kind: 'bullets', items },
      ]
}

function onSubject(
  id: Subject,
  { evidence, verdict }: Pick<Notes, 'evidence' | 'verdict'>,
): string | undefined {
  const judgement = judgementOf(id, verdict)
  const parts = [judgement, evidence?.criteria[id]].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' : ')
}
