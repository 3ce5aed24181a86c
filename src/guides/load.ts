import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { GuideError, type GuideFault } from './fault.ts'
import type { Guide, Guides } from './guide.ts'
import { faultsBetween, toGuides } from './library.ts'
import { locateGuide, type LocatedGuide } from './parse.ts'
import { LARGEST_FILE, TOO_BIG } from './unreadable.ts'

/**
 * Loads every guide of a folder: its `.md` files but README.md, not its subfolders.
 * Throws a `GuideError` with the faults of all files, never only the first.
 */
export async function loadGuides(folder: string): Promise<Guides> {
  return toGuides(await readGuides(folder))
}

/** The guides of a folder, checked together. Throws like `loadGuides`. */
export async function readGuides(folder: string): Promise<readonly Guide[]> {
  const files = await guideFiles(folder)
  const read = await Promise.all(files.map((file) => readGuide(folder, file)))
  const located = read.filter((one): one is LocatedGuide => 'guide' in one)
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  // A generic guide may be missing only because its file is faulty: fix that first.
  const between = faultsBetween(located).filter(({ file }) => faults.every((f) => f.file !== file))
  const all = [...faults, ...between]
  if (all.length > 0) throw new GuideError(all.toSorted(byPlace))
  return located.map(({ guide }) => guide)
}

async function guideFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    const message = `Le dossier ne peut pas être lu : vérifie qu'il existe et que tu y as accès.`
    throw Object.assign(new GuideError([{ file: folder, line: 1, message }]), { cause })
  })
  return names
    .filter((name) => /^[^.].*\.md$/i.test(name) && name.toLowerCase() !== 'readme.md')
    .toSorted()
}

async function readGuide(
  folder: string,
  file: string,
): Promise<LocatedGuide | { faults: GuideFault[] }> {
  try {
    const path = join(folder, file)
    const { size } = await stat(path)
    if (size > LARGEST_FILE) return { faults: [{ file, ...TOO_BIG }] }
    return locateGuide(file, await readFile(path, 'utf8'))
  } catch {
    const message = "Le fichier ne peut pas être ouvert : vérifie que c'est un fichier lisible."
    return { faults: [{ file, line: 1, message }] }
  }
}

function byPlace(a: GuideFault, b: GuideFault): number {
  return a.file.localeCompare(b.file) || a.line - b.line
}
