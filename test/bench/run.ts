/**
 * How the bot compares with the least that the same machine could do: `npm run bench`. Prints one line of
 * JSON; how it goes is on the error output. `BENCH_ONLY=status,notes` measures those parts only;
 * `BENCH_SCALE=0.01` shows in a minute that everything works, and its ratios mean nothing.
 */
import { arch, cpus, totalmem } from 'node:os'
import { isAsked, say } from './support/plan.ts'
import { growth } from './parts/growth.ts'
import { lateness } from './parts/lateness.ts'
import { notes } from './parts/notes.ts'
import { memory } from './parts/memory.ts'
import { start } from './parts/start.ts'
import { status } from './parts/status.ts'
import { startServices } from './support/services.ts'
import type { Services } from './support/services.ts'

const PARTS: Readonly<Record<string, (services: Services) => Promise<object>>> = {
  status,
  notes,
  lateness,
  growth,
  start,
  memory,
}

const services = await startServices()
const bench: Record<string, object> = {}
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (!isAsked(name)) continue
    say(`${name}…`)
    bench[name] = await measure(services).catch((error: unknown) => {
      process.exitCode = 1
      say(error instanceof Error ? String(error.stack) : String(error))
      return { failed: String(error) }
    })
  }
} finally {
  await services.stop()
}
const machine = {
  node: process.version,
  postgres: services.postgresVersion,
  arch: arch(),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  scale: Number(process.env['BENCH_SCALE'] ?? '1'),
}
process.stdout.write(`${JSON.stringify({ bench, machine })}\n`)
