/** What an export lacks because it is not to be read yet. Said from the process alone, never from the texts. */
import { owesNotesOn } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { interviewsOf } from '../../process/progress.ts'
import type { Application } from '../../process/recruitment.ts'
import { slotOf } from '../../process/recruitment.ts'
import { meetingName } from '../french/words.ts'
import type { About, Call } from '../topic.ts'

export async function sealedParts(
  { desk, on, by }: About<Call>,
  { id }: Application,
): Promise<readonly string[]> {
  const now = desk.clock.now()
  const shut = interviewsOf(on.state, id)
    .filter((interview) => !interview.openedAt && isBefore(slotOf(interview).start, now))
    .map((interview) => `${meetingName(interview)} : des notes restent fermées jusqu’au débrief.`)
  const owed = owesNotesOn(on.state, by, id)
    ? ['Niveaux et avis : la personne qui exporte doit d’abord déposer ses propres notes.']
    : []
  return [...shut, ...owed]
}
