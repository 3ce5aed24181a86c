import { describe, expect, test } from 'vitest'
import { nextStage } from '../../src/process/progress.ts'
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
