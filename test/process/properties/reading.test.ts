/** Nobody but its author reads a part of a scorecard before its gate is open. */
import { test } from 'vitest'
import { mayReadScorecard, missingScorers } from '../../../src/process/gate.ts'
import type { Interview, Recruitment } from '../../../src/process/recruitment.ts'
import { standings } from '../../../src/process/roles.ts'
import { never } from '../support/never.ts'
import { PEOPLE } from '../support/orders/chance.ts'

const KINDS = ['evidence', 'verdict'] as const
const READERS = [...PEOPLE, 'noor', 'stranger', 'channel']

/** Every part of every scorecard filed so far, with whoever may ask for it. */
function readings(state: Recruitment) {
  return Object.values(state.interviews).flatMap((interview) =>
    Object.keys(interview.filings).flatMap((author) =>
      KINDS.flatMap((kind) =>
        READERS.map((reader) => {
          const part = { kind, interview: interview.id, author }
          const granted = mayReadScorecard(state, reader, part)
          return { interview, kind, author, reader, granted }
        }),
      ),
    ),
  )
}

function owes(state: Recruitment, person: string, { application }: Interview): boolean {
  return Object.values(state.interviews).some(
    (interview) =>
      interview.application === application &&
      interview.status === 'scheduled' &&
      missingScorers(interview).includes(person),
  )
}

test('before the opening, authors alone read what they wrote, whatever roles people have', () => {
  never(200, ({ state }) =>
    readings(state).filter(
      ({ interview, author, reader, granted }) =>
        !interview.openedAt && granted !== (reader === author),
    ),
  )
})

test('after it, levels are for members who owe nothing on that candidate, not for the channel', () => {
  never(200, ({ state }) =>
    readings(state).filter(
      ({ interview, kind, author, reader, granted }) =>
        interview.openedAt &&
        kind === 'verdict' &&
        granted !==
          (reader === author ||
            (standings(state, reader).length > 0 && !owes(state, reader, interview))),
    ),
  )
})

test('after it, evidence is for every member and the channel, never for strangers', () => {
  never(200, ({ state }) =>
    readings(state).filter(
      ({ interview, kind, author, reader, granted }) =>
        interview.openedAt &&
        kind === 'evidence' &&
        granted !==
          (reader === author || reader === 'channel' || standings(state, reader).length > 0),
    ),
  )
})
