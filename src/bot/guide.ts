/** `/recrutement guide [métier] [étape]`: read a guide, whenever. */
import type { Answer, Block } from '../chat/port.ts'
import { bold, code, italic, joinTexts, text } from '../chat/text.ts'
import type { Text } from '../chat/text.ts'
import type { Guide } from '../guides/guide.ts'
import { CRAFTS, STAGES } from '../process/vocabulary.ts'
import type { Craft, Stage } from '../process/vocabulary.ts'
import { simplify } from './command-words.ts'
import { say } from './desk.ts'
import { CRAFT_NAMES, STAGE_NAMES } from './french/words.ts'
import type { CommandCall, Desk, Topic } from './topic.ts'

export const guide: Topic = { freeCommands: { guide: show } }

async function show({ desk, by, rest, interaction }: CommandCall): Promise<Answer> {
  const words = rest
    .split(/[\s,-]+/)
    .map(simplify)
    .filter(Boolean)
  const stage = named(STAGES, STAGE_NAMES, words)
  const craft =
    named(CRAFTS, CRAFT_NAMES, words) ??
    words.map((word) => CRAFT_ALIASES[word]).find((one) => one !== undefined) ??
    (await craftHere(desk, interaction.channel, by)) ??
    'other'
  if (!stage) return choices(rest)
  const { guide, fallback } = desk.guides.find(craft, stage)
  return say(
    text`${guide.title} · ${lengthOf(guide)}`,
    ...(fallback && craft !== 'other'
      ? [
          {
            kind: 'text' as const,
            text: [
              `${CRAFT_NAMES[craft]} n’a pas encore sa propre trame : voici la trame commune.`,
            ],
          },
        ]
      : []),
    ...guideBlocks(guide),
  )
}

function lengthOf({ duration: { min, max } }: Guide): string {
  return min === max ? `${min} min` : `${min} à ${max} min`
}

/** Other ways to call a craft. */
const CRAFT_ALIASES: Readonly<Record<string, Craft>> = {
  dev: 'developer',
  developpeur: 'developer',
  developpeuse: 'developer',
  produit: 'product-manager',
  product: 'product-manager',
  pm: 'product-manager',
  po: 'product-manager',
  designer: 'designer',
  coach: 'coach',
}

/** The value whose French name starts with one of the words. */
function named<T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
  words: readonly string[],
): T | undefined {
  return values.find((value) =>
    names[value]
      .split(/[\s,’]+/)
      .map(simplify)
      .some(
        (part) => part.length > 3 && words.some((word) => word.length > 3 && part.startsWith(word)),
      ),
  )
}

async function craftHere(desk: Desk, channel: string, by: string): Promise<Craft | undefined> {
  const here = await desk.store.recruitmentOfChannel(channel)
  const mine = (await desk.store.recruitmentsOf(by)).map(({ recruitment }) => recruitment)
  const id = here !== undefined && mine.includes(here) ? here : mine.at(-1)
  return id === undefined ? undefined : (await desk.store.load(id))?.craft
}

const COMMAND_WORDS: Readonly<Record<Stage, string>> = {
  prequalification: 'préqualification',
  interview: 'entretien',
  'case-study': 'situation',
  collaboration: 'collaboration',
  references: 'références',
}

function choices(rest: string): Answer {
  return say(
    rest === ''
      ? 'Quelle étape ? Copie une ligne.'
      : text`Je ne trouve pas l’étape dans « ${rest} ». Copie une ligne.`,
    {
      kind: 'bullets',
      items: STAGES.map(
        (stage) =>
          text`${code(`/recrutement guide ${COMMAND_WORDS[stage]}`)} ${STAGE_NAMES[stage]}`,
      ),
    },
    {
      kind: 'text',
      text: text`Pour un autre métier que celui de ton recrutement : ${code('/recrutement guide développement entretien')}.`,
    },
  )
}

function guideBlocks({ aim, script, criteria, warnings }: Guide): Block[] {
  return [
    { kind: 'section', title: 'L’objectif', text: [aim] },
    ...script.map(({ title, from, to, text: what, questions }): Block => ({
      kind: 'section',
      title: `${from}–${to} min · ${title}`,
      text: joinTexts(
        [
          [what],
          ...questions.map(
            (question) => text`→ ${bold(question.title)}\n${italic(question.purpose)}`,
          ),
        ],
        '\n',
      ),
    })),
    ...(criteria.length === 0
      ? []
      : [
          { kind: 'section' as const, title: 'Critères proposés', text: [] },
          { kind: 'bullets' as const, items: criteria.map(({ label }): Text => [label]) },
        ]),
    {
      kind: 'text',
      text: joinTexts(
        warnings.map((warning) => [italic(warning)]),
        '\n',
      ),
    },
  ]
}
