/** Random histories: whatever people and the bot may do to a recruitment, sensible or not. */
import { array, boolean, constant, constantFrom, integer, nat, oneof, record } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Pool } from 'pg'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import { confirmReading } from '../../../src/process/decide/framing.ts'
import {
  answerInvitation,
  reportNotHeld,
  tickBriefItem,
} from '../../../src/process/decide/attending.ts'
import {
  cancelInterview,
  moveInterview,
  scheduleInterview,
} from '../../../src/process/decide/interviews.ts'
import {
  fileScorecard,
  openDebrief,
  remindScorer,
  waiveScorer,
} from '../../../src/process/decide/notes.ts'
import { recordChannel } from '../../../src/process/decide/opening.ts'
import { nameDeputy } from '../../../src/process/decide/ownership.ts'
import { nameMember, recordUnreachable, removeMember } from '../../../src/process/decide/team.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { markAttempt, nextDue, release, settle } from '../../../src/store/due.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Scene } from './scene.ts'
import { slotAt } from './scene.ts'

interface Choice {
  readonly interview: string
  readonly application: string
  readonly person: string
  readonly stage: 'interview' | 'case-study'
  readonly hours: number
  readonly yes: boolean
  readonly actor: Actor
}

type Command = (state: Recruitment, choice: Choice) => Decided

const COMMANDS: Readonly<Record<string, Command>> = {
  schedule: (state, { hours, actor, application, stage }) => {
    const interview = `i${Object.keys(state.interviews).length + 1}`
    const request = { interview, application, stage, informed: true, ...slotIn(hours, actor) }
    return scheduleInterview(state, request, actor)
  },
  move: (state, { interview, hours, actor }) =>
    moveInterview(state, interview, slotIn(hours, actor), actor),
  cancel: (state, { interview, actor }) => cancelInterview(state, interview, actor),
  notHeld: (state, { interview, actor }) => reportNotHeld(state, interview, actor),
  answer: (state, { interview, yes, person, actor }) =>
    answerInvitation(state, interview, yes, { ...actor, by: person }),
  tick: (state, { interview, yes: done, person, actor }) =>
    tickBriefItem(state, { interview, item: 'link', done }, { ...actor, by: person }),
  file: (state, { interview, person, actor }) =>
    fileScorecard(state, notes(state, interview, person), { ...actor, by: person }),
  waive: (state, { interview, person: scorer, actor }) =>
    waiveScorer(state, { interview, scorer, reason: 'reason' }, actor),
  remind: (state, { interview, person: scorer, actor }) =>
    remindScorer(state, { interview, scorer }, actor),
  open: (state, { interview, actor }) => openDebrief(state, interview, actor.at),
  name: (state, { person, stage, yes, actor }) =>
    nameMember(
      state,
      { person, role: yes ? 'scorer' : 'observer', stages: [stage], expert: false },
      actor,
    ),
  remove: (state, { person, yes, actor }) =>
    removeMember(state, { person, ...(yes && { reason: 'reason' }) }, actor),
  deputy: (state, { person, actor }) => nameDeputy(state, person, actor),
  read: (state, { person, actor }) => confirmReading(state, { ...actor, by: person }),
  lose: (state, { person, actor }) => recordUnreachable(state, person, actor),
  channel: (state, { actor }) => recordChannel(state, 'channel', actor),
}

/** A step: a command, or the bot that says what is due, or time that passes before the next step. */
const step = record({
  what: oneof(
    { weight: 3, arbitrary: constantFrom('schedule', 'file', 'file', 'say', 'say') },
    { weight: 2, arbitrary: constantFrom(...Object.keys(COMMANDS)) },
  ),
  minutesLater: oneof(constant(0), nat(90), nat(36 * 60)),
  interview: nat(2),
  person: nat(2),
  stage: constantFrom('interview' as const, 'case-study' as const),
  hours: integer({ min: 1, max: 30 }),
  yes: boolean(),
})
export type Step = typeof step extends Arbitrary<infer S> ? S : never
export const histories: Arbitrary<readonly Step[]> = array(step, {
  minLength: 10,
  maxLength: 25,
  size: 'max',
})

/** Lives through a history on that scene, each step on one of the instances in turn. */
export async function live(
  history: readonly Step[],
  scene: Scene & { readonly application: string },
  instances: readonly [Store, ...Store[]],
  pool: Pool,
): Promise<void> {
  const people = [scene.owner, scene.scorer, scene.other]
  for (const [i, { what, minutesLater, ...chosen }] of history.entries()) {
    scene.clock.move(`PT${minutesLater}M`)
    const store = instances[i % instances.length] ?? instances[0]
    const person = people[chosen.person] ?? scene.owner
    const actor = { by: scene.owner, at: scene.clock.now() }
    const choose = (state: Recruitment): Choice => ({
      ...chosen,
      interview: Object.keys(state.interviews).at(-1 - chosen.interview) ?? 'none',
      application: scene.application,
      person,
      actor,
    })
    const command = COMMANDS[what]
    if (!command) {
      await say(pool, store, scene, `person/${person}`, chosen.yes)
      continue
    }
    await store.change({
      recruitment: scene.id,
      ...actor,
      decide: (state) => (state ? command(state, choose(state)) : { events: [] }),
    })
  }
}

/**
 * What the speaker writes when it says what is due; unfinished when its answer is lost, and said anew
 * when the platform turns out not to have it.
 */
async function say(pool: Pool, store: Store, { clock, id }: Scene, to: string, answered: boolean) {
  const due = await nextDue(pool, to, clock.now())
  if (!due) return
  if (due.kind === 'to-say') await markAttempt(pool, due.parts, clock.now())
  if (answered) {
    const [{ entry }] = due.parts
    await settle(pool, due.parts, { status: 'said', message: { channel: to, post: entry.key } })
  } else if (due.kind === 'unfinished') {
    await release(pool, due.parts)
  }
  await store.derive(id)
}

function slotIn(hours: number, { at }: Actor) {
  return { ...slotAt(at.add({ hours }).toString()), nightConfirmed: true }
}

function notes(state: Recruitment, interview: string, person: string) {
  const after = state.interviews[interview]?.filings[person]?.length ?? 0
  return {
    interview,
    after,
    evidence: { id: 'e', content: { criteria: { c1: 'Vu' }, questions: [] } },
    verdict: {
      id: 'v',
      content: { levels: { c1: 1 as const }, signs: {}, recommendation: 'discuss' as const },
    },
  }
}
