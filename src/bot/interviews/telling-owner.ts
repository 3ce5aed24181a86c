/** What the owner hears when an interview does not go as planned, with what to do about it. */
import { text } from '../../chat/text.ts'
import type { Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { NotHeldReason } from '../../process/vocabulary.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import type { Case, Composer } from '../topic.ts'
import { viewOf } from './view.ts'

/** Someone cannot come: find someone else, or another time. It says so when they can after all. */
export const declined: Composer = async ({ desk, on, entry }) => {
  const { about = '', to = '' } = entry
  const view = await viewOf(desk, on, entry.interview, to)
  const answer = view?.interview.answers[about]
  if (!view || !answer) return undefined
  const { interview, stage, candidate, date } = view
  const isOwn = about === to
  const name = await nameOf(desk, about)
  if (answer.coming) {
    // Nobody needs to hear the end of something that they did not hear the beginning of.
    if (!(await desk.store.messageOf(on.id, entry.key))) return undefined
    const who = isOwn ? 'Finalement, tu seras là' : `Finalement, ${name} sera là`
    return message(text`✅ ${who} : ${stage} avec ${candidate}, ${date}.`)
  }
  const who = isOwn ? 'Tu ne peux pas venir' : `${name} ne peut pas venir`
  const args = { [RECRUITMENT_ARG]: on.id, interview: interview.id }
  return message(
    text`${who} : ${stage} avec ${candidate}, ${date}.`,
    { kind: 'text', text: ['Trouve quelqu’un d’autre, ou un autre moment.'] },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Remplacer',
          action: 'replace-participant',
          args: { ...args, person: about },
          style: 'primary',
        },
        { label: 'Déplacer', action: 'move', args },
        { label: 'Annuler', action: 'cancel', args },
      ],
    },
  )
}

/** To the owner, who plans again; and to those who were to come, who have nothing to do. */
export const notHeld: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, stage, candidate } = view
  const said = await nameOf(desk, interview.endedBy ?? '')
  const what = `L’entretien n’a pas eu lieu, selon ${said} : ${stage.toLowerCase()} avec ${candidate}.${becauseOf(interview)}`
  if (refuseUnlessOwnerOrDeputy(on.state, reader)) {
    const owner = await nameOf(desk, on.state.owner)
    return message(text`${what} Tu n’as pas de notes à déposer.`, {
      kind: 'text',
      text: [`Si ce n’est pas ce qui s’est passé, dis-le à ${owner}.`],
    })
  }
  return message(
    text`${what}`,
    { kind: 'text', text: [nextAfter(interview)] },
    { kind: 'buttons', buttons: againButtons(on, interview) },
  )
}

/** For whoever plans: the same stage with the same candidate, or what became of the application. */
export function againButtons({ id }: Case, { application, stage }: Interview) {
  const args = { [RECRUITMENT_ARG]: id, application }
  return [
    {
      label: 'Replanifier',
      action: 'schedule',
      args: { ...args, stage },
      style: 'primary' as const,
    },
    { label: 'La candidature', action: 'see-candidate', args },
  ]
}

/** What to do next, by what happened. */
export function nextAfter({ notHeldBecause, stage }: Interview): string {
  if (notHeldBecause !== 'guest-absent') return 'Convenez d’un autre moment, puis replanifie.'
  return stage === 'references'
    ? 'Essaie un autre moment, ou un autre contact.'
    : 'Prends des nouvelles de la personne, puis replanifie ou note son retrait.'
}

function becauseOf({ notHeldBecause, stage }: Interview): string {
  const why = notHeldBecause && BECAUSE[notHeldBecause]
  if (!why) return ''
  return ` ${stage === 'references' ? why.references : why.candidate}`
}

const BECAUSE: Readonly<
  Partial<Record<NotHeldReason, { readonly candidate: string; readonly references: string }>>
> = {
  'guest-absent': {
    candidate: 'La personne n’est pas venue.',
    references: 'Le contact n’a pas répondu.',
  },
  'team-unable': { candidate: 'L’équipe n’a pas pu.', references: 'L’équipe n’a pas pu.' },
}
