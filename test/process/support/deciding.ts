/** What a random order is to the rules. */
import {
  adoptFraming,
  closeFraming,
  confirmReading,
  removeCriterion,
  setCriterion,
  writeCase,
} from '../../../src/process/decide/framing.ts'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import {
  addApplication,
  answerInvitation,
  cancelInterview,
  moveInterview,
  reportNotHeld,
  scheduleInterview,
  tickBriefItem,
} from '../../../src/process/decide/interviews.ts'
import {
  fileScorecard,
  openDebrief,
  remindScorer,
  waiveScorer,
} from '../../../src/process/decide/notes.ts'
import { confirmAdvice, nameDeputy, recordChannel } from '../../../src/process/decide/opening.ts'
import { nameMember, recordUnreachable, removeMember } from '../../../src/process/decide/team.ts'
import { criteriaOf } from '../../../src/process/recruitment.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { aimedInterview, aimedScorer } from './aiming.ts'
import type { Order } from './orders.ts'
import { sealedContent } from './sealed-content.ts'
import type { World } from './sealed-content.ts'

interface Fresh {
  /** Makes the ids of what this order creates. */
  readonly id: string
  readonly world: World
}

export function deciding(state: Recruitment, order: Order, actor: Actor, fresh: Fresh): Decided {
  const { id } = fresh
  const interview = aimedInterview(state, order)
  switch (order.kind) {
    case 'criterion': {
      const { criterion, reason, kind: _kind, ...rest } = order
      const set = { id: criterion, label: `label-${id}`, ...rest }
      return reason === undefined && state.framing.criteria.length === 0
        ? adoptFraming(state, [set], actor)
        : setCriterion(state, set, reason, actor)
    }
    case 'remove-criterion':
      return removeCriterion(state, order.criterion, order.reason, actor)
    case 'case':
      return writeCase(state, `case-${id}`, order.reason, actor)
    case 'close-framing':
      return closeFraming(state, actor)
    case 'confirm-advice':
      return confirmAdvice(state, actor)
    case 'confirm-reading':
      return confirmReading(state, actor)
    case 'channel':
      return recordChannel(state, `channel-${id}`, actor)
    case 'deputy':
      return nameDeputy(state, order.person, actor)
    case 'member': {
      const { kind: _kind, ...named } = order
      return nameMember(state, named, actor)
    }
    case 'remove-member':
      return removeMember(state, order.person, actor)
    case 'unreachable':
      return recordUnreachable(state, order.person, actor)
    case 'application':
      return addApplication(
        state,
        { application: order.application, candidate: `candidate-${id}` },
        actor,
      )
    case 'schedule': {
      const { application, stage } = order
      return scheduleInterview(
        state,
        { interview: `interview-${id}`, application, stage, ...slot(order, actor, id) },
        actor,
      )
    }
    case 'move':
      return moveInterview(state, interview, slot(order, actor, id), actor)
    case 'cancel':
      return cancelInterview(state, interview, actor)
    case 'not-held':
      return reportNotHeld(state, interview, actor)
    case 'answer':
      return answerInvitation(state, interview, order.coming, actor)
    case 'tick':
      return tickBriefItem(state, { interview, item: order.item, done: order.done }, actor)
    case 'file':
      return file(state, interview, order, actor, fresh)
    case 'waive':
      return waiveScorer(
        state,
        { interview, scorer: aimedScorer(state, order), reason: `reason-${id}` },
        actor,
      )
    case 'remind':
      return remindScorer(state, { interview, scorer: aimedScorer(state, order) }, actor)
    case 'open-debrief':
      return openDebrief(state, interview, actor.at)
  }
}

type Of<K extends Order['kind']> = Extract<Order, { kind: K }>

function file(
  state: Recruitment,
  interview: string,
  { flaw, stale }: Of<'file'>,
  actor: Actor,
  { id, world }: Fresh,
): Decided {
  const stage = state.interviews[interview]?.stage ?? 'interview'
  const content = sealedContent(stage, criteriaOf(state.framing, stage), flaw, world)
  const versions = state.interviews[interview]?.filings[actor.by]?.length ?? 0
  return fileScorecard(
    state,
    {
      interview,
      evidence: { id: `evidence-${id}`, content: content.evidence },
      verdict: { id: `verdict-${id}`, content: content.verdict },
      after: stale ? versions - 1 : versions,
    },
    actor,
  )
}

function slot(
  { startsIn, minutes, nightConfirmed }: Of<'move' | 'schedule'>,
  { at }: Actor,
  id: string,
) {
  return {
    start: at.add({ minutes: startsIn }),
    minutes,
    place: `place-${id}`,
    zone: 'Europe/Paris',
    nightConfirmed,
  }
}
