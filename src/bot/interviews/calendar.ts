/** The calendar file of an interview, for one person: the same event however often it changes. */
import ical, {
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { Attachment, Person } from '../../chat/port.ts'
import type { PersonId } from '../../process/events.ts'
import { laterOf } from '../../process/instants.ts'
import type { Interview } from '../../process/recruitment.ts'
import { webLink } from '../fields.ts'
import type { Desk } from '../topic.ts'
import type { InterviewView } from './view.ts'

/** Calendars need an address for whoever invites and is invited; nothing is ever sent to this one. */
const NO_ADDRESS = 'sans-adresse@recrutement.invalid'

/**
 * For one reader: an invitation, or its cancellation when the interview is off or the reader no longer
 * takes part. Whoever planned it organises it for good: calendars take changes from nobody else.
 */
export async function calendarFor(
  { person }: Pick<Desk, 'person'>,
  view: InterviewView,
  reader: PersonId,
): Promise<Attachment> {
  const [organiser, attendee] = await Promise.all([
    person(view.interview.scheduledBy),
    person(reader),
  ])
  return calendarFile(view, { organiser, attendee })
}

/**
 * The same, from people already looked up. Each person's event is their own, with a stable uid and a
 * sequence that rises (RFC 5546, section 2.1.5): taking someone off cancels all of it, with STATUS,
 * which a cancellation for some attendees of a shared event may not have (section 3.2.5), and which
 * calendars that import files go by.
 */
export function calendarFile(
  { interview, candidate, stage, place, minutes, start }: InterviewView,
  { organiser, attendee }: { readonly organiser: Person; readonly attendee: Person },
): Attachment {
  const isOn = interview.status === 'scheduled' && interview.participants[attendee.id] !== undefined
  const calendar = ical({
    method: isOn ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    prodId: '//recrutement//recrutement//FR',
  })
  const changedAt = lastChange(interview, attendee.id)
  const link = webLink(place)
  calendar.createEvent({
    id: `${interview.id}-${attendee.id}@recrutement`,
    sequence: Math.floor(interview.slots[0].at.until(changedAt).total('seconds')),
    start: new Date(start.epochMilliseconds),
    end: new Date(start.add({ minutes }).epochMilliseconds),
    stamp: new Date(changedAt.epochMilliseconds),
    summary: candidate === '' ? stage : `${stage} · ${candidate}`,
    location: place,
    ...(link !== undefined && { url: link }),
    status: isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: organiser.name, email: organiser.email ?? NO_ADDRESS },
    attendees: [
      {
        name: attendee.name,
        email: attendee.email ?? NO_ADDRESS,
        type: ICalAttendeeType.INDIVIDUAL,
        // People answer in the chat: a calendar that mails its reply would tell nobody.
        rsvp: false,
        status: ICalAttendeeStatus.ACCEPTED,
      },
    ],
  })
  return { name: 'entretien.ics', type: 'text/calendar', content: calendar.toString() }
}

/**
 * When this person's event last changed. Counted in seconds from the planning it makes a sequence that
 * rises with moves, cancellations, departures and returns alike.
 */
function lastChange({ slots, joined, removed, endedAt }: Interview, attendee: PersonId) {
  const changes = [slots.at(-1)?.at, joined[attendee], removed[attendee], endedAt]
  return changes.filter((at) => at !== undefined).reduce(laterOf, slots[0].at)
}
