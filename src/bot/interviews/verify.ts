/** What a meeting has to verify: the doubts to settle, the criteria, and what is known so far. */
import type { Block } from '../../chat/port.ts'
import { bold, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Guide } from '../../guides/guide.ts'
import { questionFor } from '../../guides/proof.ts'
import type { CriterionId, PersonId } from '../../process/events.ts'
import { criteriaOf, stagesOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { read } from '../desk.ts'
import { count, meetingName } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'
import type { EarlierNotes } from './earlier.ts'
import { guideOf } from './guide.ts'

interface ToVerify {
  readonly desk: Desk
  readonly on: Case
  readonly interview: Interview
  readonly guide: Guide
  readonly reader: PersonId
}

/** References: what earlier stages left unclear, and how to ask about it. */
export async function doubtBlocks({ desk, on, interview, reader }: ToVerify): Promise<Block[]> {
  const { doubts } = interview
  if (doubts.length === 0) return []
  const texts = await read(desk, on, reader, doubts)
  return [
    { kind: 'section', title: 'À faire préciser', text: [] },
    { kind: 'bullets', items: doubts.map((id): Text => [bold(texts.get('doubt', id) ?? '…')]) },
    {
      kind: 'text',
      text: [
        'Pour chacun : « Dans quelle situation avez-vous pu le voir ? Que s’est-il passé ? » Puis note si c’est confirmé, nuancé ou contredit.',
      ],
    },
  ]
}

/**
 * Mandatory criteria first, each with what is known so far, and with the question that gives its proof
 * unless the one above has the same.
 */
export async function criteriaBlocks(
  { desk, on, interview, guide, reader }: ToVerify,
  earlier: readonly EarlierNotes[],
): Promise<Block[]> {
  const criteria = criteriaOf(on.state.framing, ...stagesOf(interview)).toSorted(
    (a, b) => Number(b.mandatory) - Number(a.mandatory),
  )
  if (criteria.length === 0) return []
  const texts = await read(
    desk,
    on,
    reader,
    criteria.map(({ label }) => label),
  )
  const proofs = criteria.map(({ id }) => questionFor(guide, id)?.title)
  const items = criteria.map(({ id, label, mandatory }, i) => {
    const proof = proofs[i]
    const isNew = proof !== undefined && (i === 0 || proof !== proofs[i - 1])
    const name = texts.get('criterion', label) ?? '…'
    return joinTexts(
      [
        mandatory ? text`${bold(name)} (obligatoire)` : text`${bold(name)}`,
        ...(isNew ? [text`À faire raconter : ${proof}`] : []),
        ...knownSoFar(id, earlier),
      ],
      '\n',
    )
  })
  return [
    { kind: 'section', title: 'À vérifier', text: [] },
    { kind: 'bullets', items },
  ]
}

/** Longest quotation of earlier evidence: one line. */
const ONE_LINE = 140

function knownSoFar(id: CriterionId, earlier: readonly EarlierNotes[]): Text[] {
  return earlier.flatMap(({ meeting, author, evidence }) => {
    const seen = evidence.criteria[id]?.replaceAll(/\s+/g, ' ')
    if (!seen) return []
    const short = seen.length > ONE_LINE ? `${seen.slice(0, ONE_LINE)}…` : seen
    return [text`${italic(`${meetingName(meeting)}, ${author} :`)} ${short}`]
  })
}

/** Titles of the questions that earlier meetings asked, in order. */
export function questionsAsked(
  desk: Desk,
  on: Case,
  earlier: readonly EarlierNotes[],
): ReadonlySet<string> {
  const titles = earlier.flatMap(({ meeting, evidence }) =>
    guideOf(desk, on, meeting)
      .script.flatMap(({ questions }) => questions)
      .filter(({ id }) => evidence.questions.includes(id))
      .map(({ title }) => title),
  )
  return new Set(titles)
}

const MOST_LISTED = 8

/** The last ones; a longer list would not be read. */
export function askedBlocks(asked: ReadonlySet<string>): Block[] {
  if (asked.size === 0) return []
  const listed = [...asked].slice(-MOST_LISTED)
  const left = asked.size - listed.length
  const more = left > 0 ? ` Il y en a ${count(left, 'autre')}, plus anciennes.` : ''
  return [
    {
      kind: 'section',
      title: 'Déjà posées',
      text: [`Ne les repose pas, creuse plutôt.${more}`],
    },
    { kind: 'bullets', items: listed.map((title): Text => [title]) },
  ]
}
