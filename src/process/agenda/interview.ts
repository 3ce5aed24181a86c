/** What one interview makes the bot say, from the invitation to the report of its debrief. */
import type { Temporal } from 'temporal-polyfill'
import { missingScorers } from '../gate.ts'
import type { PersonId } from '../ids.ts'
import { isBefore, laterOf } from '../instants.ts'
import { slotOf } from '../recruitment.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { attendees } from '../roles.ts'
import { sameHourPreviousWorkingDay } from '../working-time.ts'
import { debriefAgenda } from './debrief.ts'
import type { AgendaEntry } from './entry.ts'
import { owing } from './notes.ts'
import { reportAgenda } from './reports.ts'
import { invitationKey, invited } from './thread.ts'

export function interviewAgenda(
  state: Recruitment,
  interview: Interview,
  now: Temporal.Instant,
): AgendaEntry[] {
  return [
    ...attendees(state, interview).flatMap((person) => meeting(state, interview, person)),
    ...uninvited(interview),
    ...declined(state, interview),
    ...missingScorers(interview).flatMap((scorer) => owing(state, interview, scorer, now)),
    ...debriefAgenda(state, interview),
    ...reportAgenda(state, interview, now),
  ]
}

/** The invitation and what follows in its thread, for one participant. */
function meeting(state: Recruitment, interview: Interview, person: PersonId): AgendaEntry[] {
  const { id, application, slots, status } = interview
  const [first] = slots
  const { start, at } = slotOf(interview)
  const invitedAt = interview.joined[person] ?? first.at
  const root = invitationKey(interview, person)
  const entry = { interview: id, application, to: person, shows: '' }
  const inThread = { ...entry, thread: root }
  const revision = slots.length - 1
  const people = peopleOn(interview)
  const invitation: AgendaEntry = {
    ...entry,
    key: root,
    kind: 'invitation',
    dueAt: invitedAt,
    usefulUntil: start,
    shows: [revision, status, answerOf(interview, person), people].join(' '),
  }
  if (status === 'cancelled' && interview.endedAt) {
    const key = `cancelled/${id}/${person}`
    return [
      invitation,
      { ...inThread, key, kind: 'cancelled', dueAt: interview.endedAt, after: root },
    ]
  }
  if (status === 'not-held') return [invitation]
  const moved: AgendaEntry[] =
    revision === 0 || isBefore(at, invitedAt)
      ? []
      : [
          {
            ...inThread,
            key: `moved/${id}/${revision}/${invited(interview, person)}`,
            kind: 'moved',
            dueAt: at,
            usefulUntil: start,
            after: root,
            shows: answerOf(interview, person),
          },
        ]
  const briefed = briefedSlot(interview)
  return [
    invitation,
    ...moved,
    {
      ...inThread,
      key: `brief/${id}/${briefed}/${invited(interview, person)}`,
      kind: 'brief',
      dueAt: laterOf(briefDueAt(slots[briefed] ?? first), invitedAt),
      usefulUntil: start,
      shows: [
        revision,
        (interview.ticked[person] ?? []).toSorted().join(','),
        people,
        framed(state, interview),
      ].join(' '),
    },
    {
      ...inThread,
      key: `nudge/${id}/${revision}/${invited(interview, person)}`,
      kind: 'nudge',
      dueAt: start.subtract({ minutes: state.settings.nudgeMinutes }),
      usefulUntil: start,
    },
  ]
}

/** Whoever was taken off before the start need not come any more. */
function uninvited(interview: Interview): AgendaEntry[] {
  const { id, application } = interview
  const { start } = slotOf(interview)
  // An observer may be taken off later too: nobody expects them any more.
  const inTime = Object.entries(interview.removed).filter(([, at]) => isBefore(at, start))
  return inTime.map(([person, dueAt]) => ({
    key: `uninvited/${id}/${person}/${dueAt.epochMilliseconds}`,
    kind: 'uninvited',
    to: person,
    interview: id,
    application,
    dueAt,
    usefulUntil: start,
    thread: invitationKey(interview, person),
    after: invitationKey(interview, person),
    shows: '',
  }))
}

/** The owner hears of each refusal; the message says so when whoever refused is coming after all. */
function declined(state: Recruitment, interview: Interview): AgendaEntry[] {
  if (interview.status !== 'scheduled') return []
  return Object.entries(interview.answers).flatMap(
    ([about, { coming, at, declinedAt }]): AgendaEntry[] => {
      const dueAt = coming ? declinedAt : at
      if (!dueAt) return []
      return [
        {
          key: `declined/${interview.id}/${interview.slots.length - 1}/${about}/${dueAt.epochMilliseconds}`,
          kind: 'declined',
          to: state.owner,
          about,
          interview: interview.id,
          application: interview.application,
          dueAt,
          usefulUntil: slotOf(interview).start,
          shows: coming ? 'coming after all' : '',
        },
      ]
    },
  )
}

/**
 * Which slot the brief belongs to. An interview moved at the last moment keeps the brief already
 * sent; one moved further away gets a new one, the working day before.
 */
function briefedSlot({ slots }: Interview): number {
  return slots.reduce((briefed, slot, i) => {
    const before = slots[briefed]
    if (i === 0 || !before) return 0
    const alreadySent = !isBefore(slot.at, briefDueAt(before))
    const soon = !isBefore(slot.at, sameHourPreviousWorkingDay(slot.start))
    return alreadySent && soon ? briefed : i
  }, 0)
}

function briefDueAt({ start, at }: { start: Temporal.Instant; at: Temporal.Instant }) {
  return laterOf(sameHourPreviousWorkingDay(start), at)
}

/** What the framing puts in the brief: its criteria and, for the case study, the case. */
function framed({ framing }: Recruitment, { stage }: Interview): string {
  const { changes, case: text = '' } = framing
  return `${changes.length} ${stage === 'case-study' ? text : ''}`
}

/** Who takes part and how: everyone sees it in their invitation and their brief. */
function peopleOn({ participants, conductor }: Interview): string {
  const roles = Object.entries(participants).map(([person, role]) => `${person} ${role}`)
  return [...roles.toSorted(), conductor].join(',')
}

function answerOf(interview: Interview, person: PersonId): string {
  const answer = interview.answers[person]
  return answer ? (answer.coming ? 'coming' : 'not coming') : 'unknown'
}
