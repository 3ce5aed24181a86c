/** The interviews of one application, each with where it stands: nothing of what was noted. */
import type { Text } from '../../chat/text.ts'
import { missingScorers, opensAt } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { endOf, slotOf } from '../../process/recruitment.ts'
import type { Application, Interview } from '../../process/recruitment.ts'
import { namesOf, zoneOf } from '../desk.ts'
import { moment } from '../french/times.ts'
import { enumerate, meetingName, ofNames } from '../french/words.ts'
import type { About, Call } from '../topic.ts'

/** In the order of their slots. */
export async function interviewLines(
  call: About<Call>,
  { id }: Application,
): Promise<readonly Text[]> {
  const zone = await zoneOf(call.desk, call.by)
  const now = call.desk.clock.now()
  const held = Object.values(call.on.state.interviews)
    .filter(({ application }) => application === id)
    .toSorted((a, b) => (isBefore(slotOf(a).start, slotOf(b).start) ? -1 : 1))
  return Promise.all(
    held.map(async (interview): Promise<Text> => {
      const when = moment(slotOf(interview).start, zone, now)
      const state = await stateOf(call, interview, zone)
      return [`${meetingName(interview)}, ${when}${state === '' ? '' : ` : ${state}`}`]
    }),
  )
}

async function stateOf(
  { desk, on }: About<Call>,
  interview: Interview,
  zone: string,
): Promise<string> {
  const now = desk.clock.now()
  if (interview.status === 'cancelled') return 'annulé'
  if (interview.status === 'not-held') return 'n’a pas eu lieu'
  if (interview.openedAt) return 'débrief ouvert'
  if (isBefore(now, slotOf(interview).start)) return ''
  if (isBefore(now, endOf(interview))) return 'en cours'
  const missing = missingScorers(interview)
  if (missing.length > 0)
    return `notes ${ofNames(enumerate(await namesOf(desk, missing)))} attendues`
  const opening = opensAt(on.state, interview)
  return opening ? `débrief ${moment(opening, zone, now)}` : 'débrief à venir'
}
