/** `npm run guides -- check [folder]`: checks guides before they reach the bot. */
import { join, relative } from 'node:path'
import { GuideError, showFault } from './fault.ts'
import { readGuides } from './load.ts'

const SHIPPED = join(import.meta.dirname, '../../guides')

/** Runs the command and gives its exit code: 0 all is well, 1 faults, 2 misused. */
export async function runGuides(
  args: readonly string[],
  write: (text: string) => void,
): Promise<number> {
  const [command, folder = SHIPPED, ...rest] = args
  if (command !== 'check' || rest.length > 0) {
    write('Pour vérifier les guides : npm run guides -- check [dossier]\n')
    return 2
  }
  try {
    const guides = await readGuides(folder)
    write(`${guides.length} guides vérifiés.\n`)
    return 0
  } catch (error) {
    if (!(error instanceof GuideError)) throw error
    for (const fault of error.faults) {
      const path = relative(
        process.cwd(),
        fault.file === folder ? folder : join(folder, fault.file),
      )
      write(`${showFault({ ...fault, file: path })}\n`)
    }
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = await runGuides(process.argv.slice(2), (text) => {
    process.stdout.write(text)
  })
}
