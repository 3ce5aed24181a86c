import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGuide } from '../../src/guides/parse.ts'
import { SHIPPED } from './folder.ts'

const sources = readdirSync(SHIPPED).map((file) => readFileSync(join(SHIPPED, file), 'utf8'))

type Mutation = (lines: string[]) => string[]

const position = fc.nat({ max: 120 })

const SPECIAL = ['#', '##', '- ', ':', '---', '`', '[', '](', '<', '*', '&a', '\n', '\t', '    ']

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  position.map((at) => (lines: string[]) => lines.toSpliced(at, 1)),
  position.map((at) => (lines: string[]) => lines.toSpliced(at, 0, lines[at] ?? '')),
  fc.tuple(position, position).map(([a, b]) => (lines: string[]) => {
    const swapped = [...lines]
    swapped[a] = lines[b] ?? ''
    swapped[b] = lines[a] ?? ''
    return [...swapped].map((line) => line ?? '')
  }),
  fc
    .tuple(
      position,
      fc.nat({ max: 80 }),
      fc.oneof(fc.constantFrom(...SPECIAL), fc.string({ unit: 'binary' })),
    )
    .map(([at, column, inserted]) => (lines: string[]) => {
      const line = lines[at] ?? ''
      return lines.with(
        Math.min(at, lines.length - 1),
        line.slice(0, column) + inserted + line.slice(column),
      )
    }),
)

test('a damaged guide is a guide or has faults within its lines, in French', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      (source, mutations) => {
        const damaged = mutations
          .reduce((lines, mutate) => mutate(lines), source.split('\n'))
          .join('\n')
        const read = parseGuide('guide.md', damaged)
        if ('guide' in read) return
        expect(read.faults.length).toBeGreaterThan(0)
        for (const { line, message } of read.faults) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(damaged.split(/\r\n|\r|\n/).length)
          expect(message).toMatch(/^\p{Lu}.*[^.]\.$/su)
          expect(message).not.toMatch(/\b(Invalid|expected|received|undefined|NaN)\b/)
        }
      },
    ),
    { numRuns: 300 },
  )
})
