/** What a candidate gets before a meeting. */
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { progressOf } from '../../process/progress.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { read, say } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { isMerged, meetingName } from '../french/words.ts'
import { guideOf } from '../interviews/guide.ts'
import type { About, ButtonCall, Call } from '../topic.ts'
import { contactsBlock, toCopy } from './blocks.ts'
import type { Found } from './found.ts'
import { about, leading } from './leading.ts'
import { letterContext } from './letters/context.ts'
import type { PlannedMeeting } from './letters/context.ts'
import { preparationLetter } from './letters/preparation.ts'
import type { Slot } from './letters/preparation.ts'

export function showPreparation(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, (call) => about(call, call.args['application'], letterFor))
}

async function letterFor(call: About<ButtonCall>, found: Found): Promise<Answer> {
  const { desk, on, by } = call
  const next = await nextMeeting(call, found)
  if (!next) {
    return say(text`Rien à préparer pour l’instant avec ${bold(found.candidate.name)}.`)
  }
  const { meeting, slot } = next
  const letter = preparationLetter(await letterContext(desk, on, by), meeting, {
    name: found.candidate.name,
    slot,
  })
  return say(
    text`Copie ce message pour ${bold(found.candidate.name)} : ${meetingName(meeting).toLowerCase()}.`,
    ...contactsBlock(found),
    toCopy(letter),
  )
}

interface Next {
  readonly meeting: PlannedMeeting
  readonly slot?: Slot
}

/** The meeting planned, else the next to be. A referee's slot is not the candidate's. */
async function nextMeeting(call: About<Call>, { application }: Found): Promise<Next | undefined> {
  const { desk, on } = call
  const progress = progressOf(on.state, application, desk.clock.now())
  if (progress.kind === 'upcoming') {
    const { interview } = progress
    const { stage, merged } = interview
    if (stage === 'references') return { meeting: usual(call, { stage, merged }) }
    const { minutes } = slotOf(interview)
    const slot = await slotFor(call, interview)
    return { meeting: { stage, merged, minutes: { min: minutes, max: minutes } }, slot }
  }
  if (progress.kind !== 'to-schedule' || progress.stage === undefined) return undefined
  const { stage } = progress
  const merged = on.state.settings.merged && isMerged(stage)
  return { meeting: usual(call, { stage: merged ? 'interview' : stage, merged }) }
}

function usual(
  { desk, on }: About<Call>,
  meeting: Pick<Interview, 'stage' | 'merged'>,
): PlannedMeeting {
  return { ...meeting, minutes: guideOf(desk, on, meeting).duration }
}

/** Nobody knows the candidate's zone: the hour says which it is. */
async function slotFor({ desk, on, by }: About<Call>, interview: Interview): Promise<Slot> {
  const { start, place } = slotOf(interview)
  const zone = desk.defaultZone
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return {
    when: `${lastingMoment(start, zone, desk.clock.now())} (heure de ${city})`,
    place: (await read(desk, on, by, [place])).get('place', place) ?? '',
  }
}
