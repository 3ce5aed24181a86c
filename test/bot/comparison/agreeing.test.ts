/** The table, the picture and the file say the same, and what was worked out by hand. */
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../src/bot/comparison/board.ts'
import { sheetsOf } from '../../../src/bot/comparison/picture.ts'
import { spreadsheet } from '../../../src/bot/comparison/spreadsheet.ts'
import { tables } from '../../../src/bot/comparison/table.ts'
import type { SheetCell } from '../../../src/pictures/sheet.ts'
import { readableMessage } from '../support/readable.ts'
import { HAND_MADE } from './hand-made.ts'
import type { ExpectedLine, HandMade } from './hand-made.ts'

const itself = (id: string) => id
const boardOfExample = ({ criteria, contenders, signs = {} }: HandMade) => ({
  ...boardOf(
    criteria,
    { contenders, signs, hidden: [] },
    { candidate: itself, criterion: itself },
    0,
  ),
  leftOut: [],
})

const percent = (figure: string) => (figure === '' ? '–' : `${figure} %`)
const typeable = (shown: string) => shown.replaceAll(/[\u00A0\u202F]/g, ' ')
const isShared = (mean: string | undefined) => mean?.endsWith('*') ?? false
const figure = (mean: string | undefined) => mean?.replace('*', '') ?? ''

describe.each(HAND_MADE)('$name', (example) => {
  const board = boardOfExample(example)
  const ids = example.criteria.map(({ id }) => id)

  it('in the table', () => {
    const shown = readableMessage({ headline: [], blocks: tables(board) })
    const rows = shown.split('\n')
    for (const { stage, lines, turns } of example.expected) {
      expect(shown).toContain(`Au stade : ${stage.toLowerCase()}`)
      for (const { who, rank, score, coverage, cannotBeChosen, toVerify, references } of lines) {
        expect(rows).toContain(
          [rank === '' ? '–' : rank, who, percent(score), percent(coverage)].join(' | '),
        )
        expect(shown.includes(`${who} : ne peut pas être retenue`)).toBe(Boolean(cannotBeChosen))
        expect(shown.includes(`${who} : obligatoire, à vérifier`)).toBe(Boolean(toVerify))
        if (references !== undefined)
          expect(rows).toContain(`• ${who} : références : ${references}`)
      }
      for (const id of ids) expectInTable(rows, id, lines)
      expect(rows.filter((row) => row.startsWith('• « '))).toEqual(
        (turns ?? []).map((turn) => `• ${turn}`),
      )
      expect(shown.includes('L’ordre tient')).toBe(turns?.length === 0)
    }
    expect(shown.match(/Au stade/g)?.length ?? 0).toBe(example.expected.length)
  })

  it('in the picture', () => {
    const sheets = sheetsOf(board)
    expect(sheets.map(({ title }) => title)).toEqual(
      example.expected.map(({ stage }) => `Comparaison · ${stage.toLowerCase()}`),
    )
    for (const [i, { lines, turns }] of example.expected.entries()) {
      const { columns = [], rows = [], notes = [] } = sheets[i] ?? {}
      const cells = (label: string) => rows.find((row) => row.label === label)?.cells ?? []
      const texts = (label: string) => cells(label).map(({ text }) => typeable(text))
      expect(columns).toEqual(lines.map(({ who }) => who))
      expect(texts('Rang')).toEqual(lines.map(({ rank }) => (rank === '' ? '–' : rank)))
      expect(texts('Score')).toEqual(lines.map(({ score }) => percent(score)))
      expect(texts('Couverture')).toEqual(lines.map(({ coverage }) => percent(coverage)))
      for (const id of ids) {
        const isAssessed = lines.some(({ means }) => means[id] !== undefined)
        const expected = lines.map(({ means }): SheetCell => cellFor(means[id]))
        expect(cells(id)).toEqual(isAssessed ? expected : [])
      }
      for (const turn of turns ?? []) expect(notes).toContain(turn)
      for (const { who, references } of lines) {
        if (references !== undefined) expect(notes).toContain(`${who} : références : ${references}`)
      }
    }
  })

  it('in the file', () => {
    const { data } = Papa.parse<Record<string, string>>(spreadsheet(board).slice(1), {
      header: true,
      skipEmptyLines: true,
    })
    const expected = example.expected.flatMap(({ stage, lines }) =>
      lines.map((line) => ({
        Stade: stage,
        Rang: line.rank,
        Candidature: line.who,
        'Score (%)': line.score,
        'Couverture (%)': line.coverage,
        'Ne peut pas être retenue : non validé': (line.cannotBeChosen ?? []).join(' | '),
        'Obligatoire, à vérifier': (line.toVerify ?? []).join(' | '),
        'Avis partagés': ids.filter((id) => isShared(line.means[id])).join(' | '),
        ...Object.fromEntries(
          example.criteria.map(({ id, weight, mandatory }) => [
            `${id} (poids ${weight}${mandatory ? ', obligatoire' : ''})`,
            figure(line.means[id]),
          ]),
        ),
      })),
    )
    expect(data).toEqual(expected)
  })
})

function expectInTable(rows: readonly string[], id: string, lines: readonly ExpectedLine[]) {
  const assessed = lines.some(({ means }) => means[id] !== undefined)
  const words = lines.map(({ means }) => {
    const mean = means[id]
    if (mean === undefined) return 'à vérifier'
    return isShared(mean) ? `${figure(mean)}, avis partagés` : mean
  })
  const row = rows.find((one) => one.startsWith(`${id} (`) && one.endsWith(words.join(' | ')))
  expect(row !== undefined, `${id} : ${words.join(' | ')}`).toBe(assessed)
}

function cellFor(mean: string | undefined): SheetCell {
  if (mean === undefined) return { text: '–', frame: 'dashed' }
  const isReached = Number(figure(mean).replace(',', '.')) >= 2
  return {
    text: figure(mean),
    frame: isReached ? 'full' : 'hollow',
    ...(isShared(mean) && { under: 'partagés' }),
  }
}
