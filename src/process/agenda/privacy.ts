/** What is done and said so that what is known of candidates does not outlive its use. */
import type { Temporal } from 'temporal-polyfill'
import type { Erasure, Recruitment } from '../recruitment.ts'
import { retentionOf } from '../retention.ts'
import type { Retention } from '../retention.ts'
import { toWorkingTimeAfter } from '../working-time.ts'
import type { AgendaEntry } from './entry.ts'

export function privacyAgenda(state: Recruitment): AgendaEntry[] {
  const kept = Object.values(state.applications).flatMap((application) => {
    const retention = retentionOf(state, application)
    return retention ? [{ application: application.id, ...retention }] : []
  })
  return [
    ...kept.map(expiry),
    ...announcements(state),
    ...Object.values(state.erasures).flatMap((erasure) => erasing(state, erasure)),
    ...calls(state),
  ]
}

/** One entry does it for every application whose time has come. */
function expiry({
  application,
  announceAt,
  eraseAt,
}: Retention & { readonly application: string }): AgendaEntry {
  return eraseAt
    ? {
        key: `erase-due/${application}/${eraseAt.epochMilliseconds}`,
        kind: 'erase-due',
        application,
        dueAt: eraseAt,
        shows: '',
      }
    : {
        key: `announce/${application}/${announceAt.epochMilliseconds}`,
        kind: 'announce-erasures',
        application,
        dueAt: toWorkingTimeAfter(announceAt),
        shows: '',
      }
}

/** Those announced together are told together. */
function announcements(state: Recruitment): AgendaEntry[] {
  const told = new Map<number, Temporal.Instant>()
  for (const { erasureAnnouncedAt: at } of Object.values(state.applications)) {
    if (at) told.set(at.epochMilliseconds, at)
  }
  return [...told].map(([stamp, dueAt]) => ({
    key: `erasure-near/${stamp}`,
    kind: 'erasure-near',
    to: state.owner,
    dueAt,
    shows: '',
  }))
}

function erasing(
  state: Recruitment,
  { application, askedAt, isDue, done }: Erasure,
): AgendaEntry[] {
  const takeBack: AgendaEntry = {
    key: `take-back/${application}`,
    kind: 'take-back',
    application,
    dueAt: askedAt,
    shows: '',
  }
  if (!done) return [takeBack]
  return [
    {
      key: `erased/${application}`,
      kind: 'erased',
      to: state.owner,
      application,
      // Whoever asked is waiting for it.
      dueAt: isDue ? toWorkingTimeAfter(done.at) : done.at,
      shows: '',
    },
  ]
}

/** What was said of reference calls goes with their notes. */
function calls({ closedAt, forgottenCalls }: Recruitment): AgendaEntry[] {
  if (!closedAt || forgottenCalls.length === 0) return []
  return [{ key: 'take-back-calls', kind: 'take-back-calls', dueAt: closedAt, shows: '' }]
}
