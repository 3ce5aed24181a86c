/** `/recrutement planifier`, `déplacer`, `annuler`: the routes, and the last two. */
import type { Answer, Option } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { cancelInterview, moveInterview } from '../../process/decide/interviews.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { NewText } from '../../store/texts.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, say, zoneOf } from '../desk.ts'
import { typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import { simplify } from '../command-words.ts'
import type { About, Call, CommandCall, FormCall, Topic } from '../topic.ts'
import { cancelForm, moveForm, readSlot } from './form.ts'
import { SLOT_FIELDS, askSchedule, askScheduleFor, submitSchedule } from './schedule.ts'
import { viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

export const planning: Topic = {
  commands: {
    planifier: (call) => leading(call, () => askSchedule(call)),
    déplacer: (call) => leading(call, () => choosing(call, moveForm, (it) => isNamed(it, call))),
    annuler: (call) => leading(call, () => choosing(call, cancelForm, (it) => isNamed(it, call))),
  },
  buttons: {
    schedule: (call) => leading(call, () => askScheduleFor(call)),
    move: (call) =>
      leading(call, () => choosing(call, moveForm, ({ id }) => id === call.args['interview'])),
    cancel: (call) =>
      leading(call, () => choosing(call, cancelForm, ({ id }) => id === call.args['interview'])),
  },
  forms: { schedule: submitSchedule, move: submitMove, cancel: submitCancel },
}

async function leading(call: About<Call>, form: () => Promise<Answer>): Promise<Answer> {
  const refusal =
    refuseUnlessOwnerOrDeputy(call.on.state, call.by) ??
    refuseClosed(call.on.state) ??
    (call.on.state.framing.closedAt ? undefined : { code: 'framing-open' as const })
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : form()
}

interface Upcoming extends InterviewView {
  readonly id: string
}

/** Every word typed after the command starts a part of the candidate's name. */
function isNamed({ candidate }: Upcoming, { rest }: CommandCall): boolean {
  const parts = candidate.split(/\s+/).map(simplify)
  const words = rest.split(/\s+/).map(simplify).filter(Boolean)
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}

async function choosing(
  { desk, on, by }: About<Call>,
  form: typeof moveForm,
  isOffered: (upcoming: Upcoming) => boolean,
): Promise<Answer> {
  const now = desk.clock.now()
  const upcoming = Object.values(on.state.interviews).filter(
    (one) => one.status === 'scheduled' && isBefore(now, slotOf(one).start),
  )
  const views = await Promise.all(
    upcoming.map(async ({ id }) => ({ id, view: await viewOf(desk, on, id, by) })),
  )
  const offered = views.flatMap(({ id, view }) => (view ? [{ id, ...view }] : [])).filter(isOffered)
  if (offered.length === 0) {
    return say(
      text`Aucun entretien à venir. Pour en prévoir un : ${code('/recrutement planifier')}.`,
    )
  }
  const options = offered.map(({ id, candidate, stage, when }): Option => ({
    value: id,
    label: `${candidate} · ${stage} · ${when}`,
  }))
  return { kind: 'form', form: form({ [RECRUITMENT_ARG]: on.id }, options) }
}

async function submitMove(call: About<FormCall>): Promise<Answer> {
  const { desk, by, values, on } = call
  const id = typed(values, 'interview') ?? ''
  const zone = await zoneOf(desk, by)
  const slot = readSlot(values, zone, desk.clock.now())
  if ('fields' in slot) return { kind: 'invalid', fields: slot.fields }
  const before = on.state.interviews[id]
  const place = slot.place === undefined ? undefined : idFrom(call, 'place')
  const texts: NewText[] =
    place === undefined || slot.place === undefined
      ? []
      : [
          {
            id: place,
            kind: 'place',
            interview: id,
            body: slot.place,
            ...(before && { application: before.application }),
          },
        ]
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
        place: place ?? kept.place,
      }
      return moveInterview(state, id, request, actor)
    },
    texts,
  )
  return formOutcome(
    call,
    changed,
    async (after) => {
      const view = await viewOf(desk, after, id, by)
      return message(
        `🗓 Déplacé : ${view?.when ?? ''}. L’équipe est prévenue. Préviens ${view?.candidate ?? ''}.`,
      )
    },
    SLOT_FIELDS,
  )
}

async function submitCancel(call: About<FormCall>): Promise<Answer> {
  const id = typed(call.values, 'interview') ?? ''
  const changed = await change(call, (state, actor) => cancelInterview(state, id, actor))
  return formOutcome(call, changed, () =>
    message(
      text`L’entretien est annulé, l’équipe est prévenue. Préviens la personne candidate. Pour en prévoir un autre : ${code('/recrutement planifier')}.`,
    ),
  )
}
