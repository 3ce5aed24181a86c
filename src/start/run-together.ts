import { setTimeout as delay } from 'node:timers/promises'
import { portIsFree, startPart, type Part, type RunningPart } from './part.ts'

export interface RunOptions {
  say: (text: string) => void
  /** Said once every part is ready. */
  welcome: string
  /** Settles when someone asks to stop. */
  stopRequested: Promise<void>
  /** Milliseconds for all parts to stop, then to become ready. */
  patience?: { stop: number; ready: number }
}

type End = { name: string; result: number | NodeJS.Signals }

/**
 * Runs the parts, each started when the one before is ready, until someone asks to stop or one of
 * them ends; then stops the others, last started first. Answers the exit code: 0 for a stop that was
 * asked for and went well, else that of the first part that failed.
 */
export async function runTogether(parts: Part[], options: RunOptions): Promise<number> {
  const { say, welcome, stopRequested, patience = { stop: 10_000, ready: 60_000 } } = options
  for (const part of parts) {
    if (await portIsFree(part.port)) continue
    say(
      `Le port ${part.port} est déjà pris : arrête le programme qui l’occupe, ou choisis un autre port avec ${part.portVariable}.`,
    )
    return 1
  }

  const running: RunningPart[] = []
  const asked = stopRequested.then(() => 'asked' as const)
  let outcome: End | 'ready' | 'asked' | 'late' = 'ready'
  for (const part of parts) {
    const started = startPart(part)
    running.push(started)
    const ready = started.ready.then(() => 'ready' as const)
    const late = delay(patience.ready, 'late' as const, { ref: false })
    outcome = await Promise.race([asked, firstEnd(running), ready, late])
    if (outcome === 'late') {
      say(
        `${part.name} n’est pas prêt après ${patience.ready / 1000} s : lis ses lignes ci-dessus.`,
      )
    }
    if (outcome !== 'ready') break
  }
  if (outcome === 'ready') {
    say(welcome)
    outcome = await Promise.race([asked, firstEnd(running)])
  }
  if (typeof outcome === 'object') say(tell(outcome))
  await stopAll(running, patience.stop)
  return await exitCode(outcome, running)
}

async function firstEnd(running: RunningPart[]): Promise<End> {
  return await Promise.race(running.map(async ({ name, ended }) => ({ name, result: await ended })))
}

function tell({ name, result }: End): string {
  const how = typeof result === 'number' ? `code ${result}` : `tué par ${result}`
  return `${name} s’est arrêté (${how}) : lis ses dernières lignes ci-dessus, corrige, puis relance npm start.`
}

async function stopAll(running: RunningPart[], patience: number): Promise<void> {
  const until = performance.now() + patience
  for (const [index, part] of running.toReversed().entries()) {
    const reserved = (running.length - 1 - index) * (patience / 5)
    await part.stop(Math.max(until - performance.now() - reserved, 0))
  }
}

async function exitCode(outcome: End | string, running: RunningPart[]): Promise<number> {
  if (typeof outcome === 'object') {
    return typeof outcome.result === 'number' && outcome.result > 0 ? outcome.result : 1
  }
  const results = await Promise.all(running.map(({ ended }) => ended))
  const failed = results.find((result) => result !== 0)
  if (typeof failed === 'number') return failed
  return failed === undefined && outcome === 'asked' ? 0 : 1
}
