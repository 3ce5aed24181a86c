/** Calendar files as an independent reader understands them (ical.js). */
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { calendarFile } from '../../../src/bot/interviews/calendar.ts'
import type { InterviewView } from '../../../src/bot/interviews/view.ts'
import type { Message, Person } from '../../../src/chat/port.ts'
import type { Interview, Slot } from '../../../src/process/recruitment.ts'
import { planningOffice } from './support/planning.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const person = (id: string, name: string): Person => ({
  id,
  name,
  email: `${id}@exemple.fr`,
  active: true,
  isBot: false,
  isAdmin: false,
})
const ines = person('ines', 'Inès Traoré')
const malik = person('malik', 'Malik Sow')

const planned: Slot = {
  start: at('2026-12-03T13:00:00Z'),
  minutes: 60,
  place: 'place',
  at: at('2026-11-23T09:00:00Z'),
}
const moved: Slot = {
  ...planned,
  start: at('2026-12-04T09:30:00Z'),
  at: at('2026-11-24T09:00:00Z'),
}

const interview: Interview = {
  id: 'camille-case-study',
  application: 'camille',
  stage: 'case-study',
  merged: false,
  doubts: [],
  scheduledBy: 'ines',
  slots: [planned],
  participants: { malik: 'scorer' },
  joined: {},
  removed: {},
  status: 'scheduled',
  answers: {},
  ticked: {},
  drafts: {},
  filings: {},
  waivers: {},
  reminded: {},
  reports: {},
}

interface Shown {
  readonly candidate?: string
  readonly place?: string
  readonly attendee?: Person
}

function fileOf(changes: Partial<Interview>, shown: Shown = {}): string {
  const { candidate = 'Camille Durand', place = 'Salle B', attendee = malik } = shown
  const meeting = { ...interview, ...changes }
  const { start, minutes } = meeting.slots.at(-1) ?? planned
  const view: InterviewView = {
    interview: meeting,
    candidate,
    stage: 'Mise en situation',
    when: '',
    date: '',
    place,
    start,
    minutes,
    zone: 'Europe/Paris',
  }
  return String(calendarFile(view, { organiser: ines, attendee }).content)
}

function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const [component, ...others] = calendar.getAllSubcomponents('vevent')
  if (!component || others.length > 0) throw new Error('not one event')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    uid: event.uid,
    organiser: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
    names: event.attendees.map((one) => one.getParameter('cn')),
    sequence: event.sequence,
    stamp: String(component.getFirstPropertyValue('dtstamp')),
    summary: event.summary,
    place: event.location,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  }
}

describe('the calendar file of an interview', () => {
  it('invites one person: when, where, who organises', () => {
    expect(read(fileOf({}))).toEqual({
      method: 'REQUEST',
      status: 'CONFIRMED',
      uid: 'camille-case-study-malik@recrutement',
      organiser: 'mailto:ines@exemple.fr',
      attendees: ['MAILTO:malik@exemple.fr'],
      names: ['Malik Sow'],
      sequence: 0,
      stamp: '2026-11-23T09:00:00Z',
      summary: 'Mise en situation · Camille Durand',
      place: 'Salle B',
      start: '2026-12-03T13:00:00.000Z',
      end: '2026-12-03T14:00:00.000Z',
    })
  })

  it('updates the same event when the interview moves, then cancels it: each file beats the one before', () => {
    const slots: Interview['slots'] = [planned, moved]
    const off = { slots, status: 'cancelled', endedAt: at('2026-11-25T09:00:00Z') } as const
    const files = [fileOf({}), fileOf({ slots }), fileOf(off)].map(read)
    expect(new Set(files.map(({ uid }) => uid)).size).toBe(1)
    expect(new Set(files.map(({ organiser }) => organiser)).size).toBe(1)
    expect(files.map(({ method, status }) => `${String(method)} ${String(status)}`)).toEqual([
      'REQUEST CONFIRMED',
      'REQUEST CONFIRMED',
      'CANCEL CANCELLED',
    ])
    expect(files[1]?.start).toBe('2026-12-04T09:30:00.000Z')
    expectToRise(files)
  })

  it('cancels it for someone taken off, invites them again when they come back, and leaves others alone', () => {
    const lou = person('lou', 'Lou Martin')
    const [off, back, offAgain] = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
      at(`${day}T09:00:00Z`),
    )
    if (!off || !back || !offAgain) throw new Error('three instants')
    const both = { malik: 'scorer', lou: 'observer' } as const
    const steps = [
      { participants: both },
      { removed: { lou: off } },
      { participants: both, joined: { lou: back } },
      { joined: { lou: back }, removed: { lou: offAgain } },
    ]
    const files = steps.map((changes) => read(fileOf(changes, { attendee: lou })))
    expect(files.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST', 'CANCEL'])
    expect(files.flatMap(({ attendees }) => attendees)).toEqual(
      Array(4).fill('MAILTO:lou@exemple.fr'),
    )
    expectToRise(files)
    expect(new Set(steps.map((changes) => fileOf(changes))).size).toBe(1)
  })

  it('is another event for each person: the end of one is not the end of the others’', () => {
    const other = read(fileOf({}, { attendee: ines }))
    expect(other.uid).not.toBe(read(fileOf({})).uid)
  })

  it.each([
    'Zoë 😀 Martin | `@all` <!channel>',
    'C; D, E \\ F: "G"',
    'A\nB',
    'é'.repeat(300),
    '😀'.repeat(150),
  ])('keeps names whole: %s', (name) => {
    const content = fileOf({}, { candidate: name, place: name, attendee: person('malik', name) })
    const { summary, place, names } = read(content)
    expect(summary).toBe(`Mise en situation · ${name}`)
    expect(place).toBe(name)
    expect(names).toEqual([name])
    const lines = content.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('gives instants, which daylight-saving changes do not move', () => {
    const before: Slot = { ...planned, start: at('2027-03-27T13:00:00Z') }
    const after: Slot = { ...moved, start: at('2027-03-28T12:00:00Z') }
    expect(fileOf({ slots: [before] })).toContain('DTSTART:20270327T130000Z')
    expect(fileOf({ slots: [before, after] })).toContain('DTSTART:20270328T120000Z')
    // Over the change, an hour lasts an hour.
    const over: Slot = { ...planned, start: at('2027-03-28T00:30:00Z') }
    expect(read(fileOf({ slots: [over] })).end).toBe('2027-03-28T01:30:00.000Z')
  })

  it('holds the link of the call where calendars offer to join', () => {
    expect(fileOf({}, { place: 'https://visio.exemple.gouv.fr/abc' })).toContain(
      'URL;VALUE=URI:https://visio.exemple.gouv.fr/abc',
    )
  })
})

describe('calendar files, as people get them', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  it('follow one event from the invitation to the cancellation', async () => {
    const office = await planningOffice(cleanups)
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    const args = { r: office.recruitment, interview }
    const files = [fileIn(office.message('invitation', 'metier'))]
    await office.moveTo('2026-03-02T10:00:00Z')
    await office.pressed('intra', 'move', args, { when: 'jeudi 11h', minutes: '45' })
    files.push(fileIn(office.message('moved', 'metier')))
    await office.moveTo('2026-03-02T11:00:00Z')
    await office.pressed('intra', 'cancel', args, {})
    files.push(fileIn(office.message('cancelled', 'metier')))
    const events = files.map(read)
    expect(new Set(events.map(({ uid, organiser }) => `${uid} ${organiser}`)).size).toBe(1)
    expect(events.map(({ start }) => start)).toEqual([
      '2026-03-04T09:00:00.000Z',
      '2026-03-05T10:00:00.000Z',
      '2026-03-05T10:00:00.000Z',
    ])
    expect(events.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expectToRise(events)
  })
})

function fileIn({ files = [] }: Message): string {
  const [file] = files
  if (!file) throw new Error('no calendar file')
  return String(file.content)
}

/** A calendar keeps the greater sequence, then the later stamp (RFC 5546, section 2.1.5). */
function expectToRise(files: readonly { readonly sequence: number; readonly stamp: string }[]) {
  const [first, ...others] = files
  let before = first
  for (const file of others) {
    expect(file.sequence).toBeGreaterThan(before?.sequence ?? 0)
    expect(file.stamp > (before?.stamp ?? '')).toBe(true)
    before = file
  }
}
