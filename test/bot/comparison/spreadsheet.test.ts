/** The file of the comparison, as spreadsheets read it. */
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../src/bot/comparison/board.ts'
import { spreadsheet } from '../../../src/bot/comparison/spreadsheet.ts'
import { met, weighing } from '../../process/support/contenders.ts'

function fileFor(candidate: string, criterion = 'Écoute'): string {
  const contest = { contenders: [met('one', { A: 2 })], signs: {}, hidden: [] }
  const names = { candidate: () => candidate, criterion: () => criterion }
  return spreadsheet({ ...boardOf([weighing('A', 2)], contest, names, 0), leftOut: [] })
}

const cellsOf = (file: string) => Papa.parse<string[]>(file.slice(1)).data[1] ?? []

describe('the file of the comparison', () => {
  it('says that it is UTF-8, and separates as French spreadsheets do', () => {
    const file = fileFor('Zoé')
    expect([...Buffer.from(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(file.split('\r\n')[1]).toBe('Entretien métier;1;Zoé;66,7;100;;;;2')
  })

  it.each([
    '=HYPERLINK("http://exemple.fr")',
    '+33 6 12 34 56 78',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    ' =1+1',
    '＝1+1',
    '\u200B=1+1',
  ])('shows %j, and never runs it', (name) => {
    expect(cellsOf(fileFor(name))[2]).toBe(`'${name}`)
    const [head] = Papa.parse<string[]>(fileFor('Zoé', name).slice(1)).data
    expect(head?.at(-1)).toBe(`'${name} (poids 2)`)
  })

  it.each(['Léa ; "Zoé"', 'Deux\nlignes', 'A | B', 'O’Brien-Dubois'])('keeps %j whole', (name) => {
    expect(cellsOf(fileFor(name))[2]).toBe(name)
  })
})
