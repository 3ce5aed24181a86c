/** `/recrutement décision`: for whom, then which of the four answers. */
import type { Answer, Block, Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { ApplicationId } from '../../process/events.ts'
import {
  activeApplications,
  awaitingDecision,
  interviewsOf,
  nextStage,
  reachedBy,
} from '../../process/progress.ts'
import { refuseClosed, refuseUnlessOwner } from '../../process/roles.ts'
import { applicationsOf, withName } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { RECRUITMENT_ARG, message, say } from '../desk.ts'
import { percent } from '../french/numbers.ts'
import { meetingName } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, CommandCall } from '../topic.ts'
import { lineFor } from '../comparison/contenders.ts'
import { decisionForm } from './form.ts'
import type { Choice } from './form.ts'

/** Those who wait for a decision first; a name goes straight to that person. */
export async function ask(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const refusal = refuseUnlessOwner(on.state, by) ?? refuseClosed(on.state)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const running = new Set(activeApplications(on.state).map(({ id }) => id))
  const all = (await applicationsOf(desk, on, by)).filter(({ application }) =>
    running.has(application.id),
  )
  const waiting = all.filter(({ application }) => awaitingDecision(on.state, application.id))
  const offered = rest === '' ? (waiting.length > 0 ? waiting : all) : withName(all, rest)
  const [only, ...others] = offered
  if (!only) {
    return rest === ''
      ? say('Il n’y a personne à départager pour l’instant.')
      : say(await explain(desk, on, { code: 'unknown-application' }, by))
  }
  if (others.length === 0) return { kind: 'private', message: await question(call, only) }
  const headline =
    rest === '' && waiting.length > 0 ? 'Ta décision est attendue. Pour qui ?' : 'Pour qui ?'
  return say(headline, {
    kind: 'buttons',
    buttons: offered.slice(0, MOST_CHOICES).map(({ application, candidate }) => ({
      label: candidate.name,
      action: 'decide',
      args: { [RECRUITMENT_ARG]: on.id, application: application.id },
    })),
  })
}

const MOST_CHOICES = 8

/** The question, for one candidate, with its four answers. */
export async function decide(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const refusal = refuseUnlessOwner(on.state, by) ?? refuseClosed(on.state)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const found = await foundIn(call, args['application'] ?? '')
  if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
  return { kind: 'private', message: await question(call, found) }
}

async function question({ on }: About<Call>, { application, candidate }: Found): Promise<Message> {
  const last = interviewsOf(on.state, application.id).findLast(({ openedAt }) => openedAt)
  return message(
    text`À toi de décider pour ${bold(candidate.name)}${last ? `, après : ${meetingName(last).toLowerCase()}` : ''}.`,
    decisionButtons(on, application.id, last?.id),
  )
}

/** The answers, and the debrief that they rest on where it is not on screen already. */
export function decisionButtons({ id }: Case, application: ApplicationId, debrief?: string): Block {
  const args = { [RECRUITMENT_ARG]: id, application }
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Poursuivre', action: 'decide-advance', args, style: 'primary' },
      { label: 'Un entretien de plus', action: 'decide-another', args },
      { label: 'Arrêter', action: 'decide-stop', args },
      { label: 'Retenir', action: 'decide-choose', args },
      ...(debrief === undefined
        ? []
        : [
            {
              label: 'Relire le débrief',
              action: 'see-debrief',
              args: { [RECRUITMENT_ARG]: id, interview: debrief },
            },
          ]),
    ],
  }
}

/** Opens the form of one answer, with what is worth knowing before. */
export function askDecision(choice: Choice) {
  return async (call: About<ButtonCall>): Promise<Answer> => {
    const { desk, on, by, args } = call
    const refusal = refuseUnlessOwner(on.state, by) ?? refuseClosed(on.state)
    if (refusal) return say(await explain(desk, on, refusal, by))
    const found = await foundIn(call, args['application'] ?? '')
    if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
    const { id } = found.application
    return {
      kind: 'form',
      form: decisionForm(choice, {
        candidate: found.candidate.name,
        state: on.state,
        reached: reachedBy(on.state, id),
        next: nextStage(on.state, id),
        args: { [RECRUITMENT_ARG]: on.id, application: id },
        warnings: choice === 'choose' ? await beforeChoosing(call, id) : [],
      }),
    }
  }
}

/** Skipping references for a finalist gets a warning (section 2, step 5). */
async function beforeChoosing(call: About<Call>, id: ApplicationId): Promise<string[]> {
  const { desk, on, by } = call
  const line = await lineFor(desk, on, id, by)
  const referred = interviewsOf(on.state, id).some(
    ({ stage, openedAt }) => stage === 'references' && openedAt,
  )
  const others = activeApplications(on.state).length - 1
  return [
    ...(line?.score === undefined
      ? []
      : [`Score ${percent(line.score)}, couverture ${percent(line.coverage)}.`]),
    ...(referred
      ? []
      : ['Aucune référence n’a été prise : un appel de 15 minutes évite bien des surprises.']),
    ...(others > 0
      ? [
          others === 1
            ? 'Une autre candidature est encore en cours.'
            : `${others} autres candidatures sont encore en cours.`,
        ]
      : []),
  ]
}

export async function foundIn(
  { desk, on, by }: About<Call>,
  id: string,
): Promise<Found | undefined> {
  return (await applicationsOf(desk, on, by)).find(({ application }) => application.id === id)
}
