/** How a sheet is laid out, for a phone first. */
import type { CSSProperties, JSXNode } from 'satori/jsx'
import { FAMILIES } from './fonts.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'

/** Three dots a point on a phone 360 points wide. */
export const WIDTH = 1080
const MARGIN = 36
const TEXT = 36
const SMALL = 33
/** Ten points on a phone: nothing is smaller. */
const SMALLEST = 30

const INK = '#161616'
const GREY = '#555555'
const RULE = '#cccccc'
const PAPER = '#ffffff'
const BAND = '#f6f6f6'

/** Beyond that, names no longer fit over their column: they are numbered, and listed first. */
const MOST_NAMED_COLUMNS = 4

export function layOut(sheet: Sheet): JSXNode {
  const numbered = sheet.columns.length > MOST_NAMED_COLUMNS
  const heads = numbered ? sheet.columns.map((_, i) => String(i + 1)) : sheet.columns
  return box(
    {
      flexDirection: 'column',
      width: WIDTH,
      padding: MARGIN,
      backgroundColor: PAPER,
      color: INK,
      fontSize: TEXT,
      fontFamily: FAMILIES.join(', '),
      lineHeight: 1.3,
    },
    words(sheet.title, { fontSize: 46, fontWeight: 700 }),
    words(sheet.about, { fontSize: SMALL, color: GREY, marginBottom: 24 }),
    ...(numbered ? [nameList(sheet.columns)] : []),
    box(
      { borderBottom: `3px solid ${INK}`, paddingBottom: 8 },
      ...heads.map((head) => column(heads.length, words(head, HEAD))),
    ),
    ...sheet.rows.map(rowOf),
    ...sheet.notes.map((note) => words(note, { fontSize: SMALL, marginTop: 20, ...WRAPPED })),
  )
}

const WRAPPED: CSSProperties = { wordBreak: 'break-word' }
const HEAD: CSSProperties = { fontSize: SMALL, fontWeight: 700, textAlign: 'center', ...WRAPPED }

function nameList(names: readonly string[]): JSXNode {
  return box(
    { flexDirection: 'column', marginBottom: 16 },
    ...names.map((name, i) => words(`${i + 1}. ${name}`, { fontSize: SMALL, ...WRAPPED })),
  )
}

/** The label takes the whole width: a criterion is a sentence. */
function rowOf({ label, aside, cells }: SheetRow, i: number): JSXNode {
  return box(
    {
      flexDirection: 'column',
      padding: '16px 0',
      borderBottom: `2px solid ${RULE}`,
      ...(i % 2 === 1 && { backgroundColor: BAND }),
    },
    words(label, { fontWeight: 700, ...WRAPPED }),
    ...(aside === undefined ? [] : [words(aside, { fontSize: SMALL, color: GREY })]),
    box(
      { marginTop: 10 },
      ...cells.map((cell) => column(cells.length, cellOf(cell, cells.length))),
    ),
  )
}

function column(of: number, content: JSXNode): JSXNode {
  return box(
    {
      width: (WIDTH - 2 * MARGIN) / of,
      padding: '0 6px',
      alignItems: 'flex-start',
      justifyContent: 'center',
    },
    content,
  )
}

const FRAMES: Readonly<Record<Exclude<SheetCell['frame'], 'none'>, CSSProperties>> = {
  full: { backgroundColor: INK, color: PAPER, border: `4px solid ${INK}` },
  hollow: { backgroundColor: PAPER, border: `4px solid ${INK}` },
  dashed: { backgroundColor: PAPER, color: GREY, border: `4px dashed ${GREY}` },
}

function cellOf(cell: SheetCell, columns: number): JSXNode {
  const { text, frame, under } = cell
  const small = columns > MOST_NAMED_COLUMNS ? SMALLEST : SMALL
  if (frame === 'none') return words(text, { fontSize: small, fontWeight: 700 })
  if (under === undefined) return framed(cell)
  return box(
    { flexDirection: 'column', alignItems: 'center' },
    framed(cell),
    words(under, { fontSize: SMALLEST }),
  )
}

function framed({ text, frame }: SheetCell): JSXNode {
  return words(text, {
    minWidth: 84,
    padding: '4px 12px',
    borderRadius: 12,
    fontWeight: 700,
    textAlign: 'center',
    justifyContent: 'center',
    ...(frame !== 'none' && FRAMES[frame]),
  })
}

function box(style: CSSProperties, ...children: readonly JSXNode[]): JSXNode {
  return element({ boxSizing: 'border-box', ...style }, children)
}

function words(text: string, style: CSSProperties = {}): JSXNode {
  return element(style, unbroken(text))
}

/** French signs stay with the word that they go with. */
function unbroken(text: string): string {
  return text.replaceAll('« ', '«\u00A0').replaceAll(/ (?=[»:;?!%])/g, '\u00A0')
}

function element(style: CSSProperties, children: readonly JSXNode[] | string): JSXNode {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } }
}
