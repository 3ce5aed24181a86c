/** The three fixed headings of a guide. */
import { quote, type Report } from './fault.ts'
import { readOutline, type Heading } from './outline.ts'
import { normalise } from './words.ts'

const NAMES = {
  criteria: 'Critères',
  script: 'Trame',
  warnings: 'Points de vigilance',
} as const

type Part = keyof typeof NAMES

const PARTS: readonly Part[] = ['criteria', 'script', 'warnings']

/** Finds the parts in any order; reports those that are missing, doubled or unknown. */
export function readParts(
  body: string,
  lastLine: number,
  report: Report,
): Partial<Record<Part, Heading>> {
  const found: Partial<Record<Part, Heading>> = {}
  for (const heading of readOutline(body, report).filter(({ depth }) => depth === 2)) {
    const part = PARTS.find((part) => normalise(NAMES[part]) === normalise(heading.title))
    if (part === undefined) {
      report(
        heading.line,
        `Le titre ${quote(heading.title)} n'est pas connu : choisis parmi ${Object.values(NAMES).join(', ')}.`,
      )
    } else if (found[part] === undefined) {
      found[part] = heading
    } else {
      report(heading.line, `Le titre « ## ${NAMES[part]} » est écrit deux fois : réunis les deux.`)
    }
  }
  for (const part of PARTS.filter((part) => found[part] === undefined)) {
    report(
      lastLine,
      `Il manque le titre « ## ${NAMES[part]} » : ajoute-le sur une ligne à lui seul.`,
    )
  }
  return found
}
