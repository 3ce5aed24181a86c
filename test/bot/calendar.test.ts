import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../src/bot/interviews/calendar.ts'
import type { InterviewView } from '../../src/bot/interviews/view.ts'
import type { Interview, Slot } from '../../src/process/recruitment.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const chosen: Slot = {
  start: at('2026-12-03T13:00:00Z'),
  minutes: 60,
  place: 'place',
  at: at('2026-11-23T09:00:00Z'),
}
const moved: Slot = { ...chosen, start: at('2026-12-04T09:30:00Z'), at: at('2026-11-24T09:00:00Z') }

function read(slots: Interview['slots'], status: Interview['status']) {
  const slot = slots.at(-1) ?? chosen
  const interview: Interview = {
    id: 'camille-case-study',
    application: 'camille',
    stage: 'case-study',
    scheduledBy: 'ines',
    slots,
    participants: {},
    status,
    answers: {},
    ticked: {},
    filings: {},
    waivers: {},
    reminded: {},
  }
  const view: InterviewView = {
    interview,
    candidate: 'Camille Durand, dite « C; D »',
    stage: 'Mise en situation',
    when: '',
    date: '',
    place: 'https://visio.exemple.gouv.fr/abc',
    start: slot.start,
    minutes: slot.minutes,
    zone: 'Europe/Paris',
  }
  const calendar = new ICAL.Component(ICAL.parse(calendarFile(view).content))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar)
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: event.component.getFirstPropertyValue('status'),
    uid: event.uid,
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
})
