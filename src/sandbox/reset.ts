/** Starting over: the bot forgets, then the server is as on its first day. */
import { once } from 'node:events'
import { askToForget } from './clock-listener.ts'
import type { Sandbox } from './sandbox.ts'
import { seed } from './seed.ts'

/** The bot starts anew: longer than its database takes to. */
const BACK_WITHIN_MS = 60_000

/**
 * Resolves once everything is gone and the bot is back, so that what people do next works. Pages then lose
 * their connection and start over by themselves. False, with nothing changed, when the bot did not forget.
 */
export async function startOver(sandbox: Sandbox): Promise<boolean> {
  const { store, clock, hub, arrivals } = sandbox
  const people = store.users.find('true')
  const back = once(arrivals, 'listener', { signal: AbortSignal.timeout(BACK_WITHIN_MS) })
  back.catch(() => sandbox.log.warn('the bot was not back in time after starting over'))
  if (!(await askToForget(sandbox))) return false
  store.transaction(() => {
    store.empty()
    clock.reset()
    seed(store, clock.now())
  })
  await back.catch(() => undefined)
  for (const { id } of people) hub.end({ userId: id })
  return true
}
