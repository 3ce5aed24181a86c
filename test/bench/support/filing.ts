/** Notes, filed as the bot files them. */
import type { Temporal } from 'temporal-polyfill'
import { fileScorecard } from '../../../src/process/decide/notes.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Recruitment } from './recruitments.ts'

export interface Filing {
  readonly interview: string
  readonly by: string
  /** How many versions were filed before. */
  readonly after: number
}

/** The first notes of every scorer on every interview. */
export function filingsOf({ interviews, scorers }: Recruitment): readonly Filing[] {
  return interviews.flatMap((interview) => scorers.map((by) => ({ interview, by, after: 0 })))
}

/** Records the notes, the events, and all that follows from them. */
export async function file(
  store: Store,
  { id }: Recruitment,
  { interview, by, after }: Filing,
  at: Temporal.Instant,
): Promise<void> {
  const evidence = {
    id: `${interview}/evidence-${after}/${by}`,
    content: { criteria: { c1: 'A raconté la panne et ce qui a changé ensuite.' }, questions: [] },
  }
  const verdict = {
    id: `${interview}/verdict-${after}/${by}`,
    content: { levels: { c1: 2 }, signs: {}, recommendation: 'continue' },
  } as const
  const changed = await store.change({
    recruitment: id,
    by,
    at,
    mark: `${interview}/mark-${after}/${by}`,
    texts: [
      { id: evidence.id, kind: 'evidence', interview, body: evidence.content },
      { id: verdict.id, kind: 'verdict', interview, body: verdict.content },
    ],
    decide: (state) =>
      state
        ? fileScorecard(state, { interview, evidence, verdict, after }, { by, at })
        : { refusal: { code: 'not-a-member' } },
  })
  if (changed.kind !== 'done') throw new Error(`Not filed: ${JSON.stringify(changed)}`)
}
