import type { Fact } from '../events.ts'
import { SYSTEM } from '../events.ts'
import { fold } from '../evolve.ts'
import { opensAt } from '../gate.ts'
import type { InterviewId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Recruitment } from '../recruitment.ts'
import type { Actor, Decided } from './decided.ts'
import { stamp } from './decided.ts'

/** Accepts facts about one interview, and opens its debrief when they were all it waited for. */
export function acceptAndOpen(
  state: Recruitment,
  interview: InterviewId,
  actor: Actor,
  ...facts: readonly Fact[]
): Decided {
  return settled(state, [interview], actor, facts)
}

/** The same for facts about several interviews. */
export function acceptAndOpenAll(
  state: Recruitment,
  actor: Actor,
  ...facts: readonly Fact[]
): Decided {
  const touched = facts.flatMap((fact) => ('interview' in fact ? [fact.interview] : []))
  return settled(state, [...new Set(touched)], actor, facts)
}

function settled(
  state: Recruitment,
  interviews: readonly InterviewId[],
  actor: Actor,
  facts: readonly Fact[],
): Decided {
  const events = facts.map((fact) => stamp(fact, actor))
  const after = fold(events, state) ?? state
  const opened = interviews
    .filter((id) => {
      const interview = after.interviews[id]
      const opening = interview && !interview.openedAt ? opensAt(after, interview) : undefined
      return opening && !isBefore(actor.at, opening)
    })
    .map((interview) => stamp({ type: 'DebriefOpened', interview }, { by: SYSTEM, at: actor.at }))
  return { events: [...events, ...opened] }
}
