/** Pictures that people look at on a phone. */
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { drawSheet } from '../../src/pictures/draw.ts'
import type { Sheet, SheetCell } from '../../src/pictures/sheet.ts'

const LONG_NAME = 'Marie-Charlotte-Élisabeth de La Rochefoucauld-Montmorency'
const ONE_WORD = 'Anticonstitutionnellement'.repeat(12)
const MARGIN = 36

const full = (text: string): SheetCell => ({ text, frame: 'full' })

function sheet(changes: Partial<Sheet> = {}): Sheet {
  return {
    title: 'Mise en situation · Camille Durand',
    about: 'Niveaux de 0 à 3.',
    columns: ['Inès', 'Malik'],
    rows: [{ label: 'La personne fait preuve d’écoute', cells: [full('3'), full('2')] }],
    notes: [],
    ...changes,
  }
}

/** Twelve criteria, eight scorers, all of them with names that no table expects. */
const PERCENT: SheetCell = { text: '73,8\u00A0%', frame: 'none' }

const CROWDED = sheet({
  title: `Mise en situation · ${LONG_NAME}`,
  columns: Array.from({ length: 8 }, (_, i) => `${LONG_NAME} ${i}`),
  rows: Array.from({ length: 12 }, (_, i) => ({
    label: i === 0 ? ONE_WORD : `Critère ${i} : ${'est capable de tenir '.repeat(13)}`,
    aside: 'poids 3 · obligatoire · avis partagés',
    cells: Array.from({ length: 8 }, (): SheetCell => ({ text: '2,67', frame: 'hollow' })),
  })),
  notes: [ONE_WORD],
})

/** Width, height and red values of the pixels of a PNG. */
function pixelsOf(png: Uint8Array<ArrayBuffer>) {
  const width = Buffer.from(png).readUInt32BE(16)
  const height = Buffer.from(png).readUInt32BE(20)
  const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${image}" width="${width}" height="${height}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  return { width, height, red: (x: number, y: number) => pixels[4 * (y * width + x)] ?? -1 }
}

/** How many pixels are not white between two columns. */
function inked({ height, red }: ReturnType<typeof pixelsOf>, from: number, to: number): number {
  let count = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = from; x < to; x += 1) if (red(x, y) !== 255) count += 1
  }
  return count
}

describe('a picture of a table', () => {
  it('is a PNG three times as wide as a phone', async () => {
    const png = await drawSheet(sheet())
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
    expect(pixelsOf(png).width).toBe(3 * 360)
  })

  it('is the same to the byte each time', async () => {
    const [once, twice] = [await drawSheet(CROWDED), await drawSheet(CROWDED)]
    expect(Buffer.compare(once, twice)).toBe(0)
  })

  it('writes nothing in its margins, however long the names', async () => {
    const picture = pixelsOf(await drawSheet(CROWDED))
    expect(inked(picture, 0, MARGIN - 8)).toBe(0)
    expect(inked(picture, picture.width - MARGIN + 8, picture.width)).toBe(0)
  })

  it('grows with what there is to say, rather than clip it', async () => {
    const short = pixelsOf(await drawSheet(sheet()))
    const long = pixelsOf(await drawSheet(sheet({ title: `${LONG_NAME} ${LONG_NAME}` })))
    expect(long.height).toBeGreaterThan(short.height)
  })

  it.each([
    { columns: 8, cell: { text: '2,67', frame: 'hollow' } },
    { columns: 6, cell: { text: '2,67', frame: 'hollow', under: 'partagés' } },
  ] as const)('keeps neighbours apart in $columns columns', async ({ columns, cell }) => {
    const picture = await drawSheet({
      title: '',
      about: '',
      columns: Array.from({ length: columns }, () => 'a'),
      rows: [
        { label: '', cells: Array.from({ length: columns }, () => cell) },
        { label: '', cells: Array.from({ length: columns }, () => PERCENT) },
      ],
      notes: [],
    })
    const { width, height, red } = pixelsOf(picture)
    const lines = Array.from({ length: columns - 1 }, (_, i) => i + 1)
    const between = (column: number) =>
      Math.round(MARGIN + (column * (width - 2 * MARGIN)) / columns)
    const dark = lines.map((column) =>
      Array.from({ length: height }, (_, y) => red(between(column), y)).filter((one) => one < 100),
    )
    // The line under the heads is three dots thick.
    expect(dark.map(({ length }) => length)).toEqual(lines.map(() => 3))
  })

  it.each(['ễ', 'Д', 'λ', 'Þ', 'œ', '’'])('knows the letter %s', async (letter) => {
    const unknown = await drawSheet(sheet({ title: '漢' }))
    const known = await drawSheet(sheet({ title: letter }))
    expect(Buffer.compare(unknown, known)).not.toBe(0)
  })

  it('shows a box for a letter that it does not know', async () => {
    const [one, other] = [
      await drawSheet(sheet({ title: '漢' })),
      await drawSheet(sheet({ title: '字' })),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
