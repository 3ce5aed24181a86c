/** What an interviewer gets before the call, and the one screen for the call itself. */
import type { Answer, Block, ChecklistItem } from '../../chat/port.ts'
import { bold, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Guide, Question } from '../../guides/guide.ts'
import { questionFor } from '../../guides/proof.ts'
import { criteriaOf, stagesOf } from '../../process/recruitment.ts'
import type { Criterion, Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, read, say } from '../desk.ts'
import { webLink } from '../fields.ts'
import { meetingName } from '../french/words.ts'
import type { About, ButtonCall, Case, Composer, Desk } from '../topic.ts'
import { earlierNotes } from './earlier.ts'
import type { EarlierNotes } from './earlier.ts'
import { guideOf } from './guide.ts'
import { capitalise, placeText, viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

/** The first screen is enough to run the interview; example wordings are behind a button. */
export const brief: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, when, stage, candidate, minutes, place } = view
  const guide = guideOf(desk, on, interview)
  const earlier = await earlierNotes(desk, on, interview, reader)
  const asked = new Set(earlier.flatMap((one) => questionsAsked(desk, on, one)))
  return {
    headline: text`🗓 ${capitalise(when)} · ${stage} · ${candidate} · ${minutes} min · ${placeText(place)}`,
    blocks: [
      { kind: 'section', title: 'L’objectif', text: [guide.aim] },
      ...(await caseBlock(desk, on, interview, reader)),
      ...(await doubtBlocks(desk, on, interview, reader)),
      { kind: 'section', title: 'Le déroulé', text: timeline(guide, asked) },
      ...(await toVerify(desk, on, interview, guide, { reader, earlier })),
      ...alreadyAsked(asked),
      {
        kind: 'section',
        title: 'Avant l’appel',
        text: ['Coche au fur et à mesure. C’est pour toi, rien ne te bloque.'],
      },
      checklist(
        on,
        view,
        interview.ticked[reader] ?? [],
        earlier.length > 0,
        interview.participants[reader] === 'scorer',
      ),
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Exemples de questions',
            action: 'examples',
            args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
          },
        ],
      },
      {
        kind: 'text',
        text: joinTexts(
          guide.warnings.slice(-CARE_LINES).map((warning) => [italic(warning)]),
          '\n',
        ),
      },
    ],
  }
}

/** Every guide ends its warnings with bias and with what may not be asked. */
const CARE_LINES = 2

/** Fifteen minutes before, or a little earlier with the brief: the link, and what to verify. */
export const nudge: Composer = async ({ desk, on, entry, along }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, stage, candidate, place, start, date } = view
  const guide = guideOf(desk, on, interview)
  const minutes = Math.round(desk.clock.now().until(start).total('minutes'))
  const when = minutes > 0 ? `Dans ${minutes} min` : capitalise(date)
  const scores = interview.participants[reader] === 'scorer'
  return {
    headline: text`🗓 ${when} : ${stage} avec ${candidate} · ${placeText(place)}`,
    blocks: [
      // The brief says it better.
      ...(along.includes('brief')
        ? []
        : await toVerify(desk, on, interview, guide, { reader, earlier: [] })),
      ...(scores
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: 'Prendre mes notes',
                  action: 'file-notes',
                  args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
                  style: 'primary' as const,
                },
              ],
            },
          ]
        : []),
    ],
  }
}

/** Every example wording of the guide, to whoever takes part. */
export async function examples({ desk, on, by, args }: About<ButtonCall>): Promise<Answer> {
  const view = await viewOf(desk, on, args['interview'], by)
  if (!view?.interview.participants[by]) return say('Cette fiche n’est pas la tienne.')
  const guide = guideOf(desk, on, view.interview)
  return say(
    'Des formulations à adapter. Ce qui est entre crochets est à compléter.',
    ...guide.script
      .flatMap(({ questions }) => questions)
      .filter((question) => question.examples.length > 0)
      .map((question) => ({
        kind: 'section' as const,
        title: question.title,
        text: joinTexts(
          [
            ...question.examples.map((example): Text => [example]),
            ...(question.tip === undefined ? [] : [text`${italic(`Conseil : ${question.tip}`)}`]),
          ],
          '\n',
        ),
      })),
  )
}

function timeline({ script }: Guide, asked: ReadonlySet<string>): Text {
  return joinTexts(
    script.map(({ title, from, to, text: what, questions }) =>
      joinTexts(
        [
          text`${bold(`${from}–${to} min`)} ${title}. ${what}`,
          ...questions.map((question) => questionLine(question, asked)),
        ],
        '\n',
      ),
    ),
    '\n\n',
  )
}

function questionLine({ title, purpose }: Question, asked: ReadonlySet<string>): Text {
  const mark = asked.has(title) ? ' (déjà posée)' : ''
  return text`→ ${bold(title)}${mark}\n${italic(purpose)}`
}

/** Mandatory criteria first, each with the question that gives its proof and what is known so far. */
async function toVerify(
  desk: Desk,
  on: Case,
  interview: Interview,
  guide: Guide,
  { reader, earlier }: { readonly reader: string; readonly earlier: readonly EarlierNotes[] },
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
  const lines = criteria.map((criterion) => {
    const label = texts.get('criterion', criterion.label) ?? '…'
    const proof = questionFor(guide, criterion.id)
    return joinTexts(
      [
        criterion.mandatory ? text`${bold(label)} (obligatoire)` : text`${bold(label)}`,
        ...(proof ? [text`À faire raconter : ${proof.title}`] : []),
        ...knownSoFar(criterion, earlier),
      ],
      '\n',
    )
  })
  return [
    { kind: 'section', title: 'À vérifier', text: [] },
    { kind: 'bullets', items: lines },
  ]
}

/** Longest quotation of earlier evidence: one line. */
const ONE_LINE = 140

function knownSoFar({ id }: Criterion, earlier: readonly EarlierNotes[]): Text[] {
  return earlier.flatMap(({ meeting, author, evidence }) => {
    const seen = evidence.criteria[id]?.replace(/\s+/g, ' ')
    if (!seen) return []
    const short = seen.length > ONE_LINE ? `${seen.slice(0, ONE_LINE)}…` : seen
    return [text`${italic(`${meetingName(meeting)}, ${author} :`)} ${short}`]
  })
}

function questionsAsked(desk: Desk, on: Case, { meeting, evidence }: EarlierNotes): string[] {
  return guideOf(desk, on, meeting)
    .script.flatMap(({ questions }) => questions)
    .filter(({ id }) => evidence.questions.includes(id))
    .map(({ title }) => title)
}

function alreadyAsked(asked: ReadonlySet<string>): Block[] {
  if (asked.size === 0) return []
  return [
    { kind: 'section', title: 'Déjà posées', text: ['Ne les repose pas, creuse plutôt.'] },
    { kind: 'bullets', items: [...asked].map((title): Text => [title]) },
  ]
}

/** References: what the call has to make clear. */
async function doubtBlocks(
  desk: Desk,
  on: Case,
  { doubts }: Interview,
  reader: string,
): Promise<Block[]> {
  if (doubts.length === 0) return []
  const texts = await read(desk, on, reader, doubts)
  return [
    { kind: 'section', title: 'À faire préciser', text: [] },
    { kind: 'bullets', items: doubts.map((id): Text => [texts.get('doubt', id) ?? '…']) },
  ]
}

async function caseBlock(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: string,
): Promise<Block[]> {
  const { case: id } = on.state.framing
  if (interview.stage !== 'case-study') return []
  const texts = await read(desk, on, reader, [id])
  const body = texts.get('case', id)
  return [
    {
      kind: 'section',
      title: 'Le cas',
      text: [
        body ?? 'Il n’est pas encore écrit. Demande-le à la personne responsable avant l’appel.',
      ],
    },
  ]
}

function checklist(
  on: Case,
  { interview, place }: InterviewView,
  ticked: readonly string[],
  hasEarlier: boolean,
  scores: boolean,
): Block {
  const items = [
    ...(hasEarlier
      ? [{ id: 'reports', label: 'J’ai lu ce que les entretiens d’avant ont montré' }]
      : []),
    ...(scores
      ? [{ id: 'questions', label: 'J’ai une ou deux questions prêtes par critère' }]
      : []),
    webLink(place) === undefined
      ? { id: 'place', label: 'Je sais où c’est et comment y entrer' }
      : { id: 'link', label: 'J’ai testé le lien' },
  ]
  return {
    kind: 'checklist',
    action: 'tick',
    args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
    items: items.map((item): ChecklistItem => ({ ...item, done: ticked.includes(item.id) })),
  }
}
