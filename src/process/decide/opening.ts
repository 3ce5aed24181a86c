import type { Fact } from '../events.ts'
import type { Recruitment } from '../recruitment.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

export type Opening = Omit<Extract<Fact, { type: 'RecruitmentOpened' }>, 'type' | 'owner'>

/**
 * Opens a recruitment, owned by whoever asks. A first recruitment needs a craft advisor, other than
 * its owner; the craft `other` has none and is never blocked.
 */
export function openRecruitment(opening: Opening, actor: Actor): Decided {
  const { advisor, firstRecruitment, craft } = opening
  if (advisor === actor.by) return refuse({ code: 'advisor-is-owner' })
  if (firstRecruitment && craft !== 'other' && !advisor) return refuse({ code: 'advisor-missing' })
  return accept(actor, { type: 'RecruitmentOpened', owner: actor.by, ...opening })
}

/** Records the channel that was made for the recruitment; again and again without effect. */
export function recordChannel(state: Recruitment, channel: string, actor: Actor): Decided {
  return state.channel ? accept(actor) : accept(actor, { type: 'ChannelCreated', channel })
}

/** The advisor says having been consulted on the framing. */
export function confirmAdvice(state: Recruitment, actor: Actor): Decided {
  if (state.advisor !== actor.by) return refuse({ code: 'not-the-advisor' })
  return state.advisorConfirmedAt ? accept(actor) : accept(actor, { type: 'AdvisorConfirmed' })
}
