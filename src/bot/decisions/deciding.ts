/** What the owner's answer records, and what comes next. */
import type { Answer, Block } from '../../chat/port.ts'
import { advance, askAnother, choose, stop } from '../../process/decide/decisions.ts'
import type { ApplicationId } from '../../process/events.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message } from '../desk.ts'
import { oneOf, typed } from '../fields.ts'
import { STAGE_NAMES, STAGE_WITH_ARTICLE } from '../french/words.ts'
import type { About, FormCall } from '../topic.ts'
import { foundIn } from './asking.ts'
import { lineFor, meansOf } from '../comparison/contenders.ts'

export async function submitAdvance(call: About<FormCall>): Promise<Answer> {
  const stage = oneOf(call.values, 'stage', STAGES)
  if (!stage) return { kind: 'invalid', fields: { stage: 'Choisis une étape.' } }
  const { about, texts } = decisionIn(call)
  const changed = await change(
    call,
    (state, actor) => advance(state, { ...about, stage }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    async () =>
      message(
        `✅ C’est décidé : ${await nameIn(call)} passe à l’étape « ${STAGE_NAMES[stage]} ».`,
        plan(call),
      ),
    {
      'too-many-at-collaboration': 'reason',
      'stage-reached-already': 'stage',
      'stage-skipped': 'stage',
    },
  )
}

export async function submitAnother(call: About<FormCall>): Promise<Answer> {
  const stage = oneOf(call.values, 'stage', STAGES)
  if (!stage) return { kind: 'invalid', fields: { stage: 'Choisis une étape.' } }
  const { about, texts } = decisionIn(call)
  const changed = await change(
    call,
    (state, actor) => askAnother(state, { ...about, stage }, actor),
    texts,
  )
  return formOutcome(
    call,
    changed,
    async () =>
      message(
        `✅ C’est décidé : un entretien de plus pour ${await nameIn(call)}, ${STAGE_WITH_ARTICLE[stage]}.`,
        plan(call),
      ),
    { 'stage-not-reached': 'stage', 'stage-skipped': 'stage' },
  )
}

export async function submitStop(call: About<FormCall>): Promise<Answer> {
  const { about, texts } = decisionIn(call)
  const changed = await change(call, (state, actor) => stop(state, about, actor), texts)
  return formOutcome(call, changed, async () =>
    message(
      `C’est décidé : la candidature de ${await nameIn(call)} s’arrête. Réponds-lui sans tarder.`,
      {
        kind: 'buttons',
        buttons: [
          { label: 'Répondre', action: 'answer-candidates', args: here(call), style: 'primary' },
          { label: 'Revenir en arrière', action: 'resume-candidate', args: here(call) },
        ],
      },
    ),
  )
}

export async function submitChoose(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by } = call
  const { about, texts } = decisionIn(call)
  const means = meansOf(await lineFor(desk, on, about.application, by))
  const changed = await change(
    call,
    (state, actor) => choose(state, { ...about, means }, actor),
    texts,
  )
  return formOutcome(call, changed, async () =>
    message(
      `✅ ${await nameIn(call)} est ton choix. Il reste à répondre à tout le monde, puis à clore.`,
      {
        kind: 'buttons',
        buttons: [
          { label: 'La suite', action: 'closing', args: here(call), style: 'primary' },
          { label: 'Revenir en arrière', action: 'resume-candidate', args: here(call) },
        ],
      },
    ),
  )
}

function decisionIn(call: About<FormCall>): {
  readonly about: { readonly application: ApplicationId; readonly reason?: string }
  readonly texts: readonly NewText[]
} {
  const application = call.args['application'] ?? ''
  const body = typed(call.values, 'reason')
  if (body === undefined) return { about: { application }, texts: [] }
  const id = idFrom(call, 'reason')
  return {
    about: { application, reason: id },
    texts: [{ id, kind: 'reason', application, body }],
  }
}

const here = ({ on, args }: About<FormCall>) => ({
  [RECRUITMENT_ARG]: on.id,
  application: args['application'] ?? '',
})

function plan(call: About<FormCall>): Block {
  return {
    kind: 'buttons',
    buttons: [{ label: 'Planifier', action: 'schedule', args: here(call), style: 'primary' }],
  }
}

async function nameIn(call: About<FormCall>): Promise<string> {
  return (await foundIn(call, call.args['application'] ?? ''))?.candidate.name ?? 'cette personne'
}
