import { expect, test } from 'vitest'
import { doubtsIn } from '../../../src/process/comparison/doubts.ts'
import { held, met, onlyLine, reaching, weighing } from '../support/contenders.ts'

const MANDATORY = { mandatory: true }

test('what is mandatory comes first, then shared opinions, then what is below « validé »', () => {
  const criteria = [
    weighing('weak', 1),
    weighing('shared', 1),
    weighing('sound', 3),
    weighing('unseen', 2),
    weighing('to-verify', 2, MANDATORY),
    weighing('failed', 3, MANDATORY),
  ]
  const levels = { weak: 1, shared: 3, sound: 2, failed: 0 } as const
  const line = onlyLine(
    criteria,
    reaching(
      'collaboration',
      'camille',
      held('interview', { ines: levels, malik: { ...levels, shared: 1 } }),
    ),
  )
  expect(doubtsIn(line)).toEqual(['failed', 'to-verify', 'shared', 'weak'])
})

test('nothing is in doubt where everything is validated', () => {
  expect(doubtsIn(onlyLine([weighing('a', 3, MANDATORY)], met('camille', { a: 2 })))).toEqual([])
})
