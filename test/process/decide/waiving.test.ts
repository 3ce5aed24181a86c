import { describe, expect, test } from 'vitest'
import { openDebrief } from '../../../src/process/decide/notes.ts'
import { closed, withdrew } from '../support/candidates.ts'
import { reminding, waiving } from '../support/commands.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import {
  debriefOpened,
  filed,
  happened,
  named,
  scheduled,
  staffed,
  staffedByOne,
  waived,
} from '../support/story.ts'

const talk = scheduled('2026-03-02T14:00')
const story = [...staffed, talk]
const AFTERWARDS = '2026-03-02T16:00'
const cancelled = happened('2026-03-02T10:00', 'camille', {
  type: 'InterviewCancelled',
  interview: 'talk',
})

const opening: Command = (state, { at }) => openDebrief(state, 'talk', at)

function waiverOf(scorer: string) {
  return { type: 'ScorerWaived', interview: 'talk', scorer, reason: 'reason-1' } as const
}

describe('letting a scorer off', () => {
  test('is for the owner, who gives a reason', () => {
    given(...story)
      .when('camille', waiving('ines'), AFTERWARDS)
      .thenRecorded(waiverOf('ines'))
  })

  test('is for nobody else, the deputy included', () => {
    for (const person of ['sacha', 'malik', 'noor']) {
      given(...story)
        .when(person, waiving('ines'), AFTERWARDS)
        .thenRefused({ code: 'owner-only', owner: 'camille' })
    }
    given(...story)
      .when('zoe', waiving('ines'), AFTERWARDS)
      .thenRefused({ code: 'not-a-member' })
  })

  test('is possible after the planned end', () => {
    given(...story)
      .when('camille', waiving('ines'), '2026-03-02T14:59')
      .thenRefused({ code: 'interview-not-ended', end: paris('2026-03-02T15:00') })
    given(...story)
      .when('camille', waiving('ines'), '2026-03-02T15:00')
      .thenRecorded(waiverOf('ines'))
  })

  test('is never for oneself, even with other scorers left', () => {
    const scoring = scheduled('2026-03-02T14:00', {
      participants: { camille: 'scorer', ines: 'scorer' },
    })
    given(...staffed, named('camille', 'scorer', ['interview']), scoring)
      .when('camille', waiving('camille'), AFTERWARDS)
      .thenRefused({ code: 'waive-oneself' })
  })

  test('leaves at least one scorecard', () => {
    given(...staffedByOne, scheduled('2026-03-02T14:00', { participants: { ines: 'scorer' } }))
      .when('camille', waiving('ines'), AFTERWARDS)
      .thenRefused({ code: 'waive-last' })
    given(...story, waived('malik', AFTERWARDS))
      .when('camille', waiving('ines'), '2026-03-02T17:00')
      .thenRefused({ code: 'waive-last' })
  })

  test('is refused to who filed, does not score, or is let off already', () => {
    given(...story, filed('ines', AFTERWARDS))
      .when('camille', waiving('ines'), '2026-03-02T17:00')
      .thenRefused({ code: 'nothing-owed' })
    given(...story)
      .when('camille', waiving('lou'), AFTERWARDS)
      .thenRefused({ code: 'nothing-owed' })
    given(...story, waived('ines', AFTERWARDS))
      .when('camille', waiving('ines'), '2026-03-02T17:00')
      .thenRefused({ code: 'waived-already' })
  })

  test('is refused once the debrief is open, when the interview was called off or never was', () => {
    given(...story, waived('ines', AFTERWARDS), debriefOpened('2026-03-03T09:00'))
      .when('camille', waiving('malik'))
      .thenRefused({ code: 'debrief-open-already' })
    given(...story, cancelled)
      .when('camille', waiving('ines'), AFTERWARDS)
      .thenRefused({ code: 'interview-cancelled' })
    given(...staffed)
      .when('camille', waiving('ines'))
      .thenRefused({ code: 'unknown-interview' })
  })

  test('opens the debrief when only that person was missing and the half-day has come', () => {
    const waiting = [...story, filed('malik', AFTERWARDS)]
    given(...waiting)
      .when('camille', waiving('ines'), '2026-03-03T08:59')
      .thenRecorded(waiverOf('ines'))
    given(...waiting)
      .when('camille', waiving('ines'), '2026-03-03T09:00')
      .thenRecorded(waiverOf('ines'), { type: 'DebriefOpened', interview: 'talk' })
  })
})

describe('a waiver', () => {
  test('falls when that person files before the opening', () => {
    const { interviews } = stateAfter(
      ...story,
      waived('ines', AFTERWARDS),
      filed('ines', '2026-03-02T17:00'),
    )
    expect(interviews['talk']?.waivers).toEqual({})
  })

  test('that fell leaves room for another one', () => {
    given(...story, waived('ines', AFTERWARDS), filed('ines', '2026-03-02T17:00'))
      .when('camille', waiving('malik'), '2026-03-02T18:00')
      .thenRecorded(waiverOf('malik'))
  })

  test('stays when that person files after the opening', () => {
    const { interviews } = stateAfter(
      ...story,
      filed('malik', AFTERWARDS),
      waived('ines', AFTERWARDS),
      debriefOpened('2026-03-03T09:00'),
      filed('ines', '2026-03-03T10:00'),
    )
    expect(Object.keys(interviews['talk']?.waivers ?? {})).toEqual(['ines'])
  })
})

describe('reminding a late scorer by hand', () => {
  const reminder = { type: 'ScorerReminded', interview: 'talk', scorer: 'ines' } as const

  test.each(['camille', 'sacha'])('is for the owner and the deputy: %s', (person) => {
    given(...story)
      .when(person, reminding('ines'), AFTERWARDS)
      .thenRecorded(reminder)
  })

  test('is refused to the others', () => {
    given(...story)
      .when('malik', reminding('ines'), AFTERWARDS)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...story)
      .when('zoe', reminding('ines'), AFTERWARDS)
      .thenRefused({ code: 'not-a-member' })
  })

  test('starts at the planned end', () => {
    given(...story)
      .when('camille', reminding('ines'), '2026-03-02T14:59')
      .thenRefused({ code: 'interview-not-ended', end: paris('2026-03-02T15:00') })
    given(...story)
      .when('camille', reminding('ines'), '2026-03-02T15:00')
      .thenRecorded(reminder)
  })

  test('is for who still owes notes', () => {
    const nothingOwed = { code: 'nothing-owed' } as const
    given(...story, filed('ines', AFTERWARDS))
      .when('camille', reminding('ines'))
      .thenRefused(nothingOwed)
    given(...story, waived('ines', AFTERWARDS))
      .when('camille', reminding('ines'))
      .thenRefused(nothingOwed)
    given(...story)
      .when('camille', reminding('lou'))
      .thenRefused(nothingOwed)
    given(...staffed)
      .when('camille', reminding('ines'))
      .thenRefused(nothingOwed)
  })

  test('is refused when the interview was called off', () => {
    given(...story, cancelled)
      .when('camille', reminding('ines'), AFTERWARDS)
      .thenRefused({ code: 'interview-cancelled' })
  })

  test('waits an hour before the same person is reminded again', () => {
    const reminded = happened(AFTERWARDS, 'camille', reminder)
    given(...story, reminded)
      .when('camille', reminding('ines'), '2026-03-02T16:59')
      .thenRefused({ code: 'reminded-recently', at: paris(AFTERWARDS) })
    given(...story, reminded)
      .when('camille', reminding('ines'), '2026-03-02T17:00')
      .thenRecorded(reminder)
    given(...story, reminded)
      .when('camille', reminding('malik'), '2026-03-02T16:01')
      .thenRecorded({ ...reminder, scorer: 'malik' })
  })
})

describe('a reminder by hand', () => {
  test('is of somebody who is no longer in the running too, and of nobody once all is closed', () => {
    const withdrawn = [...story, withdrew('alex', AFTERWARDS)]
    given(...withdrawn)
      .when('camille', reminding('ines'))
      .thenRecorded({ type: 'ScorerReminded', interview: 'talk', scorer: 'ines' })
    given(...withdrawn, closed())
      .when('camille', reminding('ines'))
      .thenRefused({ code: 'recruitment-closed' })
  })
})

describe('opening a debrief when the alarm rings', () => {
  const complete = [...story, filed('ines', AFTERWARDS), filed('malik', '2026-03-02T17:00')]

  test('opens it once its time has come', () => {
    given(...complete)
      .when('system', opening, '2026-03-03T09:00')
      .thenRecorded({ type: 'DebriefOpened', interview: 'talk' })
  })

  test('is refused before, and while somebody is missing', () => {
    given(...complete)
      .when('system', opening, '2026-03-03T08:59')
      .thenRefused({ code: 'debrief-shut', missing: [] })
    given(...story, filed('ines', AFTERWARDS))
      .when('system', opening, '2026-03-05T09:00')
      .thenRefused({ code: 'debrief-shut', missing: ['malik'] })
  })

  test('happens once, and not for an interview that never was', () => {
    given(...complete, debriefOpened('2026-03-03T09:00'))
      .when('system', opening, '2026-03-03T09:01')
      .thenRefused({ code: 'debrief-open-already' })
    given(...staffed)
      .when('system', opening)
      .thenRefused({ code: 'unknown-interview' })
  })
})
