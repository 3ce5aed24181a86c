/** The part « ## Trame » of a guide: timed sections and their questions. */
import { quote, type Report } from './fault.ts'
import type { Section } from './guide.ts'
import type { Heading } from './outline.ts'
import { readQuestion, type ReadQuestion } from './questions.ts'

export interface ReadScript {
  readonly sections: readonly Section[]
  readonly questions: readonly ReadQuestion[]
}

export const NO_SCRIPT: ReadScript = { sections: [], questions: [] }

interface Slot {
  readonly line: number
  readonly title: string
  readonly from: number
  readonly to: number
}

const TIMED = /^(\d{1,3})\s*(?:[-–—]|à)\s*(\d{1,3})\s*min(?:utes)?\s*[·:–—-]\s*(\S.*)$/u

export function readScript(
  part: Heading,
  duration: { readonly max: number } | undefined,
  report: Report,
): ReadScript {
  const headings = part.children.filter(({ depth }) => depth === part.depth + 1)
  for (const { line } of [...part.paragraphs, ...part.items]) {
    report(line, 'Ce passage est hors de toute partie : mets-le sous un titre « ### ».')
  }
  if (headings.length === 0) {
    report(
      part.line,
      'La trame est vide : ajoute une partie, par exemple « ### 0–2 min · Accueil ».',
    )
  }
  const read = headings.map((heading) => readSection(heading, report))
  const slots = read.flatMap(({ slot }) => slot ?? [])
  if (slots.length === read.length) checkTimes(slots, duration?.max, report)
  const questions = read.flatMap(({ questions }) => questions)
  checkIds(questions, report)
  return { sections: read.flatMap(({ section }) => section ?? []), questions }
}

function readSection(heading: Heading, report: Report) {
  const slot = readSlot(heading, report)
  for (const { line } of heading.items) {
    report(line, 'Cette liste est hors de toute question : mets-la sous un titre « #### ».')
  }
  const [paragraph, ...others] = heading.paragraphs
  if (paragraph === undefined) {
    report(
      heading.line,
      `Il manque un paragraphe sous ${quote(heading.title)} : dis ce qu'il faut y faire.`,
    )
  }
  for (const { line } of others) {
    report(line, 'Une partie a un seul paragraphe : réunis celui-ci avec le précédent.')
  }
  const questions = heading.children
    .filter(({ depth }) => depth === heading.depth + 1)
    .map((child) => readQuestion(child, report))
  const section: Section | undefined = slot && {
    title: slot.title,
    from: slot.from,
    to: slot.to,
    text: paragraph?.text ?? '',
    questions: questions.flatMap(({ question }) => question ?? []),
  }
  return { slot, section, questions }
}

function readSlot(heading: Heading, report: Report): Slot | undefined {
  const [, from, to, title] = TIMED.exec(heading.title) ?? []
  if (title === undefined) {
    report(
      heading.line,
      `Le titre ${quote(heading.title)} ne donne pas ses minutes : écris par exemple « ### 0–2 min · Accueil ».`,
    )
    return undefined
  }
  if (title.length > 80) {
    report(heading.line, 'Le titre de cette partie dépasse 80 signes : raccourcis-le.')
  }
  return { line: heading.line, title, from: Number(from), to: Number(to) }
}

function checkTimes(slots: readonly Slot[], longest: number | undefined, report: Report): void {
  let clock = 0
  for (const { line, title, from, to } of slots) {
    const part = `La partie ${quote(title)}`
    if (from < clock) {
      report(
        line,
        `${part} commence à ${from} min, avant la fin de la précédente : fais-la partir de ${clock}.`,
      )
    } else if (from > clock) {
      report(line, `${part} commence à ${from} min et laisse un trou : fais-la partir de ${clock}.`)
    }
    if (to <= from) {
      report(line, `${part} doit finir après son début : corrige ${from}–${to} min.`)
    }
    if (longest !== undefined && to > longest) {
      report(
        line,
        `${part} finit à ${to} min et dépasse la durée maximale : raccourcis pour tenir en ${longest}.`,
      )
    }
    clock = Math.max(clock, to)
  }
}

function checkIds(questions: readonly ReadQuestion[], report: Report): void {
  const seen = new Set<string>()
  for (const { question, line } of questions) {
    if (question === undefined) continue
    if (seen.has(question.id)) {
      report(
        line,
        `L'identifiant ${quote(question.id)} sert déjà à une autre question : donne-lui le sien.`,
      )
    }
    seen.add(question.id)
  }
}
