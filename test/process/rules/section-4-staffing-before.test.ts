/** Product.md section 4: who scores an interview, until it starts. */
import { describe, expect, test } from 'vitest'
import { removeMember } from '../../../src/process/decide/team.ts'
import { replacing, setting, takingOff } from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import { named, scheduled, staffed, staffedByOne } from '../support/story.ts'

const coming = [...staffed, scheduled('2026-03-09T14:00')]

const off = (person: string) => ({ type: 'ParticipantRemoved', interview: 'talk', person }) as const
const on = (person: string, role: 'scorer' | 'observer') =>
  ({ type: 'ParticipantSet', interview: 'talk', person, role }) as const
const joining = (person: string, role: 'scorer' | 'observer') =>
  ({ type: 'MemberNamed', person, role, stages: ['interview'], expert: false }) as const

describe('before the start, people come and go', () => {
  test('someone is invited, and named for the stage so that the team knows them', () => {
    given(...coming)
      .when('camille', setting('zoe', 'scorer'))
      .thenRecorded(joining('zoe', 'scorer'), on('zoe', 'scorer'))
    given(...coming, named('sacha', 'observer', ['interview']))
      .when('camille', setting('sacha', 'scorer'))
      .thenRecorded(on('sacha', 'scorer'))
  })

  test('roles change both ways', () => {
    given(...coming)
      .when('camille', setting('lou', 'scorer'))
      .thenRecorded(on('lou', 'scorer'))
    given(...coming)
      .when('sacha', setting('ines', 'observer'))
      .thenRecorded(on('ines', 'observer'))
    given(...coming)
      .when('camille', setting('ines', 'scorer'))
      .thenRefused({ code: 'already-there' })
  })

  test('someone is replaced by another with the same role', () => {
    given(...coming)
      .when('camille', replacing('ines', 'lou'))
      .thenRecorded(on('lou', 'scorer'), off('ines'))
    given(...coming)
      .when('camille', replacing('lou', 'zoe'))
      .thenRecorded(joining('zoe', 'observer'), on('zoe', 'observer'), off('lou'))
    given(...coming)
      .when('camille', replacing('zoe', 'lou'))
      .thenRefused({ code: 'not-invited' })
    given(...coming)
      .when('camille', replacing('ines', 'malik'))
      .thenRefused({ code: 'already-there' })
  })

  test('whoever leads the meeting does not any more once taken off', () => {
    const led = [...staffed, scheduled('2026-03-09T14:00', { conductor: 'ines' })]
    expect(stateAfter(...led).interviews['talk']?.conductor).toBe('ines')
    const without = continued(led, 'camille', '2026-03-03T10:00', takingOff('ines'))
    expect(stateAfter(...without).interviews['talk']).not.toHaveProperty('conductor')
    const other = continued(led, 'camille', '2026-03-03T10:00', takingOff('malik'))
    expect(stateAfter(...other).interviews['talk']?.conductor).toBe('ines')
  })

  test('by the owner and the deputy, nobody else', () => {
    for (const command of [setting('zoe', 'scorer'), replacing('ines', 'lou'), takingOff('lou')]) {
      given(...coming)
        .when('ines', command)
        .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
      given(...coming)
        .when('zoe', command)
        .thenRefused({ code: 'not-a-member' })
    }
  })
})

describe('no interview is without a scorer', () => {
  const alone = [
    ...staffedByOne,
    scheduled('2026-03-09T14:00', { participants: { ines: 'scorer', lou: 'observer' } }),
  ]

  test('the last one is neither taken off, nor made an observer, nor removed from the team', () => {
    const last = { code: 'last-scorer', interviews: 1 } as const
    given(...alone)
      .when('camille', takingOff('ines'))
      .thenRefused(last)
    given(...alone)
      .when('camille', setting('ines', 'observer'))
      .thenRefused(last)
    given(...alone)
      .when('camille', (state, actor) => removeMember(state, { person: 'ines' }, actor))
      .thenRefused(last)
  })

  test('but is replaced', () => {
    given(...alone)
      .when('camille', replacing('ines', 'malik'))
      .thenRecorded(joining('malik', 'scorer'), on('malik', 'scorer'), off('ines'))
  })
})
