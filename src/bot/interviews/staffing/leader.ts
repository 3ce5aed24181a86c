import type { Block } from '../../../chat/port.ts'
import type { Interview } from '../../../process/recruitment.ts'

/** Whoever led the meeting is no longer on it: those who come have to agree. */
export function leaderGone(before: Interview | undefined, after: Interview | undefined): Block[] {
  if (before?.conductor === undefined || after?.conductor !== undefined) return []
  return [
    {
      kind: 'text',
      text: ['Cette personne menait l’entretien : dites-vous qui le mène maintenant.'],
    },
  ]
}
