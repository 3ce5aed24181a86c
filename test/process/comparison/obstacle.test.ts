import { describe, expect, test } from 'vitest'
import { obstacleTo } from '../../../src/process/comparison/compare.ts'
import {
  assessment,
  held,
  met,
  onlyGroup,
  onlyLine,
  reaching,
  weighing,
} from '../support/contenders.ts'

describe('a mandatory criterion', () => {
  const mandatory = { mandatory: true }

  test('given a mean that rounds to 2, when choosing, then it is still below 2', () => {
    const sixScorers = Object.fromEntries(
      ([3, 2, 2, 2, 1, 1] as const).map((level, i) => [`scorer-${i}`, { A: level }]),
    )
    const line = onlyLine(
      [weighing('A', 1, mandatory)],
      reaching('interview', 'camille', held('interview', sixScorers)),
    )
    // (3 + 2 + 2 + 2 + 1 + 1) / 6 = 11/6 = 1.83
    expect(obstacleTo(line)).toEqual({ blocked: 'mandatory-not-validated', criteria: ['A'] })
  })

  test('given a mean of exactly 2, when choosing, then nothing is in the way, even with shared opinions', () => {
    const line = onlyLine(
      [weighing('A', 1, mandatory)],
      reaching('interview', 'camille', held('interview', { ines: { A: 3 }, malik: { A: 1 } })),
    )
    expect(assessment(line, 'A')).toMatchObject({ mean: 2, shared: true })
    expect(obstacleTo(line)).toBeUndefined()
  })

  test('given that nobody assessed it, when choosing, then it is to verify, which blocks', () => {
    const line = onlyLine(
      [weighing('A', 1, mandatory), weighing('B', 1)],
      met('camille', { A: null, B: 3 }),
    )
    expect(line).toMatchObject({ score: 1, cannotBeChosen: [], toVerify: ['A'] })
    expect(obstacleTo(line)).toEqual({ blocked: 'mandatory-not-assessed', criteria: ['A'] })
  })

  test('given one not validated and one to verify, when choosing, then the first is the reason', () => {
    const line = onlyLine(
      [weighing('A', 1, mandatory), weighing('B', 1, mandatory)],
      met('camille', { B: 1 }),
    )
    expect(line).toMatchObject({ cannotBeChosen: ['B'], toVerify: ['A'] })
    expect(obstacleTo(line)).toEqual({ blocked: 'mandatory-not-validated', criteria: ['B'] })
  })

  test('given that it is made non-mandatory, when choosing, then it blocks nobody and no score moves', () => {
    const contenders = [met('camille', { A: 1 }), met('dominique', { B: 1 })]
    const lines = (details: { mandatory: boolean }) =>
      onlyGroup([weighing('A', 2, details), weighing('B', 2)], ...contenders).ranking
    const [before, after] = [lines(mandatory), lines({ mandatory: false })]
    expect(before.map((line) => obstacleTo(line)?.blocked)).toEqual([
      'mandatory-not-validated',
      'mandatory-not-assessed',
    ])
    expect(after.map(obstacleTo)).toEqual([undefined, undefined])
    expect(after.map(({ score }) => score)).toEqual(before.map(({ score }) => score))
  })
})
