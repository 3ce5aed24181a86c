/** The calendar file of an interview: the same event however often it moves. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Attachment } from '../../chat/port.ts'
import type { InterviewView } from './view.ts'

/** A stable uid and a rising sequence make calendars update the event instead of adding one. */
export function calendarFile({
  interview,
  candidate,
  stage,
  place,
  minutes,
  start,
}: InterviewView): Attachment {
  const cancelled = interview.status !== 'scheduled'
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: '//recrutement//recrutement//FR',
  })
  calendar.createEvent({
    id: `${interview.id}@recrutement`,
    sequence: interview.slots.length - 1 + (cancelled ? 1 : 0),
    start: new Date(start.epochMilliseconds),
    end: new Date(start.add({ minutes }).epochMilliseconds),
    stamp: new Date(interview.slots.at(-1)?.at.epochMilliseconds ?? 0),
    summary: `${stage} · ${candidate}`,
    location: place,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return { name: 'entretien.ics', type: 'text/calendar', content: calendar.toString() }
}
