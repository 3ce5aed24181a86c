/** Product.md section 2, steps 6 and 7: what is decided after a debrief, and who is chosen. */
import { describe, test } from 'vitest'
import { added, advanced, another, chosen } from '../support/candidates.ts'
import {
  advancing,
  askingAnother,
  choosing,
  closing,
  reopening,
  resuming,
  stopping,
  stoppingAll,
} from '../support/commands.ts'
import { given } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import {
  criterion,
  debriefOpened,
  filed,
  happened,
  opened,
  scheduled,
  staffed,
} from '../support/story.ts'

const talk = scheduled('2026-03-02T10:00')
const open = [
  ...staffed,
  talk,
  filed('ines', '2026-03-02T11:30'),
  debriefOpened('2026-03-02T14:00'),
]

const DECISIONS: Readonly<Record<string, Command>> = {
  'the next stage': advancing('alex', 'case-study'),
  'one more interview': askingAnother('alex', 'interview'),
  'a stop': stopping('alex'),
  'a stop for everyone': stoppingAll,
  'a choice': choosing('alex'),
}

describe('the decision that follows a debrief', () => {
  test('is the next stage, a stop, or one more interview', () => {
    given(...open)
      .when('camille', advancing('alex', 'case-study'))
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'alex', stage: 'case-study' })
    given(...open)
      .when('camille', stopping('alex'))
      .thenRecorded({ type: 'ApplicationStopped', application: 'alex' })
    given(...open)
      .when('camille', askingAnother('alex', 'interview'))
      .thenRecorded({ type: 'AnotherInterviewAsked', application: 'alex', stage: 'interview' })
  })

  test.each(Object.entries(DECISIONS))('waits for the shut debrief: %s', (_what, command) => {
    given(...staffed, talk, filed('ines', '2026-03-02T11:30'))
      .when('camille', command)
      .thenRefused({ code: 'debrief-shut', missing: ['malik'] })
  })

  test('waits for nobody when the interview is to come, is over for good, or is someone else’s', () => {
    const stop = { type: 'ApplicationStopped', application: 'alex' } as const
    given(...staffed, scheduled('2026-03-05T10:00'))
      .when('camille', stopping('alex'))
      .thenRecorded(stop, { type: 'InterviewCancelled', interview: 'talk' })
    const missed = happened('2026-03-02T10:30', 'ines', {
      type: 'InterviewNotHeld',
      interview: 'talk',
    })
    given(...staffed, talk, missed)
      .when('camille', stopping('alex'))
      .thenRecorded(stop)
    given(...staffed, added('billie'), scheduled('2026-03-02T10:00', { application: 'billie' }))
      .when('camille', stopping('alex'))
      .thenRecorded(stop)
  })

  test('said again changes nothing, until something else is learnt', () => {
    const advancedAgain = advancing('alex', 'case-study')
    given(...open, advanced('alex', 'case-study', '2026-03-02T15:00'))
      .when('camille', advancedAgain)
      .thenRecorded()
    const asked = another('alex', 'interview', '2026-03-02T15:00')
    given(...open, asked)
      .when('camille', askingAnother('alex', 'interview'))
      .thenRecorded()
    given(...open, asked)
      .when('camille', advancedAgain)
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'alex', stage: 'case-study' })
    const second = scheduled('2026-03-02T16:00', { interview: 'second' })
    given(...open, asked, second, debriefOpened('2026-03-03T09:00', 'second'))
      .when('camille', askingAnother('alex', 'interview'))
      .thenRecorded({ type: 'AnotherInterviewAsked', application: 'alex', stage: 'interview' })
  })

  test('is about someone in the running, and about a candidate that is known', () => {
    given(...open, chosen('alex'))
      .when('camille', stopping('alex'))
      .thenRefused({ code: 'not-in-the-running' })
    given(...open)
      .when('camille', stopping('nobody'))
      .thenRefused({ code: 'unknown-application' })
  })
})

describe('the owner decides, always', () => {
  const all = {
    ...DECISIONS,
    'taking it back': resuming('alex'),
    closing,
    'back to framing': reopening,
  }

  test.each(Object.entries(all))('and nobody else, the deputy included: %s', (_what, command) => {
    for (const person of ['sacha', 'noor', 'ines', 'lou']) {
      given(...open)
        .when(person, command)
        .thenRefused({ code: 'owner-only', owner: 'camille' })
    }
    given(...open)
      .when('zoe', command)
      .thenRefused({ code: 'not-a-member' })
  })
})

describe('choosing', () => {
  const story = [...staffed, criterion('careful', ['interview'], { mandatory: true })]
  const choice = { type: 'CandidateChosen', application: 'alex' } as const

  test('is for one person: there is one post, or one mission', () => {
    given(...staffed, added('billie'), chosen('billie'))
      .when('camille', choosing('alex'))
      .thenRefused({ code: 'someone-is-chosen' })
  })

  test('is blocked by a mandatory criterion below "validé", unrounded', () => {
    const failed = { code: 'mandatory-not-validated', criteria: ['careful'] } as const
    given(...story)
      .when('camille', choosing('alex', { careful: 1.99 }))
      .thenRefused(failed)
    given(...story)
      .when('camille', choosing('alex', { careful: 2 }))
      .thenRecorded(choice)
  })

  test('is blocked by a mandatory criterion that nobody assessed', () => {
    given(...story)
      .when('camille', choosing('alex', { skilled: 3 }))
      .thenRefused({ code: 'mandatory-not-assessed', criteria: ['careful'] })
  })

  test('is not blocked by any other criterion, however low', () => {
    given(...story)
      .when('camille', choosing('alex', { careful: 2, skilled: 0 }))
      .thenRecorded(choice)
  })

  test('is possible once the owner has made the criterion non-mandatory for everyone', () => {
    given(...story, criterion('careful', ['interview'], { reason: 'reason-1' }))
      .when('camille', choosing('alex', { careful: 0 }))
      .thenRecorded(choice)
  })

  test('waits for the owner’s own notes on that candidate, and for the framing to be closed', () => {
    const next = scheduled('2026-03-05T10:00', {
      interview: 'next',
      stage: 'case-study',
      participants: { camille: 'scorer', ines: 'scorer' },
    })
    given(...open, next)
      .when('camille', choosing('alex'))
      .thenRefused({ code: 'notes-owed-first' })
    given(opened(), added('alex'))
      .when('camille', choosing('alex'))
      .thenRefused({ code: 'framing-open' })
  })

  test('calls off the interviews to come', () => {
    given(...staffed, scheduled('2026-03-05T10:00'))
      .when('camille', choosing('alex'))
      .thenRecorded(choice, { type: 'InterviewCancelled', interview: 'talk' })
  })
})

test('stopping everyone leaves alone who is not in the running any more', () => {
  given(...staffed, added('billie'), added('chris'), chosen('billie'))
    .when('camille', stoppingAll)
    .thenRecorded(
      { type: 'ApplicationStopped', application: 'alex' },
      { type: 'ApplicationStopped', application: 'chris' },
    )
})
