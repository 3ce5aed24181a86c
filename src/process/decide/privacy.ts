/** Erasing what is known of a candidate, at the owner's wish or when its time is over (section 10). */
import type { ApplicationId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Application, Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { retentionOf } from '../retention.ts'
import { refuseUnlessOwner } from '../roles.ts'
import { refuseUnknown } from './applications.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/**
 * Erases a candidate, even of a closed recruitment. Refuses one still in the running, whose interviews
 * people expect, and whoever was chosen until the recruitment is closed.
 */
export function askErasure(state: Recruitment, application: ApplicationId, actor: Actor): Decided {
  const refusal = refuseUnlessOwner(state, actor.by)
  if (refusal) return refuse(refusal)
  if (state.erasures[application]) return accept(actor)
  const unfit = refuseErasure(state, state.applications[application])
  return unfit ? refuse(unfit) : accept(actor, { type: 'ErasureAsked', application })
}

/** Why this application cannot be erased now, whoever asks. */
export function refuseErasure(
  state: Recruitment,
  application: Application | undefined,
): Refusal | undefined {
  const unknown = refuseUnknown(application)
  if (unknown) return unknown
  if (application?.status === 'active') return { code: 'erase-while-running' }
  if (application?.status === 'chosen' && !state.closedAt) return { code: 'erase-while-chosen' }
  return undefined
}

/** Tells the owner of every application whose time is nearly over. Those told already are left alone. */
export function announceErasures(state: Recruitment, actor: Actor): Decided {
  const near = Object.values(state.applications).filter((application) => {
    const retention = retentionOf(state, application)
    return retention && !retention.eraseAt && !isBefore(actor.at, retention.announceAt)
  })
  return accept(
    actor,
    ...near.map(({ id }) => ({ type: 'ErasureAnnounced' as const, application: id })),
  )
}

/** Erases the applications whose time is over. */
export function eraseDue(state: Recruitment, actor: Actor): Decided {
  const due = Object.values(state.applications).filter((application) => {
    const { eraseAt } = retentionOf(state, application) ?? {}
    return eraseAt && !isBefore(actor.at, eraseAt)
  })
  return accept(actor, ...due.map(({ id }) => ({ type: 'ErasureAsked' as const, application: id })))
}

/** Records that the bot's own messages are gone too, and the name with them. */
export function recordErased(
  state: Recruitment,
  erased: {
    readonly application: ApplicationId
    readonly taken: number
    readonly blanked: number
    readonly kept: number
  },
  actor: Actor,
): Decided {
  const erasure = state.erasures[erased.application]
  if (!erasure || erasure.done) return accept(actor)
  return accept(actor, { type: 'CandidateErased', ...erased })
}
