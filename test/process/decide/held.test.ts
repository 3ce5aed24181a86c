import { describe, expect, test } from 'vitest'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import {
  holdMessage,
  messageGone,
  messageStays,
  settleHeld,
} from '../../../src/process/decide/held.ts'
import type { Event } from '../../../src/process/events.ts'
import type { HeldChoice } from '../../../src/process/facts/held.ts'
import { CHANNEL, mayReadHeld } from '../../../src/process/gate.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { debriefOpened, filed, happened, scheduled, staffed } from '../support/story.ts'

/** Inès and Malik score, Lou observes, on Monday from 14:00 to 15:00. */
const talk = scheduled('2026-03-02T14:00')
const story = [...staffed, talk]
const DURING = '2026-03-02T14:10'

const message = {
  held: 'held-1',
  interview: 'talk',
  text: 'text-held',
  written: { channel: 'channel-1', post: 'post-1' },
} as const
const holding: Command = (state, actor) => holdMessage(state, message, actor)
const settling =
  (choice: HeldChoice): Command =>
  (state, actor) =>
    settleHeld(state, { held: 'held-1', choice }, actor)

const done: Command = (state, actor) => messageGone(state, 'held-1', actor)
const left: Command = (state, actor) => messageStays(state, 'held-1', 'replies', actor)

const heldBy = (author: string) => happened(DURING, author, { type: 'MessageHeld', ...message })
const gone = happened(DURING, 'system', { type: 'HeldMessageGone', held: 'held-1' })
const settled = (choice: HeldChoice) =>
  happened('2026-03-02T14:20', 'ines', { type: 'HeldMessageSettled', held: 'held-1', choice })

describe('a message about an interview', () => {
  test('is held from its start to the opening of its debrief', () => {
    given(...story)
      .when('lou', holding, '2026-03-02T13:59')
      .thenRecorded()
    given(...story)
      .when('lou', holding, '2026-03-02T14:00')
      .thenRecorded({ type: 'MessageHeld', ...message })
    const filings = [filed('ines', '2026-03-02T15:30'), filed('malik', '2026-03-02T15:30')]
    given(...story, ...filings)
      .when('lou', holding, '2026-03-03T08:59')
      .thenRecorded({ type: 'MessageHeld', ...message })
    given(...story, ...filings, debriefOpened('2026-03-03T09:00'))
      .when('lou', holding, '2026-03-03T09:01')
      .thenRecorded()
  })

  test('is held no more once the interview is cancelled or was not held', () => {
    for (const type of ['InterviewCancelled', 'InterviewNotHeld'] as const) {
      given(...story, happened('2026-03-02T14:05', 'camille', { type, interview: 'talk' }))
        .when('lou', holding, DURING)
        .thenRecorded()
    }
  })

  test('is held once, unless it was rewritten meanwhile', () => {
    given(...story, heldBy('lou'))
      .when('lou', holding, DURING)
      .thenRecorded()
    given(...story, heldBy('lou'), gone)
      .when('lou', holding, DURING)
      .thenRecorded({ type: 'MessageHeld', ...message })
  })
})

describe('what becomes of a held message', () => {
  test('is its author’s choice, once, and nobody else’s', () => {
    const kept = [...story, heldBy('ines'), gone]
    given(...kept)
      .when('ines', settling('released'), DURING)
      .thenRecorded({ type: 'HeldMessageSettled', held: 'held-1', choice: 'released' })
    for (const person of ['malik', 'camille', 'sacha', 'lou', 'zoe']) {
      given(...kept)
        .when(person, settling('withdrawn'), DURING)
        .thenRefused({ code: 'unknown-held' })
    }
    given(...kept, settled('noted'))
      .when('ines', settling('withdrawn'), DURING)
      .thenRefused({ code: 'held-settled' })
  })

  test('is to go with the notes only for those who score', () => {
    given(...story, heldBy('lou'), gone)
      .when('lou', settling('noted'), DURING)
      .thenRefused({ code: 'not-a-scorer' })
  })

  test('is not to be republished while it is still to be seen', () => {
    given(...story, heldBy('ines'))
      .when('ines', settling('released'), DURING)
      .thenRefused({ code: 'held-still-seen' })
  })

  test('is settled by the opening', () => {
    given(...story, heldBy('ines'), gone, debriefOpened('2026-03-03T09:00'))
      .when('ines', settling('withdrawn'), '2026-03-03T09:01')
      .thenRefused({ code: 'held-quoted' })
  })
})

describe('who reads a held message', () => {
  const readers = ['malik', 'camille', 'sacha', 'lou', 'noor', CHANNEL]
  const reading = (...more: readonly Event[]) => {
    const state = stateAfter(...story, heldBy('ines'), gone, ...more)
    return readers.filter((reader) => mayReadHeld(state, reader, 'text-held'))
  }

  test('nobody but its author before the opening, then everyone of the recruitment', () => {
    expect(reading()).toEqual([])
    expect(reading(debriefOpened('2026-03-03T09:00'))).toEqual(readers)
    const after = stateAfter(...story, heldBy('ines'), debriefOpened('2026-03-03T09:00'))
    expect(mayReadHeld(after, 'zoe', 'text-held')).toBe(false)
  })

  test('everyone at once when it is republished, nobody when it is taken back', () => {
    expect(reading(settled('released'))).toEqual(readers)
    expect(reading(settled('noted'))).toEqual([])
    expect(reading(settled('withdrawn'), debriefOpened('2026-03-03T09:00'))).toEqual([])
  })
})

describe('what is said about held messages', () => {
  const now = paris('2026-03-02T14:30')
  const kinds = (...more: readonly Event[]) =>
    agendaOf(stateAfter(...story, heldBy('ines'), ...more), now)
      .filter(({ held, kind }) => held !== undefined || kind === 'right-to-remove')
      .map(({ kind, to }) => [kind, to])

  test('nothing before the bot knows whether it could remove it', () => {
    expect(kinds()).toEqual([['take-down', undefined]])
  })

  test('the author hears of it; the channel only of one that had to stay, or that is republished', () => {
    expect(kinds(gone)).toEqual([
      ['take-down', undefined],
      ['held', 'ines'],
    ])
    expect(kinds(gone, settled('released'))).toContainEqual(['republished', undefined])
  })

  test('the owner is asked for the right to remove messages, once for a recruitment', () => {
    const stays = (held: string) =>
      happened(DURING, 'system', { type: 'HeldMessageStays', held, because: 'right' })
    const other = happened(DURING, 'malik', {
      type: 'MessageHeld',
      ...message,
      held: 'held-2',
      written: { channel: 'channel-1', post: 'post-2' },
    })
    const asked = kinds(other, stays('held-1'), stays('held-2')).filter(
      ([kind]) => kind === 'right-to-remove',
    )
    expect(asked).toEqual([['right-to-remove', 'camille']])
  })

  test('what the bot did is recorded once', () => {
    given(...story, heldBy('ines'), gone)
      .when('system', done, DURING)
      .thenRecorded()
    given(...story, heldBy('ines'), gone)
      .when('system', left, DURING)
      .thenRecorded()
    given(...story, heldBy('ines'))
      .when('system', left, DURING)
      .thenRecorded({ type: 'HeldMessageStays', held: 'held-1', because: 'replies' })
  })
})
