/** What each event changes in the framing. */
import type { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import type { FramingFact } from '../facts/framing.ts'
import type { Criterion, Framing, Recruitment } from '../recruitment.ts'

export function framingAfter(
  state: Recruitment,
  event: FramingFact & Stamp,
  at: Temporal.Instant,
): Recruitment {
  switch (event.type) {
    case 'AdvisorConfirmed':
      return { ...state, advisorConfirmedAt: at }
    case 'FramingRead':
      return read(state, event.person, at)
    case 'FramingClosed':
      return { ...state, framing: { ...state.framing, closedAt: at } }
    case 'FramingReopened':
      return reopened(state, event, at)
    default:
      return { ...state, framing: edited(state.framing, event, at) }
  }
}

function read(state: Recruitment, person: string, at: Temporal.Instant): Recruitment {
  const member = state.members[person]
  if (!member) return state
  return { ...state, members: { ...state.members, [person]: { ...member, readFramingAt: at } } }
}

/** Everyone will have to read it again, once it is closed. */
function reopened(
  state: Recruitment,
  { by, reason }: Extract<FramingFact, { type: 'FramingReopened' }> & Stamp,
  at: Temporal.Instant,
): Recruitment {
  const { closedAt: _closed, ...framing } = state.framing
  const members = Object.fromEntries(
    Object.entries(state.members).map(([person, { readFramingAt: _read, ...member }]) => [
      person,
      member,
    ]),
  )
  return {
    ...state,
    members,
    framing: {
      ...framing,
      reopened: framing.reopened + 1,
      changes: [...framing.changes, { at, by, reason }],
    },
  }
}

type Edit = Extract<FramingFact, { type: 'CriterionSet' | 'CriterionRemoved' | 'CaseWritten' }>

function edited(framing: Framing, event: Edit & Stamp, at: Temporal.Instant): Framing {
  const changes =
    framing.closedAt && event.reason
      ? [
          ...framing.changes,
          {
            at,
            by: event.by,
            reason: event.reason,
            ...('criterion' in event && { criterion: event.criterion }),
          },
        ]
      : framing.changes
  const base = { startedAt: at, ...framing, changes }
  switch (event.type) {
    case 'CaseWritten':
      return { ...base, case: event.text }
    case 'CriterionRemoved':
      return { ...base, criteria: framing.criteria.filter(({ id }) => id !== event.criterion) }
    case 'CriterionSet': {
      const { criterion: id, label, weight, mandatory, stages } = event
      const set: Criterion = { id, label, weight, mandatory, stages }
      const known = framing.criteria.some((criterion) => criterion.id === id)
      return {
        ...base,
        criteria: known
          ? framing.criteria.map((criterion) => (criterion.id === id ? set : criterion))
          : [...framing.criteria, set],
      }
    }
  }
}
