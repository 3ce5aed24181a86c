/** Rows of a table of questions: what to ask, a tip, moments, and ways to say it. */
import type { ImportedQuestion } from './imported.ts'
import type { Line } from './lines.ts'
import { timedMoments, type Timed } from './minutes.ts'
import { otherProductsIn, placeholdersIn } from './others.ts'
import type { Cell } from './rows.ts'

const TIP = /\s*(?:💡\s*)?\b(?:conseils?|astuces?)\s*:\s*|\s*💡\s*/iu

/** Reads one row. The moments of a case study stand in the question: they come apart from it. */
export function readQuestionRow(
  asked: Cell,
  said: Cell,
  advised: Cell,
  section?: string,
): { readonly question: ImportedQuestion; readonly moments: readonly Timed[] } {
  const whole = asked.lines.map(({ text }) => text).join(' ')
  const [ask = '', ...tips] = whole.split(TIP)
  const tip = [...tips, ...advised.lines.map(({ text }) => text)].join(' ').trim()
  const { before, moments } = timedMoments(ask)
  // One time alone, or a time without words, belongs to the question itself.
  const isPlan = before !== '' && moments.length > 1 && moments.every(({ rest }) => rest !== '')
  const examples = readExamples(said.lines)
  return {
    question: question(isPlan ? before : ask.trim(), tip, examples, section),
    moments: isPlan ? moments : [],
  }
}

export function question(
  title: string,
  tip: string,
  examples: readonly string[],
  section?: string,
): ImportedQuestion {
  return {
    title,
    ...(section === undefined ? {} : { section }),
    ...(tip === '' ? {} : { tip }),
    examples,
    placeholders: placeholdersIn([title, ...examples]),
    otherProducts: otherProductsIn(examples),
  }
}

/** A question with the tip and the wordings of another one besides its own. */
export function withMore(one: ImportedQuestion, other: ImportedQuestion): ImportedQuestion {
  const tip = [one.tip, other.tip].filter((text) => text !== undefined).join(' ')
  return question(one.title, tip, [...one.examples, ...other.examples], one.section)
}

/** One example per line; a line in bold gives its name to those that follow. */
function readExamples(lines: readonly Line[]): readonly string[] {
  const examples: string[] = []
  let name: string | undefined
  for (const { text, bold } of lines) {
    if (bold) {
      // A name without any line under it is an example in its own right.
      if (name !== undefined && !examples.at(-1)?.startsWith(`${name} : `)) examples.push(name)
      name = text.replace(/\s*:$/, '')
      continue
    }
    for (const example of apart(text)) {
      examples.push(name === undefined ? example : `${name} : ${example}`)
    }
  }
  if (name !== undefined && !examples.at(-1)?.startsWith(`${name} : `)) examples.push(name)
  return examples
}

/** Quotations one after the other on a line, each possibly numbered. */
function apart(text: string): readonly string[] {
  return text
    .split(/(?<=»)\s*(?=(?:\d{1,2}[.)]\s*)?«)/u)
    .map((part) => part.replace(/^\d{1,2}[.)]\s*(?=«)/u, '').trim())
    .filter((part) => part !== '')
}
