import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/process/settings.ts'
import type { Settings } from '../../../src/process/settings.ts'
import { adjusting } from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import { criterion, opened, ready } from '../support/story.ts'

const changed = (settings: Partial<Settings>) => ({
  type: 'SettingsChanged' as const,
  settings: { ...DEFAULT_SETTINGS, ...settings },
})

describe('adjusting a recruitment', () => {
  test('is for the owner and the deputy', () => {
    for (const person of ['camille', 'sacha']) {
      given(...ready)
        .when(person, adjusting({ lateAfterHours: 9 }))
        .thenRecorded(changed({ lateAfterHours: 9 }))
    }
    given(...ready)
      .when('noor', adjusting({ lateAfterHours: 9 }))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...ready)
      .when('zoe', adjusting({ lateAfterHours: 9 }))
      .thenRefused({ code: 'not-a-member' })
  })

  test('starts from the defaults, and saying the same again changes nothing', () => {
    expect(stateAfter(opened()).settings).toEqual(DEFAULT_SETTINGS)
    given(...ready)
      .when('camille', adjusting({}))
      .thenRecorded()
    const once = continued(ready, 'camille', '2026-03-02T10:00', adjusting({ merged: true }))
    given(...once)
      .when('camille', adjusting({ merged: true }))
      .thenRecorded()
  })

  test.each([
    ['nudgeMinutes', 5, 60],
    ['lateAfterHours', 1, 36],
    ['ownerToldAfterHours', 9, 90],
    ['retentionMonths', 1, 24],
  ] as const)('refuses a %s out of %d to %d', (setting, min, max) => {
    for (const value of [min - 1, max + 1, min + 0.5, Number.NaN]) {
      given(...ready)
        .when('camille', adjusting({ [setting]: value }))
        .thenRefused({ code: 'setting-out-of-range', setting, min, max })
    }
    const other = DEFAULT_SETTINGS[setting] === max ? min : max
    const later = setting === 'lateAfterHours' ? { ownerToldAfterHours: max } : {}
    given(...ready)
      .when('camille', adjusting({ ...later, [setting]: other }))
      .thenRecorded(changed({ ...later, [setting]: other }))
  })

  test('never tells the owner before whoever is late', () => {
    given(...ready)
      .when('camille', adjusting({ lateAfterHours: 18, ownerToldAfterHours: 9 }))
      .thenRefused({ code: 'owner-told-too-early' })
    given(...ready)
      .when('camille', adjusting({ lateAfterHours: 9, ownerToldAfterHours: 9 }))
      .thenRecorded(changed({ lateAfterHours: 9, ownerToldAfterHours: 9 }))
  })

  test('is free of the framing as long as that is open', () => {
    const late = criterion('careful', ['case-study'], { mandatory: true })
    given(opened(), late)
      .when('camille', adjusting({ skipped: ['case-study'] }))
      .thenRecorded(changed({ skipped: ['case-study'] }))
  })
})
