/** Where an application stands, in a few words. */
import { progressOf } from '../../process/progress.ts'
import type { Progress } from '../../process/progress.ts'
import { opensAt } from '../../process/gate.ts'
import type { Application } from '../../process/recruitment.ts'
import { slotOf } from '../../process/recruitment.ts'
import { nameOf, namesOf, zoneOf } from '../desk.ts'
import { moment, since } from '../french/times.ts'
import { enumerate, isMerged, meetingName, ofNames } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'

/** « Entretien métier demain à 14 h », « notes de Malik attendues depuis hier ». Nothing sealed. */
export async function progressWords(
  desk: Desk,
  on: Case,
  application: Application,
  reader: string,
  progress = progressOf(on.state, application, desk.clock.now()),
): Promise<string> {
  const now = desk.clock.now()
  const zone = await zoneOf(desk, reader)
  const waiting = since(progress.since, now)
  switch (progress.kind) {
    case 'to-schedule':
      return `${stageWords(on, progress)}à planifier ${waiting}`
    case 'upcoming':
      return `${meetingName(progress.interview)} ${moment(slotOf(progress.interview).start, zone, now)}`
    case 'notes-awaited': {
      const names = enumerate(await namesOf(desk, progress.missing))
      return `${meetingName(progress.interview)}, notes ${ofNames(names)} attendues ${waiting}`
    }
    case 'debrief-coming': {
      const opening = opensAt(on.state, progress.interview)
      const when = opening ? moment(opening, zone, now) : 'bientôt'
      return `${meetingName(progress.interview)}, débrief ${when}`
    }
    case 'to-decide':
      return `${meetingName(progress.interview)}, décision ${ofNames(await nameOf(desk, on.state.owner))} attendue ${waiting}`
    case 'stopped':
      return progress.answered ? 'arrêtée, réponse envoyée' : `arrêtée, à qui répondre ${waiting}`
    case 'withdrawn':
      return 'la personne s’est retirée'
    case 'chosen':
      return progress.answered ? 'retenue, réponse envoyée' : `retenue, à qui répondre ${waiting}`
  }
}

function stageWords(
  { state }: Case,
  { stage }: Extract<Progress, { kind: 'to-schedule' }>,
): string {
  if (stage === undefined) return ''
  const merged = state.settings.merged && isMerged(stage)
  return `${meetingName({ stage, merged })}, `
}
