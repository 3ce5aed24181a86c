import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

interface Row {
  readonly rule: string
  readonly shownBy: readonly string[]
}

const [, ...entries] = readFileSync(join(ROOT, 'test/rules.md'), 'utf8').split(/^- /m)
const rows = entries.map((entry): Row => {
  const [rule = '', ...shownBy] = entry.split(/\n {2}- /)
  return { rule, shownBy: shownBy.map((piece) => piece.split('\n\n')[0]?.trim() ?? '') }
})

const TEST = /^`(?<path>test\/[\w/-]+(?:\.test)?\.ts)` (?<title>.+)$/
const NONE = /^none: .+$/

/** What is wrong with one piece, if anything. */
function faultOf(piece: string): string | undefined {
  const { path, title } = TEST.exec(piece)?.groups ?? {}
  if (path === undefined || title === undefined) {
    return NONE.test(piece) ? undefined : 'neither a test nor a reason'
  }
  const file = join(ROOT, path)
  if (!existsSync(file)) return 'no such file'
  const source = readFileSync(file, 'utf8')
  const isThere = ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`))
  return isThere ? undefined : 'no such title'
}

describe('the list of rules', () => {
  test('shows each of many rules by something', () => {
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.filter(({ shownBy }) => shownBy.length === 0)).toEqual([])
  })

  test('names tests that exist, or says why there is none', () => {
    const faults = rows.flatMap(({ rule, shownBy }) =>
      shownBy.flatMap((piece) => {
        const fault = faultOf(piece)
        return fault === undefined ? [] : [`${rule}: ${piece}: ${fault}`]
      }),
    )
    expect(faults).toEqual([])
  })

  test('would notice a file or a title that is gone', () => {
    expect(faultOf('`test/nowhere.test.ts` anything')).toBe('no such file')
    expect(faultOf('`test/rules.test.ts` a title that is not there')).toBe('no such title')
    expect(faultOf('later')).toBe('neither a test nor a reason')
  })
})
