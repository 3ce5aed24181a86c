/** What people hear about an interview being set, moved or called off. */
import type { Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { participantsWith } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, nameOf, namesOf, read } from '../desk.ts'
import { enumerate } from '../french/words.ts'
import type { Case, Composer, Desk } from '../topic.ts'
import { calendarFor } from './calendar.ts'
import { capitalise, placeText, viewOf } from './view.ts'

/** Starts the thread of the interview, and always shows the slot that holds. */
export const invitation: Composer = async ({ desk, on, entry, along }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, date, stage, candidate, minutes, place } = view
  const line = `${date} · ${stage} · ${candidate} · ${minutes} min`
  if (interview.status === 'cancelled') return message(text`Annulé : ${line}`)
  if (interview.status === 'not-held') return message(text`N’a pas eu lieu : ${line}`)
  const others = Object.keys(interview.participants).filter((id) => id !== reader)
  const names = enumerate(await namesOf(desk, others))
  const role = participantsWith(interview, 'scorer').includes(reader)
    ? `tu évalues, ${along.includes('brief') ? 'ta fiche est en dessous' : 'ta fiche suivra'}`
    : 'tu assistes, sans évaluer'
  return {
    headline: text`🗓 ${capitalise(line)}`,
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Où', value: placeText(place) },
          ...(names === '' ? [] : [{ label: 'Avec', value: [names] }]),
          { label: 'Ton rôle', value: [role] },
          ...(await conductorField(desk, interview, reader)),
          ...(await refereeFields(desk, on, interview, reader)),
          ...answered(interview.answers[reader]?.coming),
        ],
      },
      answers(on.id, interview.id, interview.answers[reader]?.coming),
    ],
    files: [await calendarFor(desk, on, view, reader)],
  }
}

async function conductorField(desk: Desk, { conductor }: Interview, reader: string) {
  if (conductor === undefined) return []
  const who = conductor === reader ? 'toi' : await nameOf(desk, conductor)
  return [{ label: 'Qui mène', value: [who] }]
}

/** Who speaks about the candidate, for those who call. */
async function refereeFields(desk: Desk, on: Case, { referee }: Interview, reader: string) {
  const known = (await read(desk, on, reader, [referee])).get('referee', referee)
  if (!known) return []
  const contact = known.contact === undefined ? '' : `, ${known.contact}`
  return [{ label: 'Contact de référence', value: [`${known.name}${contact}`] }]
}

function answered(coming: boolean | undefined) {
  if (coming === undefined) return []
  return [{ label: 'Ta réponse', value: [coming ? '✅ tu seras là' : 'tu ne peux pas'] }]
}

/** Both at first; afterwards only the one that changes one's mind. */
function answers(recruitment: string, interview: string, coming: boolean | undefined): Block {
  const args = { [RECRUITMENT_ARG]: recruitment, interview }
  const yes = { label: 'Je serai là', action: 'coming', args, style: 'primary' as const }
  const no = { label: 'Je ne peux pas', action: 'not-coming', args }
  if (coming === undefined) return { kind: 'buttons', buttons: [yes, no] }
  return {
    kind: 'buttons',
    buttons: [
      coming
        ? { ...no, label: 'Finalement, je ne peux pas' }
        : { ...yes, label: 'Finalement, je serai là' },
    ],
  }
}

export const moved: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return {
    headline: text`🗓 Déplacé : ${view.stage} avec ${view.candidate}, ${bold(view.date)}.`,
    blocks: [
      { kind: 'fields', fields: [{ label: 'Où', value: placeText(view.place) }] },
      answers(on.id, view.interview.id, view.interview.answers[entry.to ?? '']?.coming),
    ],
    files: [await calendarFor(desk, on, view, entry.to ?? '')],
  }
}

/** To whoever was taken off: nothing more to do. */
export const uninvited: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view || view.interview.participants[entry.to ?? '']) return undefined
  return {
    headline: text`Tu n’as plus à venir : ${view.stage} avec ${view.candidate}, ${view.date}.`,
    files: [await calendarFor(desk, on, view, entry.to ?? '')],
  }
}

export const cancelled: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return {
    headline: text`Annulé : ${view.stage} avec ${view.candidate}, ${view.date}. Tu n’as rien à faire.`,
    files: [await calendarFor(desk, on, view, entry.to ?? '')],
  }
}

/** To the owner, when somebody else said so. */
export const notHeld: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  const said = await nameOf(desk, view.interview.endedBy ?? '')
  const args = { [RECRUITMENT_ARG]: on.id, application: view.interview.application }
  return message(
    text`${said} indique que l’entretien avec ${view.candidate} (${view.stage.toLowerCase()}) n’a pas eu lieu.`,
    {
      kind: 'text',
      text: ['Prends des nouvelles de la personne, puis replanifie ou note son retrait.'],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Replanifier', action: 'schedule', args, style: 'primary' },
        { label: 'La candidature', action: 'see-candidate', args },
      ],
    },
  )
}

/** To the owner, who has to move the interview or name someone else. */
export const declined: Composer = async ({ desk, on, entry }) => {
  const { about = '', to = '' } = entry
  const view = await viewOf(desk, on, entry.interview, to)
  if (!view || view.interview.answers[about]?.coming !== false) return undefined
  const args = { [RECRUITMENT_ARG]: on.id, interview: view.interview.id }
  return message(
    text`${await nameOf(desk, about)} ne peut pas venir : ${view.stage} avec ${view.candidate}, ${view.date}.`,
    {
      kind: 'text',
      text: ['Trouve quelqu’un d’autre, ou un autre moment.'],
    },
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
