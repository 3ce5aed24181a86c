/** What the bot says about messages that are held: to their authors, to the owner, to the channel. */
import type { Block, Button, Message } from '../../chat/port.ts'
import { bold, person, text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { HeldMessage, Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, nameOf, read } from '../desk.ts'
import { viewOf } from '../interviews/view.ts'
import type { TextBodies } from '../../store/texts.ts'
import type { Case, Composer } from '../topic.ts'
import { filesIn, notKept } from './files.ts'

/** To its author, in private: what became of the message, and the three ways out. */
export const held: Composer = async ({ desk, on, entry }) => {
  const author = entry.to ?? ''
  const kept = on.state.held[entry.held ?? '']
  const view = await viewOf(desk, on, entry.interview, author)
  if (!kept || !view) return undefined
  const about = `${view.stage}, ${view.candidate}`
  if (kept.settled || view.interview.openedAt) {
    return message(settledSentence(kept, about))
  }
  const body = (await read(desk, on, author, [kept.text])).get('held', kept.text)
  const said = message(
    kept.goneAt
      ? text`🔒 Ton message est mis de côté : ${about}.`
      : text`🔒 Ton message se voit encore : ${about}.`,
    { kind: 'text', text: [why(kept, view.interview)] },
    ...quoteBlocks(body),
    ...buttons(on, kept, view.interview),
  )
  return { ...said, files: body ? filesIn(body) : [] }
}

const WHY_HELD =
  'Le débrief est encore fermé : chaque personne écrit ses notes avant de lire celles des autres. Je garde ton message, lisible par toi seulement. Sans choix de ta part, je le citerai à l’ouverture, sous ton nom.'

const NO_DEBRIEF =
  'L’entretien n’a pas eu lieu, il n’y aura pas de débrief : personne d’autre ne lira ton message, sauf si tu le republies.'

function why({ goneAt, stays }: HeldMessage, { status }: Interview): string {
  if (goneAt) return status === 'scheduled' ? WHY_HELD : NO_DEBRIEF
  const because =
    stays?.because === 'replies'
      ? 'Des réponses le suivent, et le retirer les emporterait'
      : 'Je n’ai pas le droit de le retirer'
  return `Le débrief est encore fermé. ${because} : supprime-le, ou réécris-le sans parler de la personne. Le débrief dira combien de temps il est resté visible.`
}

function settledSentence({ settled }: HeldMessage, about: string): string {
  switch (settled?.choice) {
    case 'released':
      return `✅ Ton message est republié : ${about}.`
    case 'noted':
      return `✅ Ton message est avec tes notes : ${about}.`
    case 'withdrawn':
      return `✅ Ton message est retiré, personne ne l’a gardé : ${about}.`
    case undefined:
      return `✅ Le débrief est ouvert, ton message y est cité : ${about}.`
  }
}

function quoteBlocks(body: TextBodies['held'] | undefined): Block[] {
  if (!body) return []
  const lost = notKept(body)
  return [
    ...(body.text === '' ? [] : [{ kind: 'quote' as const, text: [body.text] }]),
    ...(lost.length === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: [
              `Je n’ai pas pu garder ${lost.join(', ')} : à joindre de nouveau si tu republies.`,
            ],
          },
        ]),
  ]
}

function buttons({ id: recruitment }: Case, kept: HeldMessage, interview: Interview): Block[] {
  const args = { [RECRUITMENT_ARG]: recruitment, held: kept.id }
  const writes =
    interview.status === 'scheduled' && interview.participants[kept.author] === 'scorer'
  const choices: Button[] = [
    ...(kept.goneAt ? [{ label: 'C’est pratique, republier', action: 'release-held', args }] : []),
    ...(writes ? [{ label: 'Mettre dans mes notes', action: 'note-held', args }] : []),
    { label: 'Retirer', action: 'withdraw-held', args },
  ]
  return [{ kind: 'buttons', buttons: choices }]
}

/** In the channel, or in the thread where it was written. */
export const republished: Composer = async ({ desk, on, entry }) => {
  const kept = on.state.held[entry.held ?? '']
  const body = (await read(desk, on, CHANNEL, [kept?.text])).get('held', kept?.text)
  if (!kept || !body) return undefined
  const said = message(text`Message pratique de ${bold(await nameOf(desk, kept.author))} :`, {
    kind: 'quote',
    text: [body.text === '' ? body.files.join(', ') : body.text],
  })
  return { ...said, files: filesIn(body) }
}

/** In reply to a message that the bot had to leave: names nobody but its author. */
export function answerInPlace({ author }: HeldMessage): Message {
  return message(
    text`🔒 ${person(author)}, ce message parle d’un entretien dont le débrief est encore fermé. Supprime-le, ou réécris-le sans parler de la personne ; le reste t’attend en message direct.`,
  )
}

export const rightToRemove: Composer = async () =>
  message('Un message parlait d’un entretien avant son débrief, et je n’ai pas pu le retirer.', {
    kind: 'text',
    text: [
      'Il me manque le droit de supprimer les messages des autres. Dans Mattermost, une personne qui administre l’équipe peut me le donner : menu de l’équipe, « Gérer les membres », ligne « recrutement », « Administration de l’équipe ». Sinon, je répondrai sous ces messages et le débrief dira combien de temps ils sont restés visibles. Je ne te le redemanderai pas.',
    ],
  })
