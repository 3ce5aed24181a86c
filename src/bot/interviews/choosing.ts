/** Anyone in the running, and any stage held: what `/recrutement planifier` does not lead to by itself. */
import type { Answer } from '../../chat/port.ts'
import { bold, code, text } from '../../chat/text.ts'
import type { ApplicationId } from '../../process/events.ts'
import { STAGES } from '../../process/vocabulary.ts'
import { applicationsOf } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { RECRUITMENT_ARG, refuseForm, say } from '../desk.ts'
import { oneOf, typed } from '../fields.ts'
import { stageOptions } from '../french/stages.ts'
import { meetingName } from '../french/words.ts'
import type { About, Call, FormCall } from '../topic.ts'
import { preview } from './schedule.ts'
import { meetingFor, stageAhead } from './stages.ts'

const NEXT = 'next'

/** Anyone in the running, and any stage held. */
export async function chooseForm(call: About<Call>, chosen?: ApplicationId): Promise<Answer> {
  const { desk, on, by } = call
  const running = (await applicationsOf(desk, on, by)).filter(isRunning)
  if (running.length === 0) {
    return say(
      text`Aucune candidature n’est en cours. La liste : ${code('/recrutement candidat')}.`,
    )
  }
  const isNextKnown = chosen === undefined || stageAhead(on.state, chosen) !== undefined
  return {
    kind: 'form',
    form: {
      form: 'choose-interview',
      title: 'Planifier un entretien',
      submit: 'Continuer',
      args: { [RECRUITMENT_ARG]: on.id },
      fields: [
        {
          kind: 'choice',
          name: 'application',
          label: 'Avec qui',
          options: running.map(({ application, candidate }) => ({
            value: application.id,
            label: candidate.name,
          })),
          ...(chosen !== undefined && { value: chosen }),
        },
        {
          kind: 'choice',
          name: 'stage',
          label: 'Étape',
          options: [
            ...(isNextKnown ? [{ value: NEXT, label: 'L’étape suivante' }] : []),
            ...stageOptions(on.state),
          ],
          ...(isNextKnown && { value: NEXT }),
        },
      ],
    },
  }
}

const CHOICE_FIELDS: FieldsOfRefusals = {
  'not-in-the-running': 'application',
  'stage-already-scheduled': 'stage',
  'stage-skipped': 'stage',
  'no-scorer': 'stage',
  'decision-awaited': 'stage',
}

/** A form cannot open another one: the answer has the button that goes on. */
export async function submitChoice(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values } = call
  const all = await applicationsOf(desk, on, by)
  const found = all.find(({ application }) => application.id === typed(values, 'application'))
  if (!found) return { kind: 'invalid', fields: { application: 'Choisis une candidature.' } }
  const { id } = found.application
  const stage =
    typed(values, 'stage') === NEXT ? stageAhead(on.state, id) : oneOf(values, 'stage', STAGES)
  if (!stage) {
    return {
      kind: 'invalid',
      fields: { stage: 'Choisis l’étape : cette personne les a toutes vues.' },
    }
  }
  const { refusal } = preview(call, { application: id, stage })
  if (refusal) return refuseForm(call, refusal, CHOICE_FIELDS)
  return say(
    text`${bold(found.candidate.name)} : ${meetingName(meetingFor(on.state, stage)).toLowerCase()}.`,
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Choisir la date',
          action: 'schedule',
          args: { [RECRUITMENT_ARG]: on.id, application: id, stage },
          style: 'primary',
        },
      ],
    },
  )
}

export function isRunning({ application }: Found): boolean {
  return application.status === 'active'
}
