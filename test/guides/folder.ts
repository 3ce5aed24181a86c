import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { GuideError } from '../../src/guides/fault.ts'
import { loadGuides } from '../../src/guides/load.ts'

export const SHIPPED = join(import.meta.dirname, '../../guides')

/** A copy of the shipped guides, with some files added or replaced; removed after the test. */
export function guidesFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder()
  cpSync(SHIPPED, folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guides-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** The faults of a folder in front of the shipped guides, without what is the same for all of them. */
export async function faultsIn(folder: string, shipped?: string): Promise<string[]> {
  const error = await loadGuides(folder, shipped).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof GuideError)) return []
  const prefix = `${relative(process.cwd(), folder)}/`
  return error.faults.map(({ file, line, message }) =>
    `${file}:${line}: ${message}`.replaceAll(prefix, ''),
  )
}
