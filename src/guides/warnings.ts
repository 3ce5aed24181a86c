/** The part « ## Points de vigilance » of a guide. */
import type { Report } from './fault.ts'
import type { Heading } from './outline.ts'

const LONGEST = 300

export function readWarnings(part: Heading, report: Report): string[] {
  for (const { line } of [...part.paragraphs, ...part.children]) {
    report(line, 'Les points de vigilance sont une simple liste : commence cette ligne par « - ».')
  }
  for (const { line, text, items } of part.items) {
    if (text === '') report(line, 'Ce point de vigilance est vide : écris-le ou retire-le.')
    if (text.length > LONGEST) {
      report(line, `Ce point de vigilance dépasse ${LONGEST} signes : raccourcis-le.`)
    }
    for (const item of items) {
      report(
        item.line,
        'Un point de vigilance tient en une phrase : sors cette ligne de la sous-liste.',
      )
    }
  }
  if (part.items.length === 0) {
    report(
      part.line,
      'Il manque les points de vigilance : ajoute-en au moins un, précédé de « - ».',
    )
  }
  return part.items.map(({ text }) => text)
}
