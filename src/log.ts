/** The log: each line says in the handling of what it was written. Ids only, never what someone typed. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { DestinationStream, Logger, LoggerOptions } from 'pino'
import { adviser } from './advice.ts'

type Ids = Readonly<Record<string, string>>

const handled = new AsyncLocalStorage<Ids>()

/**
 * What it logs from `level` on goes to the standard output, unless it goes elsewhere. A failure about which
 * whoever runs the bot can do something is followed by what, now and then.
 */
export function openLog(level: string, to?: DestinationStream): Logger {
  const adviceOn = adviser()
  const options: LoggerOptions = {
    level,
    name: 'bot',
    // A copy: pino writes the rest of the line into what it is given.
    mixin: () => ({ ...handled.getStore() }),
    hooks: {
      logMethod(line, method) {
        method.apply(this, line)
        const advice = adviceOn(line[0])
        if (advice !== undefined) this.error(advice)
      },
    },
  }
  return to ? pino(options, to) : pino(options)
}

/** Until what `work` began is over, whatever is logged carries these ids along with those there were. */
export function during<T>(ids: Ids, work: () => T): T {
  return handled.run({ ...handled.getStore(), ...ids }, work)
}

/** The same with the id of a request, `id` or a new one; within a request, it is that one's. */
export function duringRequest<T>(work: () => T, id: string = randomUUID()): T {
  return during({ request: handled.getStore()?.['request'] ?? id }, work)
}

/** Whatever `work` logs has nothing to do with what is being handled now, such as a timer set by it. */
export function apart<T>(work: () => T): T {
  return handled.run({}, work)
}
