/** The script of a meeting: what happens when, what to ask, and wordings to start from. */
import type { Answer, Block } from '../../chat/port.ts'
import { bold, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Guide, Question } from '../../guides/guide.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { say } from '../desk.ts'
import { CRAFT_NAMES, STAGE_WITH_ARTICLE } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Case } from '../topic.ts'
import { guideOf } from './guide.ts'
import { viewOf } from './view.ts'

/** The aim, and a word when the guide is everyone's rather than this craft's. */
export function aimBlocks({ state: { craft } }: Case, { aim, craft: own }: Guide): Block[] {
  const shared =
    craft === 'other'
      ? 'adapte-la au tien'
      : `il n’y en a pas encore pour « ${CRAFT_NAMES[craft]} »`
  return [
    { kind: 'section', title: 'L’objectif', text: [aim] },
    ...(own === 'generic'
      ? [
          {
            kind: 'text' as const,
            text: [italic(`Cette trame est commune à tous les métiers : ${shared}.`)],
          },
        ]
      : []),
  ]
}

/**
 * Timed sections with their questions, each with what it is for; `asked` are titles of questions, `next`
 * the stage that this one leads to.
 */
export function timeline(
  { script }: Guide,
  asked: ReadonlySet<string>,
  next: Stage | undefined,
): Block {
  const sections = script.map(({ title, from, to, text: what, questions }) =>
    joinTexts(
      [
        text`${bold(`${from}–${to} min`)} ${title}. ${wording(withStage(what, next))}`,
        ...questions.map((question) => questionLine(question, asked)),
      ],
      '\n',
    ),
  )
  return { kind: 'section', title: 'Le déroulé', text: joinTexts(sections, '\n\n') }
}

function questionLine({ title, purpose }: Question, asked: ReadonlySet<string>): Text {
  const mark = asked.has(title) ? ' (déjà posée)' : ''
  return text`→ ${bold(title)}${mark}\n${italic(purpose)}`
}

/** What the bot knows needs no filling in. */
function withStage(what: string, next: Stage | undefined): string {
  if (next === undefined) return what.replaceAll('[étape suivante]', 'l’étape suivante')
  return what.replaceAll(/\[étape(?: suivante)?\]/g, STAGE_WITH_ARTICLE[next])
}

/** What is to be said; what is still to be filled in is told, in bold where it stands. */
export function wording(example: string): Text {
  const parts = example.split(PLACEHOLDER).filter((part) => part !== '')
  const shown = parts.map((part) => (part.startsWith('[') ? bold(part) : part))
  return parts.some((part) => part.startsWith('[')) ? [...shown, italic(' (à compléter)')] : shown
}

const PLACEHOLDER = /(\[[^\]]+\])/

/** Every example wording of the guide, to whoever takes part. */
export async function examples({ desk, on, by, args }: About<ButtonCall>): Promise<Answer> {
  const view = await viewOf(desk, on, args['interview'], by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  if (!view.interview.participants[by]) {
    return say(await explain(desk, on, { code: 'not-invited' }, by))
  }
  const questions = guideOf(desk, on, view.interview)
    .script.flatMap((section) => section.questions)
    .filter((question) => question.examples.length > 0)
  return say(
    'Des formulations à adapter à ta façon de parler.',
    ...questions.map(({ title, examples: wordings, tip }) => ({
      kind: 'section' as const,
      title,
      text: joinTexts(
        [
          ...wordings.map(wording),
          ...(tip === undefined ? [] : [text`${italic(`Conseil : ${tip}`)}`]),
        ],
        '\n',
      ),
    })),
  )
}
