/** Imported guides into a folder: all of them, or nothing at all. */
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { GuideError, type GuideFault } from '../fault.ts'
import type { Guide } from '../guide.ts'
import { isGuideFile, locateGuides } from '../load.ts'
import { locateGuide, type LocatedGuide } from '../parse.ts'
import { guideFile, writeGuide } from '../write.ts'

export interface Saved {
  readonly added: readonly string[]
  /** Their words were others; each is kept beside, as `.bak`. */
  readonly replaced: readonly string[]
  readonly unchanged: readonly string[]
}

/** The sound guides of a folder, with the names of their files; none if there is no such folder. */
export async function guidesIn(folder: string): Promise<readonly LocatedGuide[]> {
  const names = await readdir(folder).catch(() => [])
  const read = await Promise.all(
    names.filter(isGuideFile).map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '')
      return locateGuide(name, text)
    }),
  )
  return read.filter((one): one is LocatedGuide => 'guide' in one)
}

/**
 * Writes guides and a note into a folder, made if need be. They are first written beside it and checked
 * with the others, in front of the shipped ones: when they do not load, throws a `GuideError` and leaves
 * the folder as it was. Files that would say the same are not touched.
 */
export async function saveGuides(
  folder: string,
  guides: readonly Guide[],
  note: { readonly name: string; readonly text: string },
): Promise<Saved> {
  const present = await guidesIn(folder)
  const files = new Map(guides.map((guide) => [nameIn(present, guide), writeGuide(guide)]))
  await mkdir(dirname(resolve(folder)), { recursive: true })
  const draft = await mkdtemp(join(dirname(resolve(folder)), `.${basename(resolve(folder))}-`))
  try {
    await copyOthers(folder, draft, files)
    for (const [name, text] of files) await writeFile(join(draft, name), text)
    await writeFile(join(draft, note.name), note.text)
    await check(draft, folder)
    await mkdir(folder, { recursive: true })
    const saved = await sort(folder, files)
    for (const name of saved.replaced)
      await copyFile(join(folder, name), join(folder, `${name}.bak`))
    for (const name of [...saved.added, ...saved.replaced]) {
      await rename(join(draft, name), join(folder, name))
    }
    if (!(await says(join(folder, note.name), note.text))) {
      await rename(join(draft, note.name), join(folder, note.name))
    }
    return saved
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The file that already holds the guide of that craft and stage, else its usual name. */
function nameIn(present: readonly LocatedGuide[], { craft, stage }: Guide): string {
  const same = present.find(({ guide }) => guide.craft === craft && guide.stage === stage)
  if (same !== undefined) return same.file
  const name = guideFile({ craft, stage })
  return present.some(({ file }) => file === name) ? `import-${name}` : name
}

async function copyOthers(
  folder: string,
  draft: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => isGuideFile(one) && !files.has(one))) {
    await copyFile(join(folder, name), join(draft, name))
  }
}

/** Faults are told where the person will find them: in the folder, not in its draft. */
async function check(draft: string, folder: string): Promise<void> {
  try {
    await locateGuides(draft)
  } catch (error) {
    if (!(error instanceof GuideError)) throw error
    const from = relative(process.cwd(), draft)
    throw new GuideError(
      error.faults.map((fault): GuideFault => ({
        ...fault,
        file: fault.file.startsWith(from)
          ? join(relative(process.cwd(), folder) || '.', fault.file.slice(from.length + 1))
          : fault.file,
      })),
    )
  }
}

async function sort(folder: string, files: ReadonlyMap<string, string>): Promise<Saved> {
  const saved = { added: [] as string[], replaced: [] as string[], unchanged: [] as string[] }
  const names = await readdir(folder)
  for (const [name, text] of files) {
    if (!names.includes(name)) saved.added.push(name)
    else if (await says(join(folder, name), text)) saved.unchanged.push(name)
    else saved.replaced.push(name)
  }
  return saved
}

async function says(path: string, text: string): Promise<boolean> {
  return (await readFile(path, 'utf8').catch(() => undefined)) === text
}
