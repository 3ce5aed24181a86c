/** `/recrutement candidat NOM`: everything about one application that is not sealed. */
import type { Answer, Block, Button, Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { progressOf } from '../../process/progress.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, say } from '../desk.ts'
import { progressWords } from '../status/progress.ts'
import type { About, Call, Case, CommandCall } from '../topic.ts'
import { buttonsBlock, contacts } from './blocks.ts'
import { factsOf } from './facts.ts'
import { almostNamed, applicationsOf, withName } from './found.ts'
import type { Found } from './found.ts'
import { interviewLines } from './interviews.ts'
import { argsOf, leads, unknown } from './leading.ts'

/** The only one of that name; between several it asks, and with a slip of the finger it suggests. */
export async function named(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const all = await applicationsOf(desk, on, by)
  const [only, ...others] = withName(all, rest)
  if (only && others.length === 0) return { kind: 'private', message: await page(call, only) }
  if (only) {
    const several = [only, ...others]
    return say(
      several.length > MOST_CHOICES
        ? `${several.length} personnes portent ce nom. Voici les premières ; sinon, tape le nom en entier.`
        : 'Plusieurs personnes portent ce nom. Laquelle ?',
      choices(on, several),
    )
  }
  const close = almostNamed(all, rest)
  if (close.length === 0) return unknown(call)
  return say(text`Je ne trouve pas « ${rest} ». Tu voulais dire :`, choices(on, close))
}

const MOST_CHOICES = 8

function choices(on: Case, found: readonly Found[]): Block {
  return {
    kind: 'buttons',
    buttons: found.slice(0, MOST_CHOICES).map((one) => ({
      label: one.candidate.name,
      action: 'see-candidate',
      args: argsOf(on, one),
    })),
  }
}

export async function page(call: About<Call>, found: Found): Promise<Message> {
  const { desk, on, by } = call
  const { candidate, application } = found
  const interviews = await interviewLines(call, application)
  const where = await progressWords(desk, on, application, by)
  return message(
    text`${bold(candidate.name)} : ${where}`,
    { kind: 'fields', fields: [...contacts(found), ...(await factsOf(call, application))] },
    ...(interviews.length === 0 ? [] : [{ kind: 'bullets' as const, items: interviews }]),
    ...buttonsBlock([...(leads(call) ? buttons(call, found) : []), ...dataButtons(call, found)]),
  )
}

/** What makes sense now, the next step first. */
function buttons(call: About<Call>, found: Found): readonly Button[] {
  const { on, by, desk } = call
  const { application } = found
  const owns = on.state.owner === by
  const button = (label: string, action: string): Button => ({
    label,
    action,
    args: argsOf(on, found),
  })
  const answer = application.answeredAt
    ? button('Revoir la réponse', 'answer-candidates')
    : button('Répondre', 'answer-candidates')
  if (on.state.closedAt) return application.status === 'withdrawn' ? [] : [answer]
  const withdraw = button('La personne se retire', 'withdraw-candidate')
  const correct = button('Corriger', 'correct-candidate')
  const resume = owns ? [button('Reprendre la candidature', 'resume-candidate')] : []
  switch (application.status) {
    case 'stopped':
      return first([answer, ...resume, correct])
    case 'withdrawn':
      return resume
    case 'chosen':
      return first([answer, withdraw, ...resume])
    case 'active':
      break
  }
  const progress = progressOf(on.state, application, desk.clock.now())
  const { kind } = progress
  const isInformed = application.informedAt !== undefined
  return first([
    ...(isInformed ? [] : [button('Message d’information', 'inform-candidate')]),
    ...(kind === 'to-schedule' ? [button('Planifier', 'schedule')] : []),
    ...(kind === 'to-decide' && owns ? [button('Décider', 'decide')] : []),
    ...(isInformed && (kind === 'to-schedule' || kind === 'upcoming')
      ? [button('Message de préparation', 'prepare-candidate')]
      : []),
    ...('interview' in progress && kind !== 'to-decide'
      ? [interviewButton(on, progress.interview)]
      : []),
    withdraw,
    correct,
  ])
}

/** Once the person is out of the running: a copy, and to be forgotten. Before, there are commands for it. */
function dataButtons({ on, by }: About<Call>, found: Found): readonly Button[] {
  if (on.state.owner !== by || found.application.status === 'active') return []
  return [{ label: 'Ses données', action: 'candidate-data', args: argsOf(on, found) }]
}

/** Leads to who comes and when, and to what can still change. */
function interviewButton({ id: recruitment }: Case, { id }: Interview): Button {
  return {
    label: 'L’entretien',
    action: 'staff-interview',
    args: { [RECRUITMENT_ARG]: recruitment, interview: id },
  }
}

function first([next, ...others]: readonly Button[]): readonly Button[] {
  return next ? [{ ...next, style: 'primary' }, ...others] : []
}
