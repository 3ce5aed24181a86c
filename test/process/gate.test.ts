import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/process/events.ts'
import { coolingOffEnd, missingScorers, opensAt, owesNotesOn } from '../../src/process/gate.ts'
import type { Interview } from '../../src/process/recruitment.ts'
import { DEFAULT_SETTINGS } from '../../src/process/settings.ts'
import { stateAfter } from './support/history.ts'
import { onTheWall } from './support/instants.ts'
import {
  debriefOpened,
  filed,
  happened,
  moved,
  scheduled,
  staffed,
  staffedByOne,
  waived,
} from './support/story.ts'

function interviewOf(...events: readonly Event[]): Interview {
  const interview = stateAfter(...events).interviews['talk']
  if (!interview) throw new Error('The story schedules no interview')
  return interview
}

const DEFAULT = { settings: DEFAULT_SETTINGS }

/** On the wall clock in Paris, or `shut`. */
function opening(...events: readonly Event[]): string {
  const at = opensAt(DEFAULT, interviewOf(...staffed, ...events))
  return at ? onTheWall(at) : 'shut'
}

const alone = { participants: { ines: 'scorer', lou: 'observer' } } as const

describe('with several scorers, the debrief opens at the first half-day after the interview', () => {
  test.each([
    ['2026-03-03T10:00', '2026-03-03T14:00', 'a morning interview, the same afternoon'],
    ['2026-03-03T14:00', '2026-03-04T09:00', 'an afternoon interview, the next morning'],
    ['2026-03-03T13:00', '2026-03-04T09:00', 'an interview that ends at 14:00, the next morning'],
    ['2026-03-06T15:00', '2026-03-09T09:00', 'Friday afternoon, Monday morning'],
    ['2026-03-03T19:00', '2026-03-04T09:00', 'an evening interview, the next morning'],
    ['2026-03-03T07:30', '2026-03-03T09:00', 'an early interview, the same morning'],
    ['2026-03-07T10:00', '2026-03-09T09:00', 'a Saturday interview, Monday morning'],
    ['2026-07-13T15:00', '2026-07-15T09:00', 'the eve of 14 July, the day after it'],
    ['2026-04-03T15:00', '2026-04-07T09:00', 'the eve of Easter, Tuesday morning'],
    ['2026-03-27T15:00', '2026-03-30T09:00', 'over the start of summer time'],
  ])('%s: %s, %s', (start, expected) => {
    const both = [filed('ines', start), filed('malik', start)]
    expect(opening(scheduled(start), ...both)).toBe(expected)
  })
})

describe('with several scorers, the debrief opens at the last notes once the half-day has begun', () => {
  const talk = scheduled('2026-03-03T10:00')

  test('whoever they come from', () => {
    const early = '2026-03-03T11:30'
    const late = '2026-03-04T16:20'
    expect(opening(talk, filed('ines', early), filed('malik', late))).toBe(late)
    expect(opening(talk, filed('malik', early), filed('ines', late))).toBe(late)
  })

  test('a waiver counts like notes', () => {
    const filing = filed('ines', '2026-03-03T11:30')
    expect(opening(talk, filing, waived('malik', '2026-03-03T12:00'))).toBe('2026-03-03T14:00')
    expect(opening(talk, filing, waived('malik', '2026-03-05T11:00'))).toBe('2026-03-05T11:00')
  })

  test('letting everyone but one off does not make it an interview with a single scorer', () => {
    expect(
      opening(talk, waived('malik', '2026-03-03T11:30'), filed('ines', '2026-03-03T11:45')),
    ).toBe('2026-03-03T14:00')
  })

  test('amending notes does not put it off', () => {
    expect(
      opening(
        talk,
        filed('ines', '2026-03-03T11:30'),
        filed('malik', '2026-03-03T12:00'),
        filed('malik', '2026-03-03T16:00'),
      ),
    ).toBe('2026-03-03T14:00')
  })

  test('a moved interview counts from its new end', () => {
    expect(
      opening(
        talk,
        moved('2026-03-03T15:00', '2026-03-02T10:00'),
        filed('ines', '2026-03-03T16:30'),
        filed('malik', '2026-03-03T16:30'),
      ),
    ).toBe('2026-03-04T09:00')
  })

  test('at the time of the notes of whoever filed after having been let off', () => {
    expect(
      opening(
        talk,
        waived('malik', '2026-03-03T11:30'),
        filed('malik', '2026-03-03T18:30'),
        filed('ines', '2026-03-03T12:00'),
      ),
    ).toBe('2026-03-03T18:30')
  })
})

test('the end of the cooling-off is known before anyone files, and a single scorer has none', () => {
  const together = coolingOffEnd(DEFAULT, interviewOf(...staffed, scheduled('2026-03-06T15:00')))
  expect(together && onTheWall(together)).toBe('2026-03-09T09:00')
  const single = interviewOf(...staffedByOne, scheduled('2026-03-06T15:00', alone))
  expect(coolingOffEnd(DEFAULT, single)).toBeUndefined()
})

describe('with a single scorer the debrief opens at filing', () => {
  test.each(['2026-03-06T15:40', '2026-03-06T15:10', '2026-03-08T23:00'])('%s', (at) => {
    const events = [...staffedByOne, scheduled('2026-03-06T15:00', alone), filed('ines', at)]
    const opening = opensAt(DEFAULT, interviewOf(...events))
    expect(opening && onTheWall(opening)).toBe(at)
  })
})

describe('the debrief stays shut', () => {
  const talk = scheduled('2026-03-03T10:00')

  test('while a scorer is missing, observers never being awaited', () => {
    expect(opening(talk)).toBe('shut')
    expect(opening(talk, filed('ines', '2026-03-03T12:00'))).toBe('shut')
    const interview = interviewOf(...staffed, talk, filed('ines', '2026-03-03T12:00'))
    expect(missingScorers(interview)).toEqual(['malik'])
  })

  test('while nobody has filed, even if everyone had been let off', () => {
    const letOff = [waived('ines', '2026-03-03T12:00'), waived('malik', '2026-03-03T12:00')]
    expect(opening(talk, ...letOff)).toBe('shut')
  })

  test.each(['InterviewCancelled', 'InterviewNotHeld'] as const)('for good after %s', (type) => {
    expect(
      opening(
        talk,
        filed('ines', '2026-03-03T12:00'),
        filed('malik', '2026-03-03T12:00'),
        happened('2026-03-03T12:30', 'camille', { type, interview: 'talk' }),
      ),
    ).toBe('shut')
  })
})

describe('someone owes notes on an application', () => {
  const talk = scheduled('2026-03-03T10:00')
  const caseStudy = scheduled('2026-03-10T10:00', { interview: 'case', stage: 'case-study' })

  test('from the day they are invited to score, for any of its interviews', () => {
    const state = stateAfter(...staffed, talk, caseStudy, filed('ines', '2026-03-03T12:00'))
    expect(owesNotesOn(state, 'ines', 'alex')).toBe(true)
    expect(owesNotesOn(state, 'lou', 'alex')).toBe(false)
    expect(owesNotesOn(state, 'ines', 'billie')).toBe(false)
  })

  test('until they have filed, were let off, or the interview is called off', () => {
    const state = stateAfter(
      ...staffed,
      talk,
      caseStudy,
      filed('ines', '2026-03-03T12:00'),
      waived('malik', '2026-03-03T12:00'),
      debriefOpened('2026-03-03T14:00'),
      happened('2026-03-04T10:00', 'camille', { type: 'InterviewCancelled', interview: 'case' }),
    )
    expect(owesNotesOn(state, 'ines', 'alex')).toBe(false)
    expect(owesNotesOn(state, 'malik', 'alex')).toBe(false)
  })
})
