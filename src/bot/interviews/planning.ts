/** `/recrutement planifier`, `déplacer`, `annuler`. */
import type { Answer, Option } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import {
  cancelInterview,
  moveInterview,
  scheduleInterview,
} from '../../process/decide/interviews.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { applicationsOf, withName } from '../candidates.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  namesOf,
  say,
  zoneOf,
} from '../desk.ts'
import { oneOf, typed } from '../fields.ts'
import { enumerate } from '../french/words.ts'
import { explain } from '../refusals.ts'
import type { About, Call, Case, CommandCall, FormCall, Topic } from '../topic.ts'
import { cancelForm, moveForm, readSlot, scheduleForm } from './form.ts'
import { viewOf } from './view.ts'

export const planning: Topic = {
  commands: {
    planifier: (call) => leading(call, () => askSchedule(call)),
    déplacer: (call) => leading(call, () => choosing(call, moveForm)),
    annuler: (call) => leading(call, () => choosing(call, cancelForm)),
  },
  buttons: {
    move: (call) => leading(call, () => choosing(call, moveForm, call.args['interview'])),
    cancel: (call) => leading(call, () => choosing(call, cancelForm, call.args['interview'])),
  },
  forms: { schedule: submitSchedule, move: submitMove, cancel: submitCancel },
}

async function leading(call: About<Call>, form: () => Promise<Answer>): Promise<Answer> {
  const refusal =
    refuseUnlessOwnerOrDeputy(call.on.state, call.by) ??
    (call.on.state.framing.closedAt ? undefined : { code: 'framing-open' as const })
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : form()
}

async function askSchedule({ desk, on, by, rest }: About<CommandCall>): Promise<Answer> {
  const found = await applicationsOf(desk, on, by)
  if (found.length === 0) {
    return say(text`Ajoute d’abord une candidature : ${code('/recrutement candidat')}.`)
  }
  const [only, ...others] = rest === '' ? found : withName(found, rest)
  const chosen = others.length === 0 ? only?.application.id : undefined
  return {
    kind: 'form',
    form: scheduleForm(
      { [RECRUITMENT_ARG]: on.id },
      {
        applications: found.map(({ application, candidate }) => ({
          value: application.id,
          label: candidate.name,
        })),
        ...(chosen !== undefined && { application: chosen }),
        stage: nextStage(on, chosen),
      },
    ),
  }
}

/** The first stage that this candidate has not met and that verifies something. */
function nextStage({ state }: Case, application: string | undefined): Stage {
  const met = new Set(
    Object.values(state.interviews)
      .filter((one) => one.application === application && one.status === 'scheduled')
      .map(({ stage }) => stage),
  )
  const needed = STAGES.filter((stage) =>
    state.framing.criteria.some(({ stages }) => stages.includes(stage)),
  )
  return needed.find((stage) => !met.has(stage)) ?? 'prequalification'
}

async function choosing(
  { desk, on, by }: About<Call>,
  form: typeof moveForm,
  preset?: string,
): Promise<Answer> {
  const now = desk.clock.now()
  const upcoming = Object.values(on.state.interviews).filter(
    (one) =>
      one.status === 'scheduled' &&
      isBefore(now, slotOf(one).start) &&
      (preset === undefined || one.id === preset),
  )
  if (upcoming.length === 0) {
    return say(
      text`Aucun entretien à venir. Pour en prévoir un : ${code('/recrutement planifier')}.`,
    )
  }
  const options = await Promise.all(
    upcoming.map(async ({ id }): Promise<Option> => {
      const view = await viewOf(desk, on, id, by)
      return { value: id, label: view ? `${view.candidate} · ${view.stage} · ${view.when}` : id }
    }),
  )
  return { kind: 'form', form: form({ [RECRUITMENT_ARG]: on.id }, options) }
}

async function submitSchedule(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values } = call
  const application = typed(values, 'application')
  const stage = oneOf(values, 'stage', STAGES)
  const zone = await zoneOf(desk, by)
  const slot = readSlot(values, zone, desk.clock.now())
  const place = typed(values, 'place')
  const fields = {
    ...(!application && { application: 'Choisis une candidature.' }),
    ...(!stage && { stage: 'Choisis une étape.' }),
    ...(!place && { place: 'Colle le lien de l’appel, ou indique le lieu.' }),
    ...('fields' in slot && slot.fields),
  }
  if (!application || !stage || !place || 'fields' in slot) return { kind: 'invalid', fields }
  const interview = idFrom(call, 'interview')
  const placeId = idFrom(call, 'place')
  const minutes = slot.minutes ?? desk.guides.find(on.state.craft, stage).guide.duration.max
  const changed = await change(
    call,
    (state, actor) =>
      scheduleInterview(
        state,
        { ...slot, interview, application, stage, minutes, zone, place: placeId },
        actor,
      ),
    [{ id: placeId, kind: 'place', application, interview, body: place }],
  )
  return formOutcome(call, changed, (after) => scheduled(call, after, interview), SLOT_FIELDS)
}

async function scheduled(call: Call, on: Case, interview: string) {
  const view = await viewOf(call.desk, on, interview, call.by)
  const people = Object.keys(view?.interview.participants ?? {})
  const names = enumerate(await namesOf(call.desk, people))
  return message(
    text`🗓 C’est prévu : ${view?.stage ?? ''} avec ${view?.candidate ?? ''}, ${view?.when ?? ''}.`,
    {
      kind: 'text',
      text: text`L’invitation part à ${names}, la fiche suivra la veille ou, si c’est plus proche, tout de suite. Pense à inviter ${view?.candidate ?? ''}. Pour changer : ${code('/recrutement déplacer')}.`,
    },
  )
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

const SLOT_FIELDS: FieldsOfRefusals = {
  'date-past': 'when',
  'date-at-night': 'night',
  'wrong-duration': 'minutes',
  overlap: 'when',
  'stage-already-scheduled': 'stage',
  'no-scorer': 'stage',
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
