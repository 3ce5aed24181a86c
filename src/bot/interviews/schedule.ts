/** Planning one stage for one candidate: when, where, and what that stage needs besides. */
import type { Answer } from '../../chat/port.ts'
import { DEFAULTS } from '../../process/defaults.ts'
import { scheduleInterview } from '../../process/decide/interviews.ts'
import { refuseCrowd } from '../../process/decide/crowd.ts'
import type { ApplicationId } from '../../process/events.ts'
import type { InterviewFact } from '../../process/facts/interviews.ts'
import type { Refusal } from '../../process/refusal.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import type { Found } from '../candidates/found.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { change, formOutcome, idFrom, namesOf, say, zoneOf } from '../desk.ts'
import { oneOf, ticked, typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, FormCall } from '../topic.ts'
import { guideOf } from './guide.ts'
import { doubtsLeft, readReferences } from './references.ts'
import { scheduleForm } from './schedule-form.ts'
import { scheduled } from './scheduled.ts'
import { SLOT_FIELDS, readSlot } from './slot.ts'
import { meetingFor } from './stages.ts'

interface Choice {
  readonly application: ApplicationId
  readonly stage: Stage
}

type Preview =
  | { readonly refusal: Refusal }
  | {
      readonly refusal?: undefined
      readonly planned: Extract<InterviewFact, { type: 'InterviewScheduled' }>
    }

/** What planning that would record whatever the slot; or why it would be refused whatever is typed. */
export function preview({ desk, on, by }: About<Call>, choice: Choice): Preview {
  const at = desk.clock.now()
  const decided = scheduleInterview(
    on.state,
    {
      ...choice,
      interview: '',
      place: '',
      start: at.add({ hours: 1 }),
      minutes: DEFAULTS.interviewMinutes.max,
      zone: desk.defaultZone,
      nightConfirmed: true,
      informed: true,
      reason: '',
    },
    { by, at },
  )
  if (decided.refusal) return decided
  const planned = decided.events.find((event) => event.type === 'InterviewScheduled')
  return planned ? { planned } : { refusal: { code: 'unknown-interview' } }
}

/** Opens the form with the fields that matter for that candidate and that stage, or says why not. */
export async function openSchedule(
  call: About<Call>,
  { application, candidate }: Found,
  stage: Stage,
): Promise<Answer> {
  const { desk, on, by } = call
  const seen = preview(call, { application: application.id, stage })
  if (seen.refusal) return say(await explain(desk, on, seen.refusal, by))
  const { participants } = seen.planned
  const meeting = meetingFor(on.state, stage)
  const people = Object.keys(participants)
  const names = await namesOf(desk, people)
  const scorers = Object.values(participants).filter((role) => role === 'scorer')
  return {
    kind: 'form',
    form: scheduleForm(on, {
      application: application.id,
      candidate: candidate.name,
      meeting,
      invited: names,
      minutes: guideOf(desk, on, meeting).duration.max,
      conductors:
        meeting.merged || scorers.length > 1
          ? people.map((value, i) => ({ value, label: names[i] ?? value }))
          : [],
      doubts: stage === 'references' ? await doubtsLeft(call, application.id) : [],
      asksInformed: !application.informedAt,
      asksReason: refuseCrowd(on.state, application.id, meeting.stage, undefined) !== undefined,
    }),
  }
}

export async function submitSchedule(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values, args } = call
  const { application = '' } = args
  const stage = oneOf(args, 'stage', STAGES) ?? 'prequalification'
  const interview = idFrom(call, 'interview')
  const about = { application, interview }
  const zone = await zoneOf(desk, by)
  const slot = readSlot(values, zone, desk.clock.now())
  const references = readReferences(call, about)
  const fields = {
    ...('fields' in slot && slot.fields),
    ...(typed(values, 'place') === undefined && {
      place: 'Indique un lieu, ou colle le lien de l’appel.',
    }),
    ...('fields' in references && references.fields),
  }
  if ('fields' in slot || 'fields' in references || slot.place === undefined) {
    return { kind: 'invalid', fields }
  }
  const place = idFrom(call, 'place')
  const conductor = typed(values, 'conductor')
  const reason = reasonIn(call)
  const changed = await change(
    call,
    (state, actor) =>
      scheduleInterview(
        state,
        {
          ...about,
          ...slot,
          stage,
          zone,
          place,
          minutes: slot.minutes ?? guideOf(desk, on, meetingFor(state, stage)).duration.max,
          informed: ticked(values, 'informed'),
          ...(conductor !== undefined && { conductor }),
          ...references.ids,
          ...(reason && { reason: reason.id }),
        },
        actor,
      ),
    [
      { id: place, kind: 'place', ...about, body: slot.place },
      ...references.texts,
      ...(reason ? [reason] : []),
    ],
  )
  const wasInformed = on.state.applications[application]?.informedAt !== undefined
  return formOutcome(
    call,
    changed,
    (after) => scheduled(call, after, interview, wasInformed),
    FIELDS,
  )
}

/** Why one candidate more than the rule allows reaches collaboration. */
function reasonIn(call: About<FormCall>): Extract<NewText, { kind: 'reason' }> | undefined {
  const body = typed(call.values, 'reason')
  const { application = '' } = call.args
  return body === undefined
    ? undefined
    : { id: idFrom(call, 'reason'), kind: 'reason', application, body }
}

const FIELDS: FieldsOfRefusals = {
  ...SLOT_FIELDS,
  'conductor-not-invited': 'conductor',
  'candidate-not-informed': 'informed',
}
