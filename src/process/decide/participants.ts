/**
 * Who takes part in one interview, once it is planned. Before the start people come and go; after it,
 * letting a scorer go counts as a waiver, and only an observer who attended can become a scorer
 * (section 4).
 */
import type { Fact } from '../events.ts'
import { fold } from '../evolve.ts'
import type { InterviewId, PersonId, Role, TextId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { participantsWith, slotOf, stagesOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseClosed, refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Actor, Decided } from './decided.ts'
import { refuse, stamp } from './decided.ts'
import { refuseWaiver } from './notes.ts'
import { acceptAndOpen } from './settle.ts'

/** Puts someone in the place of a participant, with the same role. After the start `reason` is needed. */
export function replaceParticipant(
  state: Recruitment,
  replaced: {
    readonly interview: InterviewId
    readonly person: PersonId
    readonly with: PersonId
    readonly reason?: TextId
  },
  actor: Actor,
): Decided {
  const interview = state.interviews[replaced.interview]
  const refusal = refuseUnlessStaffable(state, interview, actor)
  if (!interview || refusal) return refuse(refusal ?? { code: 'unknown-interview' })
  const role = interview.participants[replaced.person]
  if (!role) return refuse({ code: 'not-invited' })
  const joining = joins(state, interview, replaced.with, role, actor)
  if ('code' in joining) return refuse(joining)
  const after =
    fold(
      joining.map((fact) => stamp(fact, actor)),
      state,
    ) ?? state
  const leaving = leaves(after, replaced, actor)
  if ('code' in leaving) return refuse(leaving)
  return acceptAndOpen(state, interview.id, actor, ...joining, ...leaving)
}

/** Invites someone to a planned interview, or changes the role of someone who is. */
export function setParticipant(
  state: Recruitment,
  set: {
    readonly interview: InterviewId
    readonly person: PersonId
    readonly role: Role
    readonly reason?: TextId
  },
  actor: Actor,
): Decided {
  const interview = state.interviews[set.interview]
  const refusal = refuseUnlessStaffable(state, interview, actor)
  if (!interview || refusal) return refuse(refusal ?? { code: 'unknown-interview' })
  const current = interview.participants[set.person]
  if (current === set.role) return refuse({ code: 'already-there' })
  const facts =
    current === 'scorer'
      ? demoted(state, interview, set, actor)
      : joins(state, interview, set.person, set.role, actor)
  if ('code' in facts) return refuse(facts)
  return acceptAndOpen(state, interview.id, actor, ...facts)
}

/** Takes someone off an interview. */
export function removeParticipant(
  state: Recruitment,
  removed: { readonly interview: InterviewId; readonly person: PersonId; readonly reason?: TextId },
  actor: Actor,
): Decided {
  const interview = state.interviews[removed.interview]
  const refusal = refuseUnlessStaffable(state, interview, actor)
  if (!interview || refusal) return refuse(refusal ?? { code: 'unknown-interview' })
  const facts = leaves(state, removed, actor)
  if ('code' in facts) return refuse(facts)
  return acceptAndOpen(state, interview.id, actor, ...facts)
}

/** What taking someone off an interview records: a departure before the start, a waiver after. */
export function leaves(
  state: Recruitment,
  {
    interview: id,
    person,
    reason,
  }: { readonly interview: InterviewId; readonly person: PersonId; readonly reason?: TextId },
  actor: Actor,
): readonly Fact[] | Refusal {
  const interview = state.interviews[id]
  const role = interview?.participants[person]
  if (!interview || !role) return { code: 'not-invited' }
  const gone: Fact = { type: 'ParticipantRemoved', interview: id, person }
  if (role === 'observer') return [gone]
  if (!hasStarted(interview, actor)) {
    const others = participantsWith(interview, 'scorer').filter((one) => one !== person)
    return others.length === 0 ? { code: 'last-scorer', interviews: 1 } : [gone]
  }
  return waived(state, interview, person, reason, actor)
}

function demoted(
  state: Recruitment,
  interview: Interview,
  { person, role, reason }: { person: PersonId; role: Role; reason?: TextId },
  actor: Actor,
): readonly Fact[] | Refusal {
  if (hasStarted(interview, actor)) return waived(state, interview, person, reason, actor)
  const others = participantsWith(interview, 'scorer').filter((one) => one !== person)
  if (others.length === 0) return { code: 'last-scorer', interviews: 1 }
  return [{ type: 'ParticipantSet', interview: interview.id, person, role }]
}

function waived(
  state: Recruitment,
  interview: Interview,
  scorer: PersonId,
  reason: TextId | undefined,
  actor: Actor,
): readonly Fact[] | Refusal {
  const refusal =
    refuseUnlessOwner(state, actor.by) ??
    refuseWaiver(interview, scorer, actor) ??
    (reason === undefined
      ? { code: 'reason-to-let-off-needed' as const, interviews: 1 }
      : undefined)
  if (refusal || reason === undefined) return refusal ?? { code: 'reason-needed' }
  return [{ type: 'ScorerWaived', interview: interview.id, scorer, reason }]
}

/** Whoever joins is named for the stage too, so that the whole team knows them. */
function joins(
  state: Recruitment,
  interview: Interview,
  person: PersonId,
  role: Role,
  actor: Actor,
): readonly Fact[] | Refusal {
  const current = interview.participants[person]
  if (current === 'scorer' || current === role) return { code: 'already-there' }
  if (hasStarted(interview, actor) && !attends(interview, person)) return { code: 'not-attended' }
  const { id } = interview
  const member = state.members[person]
  const missing = stagesOf(interview).filter((stage) => !member?.stages.includes(stage))
  const named: Fact = {
    type: 'MemberNamed',
    person,
    role: member?.role ?? role,
    stages: [...(member?.stages ?? []), ...missing],
    expert: member?.expert ?? false,
  }
  return [
    ...(missing.length > 0 ? [named] : []),
    { type: 'ParticipantSet', interview: id, person, role },
  ]
}

export function refuseUnlessStaffable(
  state: Recruitment,
  interview: Interview | undefined,
  { by }: Actor,
): Refusal | undefined {
  const refusal = refuseUnlessOwnerOrDeputy(state, by) ?? refuseClosed(state)
  if (refusal) return refusal
  if (!interview) return { code: 'unknown-interview' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  return interview.openedAt ? { code: 'debrief-open-already' } : undefined
}

/** True of people invited who did not say that they would not come. */
function attends({ participants, answers }: Interview, person: PersonId): boolean {
  return participants[person] !== undefined && answers[person]?.coming !== false
}

function hasStarted(interview: Interview, { at }: Actor): boolean {
  return !isBefore(at, slotOf(interview).start)
}
