import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../../src/bot/interviews/calendar.ts'
import type { InterviewView } from '../../../src/bot/interviews/view.ts'
import type { Interview, Slot } from '../../../src/process/recruitment.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const chosen: Slot = {
  start: at('2026-12-03T13:00:00Z'),
  minutes: 60,
  place: 'place',
  at: at('2026-11-23T09:00:00Z'),
}
const moved: Slot = { ...chosen, start: at('2026-12-04T09:30:00Z'), at: at('2026-11-24T09:00:00Z') }

const ines = {
  id: 'ines',
  name: 'Inès Traoré',
  email: 'ines@exemple.fr',
  active: true,
  isBot: false,
  isAdmin: false,
}
const malik = { ...ines, id: 'malik', name: 'Malik; « M, 😀 »', email: 'malik@exemple.fr' }

function read(
  slots: Interview['slots'],
  status: Interview['status'],
  { candidate = 'Camille Durand, dite « C; D »', attendee = malik, removed = {} } = {},
) {
  const slot = slots.at(-1) ?? chosen
  const interview: Interview = {
    id: 'camille-case-study',
    application: 'camille',
    stage: 'case-study',
    merged: false,
    doubts: [],
    scheduledBy: 'ines',
    slots,
    participants: { malik: 'scorer' },
    joined: {},
    removed,
    status,
    answers: {},
    ticked: {},
    drafts: {},
    filings: {},
    waivers: {},
    reminded: {},
    reports: {},
  }
  const view: InterviewView = {
    interview,
    candidate,
    stage: 'Mise en situation',
    when: '',
    date: '',
    place: 'https://visio.exemple.gouv.fr/abc',
    start: slot.start,
    minutes: slot.minutes,
    zone: 'Europe/Paris',
  }
  const calendar = new ICAL.Component(
    ICAL.parse(calendarFile(view, { organiser: ines, attendee }).content),
  )
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar)
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: event.component.getFirstPropertyValue('status'),
    uid: event.uid,
    organiser: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
    sequence: event.sequence,
    summary: event.summary,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  }
}

describe('the calendar file of an interview', () => {
  it('says when it starts and ends, whatever the name holds', () => {
    expect(read([chosen], 'scheduled')).toEqual({
      method: 'REQUEST',
      status: 'CONFIRMED',
      uid: 'camille-case-study@recrutement',
      organiser: 'mailto:ines@exemple.fr',
      attendees: ['mailto:malik@exemple.fr'],
      sequence: 0,
      summary: 'Mise en situation · Camille Durand, dite « C; D »',
      start: '2026-12-03T13:00:00.000Z',
      end: '2026-12-03T14:00:00.000Z',
    })
  })

  it('updates the same event when the interview moves', () => {
    const { uid, sequence, start } = read([chosen, moved], 'scheduled')
    expect({ uid, sequence, start }).toEqual({
      uid: 'camille-case-study@recrutement',
      sequence: 1,
      start: '2026-12-04T09:30:00.000Z',
    })
  })

  it('cancels the same event when the interview is cancelled', () => {
    const { uid, sequence, method, status } = read([chosen, moved], 'cancelled')
    expect({ uid, sequence, method, status }).toEqual({
      uid: 'camille-case-study@recrutement',
      sequence: 2,
      method: 'CANCEL',
      status: 'CANCELLED',
    })
  })

  it('cancels it for someone taken off, and for nobody else', () => {
    const taken = { ...malik, id: 'lou', email: 'lou@exemple.fr' }
    const removed = { lou: at('2026-11-25T09:00:00Z') }
    const { method, status, sequence, attendees } = read([chosen], 'scheduled', {
      attendee: taken,
      removed,
    })
    expect({ method, status, sequence, attendees }).toEqual({
      method: 'CANCEL',
      status: 'CANCELLED',
      sequence: 1,
      attendees: ['mailto:lou@exemple.fr'],
    })
    expect(read([chosen], 'scheduled', { removed }).method).toBe('REQUEST')
  })

  it('keeps names whole, whatever they hold', () => {
    const names = ['Zoë 😀 |`@all`', 'A\nB', 'x'.repeat(300), 'C; D, E \\ F']
    for (const candidate of names) {
      expect(read([chosen], 'scheduled', { candidate }).summary).toBe(
        `Mise en situation · ${candidate}`,
      )
    }
  })

  it('gives the same instant on both sides of a daylight-saving change', () => {
    const before: Slot = { ...chosen, start: at('2027-03-27T13:00:00Z') }
    const after: Slot = { ...chosen, start: at('2027-03-28T12:00:00Z') }
    expect(read([before], 'scheduled').start).toBe('2027-03-27T13:00:00.000Z')
    expect(read([before, after], 'scheduled').start).toBe('2027-03-28T12:00:00.000Z')
  })
})
