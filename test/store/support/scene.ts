/** A recruitment with people of its own, driven by the real rules. */
import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import { adoptFraming, closeFraming } from '../../../src/process/decide/framing.ts'
import { addApplications } from '../../../src/process/decide/applications.ts'
import { moveInterview, scheduleInterview } from '../../../src/process/decide/interviews.ts'
import { fileScorecard } from '../../../src/process/decide/notes.ts'
import { openRecruitment } from '../../../src/process/decide/opening.ts'
import { nameMember } from '../../../src/process/decide/team.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'
import type { Store } from '../../../src/store/store.ts'
import type { NewText } from '../../../src/store/texts.ts'
import type { TestClock } from './test-clock.ts'

/** Monday 2 March 2026, ten o'clock in Paris. */
export const MONDAY = '2026-03-02T09:00:00Z'

type Rule = (state: Recruitment, actor: Actor) => Decided

export interface Scene {
  readonly id: string
  readonly owner: string
  readonly scorer: string
  readonly other: string
  readonly clock: TestClock
  readonly store: Store
  /** Fails the test when the rules refuse. */
  done(by: string, rule: Rule, texts?: readonly NewText[]): Promise<Recruitment>
  attempt(by: string, rule: Rule, texts?: readonly NewText[]): ReturnType<Store['change']>
  state(): Promise<Recruitment>
}

export interface Cast {
  readonly store: Store
  readonly clock: TestClock
  /** Instead of people whom no other recruitment knows. */
  readonly people?: Partial<Pick<Scene, 'owner' | 'scorer' | 'other'>>
}

/** Ids that no other scene has, so that scenes share a database. */
export function unique(what: string): string {
  return `${what}-${randomBytes(6).toString('hex')}`
}

/** Opens a recruitment: nobody but its owner, and nothing framed. */
export async function openScene({ store, clock, people }: Cast): Promise<Scene> {
  const id = unique('recruitment')
  const scene: Scene = {
    id,
    owner: unique('owner'),
    scorer: unique('scorer'),
    other: unique('other'),
    ...people,
    clock,
    store,
    attempt(by, rule, texts = []) {
      const at = clock.now()
      const decide = (state: Recruitment | undefined) =>
        state ? rule(state, { by, at }) : { refusal: { code: 'not-a-member' as const } }
      return store.change({ recruitment: id, by, at, texts, decide })
    },
    async done(by, rule, texts) {
      const changed = await scene.attempt(by, rule, texts)
      if (changed.kind === 'refused') throw new Error(`Refused: ${changed.refusal.code}`)
      return changed.state
    },
    async state() {
      const state = await store.load(id)
      if (!state) throw new Error('The recruitment is gone')
      return state
    },
  }
  const [title, product] = [`${id}/title`, `${id}/product`]
  const at = clock.now()
  await store.change({
    recruitment: id,
    by: scene.owner,
    at,
    texts: [
      { id: title, kind: 'title', body: 'Un poste' },
      { id: product, kind: 'product', body: 'Un produit' },
    ],
    decide: () => openRecruitment({ ...POST, title, product }, { by: scene.owner, at }),
  })
  return scene
}

const POST = { team: 'team', craft: 'other', contract: 'agent', firstRecruitment: false } as const

/** Closes a framing of one criterion and names two scorers; `application` is there to be met. */
export async function readyScene(cast: Cast): Promise<Scene & { readonly application: string }> {
  const scene = await openScene(cast)
  const { id, owner, scorer, other } = scene
  const [label, candidate, application] = [`${id}/label`, `${id}/candidate`, `${id}/application`]
  const criterion = {
    id: 'c1',
    label,
    weight: 2,
    mandatory: false,
    stages: ['interview', 'case-study'],
  } as const
  await scene.done(owner, (state, actor) => adoptFraming(state, [criterion], actor), [
    { id: label, kind: 'criterion', body: 'Sait écouter' },
  ])
  await scene.done(owner, closeFraming)
  for (const person of [scorer, other]) {
    const named = { person, role: 'scorer', stages: criterion.stages, expert: false } as const
    await scene.done(owner, (state, actor) => nameMember(state, named, actor))
  }
  await scene.done(
    owner,
    (state, actor) => addApplications(state, [{ application, candidate, tracked: false }], actor),
    [{ id: candidate, kind: 'candidate', application, body: { name: 'Camille Test' } }],
  )
  return { ...scene, application }
}

/** One hour of interview at `start`, in Paris. */
export function slotAt(start: string, place = 'place') {
  return {
    start: Temporal.Instant.from(start),
    minutes: 60,
    place,
    zone: 'Europe/Paris',
    nightConfirmed: false,
  }
}

/** The rule that schedules a stage of that application. */
export function scheduling(
  application: string,
  interview: string,
  start: string,
  stage: Stage = 'interview',
): Rule {
  return (state, actor) =>
    scheduleInterview(
      state,
      { interview, application, stage, informed: true, ...slotAt(start) },
      actor,
    )
}

export function moving(interview: string, start: string): Rule {
  return (state, actor) => moveInterview(state, interview, slotAt(start), actor)
}

/** Files notes, whose two parts are named after their author. */
export function fileNotes(scene: Scene, interview: string, by: string) {
  const evidence = {
    id: `${interview}/evidence/${by}`,
    content: { criteria: { c1: 'A reformulé' }, questions: [] },
  }
  const verdict = {
    id: `${interview}/verdict/${by}`,
    content: { levels: { c1: 2 as const }, signs: {}, recommendation: 'continue' as const },
  }
  return scene.done(
    by,
    (state, actor) => fileScorecard(state, { interview, evidence, verdict, after: 0 }, actor),
    [
      { id: evidence.id, kind: 'evidence', interview, body: evidence.content },
      { id: verdict.id, kind: 'verdict', interview, body: verdict.content },
    ],
  )
}
