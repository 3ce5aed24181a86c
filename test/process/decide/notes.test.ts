import { describe, expect, test } from 'vitest'
import { fileScorecard } from '../../../src/process/decide/notes.ts'
import type { Evidence } from '../../../src/process/scorecard.ts'
import { given, stateAfter } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { filing, noEvidence, noVerdict } from '../support/notes.ts'
import {
  debriefOpened,
  filed,
  happened,
  ready,
  scheduled,
  staffed,
  staffedByOne,
  waived,
} from '../support/story.ts'

const story = [...staffed, scheduled('2026-03-02T14:00')]
const AFTERWARDS = '2026-03-02T16:00'

function filedBy(scorer: string) {
  return {
    type: 'ScorecardFiled',
    interview: 'talk',
    scorer,
    evidence: `evidence-${scorer}`,
    verdict: `verdict-${scorer}`,
  } as const
}

const cancelled = happened('2026-03-02T10:00', 'camille', {
  type: 'InterviewCancelled',
  interview: 'talk',
})

describe('filing notes', () => {
  test('records where they are kept, and nothing of what they say', () => {
    const evidence = { ...noEvidence, criteria: { careful: 'Relit deux fois.' } }
    given(...story)
      .when(
        'ines',
        filing(0, evidence, { ...noVerdict, levels: { careful: 3 }, recommendation: 'continue' }),
        AFTERWARDS,
      )
      .thenRecorded(filedBy('ines'))
  })

  test('is possible from the start of the interview on', () => {
    given(...story)
      .when('ines', filing(), '2026-03-02T13:59')
      .thenRefused({ code: 'interview-not-started', start: paris('2026-03-02T14:00') })
    given(...story)
      .when('ines', filing(), '2026-03-02T14:00')
      .thenRecorded(filedBy('ines'))
  })

  test('is for the scorers of that interview only', () => {
    const notAScorer = { code: 'not-a-scorer' } as const
    given(...story)
      .when('lou', filing(), AFTERWARDS)
      .thenRefused(notAScorer)
    given(...story)
      .when('camille', filing(), AFTERWARDS)
      .thenRefused(notAScorer)
    given(...story)
      .when('noor', filing(), AFTERWARDS)
      .thenRefused(notAScorer)
    given(...story)
      .when('zoe', filing(), AFTERWARDS)
      .thenRefused({ code: 'not-a-member' })
  })

  test('is no longer for who has left the team', () => {
    const left = happened('2026-03-02T17:00', 'camille', { type: 'MemberRemoved', person: 'ines' })
    given(...story, filed('ines', AFTERWARDS), left)
      .when('ines', filing(1), '2026-03-02T18:00')
      .thenRefused({ code: 'not-a-member' })
  })

  test('is refused for an interview that was called off, did not take place or never was', () => {
    given(...story, cancelled)
      .when('ines', filing(), AFTERWARDS)
      .thenRefused({ code: 'interview-cancelled' })
    const notHeld = happened('2026-03-02T15:00', 'malik', {
      type: 'InterviewNotHeld',
      interview: 'talk',
    })
    given(...story, notHeld)
      .when('ines', filing(), AFTERWARDS)
      .thenRefused({ code: 'interview-cancelled' })
    given(...staffed)
      .when('ines', filing(), AFTERWARDS)
      .thenRefused({ code: 'unknown-interview' })
  })

  test('checks them against the criteria that the framing gives to that stage now', () => {
    const evidence: Evidence = { ...noEvidence, criteria: { skilled: 'Explique bien.' } }
    const verdict = { ...noVerdict, levels: { skilled: 2 }, recommendation: 'discuss' } as const
    given(...story)
      .when('ines', filing(0, evidence, verdict), AFTERWARDS)
      .thenRefused({ code: 'criterion-not-verified-here' })
    const reframed = happened('2026-03-02T15:30', 'camille', {
      type: 'CriterionSet',
      criterion: 'skilled',
      label: 'label-skilled',
      weight: 2,
      mandatory: false,
      stages: ['interview', 'case-study'],
      reason: 'reason-1',
    })
    given(...story, reframed)
      .when('ines', filing(0, evidence, verdict), AFTERWARDS)
      .thenRecorded(filedBy('ines'))
  })
})

describe('amending notes', () => {
  test('adds a version, and the first one stays', () => {
    const first = [...story, filed('ines', AFTERWARDS)]
    given(...first)
      .when('ines', filing(1), '2026-03-02T17:00')
      .thenRecorded(filedBy('ines'))
    const state = stateAfter(...first, filed('ines', '2026-03-02T17:00'))
    expect(state.interviews['talk']?.filings['ines']?.map(({ at }) => at)).toEqual([
      paris(AFTERWARDS),
      paris('2026-03-02T17:00'),
    ])
  })

  test('from a form older than what was filed meanwhile is refused, and says since when', () => {
    const twice = [...story, filed('ines', AFTERWARDS), filed('ines', '2026-03-02T17:00')]
    for (const after of [0, 1]) {
      given(...twice)
        .when('ines', filing(after), '2026-03-02T18:00')
        .thenRefused({ code: 'notes-filed-meanwhile', at: paris('2026-03-02T17:00') })
    }
  })

  test('does not depend on what others filed meanwhile', () => {
    given(...story, filed('malik', AFTERWARDS))
      .when('ines', filing(0), '2026-03-02T17:00')
      .thenRecorded(filedBy('ines'))
  })

  test('is possible after the opening, which stays', () => {
    given(
      ...story,
      filed('ines', AFTERWARDS),
      filed('malik', AFTERWARDS),
      debriefOpened('2026-03-03T09:00'),
    )
      .when('ines', filing(1), '2026-03-03T10:00')
      .thenRecorded(filedBy('ines'))
  })
})

describe('the notes that were awaited open the debrief', () => {
  const opening = { type: 'DebriefOpened', interview: 'talk' } as const

  test('at once when a single person scores', () => {
    given(
      ...staffedByOne,
      scheduled('2026-03-02T14:00', { participants: { ines: 'scorer', lou: 'observer' } }),
    )
      .when('ines', filing(), '2026-03-02T14:30')
      .thenRecorded(filedBy('ines'), opening)
  })

  test('when the half-day has come and everyone else has filed or was let off', () => {
    for (const other of [filed('malik', AFTERWARDS), waived('malik', AFTERWARDS)]) {
      given(...story, other)
        .when('ines', filing(), '2026-03-03T08:59')
        .thenRecorded(filedBy('ines'))
      given(...story, other)
        .when('ines', filing(), '2026-03-03T09:00')
        .thenRecorded(filedBy('ines'), opening)
    }
  })

  test('not while somebody is missing', () => {
    given(...story)
      .when('ines', filing(), '2026-03-05T09:00')
      .thenRecorded(filedBy('ines'))
  })

  test('in the name of the bot, not of who filed last', () => {
    const state = stateAfter(...story, filed('malik', AFTERWARDS))
    const decided = filing()(state, { by: 'ines', at: paris('2026-03-03T10:00') })
    expect(decided).toMatchObject({ events: [{ by: 'ines' }, { by: 'system' }] })
  })
})

test('notes on an interview that nobody knows are refused before anything is read', () => {
  given(...ready)
    .when('zoe', (state, actor) =>
      fileScorecard(
        state,
        {
          interview: 'nowhere',
          evidence: { id: 'evidence-1', content: noEvidence },
          verdict: { id: 'verdict-1', content: noVerdict },
          after: 0,
        },
        actor,
      ),
    )
    .thenRefused({ code: 'unknown-interview' })
})
