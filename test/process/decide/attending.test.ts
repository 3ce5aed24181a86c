import { describe, expect, test } from 'vitest'
import {
  answerInvitation,
  reportNotHeld,
  tickBriefItem,
} from '../../../src/process/decide/attending.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { filed, happened, scheduled, staffed } from '../support/story.ts'

const story = [...staffed, scheduled('2026-03-09T14:00')]
const cancelled = happened('2026-03-02T10:00', 'camille', {
  type: 'InterviewCancelled',
  interview: 'talk',
})
const louRemoved = happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' })

function answering(coming: boolean): Command {
  return (state, actor) => answerInvitation(state, 'talk', coming, actor)
}

const notHeld: Command = (state, actor) => reportNotHeld(state, 'talk', actor)
const becauseNobodyCame: Command = (state, actor) =>
  reportNotHeld(state, 'talk', actor, 'guest-absent')

function ticking(item: string, done: boolean): Command {
  return (state, actor) => tickBriefItem(state, { interview: 'talk', item, done }, actor)
}

describe('answering an invitation', () => {
  test.each(['ines', 'lou'])('is for whoever is invited, to score or to observe: %s', (person) => {
    given(...story)
      .when(person, answering(false))
      .thenRecorded({ type: 'InvitationAnswered', interview: 'talk', person, coming: false })
  })

  test('the same again changes nothing; one may change one’s mind', () => {
    const answered = continued(story, 'ines', '2026-03-02T10:00', answering(true))
    given(...answered)
      .when('ines', answering(true))
      .thenRecorded()
    given(...answered)
      .when('ines', answering(false))
      .thenRecorded({
        type: 'InvitationAnswered',
        interview: 'talk',
        person: 'ines',
        coming: false,
      })
  })

  test('is refused to those who are not invited, the owner included, and to strangers', () => {
    given(...story)
      .when('camille', answering(true))
      .thenRefused({ code: 'not-invited' })
    given(...story)
      .when('zoe', answering(true))
      .thenRefused({ code: 'not-a-member' })
    given(...story, louRemoved)
      .when('lou', answering(true))
      .thenRefused({ code: 'not-a-member' })
  })

  test('is refused once the interview has started, is cancelled, or never was', () => {
    given(...story)
      .when('ines', answering(true), '2026-03-09T14:00')
      .thenRefused({ code: 'interview-started' })
    given(...story, cancelled)
      .when('ines', answering(true))
      .thenRefused({ code: 'interview-cancelled' })
    given(...staffed)
      .when('ines', answering(true))
      .thenRefused({ code: 'unknown-interview' })
  })
})

describe('ticking a box of one’s brief', () => {
  test('keeps it ticked, and ticking it again changes nothing', () => {
    given(...story)
      .when('lou', ticking('link', true))
      .thenRecorded({
        type: 'BriefItemTicked',
        interview: 'talk',
        person: 'lou',
        item: 'link',
        done: true,
      })
    const ticked = continued(story, 'lou', '2026-03-02T10:00', ticking('link', true))
    given(...ticked)
      .when('lou', ticking('link', true))
      .thenRecorded()
    expect(stateAfter(...ticked).interviews['talk']?.ticked).toEqual({ lou: ['link'] })
  })

  test('unticks it, and each person has their own boxes', () => {
    given(...story)
      .when('lou', ticking('link', false))
      .thenRecorded()
    const both = continued(
      continued(story, 'lou', '2026-03-02T10:00', ticking('link', true)),
      'ines',
      '2026-03-02T10:00',
      ticking('link', true),
    )
    const unticked = continued(both, 'lou', '2026-03-02T11:00', ticking('link', false))
    expect(stateAfter(...unticked).interviews['talk']?.ticked).toEqual({ lou: [], ines: ['link'] })
  })

  test('a moved interview keeps what is ticked', () => {
    const ticked = continued(story, 'lou', '2026-03-02T10:00', ticking('link', true))
    const state = stateAfter(
      ...ticked,
      happened('2026-03-02T11:00', 'camille', {
        type: 'InterviewMoved',
        interview: 'talk',
        start: paris('2026-03-12T14:00').toString(),
        minutes: 60,
        place: 'place-2',
      }),
    )
    expect(state.interviews['talk']?.ticked).toEqual({ lou: ['link'] })
  })

  test('is refused to those who are not invited', () => {
    given(...story)
      .when('camille', ticking('link', true))
      .thenRefused({ code: 'not-invited' })
    given(...staffed)
      .when('ines', ticking('link', true))
      .thenRefused({ code: 'unknown-interview' })
    given(...story)
      .when('zoe', ticking('link', true))
      .thenRefused({ code: 'not-a-member' })
    given(...story, louRemoved)
      .when('lou', ticking('link', true))
      .thenRefused({ code: 'not-a-member' })
  })
})

describe('an interview that did not take place', () => {
  test.each(['ines', 'lou', 'camille', 'sacha'])(
    'is reported by %s, from its start on',
    (person) => {
      given(...story)
        .when(person, notHeld, '2026-03-09T14:00')
        .thenRecorded({ type: 'InterviewNotHeld', interview: 'talk' })
      given(...story)
        .when(person, notHeld, '2026-03-09T13:59')
        .thenRefused({ code: 'interview-not-started', start: paris('2026-03-09T14:00') })
    },
  )

  test('is reported with what happened, which stays in what is known of it', () => {
    given(...story)
      .when('ines', becauseNobodyCame, '2026-03-09T14:00')
      .thenRecorded({ type: 'InterviewNotHeld', interview: 'talk', why: 'guest-absent' })
    const said = happened('2026-03-09T14:00', 'ines', {
      type: 'InterviewNotHeld',
      interview: 'talk',
      why: 'guest-absent',
    })
    expect(stateAfter(...story, said).interviews['talk']).toMatchObject({
      status: 'not-held',
      notHeldBecause: 'guest-absent',
    })
  })

  test('is not reported by members who were not to be there, nor by people from outside', () => {
    const after = '2026-03-09T16:00'
    given(...story)
      .when('noor', notHeld, after)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...story)
      .when('zoe', notHeld, after)
      .thenRefused({ code: 'not-a-member' })
    given(...story, louRemoved)
      .when('lou', notHeld, after)
      .thenRefused({ code: 'not-a-member' })
  })

  test('did take place once somebody filed notes on it', () => {
    given(...story, filed('malik', '2026-03-09T15:30'))
      .when('ines', notHeld, '2026-03-09T16:00')
      .thenRefused({ code: 'notes-exist' })
  })

  test('is reported once, and not when it was cancelled or never was', () => {
    const reported = continued(story, 'ines', '2026-03-09T15:00', notHeld)
    given(...reported)
      .when('malik', notHeld, '2026-03-09T16:00')
      .thenRefused({ code: 'interview-cancelled' })
    given(...story, cancelled)
      .when('ines', notHeld, '2026-03-09T16:00')
      .thenRefused({ code: 'interview-cancelled' })
    given(...staffed)
      .when('ines', notHeld)
      .thenRefused({ code: 'unknown-interview' })
  })
})
