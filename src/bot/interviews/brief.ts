/** What an interviewer gets before the call, and the one screen for the call itself. */
import type { Block, ChecklistItem } from '../../chat/port.ts'
import { italic, joinTexts, text } from '../../chat/text.ts'
import type { PersonId } from '../../process/events.ts'
import { stageAfter } from '../../process/progress.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, read } from '../desk.ts'
import { webLink } from '../fields.ts'
import type { Case, Composer, Desk } from '../topic.ts'
import { earlierNotes } from './earlier.ts'
import { guideOf } from './guide.ts'
import { othersField, refereeField, roleOf } from './people.ts'
import { aimBlocks, timeline } from './script.ts'
import { askedBlocks, criteriaBlocks, doubtBlocks, questionsAsked } from './verify.ts'
import { capitalise, placeText, viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

/** The first screen is enough to run the interview; example wordings are behind a button. */
export const brief: Composer = async ({ desk, on, entry, along }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, when, stage, candidate, minutes, place } = view
  const guide = guideOf(desk, on, interview)
  const earlier = await earlierNotes(desk, on, interview, reader)
  const asked = questionsAsked(desk, on, earlier)
  const about = { desk, on, interview, guide, reader }
  return {
    headline: text`🗓 ${capitalise(when)} · ${stage} · ${candidate} · ${minutes} min · ${placeText(place)}`,
    blocks: [
      // The invitation has just said it.
      ...(along.includes('invitation') ? [] : [await peopleBlock(desk, on, interview, reader)]),
      ...aimBlocks(on, guide),
      ...(await caseBlocks(desk, on, interview, reader)),
      ...(await doubtBlocks(about)),
      timeline(guide, asked, stageAfter(on.state, interview.stage)),
      ...(await criteriaBlocks(about, earlier)),
      ...askedBlocks(asked),
      {
        kind: 'section',
        title: 'Avant l’appel',
        text: ['Coche au fur et à mesure. C’est pour toi, rien ne te bloque.'],
      },
      checklist(on, view, { reader, hasEarlier: earlier.length > 0 }),
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

async function peopleBlock(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: PersonId,
): Promise<Block> {
  return {
    kind: 'fields',
    fields: [
      { label: 'Ton rôle', value: [await roleOf(desk, interview, reader)] },
      ...(await othersField(desk, interview, reader)),
      ...(await refereeField(desk, on, interview, reader)),
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
  const about = { desk, on, interview, guide, reader }
  const minutes = Math.round(desk.clock.now().until(start).total('minutes'))
  const when = minutes > 0 ? `Dans ${minutes} min` : capitalise(date)
  // The brief says it better.
  const details = along.includes('brief')
    ? []
    : [
        ...fieldsBlocks(await refereeField(desk, on, interview, reader)),
        ...(await doubtBlocks(about)),
        ...(await criteriaBlocks(about, [])),
      ]
  return {
    headline: text`🗓 ${when} : ${stage} avec ${candidate} · ${placeText(place)}`,
    blocks: [
      ...details,
      ...(interview.participants[reader] === 'scorer' ? [notesButton(on, interview)] : []),
    ],
  }
}

function fieldsBlocks(fields: Extract<Block, { kind: 'fields' }>['fields']): Block[] {
  return fields.length === 0 ? [] : [{ kind: 'fields', fields }]
}

function notesButton({ id }: Case, interview: Interview): Block {
  return {
    kind: 'buttons',
    buttons: [
      {
        label: 'Prendre mes notes',
        action: 'file-notes',
        args: { [RECRUITMENT_ARG]: id, interview: interview.id },
        style: 'primary',
      },
    ],
  }
}

/** The case is the same for every candidate. */
async function caseBlocks(
  desk: Desk,
  on: Case,
  interview: Interview,
  reader: PersonId,
): Promise<Block[]> {
  const { case: id } = on.state.framing
  if (interview.stage !== 'case-study') return []
  const body = (await read(desk, on, reader, [id])).get('case', id)
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
  { reader, hasEarlier }: { readonly reader: PersonId; readonly hasEarlier: boolean },
): Block {
  const ticked = interview.ticked[reader] ?? []
  const items = [
    ...(hasEarlier
      ? [{ id: 'reports', label: 'J’ai lu ce que les entretiens d’avant ont montré' }]
      : []),
    ...(interview.participants[reader] === 'scorer'
      ? [{ id: 'questions', label: questionsReady(interview) }]
      : []),
    lastItem(interview, place),
  ]
  return {
    kind: 'checklist',
    action: 'tick',
    args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
    items: items.map((item): ChecklistItem => ({ ...item, done: ticked.includes(item.id) })),
  }
}

function questionsReady({ doubts }: Interview): string {
  return doubts.length > 0
    ? 'J’ai une question prête pour chaque doute'
    : 'J’ai une ou deux questions prêtes par critère'
}

function lastItem({ stage }: Interview, place: string) {
  if (webLink(place) !== undefined) return { id: 'link', label: 'J’ai testé le lien' }
  return stage === 'references'
    ? { id: 'contact', label: 'Je sais qui appeler, et à quel numéro' }
    : { id: 'place', label: 'Je sais où c’est et comment y entrer' }
}
