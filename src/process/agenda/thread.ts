import type { PersonId } from '../ids.ts'
import type { Interview } from '../recruitment.ts'

/**
 * Key of the message that starts the thread of an interview with one person. Someone who was taken off
 * and comes back is invited anew.
 */
export function invitationKey(interview: Interview, person: PersonId): string {
  return `invitation/${interview.id}/${invited(interview, person)}`
}

/** Tells one invitation of a person from an earlier one. */
export function invited({ joined }: Interview, person: PersonId): string {
  const at = joined[person]
  return at ? `${person}/${at.epochMilliseconds}` : person
}

/** Key of the message that starts the thread of a debrief in the channel. */
export function debriefThreadKey({ id }: Interview): string {
  return `debrief-thread/${id}`
}
