import * as fc from 'fast-check'
import {
  adoptFraming,
  closeFraming,
  confirmReading,
  removeCriterion,
  setCriterion,
  verifyAt,
  writeCase,
} from '../../../../src/process/decide/framing.ts'
import { confirmAdvice } from '../../../../src/process/decide/opening.ts'
import { changeSettings } from '../../../../src/process/decide/settings.ts'
import { COOLING_OFFS, DEFAULT_SETTINGS } from '../../../../src/process/settings.ts'
import { reason, stage, stages } from './chance.ts'
import { nothing, order } from './order.ts'

const criterion = fc.constantFrom('curious', 'careful', 'skilled', 'kind', 'trusted', 'extra')

const criteria = fc.record({
  criterion,
  stages,
  weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
  mandatory: fc.boolean(),
  reason,
})

const settings = fc.record({
  merged: fc.boolean(),
  skipped: fc.oneof(fc.constant([]), fc.constant([]), stages),
  coolingOff: fc.constantFrom(...COOLING_OFFS),
  nudgeMinutes: fc.constantFrom(5, 15, 60, 61),
  lateAfterHours: fc.constantFrom(1, 4, 9),
  ownerToldAfterHours: fc.constantFrom(9, 18, 90),
})

export const framingOrders = [
  order(
    'criterion',
    criteria,
    (state, { criterion: id, reason, ...rest }, actor) => {
      const set = { id, label: `label-${id}`, ...rest }
      return reason === undefined && state.framing.criteria.length === 0
        ? adoptFraming(state, [set], actor)
        : setCriterion(state, set, reason, actor)
    },
    { weight: 3 },
  ),
  order('remove-criterion', fc.record({ criterion, reason }), (state, drawn, actor) =>
    removeCriterion(state, drawn.criterion, drawn.reason, actor),
  ),
  order('verify-at', fc.record({ criterion, stage }), (state, { criterion, stage }, actor) =>
    verifyAt(state, { [criterion]: stage }, actor),
  ),
  order('case', fc.record({ reason }), (state, { reason }, actor, { id }) =>
    writeCase(state, `case-${id}`, reason, actor),
  ),
  order('close-framing', nothing, (state, _, actor) => closeFraming(state, actor)),
  order('confirm-advice', nothing, (state, _, actor) => confirmAdvice(state, actor), {
    likely: ({ advisor, owner }) => advisor ?? owner,
  }),
  order('confirm-reading', nothing, (state, _, actor) => confirmReading(state, actor), {
    likely: ({ members, owner }) => Object.keys(members)[0] ?? owner,
  }),
  order(
    'settings',
    settings,
    (state, drawn, actor) => changeSettings(state, { ...DEFAULT_SETTINGS, ...drawn }, actor),
    { weight: 3 },
  ),
]
