/** A recruitment of people whom the chat server knows, as they are in the middle of it. */
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { openOne, saidUntil } from './recruitments.ts'
import type { Recruitment } from './recruitments.ts'
import type { Asked } from './requests.ts'
import type { Services } from './services.ts'

/** Ten candidates: notes are awaited on two, two are met next week, the others have no date yet. */
export const MIDWAY = { candidates: 10, interviewsIn: [2, 4, 240, 242] }

/** Opens it five days ago. Nothing is left to be said before tomorrow. */
export async function midway(services: Services, pool: Pool): Promise<Recruitment> {
  const [owner, scorer, other] = [
    await services.person('intra'),
    await services.person('metier'),
    await services.person('equipe1'),
  ]
  const now = Temporal.Now.instant()
  const at = now.subtract({ hours: 120 })
  const recruitment = await openOne(pool, { at, people: { owner, scorer, other }, ...MIDWAY })
  await saidUntil(pool, now.add({ hours: 24 }))
  return recruitment
}

/** Its owner types a command in its channel. */
export function byOwner({ owner, channel }: Recruitment, text: string): Asked {
  return { by: owner, channel, text }
}
