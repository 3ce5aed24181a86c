import { CRAFTS, STAGES, type Craft, type Stage } from '../../process/vocabulary.ts'
import { quote } from '../fault.ts'
import type { Guide, Question } from '../guide.ts'
import { craftsOf } from '../import/crafts.ts'
import { meaningOf } from '../import/titles.ts'
import { loadGuides } from '../load.ts'
import { craftWords, factWord, readCraft, readStage, stageWords } from '../words.ts'
import type { Command } from './command.ts'

/** `show <craft> <stage>`: a guide as people read it; names as in files, in code or in a title. */
export const showCommand: Command = async (args, { write, guidesDir }) => {
  const [craftName, stageName, ...rest] = args
  if (craftName === undefined || stageName === undefined || rest.length > 0) return undefined
  const craft = craftNamed(craftName)
  const stage = stageNamed(stageName)
  if (craft === undefined || stage === undefined) {
    const [name, words] = craft === undefined ? [craftName, craftWords] : [stageName, stageWords]
    write(`Je ne connais pas ${quote(name)} : choisis parmi ${words}.\n`)
    return 2
  }
  const guides = await loadGuides(guidesDir)
  // No craft has this name among the guides: what is found is the generic one.
  const { guide, fallback } = guides.find(craft === 'generic' ? 'other' : craft, stage)
  const isOther = fallback && craft !== 'generic'
  write(`${[...(isOther ? [FALLBACK, ''] : []), ...lines(guide)].join('\n')}\n`)
  return 0
}

const FALLBACK = "Ce métier n'a pas de guide pour cette étape : voici le guide générique."

function craftNamed(name: string): Craft | 'generic' | undefined {
  const code = (['generic', ...CRAFTS] as const).find((craft) => craft === name)
  return code ?? readCraft(name) ?? craftsOf(name)?.[0]
}

function stageNamed(name: string): Stage | undefined {
  return STAGES.find((stage) => stage === name) ?? readStage(name) ?? meaningOf(name).stage
}

function lines({ title, aim, duration, script, criteria, warnings }: Guide): readonly string[] {
  const { min, max } = duration
  return [
    `${title} · ${min === max ? `${max} min` : `${min} à ${max} min`}`,
    aim,
    '',
    ...(criteria.length === 0
      ? []
      : ['Critères', ...criteria.map(({ label }) => `- ${label}`), '']),
    ...script.flatMap(({ from, to, title, text, questions }) => [
      `${from}–${to} min · ${title}`,
      text,
      ...questions.flatMap(questionLines),
      '',
    ]),
    'Points de vigilance',
    ...warnings.map((warning) => `- ${warning}`),
  ]
}

function questionLines({ title, purpose, tip, examples, facts }: Question): readonly string[] {
  return [
    '',
    `  ${title}`,
    `    ${purpose}`,
    ...(tip === undefined ? [] : [`    Conseil : ${tip}`]),
    ...examples.map((example) => `    - ${example}`),
    ...(facts.length === 0 ? [] : [`    À noter : ${facts.map(factWord).join(', ')}`]),
  ]
}
