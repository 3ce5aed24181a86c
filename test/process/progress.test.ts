import { describe, expect, test } from 'vitest'
import { nextStage, stageAfter } from '../../src/process/progress.ts'
import { stateAfter } from './support/history.ts'
import { criterion, happened, opened, set } from './support/story.ts'

const added = happened('2026-02-25T10:00', 'camille', {
  type: 'ApplicationAdded',
  application: 'alex',
  candidate: 'candidate-alex',
})

describe('what comes next for an application', () => {
  test('is the first stage that verifies something', () => {
    const state = stateAfter(opened(), criterion('skilled', ['interview', 'case-study']), added)
    expect(nextStage(state, 'alex')).toBe('interview')
  })

  test('is the first stage of all before anything is framed', () => {
    expect(nextStage(stateAfter(opened(), added), 'alex')).toBe('prequalification')
    const skipped = set({ skipped: ['prequalification'] })
    expect(nextStage(stateAfter(opened(), skipped, added), 'alex')).toBe('interview')
  })
})

describe('the stage after one', () => {
  const state = stateAfter(opened(), criterion('skilled', ['prequalification', 'case-study']))

  test('is the next one held that verifies something, and references last', () => {
    expect(stageAfter(state, 'prequalification')).toBe('case-study')
    expect(stageAfter(state, 'case-study')).toBe('references')
    expect(stageAfter(state, 'references')).toBeUndefined()
  })

  test('is never one that this recruitment skips', () => {
    const skipping = stateAfter(
      opened(),
      criterion('skilled', ['case-study', 'collaboration']),
      set({ skipped: ['case-study'] }),
    )
    expect(stageAfter(skipping, 'prequalification')).toBe('collaboration')
  })
})
