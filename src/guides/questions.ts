/** The questions « #### » of a section. */
import { z } from 'zod'
import { identifier } from './criteria.ts'
import { quote, type Report } from './fault.ts'
import { check, headingText, readFields, sentence, type Fields, type FieldShape } from './fields.ts'
import type { Fact } from '../process/vocabulary.ts'
import type { Question } from './guide.ts'
import { ANY_CRITERION } from './proof.ts'
import type { Heading } from './outline.ts'
import { factWords, normalise, readFact } from './words.ts'

interface Mention {
  readonly id: string
  readonly line: number
}

export interface ReadQuestion {
  readonly question: Question | undefined
  readonly line: number
  /** Criteria that it names, even when the rest of the question is faulty. */
  readonly mentions: readonly Mention[]
}

const SHAPES: readonly FieldShape[] = [
  { name: 'Identifiant' },
  { name: 'À quoi ça sert' },
  { name: 'Conseil' },
  { name: 'Exemples', list: true },
  { name: 'Critères', list: true },
  { name: 'Faits', list: true },
]

const EXAMPLE_TOO_LONG = 'Un exemple dépasse 600 signes : raccourcis-le ou coupe-le en deux.'

const questionSchema = z.object({
  title: headingText(80),
  id: identifier,
  purpose: sentence('À quoi ça sert', 'dis en une phrase ce que la question apporte'),
  tip: sentence('Conseil', 'donne un conseil ou retire la ligne').optional(),
  examples: z.array(z.string().max(600, EXAMPLE_TOO_LONG)),
})

const FIELD_OF: Readonly<Record<string, string>> = {
  id: 'Identifiant',
  purpose: 'À quoi ça sert',
  tip: 'Conseil',
  examples: 'Exemples',
}

export function readQuestion(heading: Heading, report: Report): ReadQuestion {
  const fields = readFields(heading, SHAPES, report)
  const value = (name: string): string | undefined => fields.get(name)?.values.join(' ')
  const facts = readFacts(fields, report)
  const mentions = readMentions(fields)
  const tip = value('Conseil')
  const read = check(
    questionSchema,
    {
      title: heading.title,
      id: value('Identifiant') ?? idFrom(heading.title),
      purpose: value('À quoi ça sert'),
      ...(tip === undefined ? {} : { tip }),
      examples: fields.get('Exemples')?.values ?? [],
    },
    (name) => fields.get(FIELD_OF[name] ?? '')?.line ?? heading.line,
    report,
  )
  const question = read && {
    ...withoutUndefined(read),
    criteria: mentions.map(({ id }) => id),
    facts,
  }
  return { question, line: heading.line, mentions }
}

function withoutUndefined({ tip, ...rest }: z.output<typeof questionSchema>) {
  return tip === undefined ? rest : { ...rest, tip }
}

/** A question without an identifier takes its title's words: good until somebody rewords it. */
function idFrom(title: string): string {
  const words = normalise(title).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 40).replace(/-+$/, '')
}

function readMentions(fields: Fields): Mention[] {
  const line = fields.get('Critères')?.line ?? 1
  return [...new Set(words(fields, 'Critères'))].map((word) => ({
    id: normalise(word) === 'ceux du cadrage' ? ANY_CRITERION : word,
    line,
  }))
}

function readFacts(fields: Fields, report: Report): Fact[] {
  const facts = new Set<Fact>()
  for (const word of words(fields, 'Faits')) {
    const fact = readFact(word)
    if (fact === undefined) {
      report(
        fields.get('Faits')?.line ?? 1,
        `Le fait ${quote(word)} n'est pas connu : choisis parmi ${factWords}.`,
      )
    } else {
      facts.add(fact)
    }
  }
  return [...facts]
}

function words(fields: Fields, name: string): string[] {
  const values = fields.get(name)?.values ?? []
  return values
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
