/** The header of a guide file: YAML between two lines `---`. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { quote, type Report } from './fault.ts'
import { check } from './fields.ts'
import { craftWords, normalise, readCraft, readStage, stageWords } from './words.ts'

const DURATION =
  'La durée ne se lit pas : écris deux nombres de minutes, par exemple « duree: { min: 45, max: 60 } ».'

const minutes = z
  .string(DURATION)
  .regex(/^\d{1,3}$/, DURATION)
  .transform(Number)

const headerSchema = z.object({
  metier: word('metier', readCraft, craftWords),
  etape: word('etape', readStage, stageWords),
  titre: text('titre', 80),
  objectif: text('objectif', 300),
  duree: z
    .strictObject({ min: minutes, max: minutes }, DURATION)
    .refine(({ min, max }) => min > 0 && min <= max, DURATION),
})

const KEYS = Object.keys(headerSchema.shape)

export type Header = z.output<typeof headerSchema>

export interface FrontMatter {
  readonly header: Header | undefined
  /** The line that says which guide this is. */
  readonly line: number
  /** The rest of the file, with blank lines in place of the header so that lines keep their number. */
  readonly body: string
}

export function readFrontMatter(source: string, report: Report): FrontMatter {
  const lines = source.split('\n')
  if (!isFence(lines[0])) {
    report(
      1,
      `L'en-tête manque : commence le fichier par « --- », puis ${KEYS.join(', ')}, puis « --- ».`,
    )
    return { header: undefined, line: 1, body: blankUntil(lines, firstPart(lines)) }
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line))
  if (end < 0) {
    report(1, "L'en-tête n'est pas refermé : ajoute une ligne « --- » sous son dernier champ.")
    return { header: undefined, line: 1, body: blankUntil(lines, firstPart(lines)) }
  }
  // The opening fence becomes a blank line: YAML's line numbers are then those of the file.
  const yaml = ['', ...lines.slice(1, end)].join('\n')
  const { header, line } = readHeader(yaml, report)
  return { header, line, body: blankUntil(lines, end + 1) }
}

/** Blank lines rather than none: what follows keeps its line numbers. */
function blankUntil(lines: readonly string[], start: number): string {
  return lines.map((line, index) => (index < start ? '' : line)).join('\n')
}

/** Where the body seems to start when the header does not say. */
function firstPart(lines: readonly string[]): number {
  const index = lines.findIndex((line) => line.startsWith('## '))
  return index < 0 ? lines.length : index
}

function isFence(line: string | undefined): boolean {
  return line?.trimEnd() === '---'
}

function readHeader(yaml: string, report: Report): { header: Header | undefined; line: number } {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    schema: 'failsafe',
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined || !isMap(document.contents)) {
    report(
      error?.linePos?.[0].line ?? 1,
      "L'en-tête ne se lit pas ici : écris « champ: valeur », entre guillemets si la valeur contient « : ».",
    )
    return { header: undefined, line: 1 }
  }
  const { values, lines } = readPairs(document, counter, report)
  const header = check(headerSchema, values, (name) => lines.get(name) ?? 1, report)
  return { header, line: lines.get('metier') ?? 1 }
}

function readPairs(document: Document, counter: LineCounter, report: Report) {
  const values: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    const key = isScalar(pair.key) ? pair.key : undefined
    const line = counter.linePos(key?.range?.[0] ?? 0).line
    const name = normalise(typeof key?.value === 'string' ? key.value : '')
    if (!KEYS.includes(name)) {
      report(
        line,
        `Le champ ${quote(name)} n'existe pas dans l'en-tête : choisis parmi ${KEYS.join(', ')}.`,
      )
    } else if (lines.has(name)) {
      report(line, `Le champ ${quote(name)} est écrit deux fois : garde le bon.`)
    } else {
      lines.set(name, line)
      values[name] = plainValue(pair.value, document)
    }
  }
  return { values, lines }
}

function plainValue(node: unknown, document: Document): unknown {
  if (isScalar(node)) return node.value
  return isMap(node) ? safely(() => node.toJS(document)) : null
}

/** Aliases that point at each other make `toJS` throw; such a value is no value. */
function safely(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return null
  }
}

function word<Code>(name: string, read: (word: string) => Code | undefined, words: string) {
  const choose = `choisis parmi ${words}.`
  return z.string(absentOrUnreadable(name, choose)).transform((value, context): Code => {
    const code = read(value)
    if (code !== undefined) return code
    context.addIssue({
      code: 'custom',
      message: `Le champ ${quote(name)} ne connaît pas ${quote(value)} : ${choose}`,
    })
    return z.NEVER
  })
}

function text(name: string, longest: number) {
  return z
    .string(absentOrUnreadable(name, 'écris-le en une phrase.'))
    .trim()
    .min(1, `Le champ ${quote(name)} est vide : écris-le en une phrase.`)
    .max(longest, `Le champ ${quote(name)} dépasse ${longest} signes : raccourcis-le.`)
}

/** What zod says when a field is not text: it is absent, or of another kind. */
function absentOrUnreadable(name: string, advice: string) {
  return {
    error: ({ input }: { readonly input?: unknown }): string =>
      input === undefined
        ? `Il manque le champ ${quote(name)} dans l'en-tête : ${advice}`
        : `Le champ ${quote(name)} ne se lit pas : ${advice}`,
  }
}
