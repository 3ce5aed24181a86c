/** The fonts of pictures: shipped with the project, so that a picture is the same on every machine. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Font } from 'satori'

/** Alphabets in which people of these teams write their names; the first that has a sign gives it. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'vietnamese',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
]
const FOLDER = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans/package.json')))
const WEIGHTS = [400, 700] as const
const familyOf = (subset: string) => `Noto Sans ${subset}`
/** In the order in which they are tried. */
export const FAMILIES = SUBSETS.map(familyOf)

let loaded: Promise<Font[]> | undefined

/** Read once, on first need. */
export function fonts(): Promise<Font[]> {
  loaded ??= Promise.all(
    WEIGHTS.flatMap((weight) =>
      SUBSETS.map(async (subset): Promise<Font> => ({
        name: familyOf(subset),
        weight,
        style: 'normal',
        data: await readFile(fileOf(subset, weight)),
      })),
    ),
  )
  return loaded
}

function fileOf(subset: string, weight: number): string {
  return join(FOLDER, 'files', `noto-sans-${subset}-${weight}-normal.woff`)
}
