import { describe, test } from 'vitest'
import { verifyAt } from '../../../src/process/decide/framing.ts'
import { changeSettings } from '../../../src/process/decide/settings.ts'
import { DEFAULT_SETTINGS } from '../../../src/process/settings.ts'
import { given } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { criterion, happened, opened, ready } from '../support/story.ts'

const placing: Command = (state, actor) =>
  verifyAt(state, { careful: 'interview', kind: 'collaboration', gone: 'interview' }, actor)

describe('giving criteria their stage', () => {
  const pasted = [opened(), criterion('careful', []), criterion('kind', ['references'])]
  const placed = { mandatory: false, type: 'CriterionSet', weight: 2 } as const

  test('adds it to each, and leaves out what is gone meanwhile', () => {
    given(...pasted)
      .when('camille', placing)
      .thenRecorded(
        { ...placed, criterion: 'careful', label: 'label-careful', stages: ['interview'] },
        {
          ...placed,
          criterion: 'kind',
          label: 'label-kind',
          stages: ['references', 'collaboration'],
        },
      )
  })

  test('again changes nothing', () => {
    given(...pasted, criterion('careful', ['interview']), criterion('kind', ['collaboration']))
      .when('camille', placing)
      .thenRecorded()
  })

  test('needs a reason, one at a time, once the framing is closed', () => {
    given(...ready)
      .when('camille', placing)
      .thenRefused({ code: 'reason-needed' })
  })

  test('is for the owner and the deputy', () => {
    given(...pasted)
      .when('zoe', placing)
      .thenRefused({ code: 'not-a-member' })
  })
})

test('settings saved as they are change nothing, whatever the order of stages', () => {
  const skipped = ['references', 'collaboration'] as const
  const set = happened('2026-02-23T12:00', 'camille', {
    type: 'SettingsChanged',
    settings: { ...DEFAULT_SETTINGS, skipped },
  })
  given(opened(), set)
    .when('camille', (state, actor) =>
      changeSettings(state, { ...DEFAULT_SETTINGS, skipped: skipped.toReversed() }, actor),
    )
    .thenRecorded()
})
