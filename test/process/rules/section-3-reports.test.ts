/** Product.md section 3: reports on the applicant tracking system, after the opening. */
import { describe, expect, test } from 'vitest'
import {
  askReport,
  attemptReport,
  handReportOver,
  logReport,
  recordNotSent,
  recordPosted,
} from '../../../src/process/decide/reports.ts'
import type { Event } from '../../../src/process/events.ts'
import { keeperOf } from '../../../src/process/reports.ts'
import { added } from '../support/candidates.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { debriefOpened, filed, happened, scheduled, staffed } from '../support/story.ts'

const report = { interview: 'talk', scorer: 'ines' } as const
const tracked = added('alex', true)
const shut = [
  ...staffed,
  tracked,
  scheduled('2026-03-02T10:00'),
  filed('ines', '2026-03-02T11:30'),
  filed('malik', '2026-03-02T11:40'),
]
const open = [...shut, debriefOpened('2026-03-02T14:00')]

const asking: Command = (state, actor) => askReport(state, report, actor)
const wondering: Command = (state, actor) =>
  askReport(state, { ...report, why: 'uncertain' }, actor)
const attempting: Command = (state, actor) => attemptReport(state, report, actor)
const missing: Command = (state, actor) => recordNotSent(state, report, actor)
const posting: Command = (state, actor) =>
  recordPosted(state, { ...report, comment: 'comment-1' }, actor)
const logging: Command = (state, actor) => logReport(state, report, actor)
const handing: Command = (state, actor) => handReportOver(state, report, actor)

function after(...steps: readonly (readonly [string, Command])[]): readonly Event[] {
  return steps.reduce<readonly Event[]>(
    (events, [by, command]) => continued(events, by, '2026-03-02T14:05', command),
    open,
  )
}

function keeper(...events: readonly Event[]) {
  const state = stateAfter(...events)
  const interview = state.interviews['talk']
  return interview && keeperOf(state, interview, 'ines')
}

describe('a report', () => {
  test('is due after the opening, for each scorer who filed', () => {
    for (const command of [asking, attempting, posting]) {
      given(...shut)
        .when('system', command)
        .thenRefused({ code: 'no-report' })
    }
    given(...open)
      .when('system', asking)
      .thenRecorded({ type: 'ReportAsked', ...report })
    given(...open)
      .when('system', (state, actor) => askReport(state, { ...report, scorer: 'lou' }, actor))
      .thenRefused({ code: 'no-report' })
  })

  test('does not exist without a page of the candidate on the tracking system', () => {
    const untracked = shut.filter((event) => event !== tracked)
    given(...untracked, debriefOpened('2026-03-02T14:00'))
      .when('system', asking)
      .thenRefused({ code: 'no-report' })
  })

  test('is logged when its scorer says so, once', () => {
    given(...after(['system', asking]))
      .when('ines', logging)
      .thenRecorded({ type: 'ReportLogged', ...report })
    given(...after(['system', asking], ['ines', logging]))
      .when('ines', logging)
      .thenRecorded()
    given(...after(['system', asking], ['ines', logging]))
      .when('system', asking)
      .thenRefused({ code: 'no-report' })
  })

  test('is nobody else’s to log, the owner included', () => {
    for (const person of ['malik', 'camille']) {
      given(...after(['system', asking]))
        .when(person, logging)
        .thenRefused({ code: 'not-your-report' })
    }
    given(...after(['system', asking]))
      .when('zoe', logging)
      .thenRefused({ code: 'not-a-member' })
  })

  test('goes to the owner when its scorer has no access, and to nobody further', () => {
    given(...after(['system', asking]))
      .when('ines', handing)
      .thenRecorded({ type: 'ReportHandedOver', ...report })
    const handed = after(['system', asking], ['ines', handing])
    given(...handed)
      .when('camille', logging)
      .thenRecorded({ type: 'ReportLogged', ...report })
    given(...handed)
      .when('ines', handing)
      .thenRecorded()
    given(...open)
      .when('malik', handing)
      .thenRefused({ code: 'not-your-report' })
    const mine = { interview: 'talk', scorer: 'camille' }
    given(...open)
      .when('camille', (state, actor) => handReportOver(state, mine, actor))
      .thenRefused({ code: 'owner-needs-access' })
  })

  test('is the owner’s to see to when its scorer has left the team', () => {
    const left = happened('2026-03-02T15:00', 'camille', { type: 'MemberRemoved', person: 'ines' })
    expect(keeper(...open)).toBe('ines')
    expect(keeper(...open, left)).toBe('camille')
    given(...after(['system', asking]), left)
      .when('camille', logging)
      .thenRecorded({ type: 'ReportLogged', ...report })
  })
})

describe('posted by the bot, a report', () => {
  test('is attempted once: whatever became of the attempt, it is not posted twice', () => {
    given(...open)
      .when('system', attempting)
      .thenRecorded({ type: 'ReportAttempted', ...report })
    given(...after(['system', attempting]))
      .when('system', attempting)
      .thenRefused({ code: 'no-report' })
  })

  test('keeps the id of the comment as proof', () => {
    const posted = after(['system', attempting], ['system', posting])
    expect(stateAfter(...posted).interviews['talk']?.reports['ines']).toMatchObject({
      status: 'logged',
      comment: 'comment-1',
    })
  })

  test('is asked of the person to check after an uncertain answer, and not attempted again', () => {
    const uncertain = after(['system', attempting], ['system', wondering])
    expect(stateAfter(...uncertain).interviews['talk']?.reports['ines']).toMatchObject({
      status: 'asked',
      why: 'uncertain',
    })
    given(...uncertain)
      .when('system', attempting)
      .thenRefused({ code: 'no-report' })
    given(...uncertain)
      .when('ines', logging)
      .thenRecorded({ type: 'ReportLogged', ...report })
    const handedOver = continued(uncertain, 'ines', '2026-03-02T15:00', handing)
    expect(stateAfter(...handedOver).interviews['talk']?.reports['ines']?.why).toBe('uncertain')
  })

  test('is attempted again when nothing was sent', () => {
    const unsent = after(['system', attempting], ['system', missing])
    given(...unsent)
      .when('system', attempting)
      .thenRecorded({ type: 'ReportAttempted', ...report })
    given(...open)
      .when('system', missing)
      .thenRefused({ code: 'no-report' })
  })

  test('is asked for once: asking again takes back neither the request nor a hand-over', () => {
    given(...after(['system', asking]))
      .when('system', asking)
      .thenRecorded()
    given(...after(['system', asking], ['ines', handing]))
      .when('system', asking)
      .thenRecorded()
  })
})
