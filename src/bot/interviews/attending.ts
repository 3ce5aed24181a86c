/** What people do with an invitation, and with an interview that did not take place. */
import type { Answer } from '../../chat/port.ts'
import { answerInvitation, reportNotHeld, tickBriefItem } from '../../process/decide/attending.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, outcome, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, FormCall, Topic } from '../topic.ts'
import { brief, examples, nudge } from './brief.ts'
import { notHeldForm } from './form.ts'
import { cancelled, declined, invitation, moved, notHeld, uninvited } from './invitation.ts'

export const attending: Topic = {
  buttons: {
    coming: (call) => answering(call, true),
    'not-coming': (call) => answering(call, false),
    tick,
    examples,
    'not-held': async ({ on, args }) => ({
      kind: 'form',
      form: notHeldForm({ [RECRUITMENT_ARG]: on.id, interview: args['interview'] ?? '' }),
    }),
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

async function submitNotHeld(call: About<FormCall>): Promise<Answer> {
  const id = call.args['interview'] ?? ''
  const changed = await change(call, (state, actor) => reportNotHeld(state, id, actor))
  return formOutcome(call, changed, () =>
    message('C’est noté, les rappels s’arrêtent. Prends des nouvelles de la personne.', {
      kind: 'buttons',
      buttons: [
        {
          label: 'Replanifier',
          action: 'schedule',
          args: {
            [RECRUITMENT_ARG]: call.on.id,
            application: call.on.state.interviews[id]?.application ?? '',
          },
          style: 'primary',
        },
      ],
    }),
  )
}

async function answering(call: About<ButtonCall>, coming: boolean): Promise<Answer> {
  const id = call.args['interview'] ?? ''
  const changed = await change(call, (state, actor) => answerInvitation(state, id, coming, actor))
  const owner = await nameOf(call.desk, call.on.state.owner)
  return outcome(call, changed, () =>
    message(
      coming ? 'C’est noté, tu seras là.' : `C’est noté. ${owner} reçoit un message pour la suite.`,
    ),
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
