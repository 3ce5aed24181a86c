/** What scorers write changes nothing that others can see. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import { obligationsOf } from '../../../src/process/obligations.ts'
import { stories } from '../support/stories.ts'
import { play } from '../support/play.ts'
import type { Played } from '../support/play.ts'
import { MARK } from '../support/sealed-content.ts'

/** Everything that leaves the rules: the log, what each order was answered, what is said and owed. */
function visible({ moments, events }: Played): string {
  return JSON.stringify({
    events,
    refusals: moments.map(({ decided }) => decided.refusal),
    said: moments
      .filter(({ before, state }) => before !== state)
      .map(({ state, now }) => [agendaOf(state, now), obligationsOf(state)]),
  })
}

test('two stories that differ only in sealed content look the same, at every step', () => {
  fc.assert(
    fc.property(stories, (story) => {
      expect(visible(play(story, 'harsh'))).toBe(visible(play(story, 'kind')))
    }),
    { numRuns: 80 },
  )
})

test('no text of a scorecard is in what leaves the rules', () => {
  fc.assert(
    fc.property(stories, (story) => {
      expect(visible(play(story))).not.toContain(MARK)
    }),
    { numRuns: 60 },
  )
})
