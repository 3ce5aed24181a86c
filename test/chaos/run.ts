/** `npm run test:chaos`: the long chaos, on one instance and on three; ends with one line of JSON. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const sizes = (process.env['CHAOS_INSTANCES'] ?? '1,3').split(',')
const folder = await temporaryFolder()
const reports: unknown[] = []
for (const size of sizes) {
  const report = join(folder.path, `${size}.json`)
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'test/chaos/long/vitest.config.ts',
    ],
    {
      cwd: ROOT,
      env: { ...process.env, CHAOS_INSTANCES: size, CHAOS_REPORT: report },
      stdio: ['ignore', 2, 2],
    },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) process.exitCode = 1
  reports.push(JSON.parse(await readFile(report, 'utf8').catch(() => '{"chaos":"failed"}')))
}
await folder.remove()
process.stdout.write(`${JSON.stringify(reports)}\n`)
