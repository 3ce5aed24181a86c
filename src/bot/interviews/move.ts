/** `/recrutement déplacer` and `/recrutement annuler`: the forms, and what they change. */
import type { Answer, Button, Form } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { cancelInterview, moveInterview } from '../../process/decide/interviews.ts'
import type { InterviewId } from '../../process/events.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { NewText } from '../../store/texts.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, namesOf, zoneOf } from '../desk.ts'
import { enumerate } from '../french/words.ts'
import type { About, Case, Desk, FormCall } from '../topic.ts'
import { MINUTES, NIGHT, PLACE_LENGTH, SLOT_FIELDS, WHEN, readSlot } from './slot.ts'
import { argsFor, chosenIn, inShort, which } from './upcoming.ts'
import type { FormFor } from './upcoming.ts'
import { viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

export function moveForm({ id }: Case): FormFor {
  return (upcoming) => {
    const [view, ...others] = upcoming
    const isKnown = others.length === 0
    return {
      form: 'move',
      title: 'Déplacer un entretien',
      intro: [
        ...(isKnown ? text`${bold(inShort(view))}\n` : []),
        'Je préviens l’équipe, je redemande à chaque personne si elle peut venir et je recale les rappels.',
      ],
      submit: 'Déplacer',
      args: argsFor(id, upcoming),
      fields: [
        ...which(upcoming),
        WHEN,
        {
          kind: 'text',
          name: 'place',
          label: 'Lien ou lieu',
          help: 'Laisse vide pour garder le même.',
          optional: true,
          maxLength: PLACE_LENGTH,
        },
        isKnown
          ? MINUTES(view.minutes)
          : { ...MINUTES(view.minutes), help: 'Laisse vide pour garder la même durée.' },
        NIGHT,
      ],
    }
  }
}

export function cancelForm({ id }: Case): FormFor {
  return (upcoming): Form => {
    const [view, ...others] = upcoming
    return {
      form: 'cancel',
      title: 'Annuler un entretien',
      intro: [
        ...(others.length === 0 ? text`${bold(inShort(view))}\n` : []),
        'Je préviens l’équipe et j’arrête les rappels. Pour revenir en arrière, il faudra le planifier à nouveau.',
      ],
      submit: 'Confirmer',
      args: argsFor(id, upcoming),
      fields: which(upcoming),
    }
  }
}

export async function submitMove(call: About<FormCall>): Promise<Answer> {
  const { desk, by, values } = call
  const id = chosenIn(call)
  const zone = await zoneOf(desk, by)
  const slot = readSlot(values, zone, desk.clock.now())
  if ('fields' in slot) return { kind: 'invalid', fields: slot.fields }
  const place = placeIn(call, id, slot.place)
  const changed = await change(
    call,
    (state, actor) => {
      const interview = state.interviews[id]
      if (!interview) return { refusal: { code: 'unknown-interview' } }
      const kept = slotOf(interview)
      const request = {
        ...slot,
        zone,
        minutes: slot.minutes ?? kept.minutes,
        place: place?.id ?? kept.place,
      }
      return moveInterview(state, id, request, actor)
    },
    place ? [place] : [],
  )
  return formOutcome(
    call,
    changed,
    (after) => toldOf(desk, after, id, by, moved),
    fieldsOf(call, SLOT_FIELDS),
  )
}

function placeIn(
  call: About<FormCall>,
  interview: InterviewId,
  body: string | undefined,
): NewText | undefined {
  const application = call.on.state.interviews[interview]?.application
  if (body === undefined || application === undefined) return undefined
  return { id: idFrom(call, 'place'), kind: 'place', application, interview, body }
}

export async function submitCancel(call: About<FormCall>): Promise<Answer> {
  const id = chosenIn(call)
  const changed = await change(call, (state, actor) => cancelInterview(state, id, actor))
  return formOutcome(
    call,
    changed,
    (after) => toldOf(call.desk, after, id, call.by, cancelled),
    fieldsOf(call, {}),
  )
}

/** What is wrong with the interview is shown where it was chosen. */
function fieldsOf({ args }: FormCall, others: FieldsOfRefusals): FieldsOfRefusals {
  if (args['interview'] !== undefined) return others
  const which = 'interview'
  return {
    ...others,
    'interview-started': which,
    'interview-cancelled': which,
    'unknown-interview': which,
  }
}

interface Told {
  readonly on: Case
  readonly view: InterviewView
  /** Names of those who take part. */
  readonly people: string
  readonly several: boolean
}

async function toldOf(
  desk: Desk,
  on: Case,
  id: InterviewId,
  by: string,
  say: (told: Told) => ReturnType<typeof message>,
) {
  const view = await viewOf(desk, on, id, by)
  if (!view) return message('C’est fait.')
  const people = Object.keys(view.interview.participants)
  const names = enumerate(await namesOf(desk, people))
  return say({ on, view, people: names, several: people.length > 1 })
}

function moved({ on, view, people, several }: Told) {
  const { stage, candidate, when, interview } = view
  const told = several
    ? `${people} reçoivent un message et redisent si l’horaire convient.`
    : `${people} reçoit un message et redit si l’horaire convient.`
  const prepare: Button = {
    label: 'Message de préparation',
    action: 'prepare-candidate',
    args: { [RECRUITMENT_ARG]: on.id, application: interview.application },
  }
  return message(
    text`🗓 Déplacé : ${stage} avec ${candidate}, ${when}.`,
    { kind: 'text', text: [`${told} ${whoElse(view)}`] },
    ...(interview.stage === 'references' ? [] : [{ kind: 'buttons' as const, buttons: [prepare] }]),
  )
}

function cancelled({ on, view, people, several }: Told) {
  const { stage, candidate, when, interview } = view
  return message(
    text`Annulé : ${stage} avec ${candidate}, ${when}.`,
    {
      kind: 'text',
      text: [`${people} ${several ? 'reçoivent' : 'reçoit'} un message. ${whoElse(view)}`],
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Replanifier',
          action: 'schedule',
          args: {
            [RECRUITMENT_ARG]: on.id,
            application: interview.application,
            stage: interview.stage,
          },
        },
      ],
    },
  )
}

/** The bot writes to the team only. */
function whoElse({ candidate, interview }: InterviewView): string {
  return interview.stage === 'references'
    ? 'À toi de prévenir le contact de référence.'
    : `À toi de prévenir ${candidate}.`
}
