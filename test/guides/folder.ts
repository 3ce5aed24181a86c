import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

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
