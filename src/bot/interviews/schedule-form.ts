/** The form that plans an interview: only what matters for that candidate and that stage. */
import type { Field, Form, Option } from '../../chat/port.ts'
import { bold, code, text } from '../../chat/text.ts'
import type { ApplicationId } from '../../process/events.ts'
import type { Interview } from '../../process/recruitment.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { RECRUITMENT_ARG } from '../desk.ts'
import { SHORT } from '../fields.ts'
import { stageOptions } from '../french/stages.ts'
import { enumerate, meetingName } from '../french/words.ts'
import { STAGE_TYPED } from '../guide/words.ts'
import type { Case } from '../topic.ts'
import { referencesFields } from './references.ts'
import { MINUTES, NIGHT, PLACE_LENGTH, WHEN } from './slot.ts'

export interface Planned {
  readonly application: ApplicationId
  readonly candidate: string
  readonly meeting: Pick<Interview, 'stage' | 'merged'>
  /** Names of those named for the stage. */
  readonly invited: readonly string[]
  /** Usual length. */
  readonly minutes: number
  /** Those who may lead the meeting; none where nobody has to say. */
  readonly conductors: readonly Option[]
  /** Nobody said yet that the candidate knows how they are assessed. */
  readonly asksInformed: boolean
  /** Criteria that the reference call has to settle, by name. */
  readonly doubts: readonly string[]
  /** One more candidate than the rule allows would reach this stage. */
  readonly asksReason: boolean
}

export function scheduleForm(on: Case, planned: Planned): Form {
  const { application, candidate, meeting, conductors } = planned
  return {
    form: 'schedule',
    title: 'Planifier un entretien',
    intro: introduction(on, planned),
    submit: 'Planifier',
    args: { [RECRUITMENT_ARG]: on.id, application, stage: meeting.stage },
    fields: [
      WHEN,
      placeFor(meeting.stage),
      ...(meeting.stage === 'references' ? referencesFields(planned.doubts) : []),
      ...(conductors.length > 1 ? [conductorAmong(conductors)] : []),
      ...(planned.asksReason ? [CROWD_REASON] : []),
      MINUTES(planned.minutes),
      ...(planned.asksInformed ? [informed(candidate)] : []),
      NIGHT,
    ],
  }
}

function introduction(on: Case, { candidate, meeting, invited }: Planned) {
  const who = enumerate(invited)
  const verb = invited.length > 1 ? 'reçoivent' : 'reçoit'
  const stages = stageOptions(on.state).map(({ value }) => value)
  const after = stages[stages.indexOf(meeting.stage) + 1] ?? stages[0]
  const stage = STAGES.find((one) => one === after && one !== meeting.stage)
  return [
    ...text`${bold(candidate)} · ${meetingName(meeting)}. ${who} ${verb} l’invitation.`,
    ...(stage ? text`\nAutre étape : ${code(command(candidate, stage))}.` : []),
  ]
}

function command(candidate: string, stage: Stage): string {
  return `/recrutement planifier ${candidate} ${STAGE_TYPED[stage]}`
}

function placeFor(stage: Stage): Field {
  const field = { kind: 'text', name: 'place', maxLength: PLACE_LENGTH } as const
  switch (stage) {
    case 'collaboration':
      return {
        ...field,
        label: 'Lieu ou lien',
        help: 'Sur place si possible : un lieu, sinon le lien de l’appel.',
      }
    case 'references':
      return { ...field, label: 'Lieu ou lien', value: 'Par téléphone' }
    case 'prequalification':
    case 'interview':
    case 'case-study':
      return { ...field, label: 'Lien ou lieu' }
  }
}

function conductorAmong(options: readonly Option[]): Field {
  return {
    kind: 'choice',
    name: 'conductor',
    label: 'Qui mène l’entretien',
    help: 'Les autres écoutent et complètent.',
    options,
    optional: true,
  }
}

const CROWD_REASON: Field = {
  kind: 'text',
  name: 'reason',
  label: 'Pourquoi une de plus',
  help: 'Trois personnes sont déjà au cadre de collaboration. La raison reste dans le dossier.',
  maxLength: SHORT,
}

function informed(candidate: string): Field {
  return {
    kind: 'boolean',
    name: 'informed',
    label: 'Personne prévenue',
    help: `Elle sait comment elle est évaluée et ce que deviennent ses données. Message prêt : /recrutement candidat ${candidate}`,
    optional: true,
  }
}
