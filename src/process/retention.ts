/** How long what is known of candidates is kept (product.md section 10). */
import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from './defaults.ts'
import type { Event } from './events.ts'
import type { ApplicationId, InterviewId } from './ids.ts'
import { isBefore, laterOf } from './instants.ts'
import { interviewsOf } from './progress.ts'
import type { Application, Recruitment } from './recruitment.ts'
import { endOf } from './recruitment.ts'
import { WORKING_TIME, openingOf, toWorkingTimeBefore } from './working-time.ts'

/** When the candidate last heard of the team, as far as is known: a meeting counts once it has ended. */
export function lastContact(state: Recruitment, application: Application): Temporal.Instant {
  const { id, addedAt, informedAt, answeredAt, withdrawnAt } = application
  const told = [informedAt, answeredAt, withdrawnAt].filter((at) => at !== undefined)
  return [...told, ...interviewsOf(state, id).map(endOf)].reduce(laterOf, addedAt)
}

export interface Retention {
  /** When the time for which it may be kept is over. */
  readonly endAt: Temporal.Instant
  /** From then on the owner can be told. */
  readonly announceAt: Temporal.Instant
  /** Nothing until the owner has been told, and has had the time to act. */
  readonly eraseAt?: Temporal.Instant
}

/**
 * When an unsuccessful application goes: on the eve of the day that is the months that were set after the last contact
 * (two years at most: CNIL, recruitment guide, 2023), and never without two weeks' notice, whatever was set
 * meanwhile. All is counted in days, so that those who heard of the team on one day go together, told once;
 * the notice is given on the working day before rather than after. Nothing for the others.
 */
export function retentionOf(state: Recruitment, application: Application): Retention | undefined {
  const { status, erasureAnnouncedAt } = application
  if (status !== 'stopped' && status !== 'withdrawn') return undefined
  const days = DEFAULTS.erasureNoticeDays
  const lastDay = dayOf(lastContact(state, application))
    .add({ months: state.settings.retentionMonths })
    .subtract({ days: 1 })
  const endAt = openingOf(lastDay)
  const announceAt = toWorkingTimeBefore(openingOf(lastDay.subtract({ days })))
  const isAnnounced = erasureAnnouncedAt && !isBefore(erasureAnnouncedAt, announceAt)
  if (!isAnnounced) return { endAt, announceAt }
  return {
    endAt,
    announceAt,
    eraseAt: laterOf(endAt, erasureAnnouncedAt.add({ hours: 24 * days })),
  }
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate()
}

/** Interviews whose notes go when the recruitment closes. */
export function referenceCalls({ interviews }: Recruitment): readonly InterviewId[] {
  return Object.values(interviews)
    .filter(({ stage }) => stage === 'references')
    .map(({ id }) => id)
}

/** What an event takes away of the texts that people wrote. */
export interface Forgotten {
  /** Everything about these applications; all but their names when `keepsName`. */
  readonly applications: readonly ApplicationId[]
  readonly keepsName: boolean
  /** Everything about these interviews. */
  readonly interviews: readonly InterviewId[]
}

/** What is to be erased along with `event`, which happens in `before`. */
export function forgottenBy(before: Recruitment, event: Event): Forgotten | undefined {
  switch (event.type) {
    case 'ErasureAsked':
      return { applications: [event.application], keepsName: true, interviews: [] }
    case 'CandidateErased':
      return { applications: [event.application], keepsName: false, interviews: [] }
    case 'RecruitmentClosed':
      return { applications: [], keepsName: true, interviews: referenceCalls(before) }
    default:
      return undefined
  }
}
