/** How far a recruitment is when a random story starts. */
import type { Event } from '../../../src/process/events.ts'
import { debriefOpened, filed, happened, named, opened, scheduled, set, staffed } from './story.ts'

/** Several times the same to make it likelier. */
export const BEGINNINGS = [
  'open',
  'staffed',
  'invited today',
  'invited today',
  'invited later',
  'owner scores',
  'observer gone',
  'merged',
  'debrief open',
  'debrief open',
  'crowded',
  'everyone answered',
  'closed',
] as const
export type Beginning = (typeof BEGINNINGS)[number]

/** Other candidates, so that one person has several applications to score. */
const candidates = [
  ...staffed,
  ...['billie', 'chris', 'dany'].map((application) =>
    happened('2026-02-24T12:00', 'camille', {
      type: 'ApplicationAdded',
      application,
      candidate: `candidate-${application}`,
      tracked: true,
    }),
  ),
]
/** Over 14:00, so that notes may come before the end and after a half-day has begun. */
const today = scheduled('2026-03-24T13:30', { application: 'billie' })

/** Billie was met yesterday, and the debrief is open. */
const met = [
  ...candidates,
  scheduled('2026-03-23T10:00', { application: 'billie' }),
  filed('ines', '2026-03-23T11:30'),
  filed('malik', '2026-03-23T11:40'),
  debriefOpened('2026-03-23T14:00'),
]

const stopped = ['alex', 'billie', 'chris', 'dany'].flatMap((application) => [
  happened('2026-03-23T15:00', 'camille', { type: 'ApplicationStopped', application }),
  happened('2026-03-23T16:00', 'camille', { type: 'CandidateAnswered', application }),
])

const chosen = [
  ...stopped.slice(2),
  happened('2026-03-23T15:30', 'camille', { type: 'CandidateChosen', application: 'alex' }),
  happened('2026-03-23T16:00', 'camille', { type: 'CandidateAnswered', application: 'alex' }),
  happened('2026-03-23T17:00', 'camille', { type: 'RecruitmentClosed', chosen: 'alex' }),
]

export const BEGUN: Readonly<Record<Beginning, readonly Event[]>> = {
  open: [opened({ firstRecruitment: true, advisor: 'lou' })],
  staffed: candidates,
  'invited today': [...candidates, today],
  'invited later': [...candidates, scheduled('2026-03-26T10:00')],
  'owner scores': [
    ...candidates,
    named('camille', 'scorer', ['interview']),
    scheduled('2026-03-24T13:30', { participants: { camille: 'scorer', ines: 'scorer' } }),
  ],
  'observer gone': [
    ...candidates,
    today,
    happened('2026-03-23T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' }),
  ],
  merged: [
    ...candidates,
    set({ merged: true }),
    scheduled('2026-03-24T13:30', { merged: true, conductor: 'ines' }),
  ],
  'debrief open': met,
  crowded: [
    ...candidates,
    ...['alex', 'billie', 'chris'].map((application) =>
      happened('2026-03-23T15:00', 'camille', {
        type: 'ApplicationAdvanced',
        application,
        stage: 'collaboration',
      }),
    ),
  ],
  'everyone answered': [...met, ...stopped],
  closed: [...met, ...chosen],
}
