import { dirname, resolve } from 'node:path'
import { locateGuides } from '../load.ts'
import type { LocatedGuide } from '../parse.ts'
import type { Command } from './command.ts'

/** `check [folder]`: checks guides as they would serve, before they reach the bot. */
export const checkCommand: Command = async ([own, ...rest], { write, guidesDir }) => {
  if (rest.length > 0) return undefined
  const folder = own ?? guidesDir
  const guides = await locateGuides(folder)
  write(
    `${guides.length} guides vérifiés${folder === undefined ? '' : ofFolder(guides, folder)}.\n`,
  )
  return 0
}

/** How many of them come from that folder: zero tells that its files were not seen. */
function ofFolder(guides: readonly LocatedGuide[], folder: string): string {
  const own = guides.filter(({ file }) => dirname(resolve(file)) === resolve(folder))
  return `, dont ${own.length} de ${folder}`
}
