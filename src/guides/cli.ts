/** `npm run guides -- list | check | show | import`: the guides, from the command line. */
import type { Command, Terminal } from './cli/command.ts'
import { USAGE } from './cli/usage.ts'
import { GuideError, showFault } from './fault.ts'

/** Loaded when asked for: reading published pages alone takes longer than checking guides. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  list: async () => (await import('./cli/list.ts')).listCommand,
  check: async () => (await import('./cli/check.ts')).checkCommand,
  show: async () => (await import('./cli/show.ts')).showCommand,
  import: async () => (await import('./cli/import.ts')).importCommand,
}

/** Runs a command and gives its exit code: 0 all is well, 1 faults, 2 misused. */
export async function runGuides(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    const command = await load?.()
    const code = await command?.(rest, terminal)
    if (code !== undefined) return code
    terminal.write(USAGE)
    return 2
  } catch (error) {
    if (!(error instanceof GuideError)) throw error
    for (const fault of error.faults) terminal.write(`${showFault(fault)}\n`)
    return 1
  }
}

if (import.meta.main) {
  const guidesDir = process.env['GUIDES_DIR']
  process.exitCode = await runGuides(process.argv.slice(2), {
    write: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    ...(guidesDir === undefined || guidesDir === '' ? {} : { guidesDir }),
  })
}
