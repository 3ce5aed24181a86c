/** `/recrutement planifier`: from who and when to the invitations. */
import type { Answer, Block, Option } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { DEFAULTS } from '../../process/defaults.ts'
import { scheduleInterview } from '../../process/decide/interviews.ts'
import type { ApplicationId } from '../../process/events.ts'
import { activeApplications, nextStage, reachedBy, stagesHeld } from '../../process/progress.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { heldAs, isMerged } from '../../process/settings.ts'
import { STAGES, precedes } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { applicationsOf, withName } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
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
import { oneOf, ticked, typed } from '../fields.ts'
import { MERGED_NAME, STAGE_NAMES, enumerate } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, CommandCall, FormCall } from '../topic.ts'
import { readSlot, scheduleForm } from './form.ts'
import { guideOf } from './guide.ts'
import { viewOf } from './view.ts'

/** Opens the form, for the candidate who was named if there is one. */
export async function askSchedule(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const found = await runningIn(call)
  if (found.length === 0) {
    return say(text`Ajoute d’abord une candidature : ${code('/recrutement candidat')}.`)
  }
  const [only, ...others] = rest === '' ? found : withName(found, rest)
  if (rest !== '' && !only) {
    return say(await explain(desk, on, { code: 'unknown-application' }, by))
  }
  return opened(call, found, others.length === 0 ? only?.application.id : undefined)
}

/** The same from a button that says for whom. */
export async function askScheduleFor(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const found = await runningIn(call)
  const known = found.some(({ application }) => application.id === args['application'])
  if (!known) return say(await explain(desk, on, { code: 'not-in-the-running' }, by))
  return opened(call, found, args['application'])
}

async function runningIn({ desk, on, by }: About<Call>): Promise<readonly Found[]> {
  const found = await applicationsOf(desk, on, by)
  return found.filter(({ application }) => application.status === 'active')
}

async function opened(
  { desk, on }: About<Call>,
  found: readonly Found[],
  chosen: ApplicationId | undefined,
): Promise<Answer> {
  const { state } = on
  const stages = stageOptions(state)
  const offered =
    chosen === undefined ? found : found.filter(({ application }) => application.id === chosen)
  const next = chosen === undefined ? stages[0]?.value : stageFor(state, chosen)
  const conductors = Object.keys(state.members)
  const names = await namesOf(desk, conductors)
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
        stages,
        stage: next ?? stages[0]?.value ?? 'prequalification',
        conductors: conductors.map((value, i) => ({ value, label: names[i] ?? value })),
        asksInformed: offered.some(({ application }) => !application.informedAt),
        asksReferee: stages.some(({ value }) => value === 'references'),
        asksReason: isCrowded(state),
      },
    ),
  }
}

/** Merged, the first two stages are one meeting, whose stage is `interview`. */
function stageOptions(state: Recruitment): readonly Option[] {
  const merged = isMerged(state.settings)
  return stagesHeld(state)
    .filter((stage) => !(merged && stage === 'prequalification'))
    .map((value) => ({
      value,
      label: merged && value === 'interview' ? MERGED_NAME : STAGE_NAMES[value],
    }))
}

function stageFor(state: Recruitment, application: ApplicationId): Stage | undefined {
  const stage = nextStage(state, application)
  return stage && heldAs(state.settings, stage)
}

function isCrowded(state: Recruitment): boolean {
  const there = activeApplications(state).filter(
    ({ id }) => !precedes(reachedBy(state, id), 'collaboration'),
  )
  return there.length >= DEFAULTS.atCollaboration
}

export async function submitSchedule(call: About<FormCall>): Promise<Answer> {
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
  const about = { application, interview }
  const placeId = idFrom(call, 'place')
  const merged = isMerged(on.state.settings) && stage === 'interview'
  const minutes = slot.minutes ?? guideOf(desk, on, { stage, merged }).duration.max
  const conductor = typed(values, 'conductor')
  const references = stage === 'references' ? referencesIn(call, about) : undefined
  const reason = typed(values, 'reason')
  const reasonId = idFrom(call, 'reason')
  const changed = await change(
    call,
    (state, actor) =>
      scheduleInterview(
        state,
        {
          ...slot,
          ...about,
          stage,
          minutes,
          zone,
          place: placeId,
          informed: ticked(values, 'informed'),
          ...(conductor !== undefined && { conductor }),
          ...references?.ids,
          ...(reason !== undefined && { reason: reasonId }),
        },
        actor,
      ),
    [
      { id: placeId, kind: 'place', ...about, body: place },
      ...(references?.texts ?? []),
      ...(reason === undefined
        ? []
        : [{ id: reasonId, kind: 'reason' as const, application, body: reason }]),
    ],
  )
  if (changed.kind === 'refused' && changed.refusal.code === 'candidate-not-informed') {
    const sentence = await explain(desk, on, changed.refusal, by)
    return { kind: 'invalid', fields: { informed: sentence } }
  }
  return formOutcome(call, changed, (after) => scheduled(call, after, interview), SLOT_FIELDS)
}

/** Who speaks about the candidate, and the doubts to settle, one a line. */
function referencesIn(
  call: About<FormCall>,
  about: { readonly application: string; readonly interview: string },
): {
  readonly ids: { readonly referee?: string; readonly doubts?: readonly string[] }
  readonly texts: readonly NewText[]
} {
  const name = typed(call.values, 'referee')
  const contact = typed(call.values, 'contact')
  const referee = idFrom(call, 'referee')
  const doubts = (typed(call.values, 'doubts') ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter((line) => line !== '')
    .map((body, i): NewText => ({ id: idFrom(call, `doubt ${i}`), kind: 'doubt', ...about, body }))
  return {
    ids: {
      ...(name !== undefined && { referee }),
      ...(doubts.length > 0 && { doubts: doubts.map(({ id }) => id) }),
    },
    texts: [
      ...(name === undefined
        ? []
        : [
            {
              id: referee,
              kind: 'referee' as const,
              ...about,
              body: { name, ...(contact !== undefined && { contact }) },
            },
          ]),
      ...doubts,
    ],
  }
}

async function scheduled(call: Call, on: Case, interview: string) {
  const view = await viewOf(call.desk, on, interview, call.by)
  const people = Object.keys(view?.interview.participants ?? {})
  const names = enumerate(await namesOf(call.desk, people))
  const candidate = view?.candidate ?? ''
  const next: Block = {
    kind: 'text',
    text: text`L’invitation part à ${names}, la fiche suivra la veille ou, si c’est plus proche, tout de suite. Pense à inviter ${candidate}. Pour changer : ${code('/recrutement déplacer')}.`,
  }
  return message(
    text`🗓 C’est prévu : ${view?.stage ?? ''} avec ${candidate}, ${view?.when ?? ''}.`,
    next,
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Message de préparation',
          action: 'prepare-candidate',
          args: {
            [RECRUITMENT_ARG]: on.id,
            application: view?.interview.application ?? '',
            stage: view?.interview.stage ?? '',
          },
        },
        {
          label: 'Changer les personnes',
          action: 'staff-interview',
          args: { [RECRUITMENT_ARG]: on.id, interview },
        },
      ],
    },
  )
}

/** Where a refused slot is shown. */
export const SLOT_FIELDS: FieldsOfRefusals = {
  'date-past': 'when',
  'date-at-night': 'night',
  'wrong-duration': 'minutes',
  overlap: 'when',
  'stage-already-scheduled': 'stage',
  'stage-skipped': 'stage',
  'no-scorer': 'stage',
  'decision-awaited': 'stage',
  'conductor-not-invited': 'conductor',
  'too-many-at-collaboration': 'reason',
  'not-in-the-running': 'application',
}
