/** Asking for notes: kind, shorter each time, with a way out in the end. */
import type { Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { missingScorers } from '../../process/gate.ts'
import { endOf, participantsWith } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { since } from '../french/times.ts'
import { viewOf } from '../interviews/view.ts'
import type { Case, Composer } from '../topic.ts'

/** From this reminder on, help is offered. */
const OFFERS_HELP_FROM = 3

/** At the planned end. */
export const ended: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return message(
    text`✍️ Dépose tes notes sur ${view.candidate} tant que c’est frais, avant d’en parler.`,
    {
      kind: 'text',
      text: [
        'Pas de débrief à chaud : le premier avis entendu déteint sur les autres. Le débrief s’ouvre quand tout le monde a écrit.',
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        fileButton(on, view.interview.id, 'Déposer mes notes'),
        pageButton(on, view.interview.id),
        notHeldButton(on, view.interview.id),
      ],
    },
  )
}

/** After four working hours, then each working morning. */
export const late: Composer = async ({ desk, on, entry, along }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  const { candidate, interview } = view
  const stage = view.stage.toLowerCase()
  const occurrence = entry.occurrence ?? 1
  const alone = along.length === 0
  const waiting = others(interview, entry.to ?? '')
  return message(
    lateHeadline(candidate, stage, occurrence, alone),
    ...(occurrence === 1 && waiting > 0 && alone
      ? [{ kind: 'text' as const, text: ['Le débrief s’ouvrira quand tout le monde aura écrit.'] }]
      : []),
    ...(occurrence >= OFFERS_HELP_FROM
      ? [
          {
            kind: 'text' as const,
            text: text`Si tu n’y arrives pas, dis-le à ${await nameOf(desk, on.state.owner)} : une dispense reste possible.`,
          },
        ]
      : []),
    {
      kind: 'buttons',
      buttons: [
        fileButton(
          on,
          interview.id,
          alone ? 'Déposer mes notes' : `Notes : ${candidate} · ${stage}`,
        ),
      ],
    },
  )
}

function lateHeadline(candidate: string, stage: string, occurrence: number, alone: boolean): Text {
  if (occurrence === 1) return text`✍️ Tes notes sur ${candidate} (${stage}) sont attendues.`
  return alone
    ? text`✍️ Tes notes sur ${candidate} manquent encore. Trois lignes suffisent.`
    : text`✍️ Tes notes sur ${candidate} (${stage}) manquent encore.`
}

/** By hand, from the owner or the deputy. */
export const reminded: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return message(
    text`✍️ ${await nameOf(desk, on.state.owner)} attend tes notes sur ${view.candidate} pour avancer.`,
    { kind: 'buttons', buttons: [fileButton(on, view.interview.id, 'Déposer mes notes')] },
  )
}

/** To the owner, who can remind or let off. */
export const ownerToldLate: Composer = async ({ desk, on, entry }) => {
  const { about = '', to = '' } = entry
  const view = await viewOf(desk, on, entry.interview, to)
  if (!view || !missingScorers(view.interview).includes(about)) return undefined
  const { interview, candidate, stage } = view
  const name = await nameOf(desk, about)
  if (about === to) {
    return message(
      text`✍️ Tes propres notes sur ${candidate} bloquent le débrief ${since(endOf(interview), desk.clock.now())}.`,
      {
        kind: 'buttons',
        buttons: [fileButton(on, interview.id, 'Déposer mes notes'), ...neverHeld(on, interview)],
      },
    )
  }
  return message(
    text`${name} n’a pas déposé ses notes sur ${candidate} (${stage.toLowerCase()}), ${since(endOf(interview), desk.clock.now())}.`,
    {
      kind: 'text',
      text: text`Je continue à relancer chaque matin. Tu peux écrire toi-même, ou dispenser cette personne. Détail : ${code('/recrutement débrief')}.`,
    },
    {
      kind: 'buttons',
      buttons: [...chaseButtons(on, interview.id, about), ...neverHeld(on, interview)],
    },
  )
}

/** Once somebody filed, it did take place. */
export function neverHeld(on: Case, interview: Interview): Button[] {
  return Object.keys(interview.filings).length === 0 ? [notHeldButton(on, interview.id)] : []
}

/** What an owner can do about one late scorer. */
export function chaseButtons({ id }: Case, interview: string, scorer: string): Button[] {
  const args = { [RECRUITMENT_ARG]: id, interview, scorer }
  return [
    { label: 'Relancer', action: 'remind', args, style: 'primary' },
    { label: 'Dispenser', action: 'waive', args },
  ]
}

/** For whoever knows that the interview did not take place. */
function notHeldButton({ id }: Case, interview: string): Button {
  return {
    label: 'L’entretien n’a pas eu lieu',
    action: 'not-held',
    args: { [RECRUITMENT_ARG]: id, interview },
  }
}

function pageButton({ id }: Case, interview: string): Button {
  return {
    label: 'Écrire sur une page',
    action: 'ask-notes-page',
    args: { [RECRUITMENT_ARG]: id, interview },
  }
}

export function fileButton({ id }: Case, interview: string, label: string): Button {
  return {
    label,
    action: 'file-notes',
    args: { [RECRUITMENT_ARG]: id, interview },
    style: 'primary',
  }
}

function others(interview: Parameters<typeof participantsWith>[0], scorer: string): number {
  return participantsWith(interview, 'scorer').filter((one) => one !== scorer).length
}
