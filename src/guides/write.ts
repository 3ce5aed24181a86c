/** Guides as files of the project's format: what `parseGuide` reads back is the same guide. */
import { stringify } from 'yaml'
import type { Guide, GuideCriterion, Question, Section } from './guide.ts'
import { markdownBlocks, plainText, type MarkdownBlock } from './markdown.ts'
import { ANY_CRITERION } from './proof.ts'
import { craftWord, factWord, stageWord } from './words.ts'

/** The name that the shipped guide of the same craft and stage has. */
export function guideFile({ craft, stage }: Pick<Guide, 'craft' | 'stage'>): string {
  return `${craftWord(craft)}-${stageWord(stage)}.md`
}

/** The text of a guide file. Expects values within the format's limits: `parseGuide` tells otherwise. */
export function writeGuide(guide: Guide): string {
  const { min, max } = guide.duration
  return [
    '---',
    `metier: ${craftWord(guide.craft)}`,
    `etape: ${stageWord(guide.stage)}`,
    `titre: ${yamlText(guide.title)}`,
    `objectif: ${yamlText(guide.aim)}`,
    `duree: { min: ${min}, max: ${max} }`,
    '---',
    '',
    '## Critères',
    '',
    ...guide.criteria.flatMap(writeCriterion),
    '## Trame',
    '',
    ...guide.script.flatMap(writeSection),
    '## Points de vigilance',
    '',
    ...guide.warnings.map((warning) => `- ${escaped(warning, (text) => `- ${text}`)}`),
    '',
  ].join('\n')
}

function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim()
}

function writeCriterion(criterion: GuideCriterion): readonly string[] {
  const { id, label, family, weight, mandatory, anchors } = criterion
  return [
    `### ${headline(label)}`,
    '',
    field('Identifiant', id),
    ...(family === undefined ? [] : [field('Famille', family)]),
    field('Poids', String(weight)),
    field('Obligatoire', mandatory ? 'oui' : 'non'),
    ...([3, 2, 1, 0] as const).map((level) => field(String(level), anchors[level])),
    '',
  ]
}

function writeSection({ title, from, to, text, questions }: Section): readonly string[] {
  return [
    `### ${from}–${to} min · ${headline(title)}`,
    '',
    paragraph(text),
    '',
    ...questions.flatMap(writeQuestion),
  ]
}

function writeQuestion(question: Question): readonly string[] {
  const { id, title, purpose, tip, examples, criteria, facts } = question
  const named = criteria.map((id) => (id === ANY_CRITERION ? 'ceux du cadrage' : id))
  return [
    `#### ${headline(title)}`,
    '',
    field('Identifiant', id),
    field('À quoi ça sert', purpose),
    ...(tip === undefined ? [] : [field('Conseil', tip)]),
    ...(examples.length === 0 ? [] : ['- Exemples :', ...examples.map(nested)]),
    ...(named.length === 0 ? [] : [field('Critères', named.join(', '))]),
    ...(facts.length === 0 ? [] : [field('Faits', facts.map(factWord).join(', '))]),
    '',
  ]
}

function field(name: string, value: string): string {
  return `- ${name} : ${escaped(value, (text) => `- ${name} : ${text}`, `${name} : `)}`
}

function nested(example: string): string {
  return `  - ${escaped(example, (text) => `- ${text}`)}`
}

function headline(title: string): string {
  return escaped(title, (text) => `## ${text}`)
}

const WIDTH = 100

/** Lines that people can edit, unless a line would then start with a mark, or end with a hard break. */
function paragraph(text: string): string {
  const words = escaped(text, (it) => it).split(' ')
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const isMark = /^(?:[-+*#>=~`|:<]|\d+[.)])/.test(word)
    const isFull = last !== undefined && last.length + word.length >= WIDTH
    if (last === undefined || (isFull && !isMark && !last.endsWith('\\'))) lines.push(word)
    else lines.splice(-1, 1, `${last} ${word}`)
  }
  return lines.join('\n')
}

const MARKS = /[!-/:-@[-`{-~]/g

/** The words as they are if the reader finds them again; with every mark escaped if it would not. */
function escaped(text: string, inContext: (text: string) => string, before = ''): string {
  const clean = text.replaceAll(/[ \t\n]+/g, ' ').trim()
  const blocks = markdownBlocks(inContext(clean))
  const block = blocks.length === 1 ? inner(blocks[0]) : undefined
  const isRead =
    (block?.type === 'paragraph' || block?.type === 'heading') &&
    plainText(block) === before + clean
  return isRead ? clean : clean.replaceAll(MARKS, String.raw`\$&`)
}

/** The only block of a list's only item; any other block is itself. */
function inner(block: MarkdownBlock | undefined): MarkdownBlock | undefined {
  if (block?.type !== 'list') return block
  const [item, other] = block.children
  return other === undefined && item?.children.length === 1 ? item.children[0] : undefined
}
