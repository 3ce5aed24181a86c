/** Things that fall due together for one scorer. */
import type { Pool } from 'pg'
import { scheduleInterview } from '../../../src/process/decide/interviews.ts'
import { readyScene, slotAt, unique } from '../../store/support/scene.ts'
import { shown } from '../../support/shown.ts'
import { THURSDAY, postsTo, stage } from './speaking.ts'

/** Tuesday 10:00 in Paris: the brief was due an hour before this Monday. */
export const TOMORROW = '2026-03-03T09:00:00Z'
/** A scorer who has read everything so far, and an interview set for then. */
export async function scheduled(pool: Pool, start: string, minutes = 60) {
  const set = await stage(pool)
  await set.speak(set.conversation)
  const interview = unique('interview')
  const { application } = set
  await set.done(set.owner, (state, actor) =>
    scheduleInterview(
      state,
      { interview, application, stage: 'interview', informed: true, ...slotAt(start), minutes },
      actor,
    ),
  )
  const heard = async () => (await postsTo(set, set.scorer)).slice(1)
  return {
    ...set,
    interview,
    /** What was said since, post by post. */
    heard,
    invitation: `invitation/${interview}/${set.scorer}`,
    brief: `brief/${interview}/0/${set.scorer}`,
    nudge: `nudge/${interview}/0/${set.scorer}`,
  }
}

/**
 * Two recruitments in which the same person owes notes: reminders are due on Friday at 10:00 and, after
 * `minutes` of the second interview, a little later; then on Monday at 9:00.
 */
export async function owing(pool: Pool, minutes = 20) {
  const set = await scheduled(pool, THURSDAY)
  const { store, clock, scorer } = set
  const second = await readyScene({ store, clock, people: { scorer } })
  const interview = unique('interview')
  const { application } = second
  await second.done(second.owner, (state, actor) =>
    scheduleInterview(
      state,
      {
        interview,
        application,
        stage: 'interview',
        informed: true,
        ...slotAt('2026-03-05T14:05:00Z'),
        minutes,
      },
      actor,
    ),
  )
  for (const moment of ['2026-03-04T14:05:00Z', '2026-03-05T14:05:00Z', '2026-03-05T17:00:00Z']) {
    clock.move(moment)
    await set.speak(set.conversation)
  }
  const before = (await set.heard()).length
  const late = (occurrence: number) => [
    `late/${set.interview}/0/${scorer}/${occurrence}`,
    `late/${interview}/0/${scorer}/${occurrence}`,
  ]
  return {
    ...set,
    second: { ...second, interview },
    late,
    /** What was said since both interviews ended. */
    heard: async () => (await set.heard()).slice(before).map((keys) => keys.toSorted()),
    last: () => shown(set.chat.posts.at(-1)?.versions.at(-1)),
  }
}
export type Owing = Awaited<ReturnType<typeof owing>>
