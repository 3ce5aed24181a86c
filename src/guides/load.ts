import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { GuideError, type GuideFault } from './fault.ts'
import type { Guide, Guides } from './guide.ts'
import { faultsBetween, toGuides } from './library.ts'
import { locateGuide, type LocatedGuide } from './parse.ts'
import { LARGEST_FILE, TOO_BIG } from './unreadable.ts'

/** The guides that come with the program. */
export const SHIPPED = join(import.meta.dirname, '../../guides')

/**
 * Loads the shipped guides, behind those of a team's own folder if there is one: a guide of that folder
 * replaces the shipped one of the same craft and stage. Of a folder, every `.md` file but README.md is
 * read, not its subfolders. Throws a `GuideError` with the faults of all files, never only the first.
 */
export async function loadGuides(own?: string, shipped?: string): Promise<Guides> {
  return toGuides(await readGuides(own, shipped))
}

/** The guides that would serve, checked together. Throws like `loadGuides`. */
export async function readGuides(own?: string, shipped?: string): Promise<readonly Guide[]> {
  const located = await locateGuides(own, shipped)
  return located.map(({ guide }) => guide)
}

/** Like `readGuides`, and says where each one is. */
export async function locateGuides(
  own?: string,
  shipped = SHIPPED,
): Promise<readonly LocatedGuide[]> {
  const back = await readFolder(shipped)
  const isOther = own !== undefined && resolve(own) !== resolve(shipped)
  const front = isOther ? await readFolder(own) : { guides: [], faults: [] }
  const kept = back.guides.filter(
    (guide) => !front.guides.some((other) => isSamePlace(guide, other)),
  )
  // The team's come last: what does not go together is then a fault of a file that they can correct.
  const guides = [...kept, ...front.guides]
  const faults = [...back.faults, ...front.faults]
  // A generic guide may be missing only because its file is faulty: fix that first.
  const between = faultsBetween(guides, (name) => pathOf(shipped, name)).filter(({ file }) =>
    faults.every((fault) => fault.file !== file),
  )
  const all = [...faults, ...between]
  if (all.length > 0) throw new GuideError(all.toSorted(byPlace))
  return guides
}

function isSamePlace({ guide: a }: LocatedGuide, { guide: b }: LocatedGuide): boolean {
  return a.craft === b.craft && a.stage === b.stage
}

interface ReadFolder {
  readonly guides: readonly LocatedGuide[]
  readonly faults: readonly GuideFault[]
}

async function readFolder(folder: string): Promise<ReadFolder> {
  const files = await guideFiles(folder)
  const read = await Promise.all(files.map((file) => readGuide(pathOf(folder, file))))
  return {
    guides: read.filter((one): one is LocatedGuide => 'guide' in one),
    faults: read.flatMap((one) => ('faults' in one ? one.faults : [])),
  }
}

/** As an editor opens it from where the program was started. */
function pathOf(folder: string, file = ''): string {
  return relative(process.cwd(), join(folder, file)) || '.'
}

async function guideFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    const message = `Le dossier ne peut pas être lu : vérifie qu'il existe et que tu y as accès.`
    throw Object.assign(new GuideError([{ file: pathOf(folder), line: 1, message }]), { cause })
  })
  return names.filter(isGuideFile).toSorted()
}

/** Whether a file of a folder is read as a guide. */
export function isGuideFile(name: string): boolean {
  return /^[^.].*\.md$/i.test(name) && name.toLowerCase() !== 'readme.md'
}

async function readGuide(file: string): Promise<LocatedGuide | { faults: GuideFault[] }> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_FILE) return { faults: [{ file, ...TOO_BIG }] }
    return locateGuide(file, await readFile(file, 'utf8'))
  } catch {
    const message = "Le fichier ne peut pas être ouvert : vérifie que c'est un fichier lisible."
    return { faults: [{ file, line: 1, message }] }
  }
}

function byPlace(a: GuideFault, b: GuideFault): number {
  return a.file.localeCompare(b.file) || a.line - b.line
}
