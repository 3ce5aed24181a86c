/** Product.md section 4: nothing opens a debrief early, whatever is changed meanwhile. */
import { describe, expect, test } from 'vitest'
import { openDebrief } from '../../../src/process/decide/notes.ts'
import { handOver } from '../../../src/process/decide/ownership.ts'
import { nameMember } from '../../../src/process/decide/team.ts'
import type { Event } from '../../../src/process/events.ts'
import { mayReadScorecard, opensAt } from '../../../src/process/gate.ts'
import { added } from '../support/candidates.ts'
import { adjusting, waiving, withdrawing } from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { onTheWall } from '../support/instants.ts'
import { filing } from '../support/notes.ts'
import { filed, scheduled, set, staffed, waived } from '../support/story.ts'

/** Held on Monday at 10:00: its half-day ends at 14:00. */
const held = [...staffed, added('billie'), scheduled('2026-03-02T10:00')]
const AT_NOON = '2026-03-02T12:00'
const complete = [...held, filed('ines', '2026-03-02T11:30'), filed('malik', '2026-03-02T11:40')]

const opening: Command = (state, { at }) => openDebrief(state, 'talk', at)

/** On the wall clock in Paris, or `shut`. */
function opens(...events: readonly Event[]): string {
  const state = stateAfter(...events)
  const interview = state.interviews['talk']
  const at = interview && opensAt(state, interview)
  return at ? onTheWall(at) : 'shut'
}

describe('the cooling-off', () => {
  const longer = { coolingOff: 'next-morning' } as const

  test('may be set to the next working morning', () => {
    expect(opens(...complete)).toBe('2026-03-02T14:00')
    expect(opens(...complete, set(longer))).toBe('2026-03-03T09:00')
    given(...complete, set(longer))
      .when('system', opening, '2026-03-02T14:00')
      .thenRefused({ code: 'debrief-shut', missing: [] })
    given(...complete, set(longer))
      .when('system', opening, '2026-03-03T09:00')
      .thenRecorded({ type: 'DebriefOpened', interview: 'talk' })
  })

  test('set back to the half-day never opens a debrief by itself, nor before the half-day', () => {
    given(...complete, set(longer))
      .when('camille', adjusting({}), '2026-03-02T16:00')
      .thenRecorded({ type: 'SettingsChanged', settings: stateAfter(...staffed).settings })
    expect(opens(...complete, set(longer), set({}))).toBe('2026-03-02T14:00')
  })
})

describe('while a scorer is missing, nothing opens the debrief', () => {
  const waiting = [...held, filed('malik', '2026-03-02T11:40')]
  const changes: Readonly<Record<string, readonly [string, Command]>> = {
    'a change of settings': ['camille', adjusting({ lateAfterHours: 9 })],
    'a hand-over': ['camille', (state, actor) => handOver(state, 'lou', actor)],
    'the withdrawal of the candidate': ['camille', withdrawing('alex')],
    'naming the missing person an observer of the stage': [
      'camille',
      (state, actor) =>
        nameMember(
          state,
          { person: 'ines', role: 'observer', stages: ['interview'], expert: false },
          actor,
        ),
    ],
    'naming them for other stages': [
      'sacha',
      (state, actor) =>
        nameMember(
          state,
          { person: 'ines', role: 'scorer', stages: ['references'], expert: false },
          actor,
        ),
    ],
    'amended notes': ['malik', filing(1)],
  }

  test.each(Object.entries(changes))('%s', (_what, [by, command]) => {
    const after = continued(waiting, by, '2026-03-03T10:00', command)
    expect(opens(...after)).toBe('shut')
    given(...after)
      .when('system', opening, '2026-03-05T10:00')
      .thenRefused({ code: 'debrief-shut', missing: ['ines'] })
  })

  test('not even for those who lead: owner, deputy and advisor read nothing', () => {
    const state = stateAfter(...waiting)
    for (const reader of ['camille', 'sacha', 'noor', 'ines', 'lou']) {
      for (const kind of ['evidence', 'verdict'] as const) {
        const part = { kind, interview: 'talk', author: 'malik' }
        expect(mayReadScorecard(state, reader, part)).toBe(false)
      }
    }
  })
})

test('who was let off and files before the opening is a scorer like the others again', () => {
  const letOff = [...held, waived('ines', AT_NOON)]
  const again = continued(letOff, 'ines', '2026-03-02T12:30', filing())
  expect(stateAfter(...again).interviews['talk']?.waivers).toEqual({})
  expect(opens(...again)).toBe('shut')
  given(...again)
    .when('camille', waiving('malik'), '2026-03-02T13:00')
    .thenRecorded({
      type: 'ScorerWaived',
      interview: 'talk',
      scorer: 'malik',
      reason: 'reason-1',
    })
})
