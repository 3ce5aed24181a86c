/** What people hear about an interview that they take part in: set, moved, called off. */
import type { Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { PersonId } from '../../process/events.ts'
import { standings } from '../../process/roles.ts'
import { RECRUITMENT_ARG, message } from '../desk.ts'
import { zoneName } from '../french/times.ts'
import type { Case, Composer, Desk } from '../topic.ts'
import { calendarFor } from './calendar.ts'
import type { LabelledText } from './people.ts'
import { othersField, refereeField, roleOf } from './people.ts'
import { capitalise, placeText, viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

/** Starts the thread of the interview, and always shows the slot that holds. */
export const invitation: Composer = async ({ desk, on, entry, along }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { interview, date, stage, candidate, minutes } = view
  const line = `${date} · ${stage} · ${candidate} · ${minutes} min`
  if (interview.status === 'cancelled') return message(text`Annulé : ${line}`)
  if (interview.status === 'not-held') return message(text`N’a pas eu lieu : ${line}`)
  const brief = along.includes('brief') ? 'Ta fiche est en dessous.' : 'Ta fiche suivra.'
  return {
    headline: text`🗓 ${capitalise(line)}`,
    blocks: [
      {
        kind: 'fields',
        fields: [
          ...whereFields(desk, view),
          ...(await othersField(desk, interview, reader)),
          { label: 'Ton rôle', value: [`${await roleOf(desk, interview, reader)}. ${brief}`] },
          ...(await refereeField(desk, on, interview, reader)),
          ...answerField(interview.answers[reader]?.coming),
        ],
      },
      answerButtons(on, view, reader),
    ],
    files: [await calendarFor(desk, view, reader)],
  }
}

/** Times are the reader's: someone far away is told which those are. */
function whereFields({ defaultZone }: Desk, { place, start, zone }: InterviewView): LabelledText[] {
  const name = zoneName(start, zone, defaultZone)
  return [
    { label: 'Où', value: placeText(place) },
    ...(name === undefined ? [] : [{ label: 'Fuseau', value: [name] }]),
  ]
}

function answerField(coming: boolean | undefined): LabelledText[] {
  if (coming === undefined) return []
  return [{ label: 'Ta réponse', value: [coming ? '✅ tu seras là' : 'tu ne peux pas'] }]
}

/** Both at first; afterwards only the one that changes one's mind. They are about this slot, no other. */
export function answerButtons(
  { id }: Case,
  { interview }: Pick<InterviewView, 'interview'>,
  reader: PersonId,
): Block {
  const args = {
    [RECRUITMENT_ARG]: id,
    interview: interview.id,
    slot: String(interview.slots.length),
  }
  const yes = { label: 'Je serai là', action: 'coming', args, style: 'primary' as const }
  const no = { label: 'Je ne peux pas', action: 'not-coming', args }
  const coming = interview.answers[reader]?.coming
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
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view) return undefined
  const { stage, candidate, date, interview } = view
  const ask = interview.answers[reader] ? '' : ' Dis si tu peux venir.'
  return {
    headline: text`🗓 Déplacé : ${stage} avec ${candidate}, ${bold(date)}.${ask}`,
    blocks: [
      {
        kind: 'fields',
        fields: [...whereFields(desk, view), ...answerField(interview.answers[reader]?.coming)],
      },
      answerButtons(on, view, reader),
    ],
    files: [await calendarFor(desk, view, reader)],
  }
}

export const cancelled: Composer = async ({ desk, on, entry }) => {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return {
    headline: text`Annulé : ${view.stage} avec ${view.candidate}, ${view.date}. Tu n’as rien à faire.`,
    files: [await calendarFor(desk, view, entry.to ?? '')],
  }
}

/** To whoever was taken off; without a name when they have left the team, who may no longer read it. */
export const uninvited: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const view = await viewOf(desk, on, entry.interview, reader)
  if (!view || view.interview.participants[reader]) return undefined
  const isHere = standings(on.state, reader).length > 0
  return {
    headline: isHere
      ? text`Tu n’as plus à venir : ${view.stage} avec ${view.candidate}, ${view.date}.`
      : text`Tu n’as plus à venir : ${view.stage}, ${view.date}.`,
    files: [await calendarFor(desk, isHere ? view : { ...view, candidate: '' }, reader)],
  }
}
