/** Product.md section 2, step 2: what is looked for. */
import { describe, expect, test } from 'vitest'
import { removeCriterion, setCriterion } from '../../../src/process/decide/framing.ts'
import { aCriterion, setting } from '../support/criteria.ts'
import { added, informed } from '../support/candidates.ts'
import { given, stateAfter } from '../support/history.ts'
import { filing, noEvidence, noVerdict } from '../support/notes.ts'
import { criterion, happened, opened, ready, scheduled, staffed } from '../support/story.ts'

describe('the case of the case study', () => {
  test('is written in the framing: one text, the same for every candidate', () => {
    const written = happened('2026-02-23T12:00', 'camille', { type: 'CaseWritten', text: 'case-1' })
    const state = stateAfter(...ready, added('billie'), written)
    expect(state.framing.case).toBe('case-1')
    for (const application of Object.values(state.applications)) {
      expect(application).not.toHaveProperty('case')
    }
  })
})

describe('a change after the closing', () => {
  const changed = happened('2026-03-02T10:00', 'camille', {
    ...setting('skilled', ['interview']),
    reason: 'reason-1',
  })

  test.each(['alex', 'billie'])('applies to all candidates: %s', (application) => {
    const evidence = { ...noEvidence, criteria: { skilled: 'Explique bien.' } }
    const verdict = { ...noVerdict, levels: { skilled: 2 }, recommendation: 'discuss' } as const
    const meeting = scheduled('2026-03-02T14:00', { application })
    const story = [...staffed, added('billie'), informed('billie'), meeting]
    given(...story)
      .when('ines', filing(0, evidence, verdict), '2026-03-02T16:00')
      .thenRefused({ code: 'criterion-not-verified-here' })
    given(...story, changed)
      .when('ines', filing(0, evidence, verdict), '2026-03-02T16:00')
      .thenRecorded({
        type: 'ScorecardFiled',
        interview: 'talk',
        scorer: 'ines',
        evidence: 'evidence-ines',
        verdict: 'verdict-ines',
      })
  })
})

describe('a mandatory criterion, once the framing is closed', () => {
  const framed = [...ready, criterion('careful', ['interview'], { mandatory: true })]
  const lifted = aCriterion('careful', ['interview'])

  test('is made non-mandatory for everyone by the owner, with a reason', () => {
    given(...framed)
      .when('camille', (state, actor) => setCriterion(state, lifted, 'reason-1', actor))
      .thenRecorded({ ...setting('careful'), reason: 'reason-1' })
    given(...framed)
      .when('camille', (state, actor) => setCriterion(state, lifted, undefined, actor))
      .thenRefused({ code: 'reason-needed' })
  })

  test('is neither made non-mandatory nor removed by the deputy, who decides nothing', () => {
    const refused = { code: 'owner-only', owner: 'camille' } as const
    given(...framed)
      .when('sacha', (state, actor) => setCriterion(state, lifted, 'reason-1', actor))
      .thenRefused(refused)
    given(...framed)
      .when('sacha', (state, actor) => removeCriterion(state, 'careful', 'reason-1', actor))
      .thenRefused(refused)
  })

  test('is changed otherwise by the deputy too, as any other is', () => {
    const heavier = aCriterion('careful', ['interview'], { mandatory: true, weight: 3 })
    given(...framed)
      .when('sacha', (state, actor) => setCriterion(state, heavier, 'reason-1', actor))
      .thenRecorded({ ...setting('careful'), mandatory: true, weight: 3, reason: 'reason-1' })
    given(
      opened(),
      happened('2026-02-24T11:00', 'camille', { type: 'DeputyNamed', person: 'sacha' }),
      criterion('careful', ['interview'], { mandatory: true }),
    )
      .when('sacha', (state, actor) => setCriterion(state, lifted, undefined, actor))
      .thenRecorded(setting('careful'))
  })
})
