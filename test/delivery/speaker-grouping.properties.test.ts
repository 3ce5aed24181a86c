import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { readyScene } from '../store/support/scene.ts'
import { owing } from './support/grouping.ts'
import type { Owing } from './support/grouping.ts'
import { FRIDAY, MONDAY_MORNING } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** Where the bot stops while it speaks, and what happens before it comes back. */
const stop = fc.record({
  where: fc.constantFrom('before posting', 'after posting', 'looking up', 'after looking up'),
  next: fc.constantFrom('nothing', 'time passes', 'another recruitment'),
})
type Stop = typeof stop extends fc.Arbitrary<infer S> ? S : never

function stopped(): Promise<never> {
  return Promise.reject(new Error('stopped here'))
}

async function speakUntil({ where }: Stop, set: Owing): Promise<void> {
  const { chat } = set
  const { find, onPost } = chat
  const failing: Partial<Store> = where === 'after looking up' ? { derive: stopped } : {}
  if (where === 'before posting') chat.onPost = stopped
  if (where === 'after posting') {
    chat.onPost = async ({ send }) => {
      send()
      return stopped()
    }
  }
  if (where === 'looking up') chat.find = stopped
  // With nothing left to do where it would have stopped, it does not.
  await set
    .another({ failing })
    .speak(set.conversation)
    .catch(() => undefined)
  Object.assign(chat, { find, onPost })
}

/** What a message asks for: which notes and which framings, by recruitment. */
function asked({ chat }: Owing, from: number): readonly string[] {
  return chat.posts.slice(from).flatMap(({ versions: [first] }) =>
    (first?.blocks ?? [])
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .filter(({ action, style }) => action === 'file-notes' || style === 'primary')
      .map(({ args = {} }) => `${args['r']}`),
  )
}

test('wherever the bot stops, and whatever comes meanwhile, everything is said once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stop, { minLength: 1, maxLength: 5 }), async (stops) => {
      const set = await owing(pool)
      const expected = [set.id, set.second.id]
      set.clock.move(FRIDAY)
      const before = set.chat.posts.length
      for (const one of stops) {
        await speakUntil(one, set)
        // A list has four buttons, which is how this test tells what it says.
        if (one.next === 'another recruitment' && expected.length < 4) {
          const people = { scorer: set.scorer }
          expected.push((await readyScene({ store: set.store, clock: set.clock, people })).id)
        }
        if (one.next === 'time passes') set.clock.move('PT10M')
      }
      await set.another().speak(set.conversation)
      expect(asked(set, before).toSorted()).toEqual(expected.toSorted())
      const friday = set.chat.posts.length
      set.clock.move(MONDAY_MORNING)
      await set.another().speak(set.conversation)
      expect(asked(set, friday).toSorted()).toEqual([set.id, set.second.id].toSorted())
    }),
    { numRuns: 25 },
  )
}, 120_000)
