/** The lines « - Nom : valeur » under a heading. */
import { z } from 'zod'
import { quote, type Report } from './fault.ts'
import type { Heading, Item } from './outline.ts'
import { normalise } from './words.ts'

export interface FieldShape {
  /** As people write it. */
  readonly name: string
  /** A list may continue in an indented list; a line may not. */
  readonly list?: true
}

interface Field {
  readonly line: number
  readonly values: readonly string[]
}

export type Fields = ReadonlyMap<string, Field>

/** Reads the fields of a heading, by name; reports those that are unknown, doubled or misshapen. */
export function readFields(
  heading: Heading,
  shapes: readonly FieldShape[],
  report: Report,
): Fields {
  const fields = new Map<string, Field>()
  for (const { line } of heading.paragraphs) {
    report(
      line,
      `Ce texte n'appartient à aucune ligne : commence-le par « - » et un nom (${names(shapes)}).`,
    )
  }
  for (const item of heading.items) readField(item, shapes, fields, report)
  return fields
}

function readField(
  item: Item,
  shapes: readonly FieldShape[],
  fields: Map<string, Field>,
  report: Report,
): void {
  const colon = item.text.indexOf(':')
  const name = colon < 0 ? item.text : item.text.slice(0, colon).trim()
  const shape = shapes.find((shape) => normalise(shape.name) === normalise(name))
  const say = (message: string): void => report(item.line, message)
  if (colon < 0) return say(`Il manque « : » dans cette ligne : écris-la « - Nom : valeur ».`)
  if (shape === undefined) {
    return say(`La ligne ${quote(name)} n'est pas connue ici : choisis parmi ${names(shapes)}.`)
  }
  if (fields.has(shape.name)) {
    return say(`La ligne ${quote(shape.name)} est écrite deux fois : garde la bonne.`)
  }
  if (item.items.length > 0 && shape.list === undefined) {
    say(`La ligne ${quote(shape.name)} tient en une phrase : retire la liste qui la suit.`)
  }
  const inline = item.text.slice(colon + 1).trim()
  const values = [inline, ...item.items.map(({ text }) => text)].filter((value) => value !== '')
  fields.set(shape.name, { line: item.line, values })
}

function names(shapes: readonly FieldShape[]): string {
  return shapes.map(({ name }) => name).join(', ')
}

/** A required sentence. `hint` says what to write there. */
export function sentence(name: string, hint: string, longest = 300) {
  return z
    .string(`Il manque la ligne ${quote(name)} : ${hint}.`)
    .min(1, `La ligne ${quote(name)} est vide : ${hint}.`)
    .max(longest, `La ligne ${quote(name)} dépasse ${longest} signes : raccourcis-la.`)
}

/** The words of a title, which must be there. */
export function headingText(longest: number) {
  return z
    .string()
    .min(1, 'Ce titre est vide : écris-le en quelques mots.')
    .max(longest, `Ce titre dépasse ${longest} signes : raccourcis-le.`)
}

/** Checks values read from a file; each fault goes to the line that `lineOf` finds for its name. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
  lineOf: (name: string) => number,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  for (const issue of result.error.issues)
    report(lineOf(String(issue.path[0] ?? '')), issue.message)
  return undefined
}
