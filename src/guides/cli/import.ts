import { readFile, stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { GuideError } from '../fault.ts'
import { guidesAround } from '../import/around.ts'
import type { ImportedPage } from '../import/imported.ts'
import { isHollow } from '../import/finish.ts'
import { pageJson } from '../import/json.ts'
import { NOTE_NAME, noteText } from '../import/note.ts'
import { readPage } from '../import/read-page.ts'
import { foundReport, savedReport } from '../import/report.ts'
import { saveGuides } from '../import/save.ts'
import { toGuides, type FileGuide } from '../import/to-guides.ts'
import { LARGEST_PAGE, TOO_BIG_PAGE } from '../import/unreadable-page.ts'
import { SHIPPED } from '../load.ts'
import type { Command, Terminal } from './command.ts'

const USUAL_FOLDER = 'guides-importes'

/**
 * `import <page.md> [--out <folder>] [--json]`: reads a published page and writes its guides into the
 * folder, else into that of the team, else into `guides-importes`. With `--json` alone nothing is written:
 * the page's content is the answer.
 */
export const importCommand: Command = async (args, terminal) => {
  const options = optionsOf(args)
  if (options === undefined) return undefined
  const { file, json } = options
  const shown = relative(process.cwd(), resolve(file))
  const page = await pageOf(file, shown, terminal)
  if (json) terminal.write(pageJson(page))
  const folder = options.out ?? (json ? undefined : (terminal.guidesDir ?? USUAL_FOLDER))
  if (folder === undefined) return 0
  if (resolve(folder) === SHIPPED) {
    throw refusal(
      shown,
      'Ce dossier est celui des guides du projet : choisis-en un autre avec --out.',
    )
  }
  const guides = toGuides(page.guides, await guidesAround(folder, page))
  if (!json) terminal.write(foundReport(shown, page, guides))
  await save(folder, page, guides, json ? terminal.tell : terminal.write, terminal)
  return 0
}

interface Options {
  readonly file: string
  readonly out?: string
  readonly json: boolean
}

function optionsOf(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, other] = positionals
    if (file === undefined || other !== undefined || values.out === '') return undefined
    return { file, json: values.json, ...(values.out === undefined ? {} : { out: values.out }) }
  } catch {
    return undefined
  }
}

async function pageOf(file: string, shown: string, { tell }: Terminal): Promise<ImportedPage> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) {
    throw refusal(shown, 'La page ne peut pas être ouverte : vérifie le chemin du fichier.')
  }
  if (size > LARGEST_PAGE) throw refusal(shown, TOO_BIG_PAGE.message)
  tell(`Lecture de ${shown} (${Math.ceil(size / 1024)} ko)…\n`)
  const read = readPage(await readFile(file))
  if ('faults' in read)
    throw new GuideError(read.faults.map((fault) => ({ ...fault, file: shown })))
  tell(`${read.page.guides.filter((guide) => !isHollow(guide)).length} guides reconnus.\n`)
  return read.page
}

function refusal(file: string, message: string): GuideError {
  return new GuideError([{ file, line: 1, message }])
}

async function save(
  folder: string,
  page: ImportedPage,
  guides: readonly FileGuide[],
  say: (text: string) => void,
  { tell, guidesDir }: Terminal,
): Promise<void> {
  tell(`Écriture dans ${folder}…\n`)
  const note = { name: NOTE_NAME, text: noteText(page) }
  const saved = await saveGuides(
    folder,
    guides.map(({ guide }) => guide),
    note,
  ).catch((error: unknown) => {
    if (error instanceof GuideError) throw error
    const message = 'Le dossier ne peut pas être écrit : vérifie son chemin et tes droits.'
    throw Object.assign(refusal(folder, message), { cause: error })
  })
  const served = guidesDir !== undefined && resolve(guidesDir) === resolve(folder)
  say(savedReport(folder, saved, served))
}
