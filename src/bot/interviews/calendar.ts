/** The calendar file of an interview: the same event however often it moves. */
import ical, {
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { Attachment, Person } from '../../chat/port.ts'
import type { Case, Desk } from '../topic.ts'
import type { InterviewView } from './view.ts'

/** Calendars need an address for whoever invites and is invited; nothing is ever sent to this one. */
const NO_ADDRESS = 'sans-adresse@recrutement.invalid'

/**
 * For one reader: an invitation, or its cancellation when the interview is off or the reader no longer
 * takes part. A stable uid and a rising sequence make calendars update the event rather than add one,
 * and an organiser and an attendee let them cancel it (RFC 5546, sections 3.2.2 and 3.2.5).
 */
export async function calendarFor(
  { person }: Desk,
  { state }: Case,
  view: InterviewView,
  reader: string,
): Promise<Attachment> {
  const [organiser, attendee] = await Promise.all([person(state.owner), person(reader)])
  return calendarFile(view, { organiser, attendee })
}

/** The same, from people already looked up. */
export function calendarFile(
  { interview, candidate, stage, place, minutes, start }: InterviewView,
  { organiser, attendee }: { readonly organiser: Person; readonly attendee: Person },
): Attachment {
  const isInvited = interview.participants[attendee.id] !== undefined
  const cancelled = interview.status !== 'scheduled' || !isInvited
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: '//recrutement//recrutement//FR',
  })
  const changedAt = interview.removed[attendee.id] ?? interview.slots.at(-1)?.at
  calendar.createEvent({
    id: `${interview.id}@recrutement`,
    sequence: sequenceOf(interview, attendee.id, cancelled),
    start: new Date(start.epochMilliseconds),
    end: new Date(start.add({ minutes }).epochMilliseconds),
    stamp: new Date(changedAt?.epochMilliseconds ?? 0),
    summary: `${stage} · ${candidate}`,
    location: place,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organiser.name, email: organiser.email ?? NO_ADDRESS },
    attendees: [
      {
        name: attendee.name,
        email: attendee.email ?? NO_ADDRESS,
        type: ICalAttendeeType.INDIVIDUAL,
        // People answer in the chat: a calendar that mails its reply would reach nobody.
        rsvp: false,
        status: ICalAttendeeStatus.ACCEPTED,
      },
    ],
  })
  return { name: 'entretien.ics', type: 'text/calendar', content: calendar.toString() }
}

/** Rises with each slot, with the cancellation, and for someone who comes back after having left. */
function sequenceOf(
  { slots, joined }: InterviewView['interview'],
  attendee: string,
  cancelled: boolean,
): number {
  return slots.length - 1 + (joined[attendee] ? 2 : 0) + (cancelled ? 1 : 0)
}
