/** `npm run guides -- check [folder]`: checks guides before they reach the bot. */
import { dirname, resolve } from 'node:path'
import { GuideError, showFault } from './fault.ts'
import { locateGuides } from './load.ts'
import type { LocatedGuide } from './parse.ts'

/** Runs the command and gives its exit code: 0 all is well, 1 faults, 2 misused. */
export async function runGuides(
  args: readonly string[],
  write: (text: string) => void,
): Promise<number> {
  const [command, folder, ...rest] = args
  if (command !== 'check' || rest.length > 0) {
    write('Pour vérifier les guides : npm run guides -- check [dossier]\n')
    return 2
  }
  try {
    const guides = await locateGuides(folder)
    write(
      `${guides.length} guides vérifiés${folder === undefined ? '' : ofFolder(guides, folder)}.\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof GuideError)) throw error
    for (const fault of error.faults) write(`${showFault(fault)}\n`)
    return 1
  }
}

/** How many of them come from that folder: zero tells that its files were not seen. */
function ofFolder(guides: readonly LocatedGuide[], folder: string): string {
  const own = guides.filter(({ file }) => dirname(resolve(file)) === resolve(folder))
  return `, dont ${own.length} de ${folder}`
}

if (import.meta.main) {
  process.exitCode = await runGuides(process.argv.slice(2), (text) => {
    process.stdout.write(text)
  })
}
