/** What is done and said so that what is known of candidates does not outlive its use. */
import type { Temporal } from 'temporal-polyfill'
import { laterOf } from '../instants.ts'
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
  const erasures = Object.values(state.erasures)
  return [
    ...kept.map(expiry),
    ...announcements(state),
    ...erasures.filter(({ done }) => !done).map(takingBack),
    ...Object.values(Object.groupBy(erasures, ({ askedAt }) => askedAt.toString())).flatMap(
      (together = []) => told(state, together),
    ),
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
        dueAt: announceAt,
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

function takingBack({ application, askedAt }: Erasure): AgendaEntry {
  const key = `take-back/${application}`
  return { key, kind: 'take-back', application, dueAt: askedAt, shows: '' }
}

/** Those asked for at the same instant are told of together, once the last is done. */
function told({ owner }: Recruitment, together: readonly Erasure[]): AgendaEntry[] {
  const [first] = together
  const ends = together.flatMap(({ done }) => done?.at ?? [])
  if (!first || ends.length < together.length) return []
  const end = ends.reduce(laterOf, first.askedAt)
  return [
    {
      key: `erased/${first.application}`,
      kind: 'erased',
      to: owner,
      application: first.application,
      // Whoever asked is waiting for it.
      dueAt: first.isDue ? toWorkingTimeAfter(end) : end,
      shows: '',
    },
  ]
}

/** What was said of reference calls goes with their notes. */
function calls({ closedAt, forgottenCalls }: Recruitment): AgendaEntry[] {
  if (!closedAt || forgottenCalls.length === 0) return []
  return [{ key: 'take-back-calls', kind: 'take-back-calls', dueAt: closedAt, shows: '' }]
}
