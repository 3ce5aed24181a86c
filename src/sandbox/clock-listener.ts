/** The bot's ear on the sandbox: told the time, it says what is due; told to start over, it forgets. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isoInstant } from './clock.ts'
import type { Sandbox } from './sandbox.ts'

const LISTENER = 'clock_listener'
const TIMEOUT_MS = 60_000

export const listenerSchema = z.object({ url: z.url(), secret: z.string().min(1) })
export type ClockListener = z.infer<typeof listenerSchema>

const answerSchema = z.object({ nextDue: z.string().nullable() })

export type Heard =
  { readonly heard: true; readonly nextDue: number | undefined } | { readonly heard: false }

export function registerListener({ store, arrivals }: Sandbox, listener: ClockListener): void {
  store.settings.set(LISTENER, JSON.stringify(listener))
  arrivals.emit('listener')
}

function registered({ store }: Sandbox): ClockListener | undefined {
  const saved = store.settings.get(LISTENER)
  return saved === undefined ? undefined : listenerSchema.parse(JSON.parse(saved))
}

/** Rounded up, so that a clock that has reached it has reached what was due. */
function epochMilliseconds(instant: string): number {
  return Temporal.Instant.from(instant).round({
    smallestUnit: 'millisecond',
    roundingMode: 'ceil',
  }).epochMilliseconds
}

/**
 * Tells the registered listener that it is `now` (epoch milliseconds) and waits until it has said
 * what is due. `heard: false` when nobody is registered, or it does not answer as agreed.
 */
export async function tellListener(sandbox: Sandbox, now: number): Promise<Heard> {
  const listener = registered(sandbox)
  if (!listener) return { heard: false }
  try {
    const response = await tell(listener, '', { now: isoInstant(now) })
    if (!response.ok) throw new Error(`the listener answered ${response.status}`)
    const { nextDue } = answerSchema.parse(await response.json())
    return { heard: true, nextDue: nextDue === null ? undefined : epochMilliseconds(nextDue) }
  } catch (error) {
    sandbox.log.warn({ error: String(error) }, 'the clock listener did not answer')
    return { heard: false }
  }
}

/** Asks the bot to forget everything; tells whether it did. */
export async function askToForget(sandbox: Sandbox): Promise<boolean> {
  const listener = registered(sandbox)
  if (!listener) return false
  return tell(listener, '/reset', {}).then(
    ({ ok }) => ok,
    () => false,
  )
}

function tell({ url, secret }: ClockListener, path: string, body: object): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}
