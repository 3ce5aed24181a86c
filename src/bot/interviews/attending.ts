/** What people do with an invitation and a brief, and what they hear about their interviews. */
import type { Answer } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import { answerInvitation, tickBriefItem } from '../../process/decide/attending.ts'
import { change, message, nameOf, outcome, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Topic } from '../topic.ts'
import { brief, nudge } from './brief.ts'
import { answerButtons, cancelled, invitation, moved, uninvited } from './invitation.ts'
import { askNotHeld, submitNotHeld } from './not-held.ts'
import { examples } from './script.ts'
import { declined, notHeld } from './telling-owner.ts'
import { viewOf } from './view.ts'

export const attending: Topic = {
  buttons: {
    coming: (call) => answering(call, true),
    'not-coming': (call) => answering(call, false),
    tick,
    examples,
    'not-held': askNotHeld,
  },
  forms: { 'not-held': submitNotHeld },
  sayings: {
    invitation,
    moved,
    cancelled,
    declined,
    uninvited,
    'not-held': notHeld,
    brief,
    nudge,
  },
}

async function answering(call: About<ButtonCall>, coming: boolean): Promise<Answer> {
  const { desk, on, by, args } = call
  const { interview: id = '', slot } = args
  const { refusal } = answerInvitation(on.state, id, coming, { by, at: desk.clock.now() })
  const held = String(on.state.interviews[id]?.slots.length)
  // Pressed under a message about a former slot, it would answer about another.
  if (!refusal && slot !== undefined && slot !== held) return askAgain(call, id)
  const changed = await change(call, (state, actor) => answerInvitation(state, id, coming, actor))
  const owner = await nameOf(desk, on.state.owner)
  const next = by === on.state.owner ? 'Un message t’attend' : `${owner} reçoit un message`
  return outcome(call, changed, () =>
    message(coming ? 'C’est noté, tu seras là.' : `C’est noté. ${next} pour la suite.`),
  )
}

async function askAgain({ desk, on, by }: About<ButtonCall>, id: string): Promise<Answer> {
  const view = await viewOf(desk, on, id, by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  return say(
    text`🗓 L’horaire a changé depuis ce message : ${view.stage} avec ${view.candidate}, ${view.when}. Tu peux venir ?`,
    answerButtons(on, view, by),
  )
}

/** The box is ticked in the message itself, which is rewritten. */
async function tick(call: About<ButtonCall>): Promise<Answer> {
  const { interview = '', item = '' } = call.args
  const changed = await change(call, (state, actor) => {
    const done = !state.interviews[interview]?.ticked[actor.by]?.includes(item)
    return tickBriefItem(state, { interview, item, done }, actor)
  })
  if (changed.kind !== 'refused') return { kind: 'nothing' }
  return say(await explain(call.desk, call.on, changed.refusal, call.by))
}
