/** What messages about an interview need to know of it. */
import type { Temporal } from 'temporal-polyfill'
import type { Text } from '../../chat/text.ts'
import { link } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { read, zoneOf } from '../desk.ts'
import { webLink } from '../fields.ts'
import { lastingMoment, moment } from '../french/times.ts'
import { meetingName } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'

export interface InterviewView {
  readonly interview: Interview
  readonly candidate: string
  readonly stage: string
  /** « demain à 14 h », in the reader's zone: for what is read at once. */
  readonly when: string
  /** « jeudi 3 décembre à 14 h »: for what stays on screen. */
  readonly date: string
  readonly minutes: number
  readonly place: string
  readonly start: Temporal.Instant
  readonly zone: string
}

/** An interview as that reader sees it; in a channel, times are those of the default zone. */
export async function viewOf(
  desk: Desk,
  on: Case,
  id: string | undefined,
  reader: Reader,
): Promise<InterviewView | undefined> {
  const interview = on.state.interviews[id ?? '']
  if (!interview) return undefined
  const application = on.state.applications[interview.application]
  const { start, minutes, place } = slotOf(interview)
  const texts = await read(desk, on, reader, [application?.candidate, place])
  const zone = reader === CHANNEL ? desk.defaultZone : await zoneOf(desk, reader)
  return {
    interview,
    candidate: texts.get('candidate', application?.candidate)?.name ?? 'une candidature effacée',
    stage: meetingName(interview),
    when: moment(start, zone, desk.clock.now()),
    date: lastingMoment(start, zone, desk.clock.now()),
    minutes,
    place: texts.get('place', place) ?? '',
    start,
    zone,
  }
}

/** A place, as a link when it is one. */
export function placeText(place: string): Text {
  return webLink(place) === undefined ? [place] : [link(place, place)]
}

export function capitalise(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('fr') + sentence.slice(1)
}
