/** Asking for a report to be logged: with the text to paste, then shorter each time. */
import type { Block, Button } from '../../chat/port.ts'
import { bold, link, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { AgendaEntry } from '../../process/agenda/entry.ts'
import type { Report } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { viewOf } from '../interviews/view.ts'
import type { Case, Composer, Desk } from '../topic.ts'
import { reportText } from './text.ts'
import type { ReportText } from './text.ts'

const TRACKER = 'Welcome to the Jungle'

/** From this reminder on, the way out is said. */
const OFFERS_HELP_FROM = 3

/** To the scorer, in the thread of the interview; rewritten once it is done. */
export const report: Composer = async ({ desk, on, entry }) => {
  const known = await reportOf(desk, on, entry)
  if (!known) return undefined
  const { content, status, why } = known
  const { candidate } = content
  if (status === 'logged') {
    return message(text`✅ Ton compte rendu sur ${candidate} est sur ${TRACKER}.`)
  }
  if (status === 'handed-over') {
    const owner = await nameOf(desk, on.state.owner)
    return message(
      text`Ton compte rendu sur ${candidate} est parti chez ${owner}, qui l’ajoutera. Tu n’as plus rien à faire.`,
    )
  }
  return message(
    text`✍️ Ajoute ton compte rendu sur ${TRACKER} : ${candidate}.`,
    { kind: 'text', text: instructions(content, why) },
    ...pasteBlocks(content),
    buttonsFor(on, entry, [LOGGED, NO_ACCESS]),
  )
}

/** To the owner, when the scorer has no access. */
export const reportHanded: Composer = async ({ desk, on, entry, along }) => {
  const known = await reportOf(desk, on, entry)
  if (!known) return undefined
  const { content, status } = known
  const author = await nameOf(desk, entry.about ?? '')
  if (status === 'logged') {
    return message(
      text`✅ Le compte rendu de ${author} sur ${content.candidate} est sur ${TRACKER}.`,
    )
  }
  const headline = text`✍️ Ajoute sur ${TRACKER} le compte rendu de ${author} : ${content.candidate}.`
  if (along.length > 0) return message(headline, named(on, entry, content.candidate))
  return message(
    headline,
    {
      kind: 'text',
      text: [`${author} n’y a pas accès. `, ...instructions(content, undefined)],
    },
    ...pasteBlocks(content),
    buttonsFor(on, entry, [LOGGED]),
  )
}

/** Each working morning until it is done. */
export const reportLate: Composer = async ({ desk, on, entry, along }) => {
  const { about = '', to = '', occurrence = 1 } = entry
  const view = await viewOf(desk, on, entry.interview, to)
  if (!view) return undefined
  const whose =
    about === to ? 'Ton compte rendu' : `Le compte rendu de ${await nameOf(desk, about)}`
  const headline = text`✍️ ${whose} sur ${view.candidate} n’est pas encore sur ${TRACKER}.`
  if (along.length > 0) return message(headline, named(on, entry, view.candidate))
  return message(
    headline,
    ...(occurrence >= OFFERS_HELP_FROM && about === to
      ? [
          {
            kind: 'text' as const,
            text: ['Pas d’accès ? Le bouton le confie à quelqu’un d’autre.'],
          },
        ]
      : []),
    buttonsFor(on, entry, about === to ? [LOGGED, TEXT, NO_ACCESS] : [LOGGED, TEXT]),
  )
}

/** The text and the page it goes on, for whoever has to paste it. */
export function pasteBlocks({ body }: ReportText): Block[] {
  return [{ kind: 'quote', text: [body] }]
}

function instructions({ link: page }: ReportText, why: Report['why']): Text {
  const where = page === undefined ? bold('sa page') : link(page, 'sa page')
  switch (why) {
    case 'uncertain':
      return text`Je l’ai peut-être déjà ajouté : mon envoi est resté sans réponse. Ouvre ${where} : s’il y est, c’est fini ; sinon, colle ce texte.`
    case 'refused':
      return text`Je n’ai pas pu l’ajouter à ta place. Ouvre ${where} et colle ce texte :`
    default:
      return text`Ouvre ${where} et colle ce texte, sans les niveaux :`
  }
}

const LOGGED = { label: 'C’est noté', action: 'report-logged', style: 'primary' } as const
const NO_ACCESS = { label: 'Je n’ai pas accès', action: 'report-no-access' } as const
const TEXT = { label: 'Revoir le texte', action: 'see-report' } as const

function buttonsFor(
  { id }: Case,
  { interview = '', about = '' }: Pick<AgendaEntry, 'interview' | 'about'>,
  those: readonly Omit<Button, 'args'>[],
): Block {
  const args = { [RECRUITMENT_ARG]: id, interview, scorer: about }
  return { kind: 'buttons', buttons: those.map((button) => ({ ...button, args })) }
}

/** Among other reminders: one button, which says whose report it is about. */
function named(on: Case, entry: AgendaEntry, candidate: string): Block {
  return buttonsFor(on, entry, [{ ...TEXT, label: `Compte rendu : ${candidate}` }])
}

/** Under the text of a report, for whoever has to paste it. */
export function reportButtons(
  on: Case,
  report: { readonly interview: string; readonly scorer: string },
  isOwn: boolean,
): Block {
  const { interview, scorer } = report
  return buttonsFor(on, { interview, about: scorer }, isOwn ? [LOGGED, NO_ACCESS] : [LOGGED])
}

async function reportOf(
  desk: Desk,
  on: Case,
  { interview: id = '', about = '', to = '' }: AgendaEntry,
) {
  const interview = on.state.interviews[id]
  const { status, why } = interview?.reports[about] ?? {}
  if (!interview || status === undefined) return undefined
  const content = await reportText(desk, on, { interview, scorer: about }, to)
  return content && { content, status, why }
}
