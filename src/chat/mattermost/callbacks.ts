/** The addresses that Mattermost calls: commands, buttons, dialogs. Nothing is trusted unchecked. */
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { before } from '../before.ts'
import type { Interaction, PersonId } from '../port.ts'
import type { Acknowledger, Reply } from './acknowledge.ts'
import { ACKNOWLEDGE_MS } from './acknowledge.ts'
import {
  askedBefore,
  BUTTON_EXPIRED,
  FORM_EXPIRED,
  FORM_SLOW,
  REQUEST_FAILED,
  REPLAY_ACTION,
  WAIT,
  WAIT_FOR_DIRECT,
  type Asked,
} from '../answers.ts'
import { checkedContext, type ButtonContext } from './buttons.ts'
import { cache } from '../cache.ts'
import type { Interact } from './interact.ts'
import type { Replies } from './replies.ts'
import {
  actionRequest,
  commandRequest,
  dialogRequest,
  isDirectBetween,
  type ActionRequest,
  type CommandRequest,
  type DialogRequest,
} from './requests.ts'
import { sha256 } from '../signing.ts'
import { checkedState, isExpired, toValues, type DialogState } from './submission.ts'

const COMMAND_WORDS = {
  waiting: { response_type: 'ephemeral', text: WAIT },
  failed: { response_type: 'ephemeral', text: REQUEST_FAILED },
}
const BUTTON_WORDS = {
  waiting: { ephemeral_text: WAIT_FOR_DIRECT },
  failed: { ephemeral_text: REQUEST_FAILED },
}
const BODY_BYTES = 1024 * 1024
const SLOW_FORM_MS = 60_000

interface CallbackNeeds {
  readonly secret: string
  readonly me: () => PersonId
  readonly isCommandToken: (token: string) => boolean
  /** The first message of the thread in which a message is; nothing when it is in none. */
  readonly threadOf: (post: string) => Promise<string | undefined>
  readonly interact: Interact
  readonly replies: Replies
  readonly acknowledger: Acknowledger
}

export function callbacks(needs: CallbackNeeds): Hono {
  const { secret, me, interact, replies, acknowledger } = needs
  /** Submissions that took too long, by what was submitted: pressing again finds them. */
  const slowForms = cache<Promise<Reply>>(1_000, SLOW_FORM_MS)

  async function runCommand(request: CommandRequest): Promise<Reply> {
    const interaction: Interaction = {
      kind: 'command',
      command: request.command.replace(/^\//u, ''),
      text: request.text,
      ...whereabouts(request, me()),
    }
    const answer = await interact(interaction, request.trigger_id)
    return replies.command(answer, readerOf(interaction), request.response_url)
  }

  async function runAction(request: ActionRequest, context: ButtonContext): Promise<Reply> {
    const asked = askedThrough(context, request)
    const base = whereabouts(request, me())
    if (asked === undefined) {
      const answer = { kind: 'private', message: BUTTON_EXPIRED } as const
      return replies.button(answer, { ...base, person: base.by, key: base.id }, undefined)
    }
    const thread = base.direct ? await needs.threadOf(request.post_id) : undefined
    const interaction: Interaction = { ...asked, ...base, ...(thread && { thread }) }
    const answer = await interact(interaction, request.trigger_id)
    const on = asked.kind === 'button' ? asked.message : undefined
    return replies.button(answer, readerOf(interaction), on)
  }

  function askedThrough(context: ButtonContext, request: ActionRequest): Asked | undefined {
    const { action, args } = context
    if (action === REPLAY_ACTION) {
      return askedBefore(secret, request.user_id, args['sealed'], Date.now())
    }
    const visible = context.private !== true
    const message = { channel: request.channel_id, post: request.post_id }
    return { kind: 'button', action, args, ...(visible ? { message } : {}) }
  }

  async function runDialog(state: DialogState, request: DialogRequest): Promise<Reply> {
    const interaction: Interaction = {
      kind: 'form',
      id: state.nonce,
      by: state.person,
      channel: state.channel,
      ...(state.team === undefined ? {} : { team: state.team }),
      direct: state.direct,
      ...(state.thread === undefined ? {} : { thread: state.thread }),
      form: state.form,
      args: state.args,
      values: toValues(request.submission, state.shape),
    }
    const answer = await interact(interaction, '')
    return replies.dialog(answer, readerOf(interaction), state.shape)
  }

  /** Keeps a slow form open with all that was typed; the next press gets the answer. */
  async function submit(state: DialogState, request: DialogRequest): Promise<object> {
    const content = sha256(JSON.stringify(request.submission)).toString('base64url')
    const key = `${state.nonce} ${content}`
    const work = slowForms.get(key) ?? runDialog(state, request)
    slowForms.set(key, work)
    const reply = await before(ACKNOWLEDGE_MS, work)
    if (reply === undefined) return { error: FORM_SLOW }
    slowForms.delete(key)
    return reply.json
  }

  const routes = new Hono()
  routes.use(bodyLimit({ maxSize: BODY_BYTES }))
  routes.post('/command', async (c) => {
    const request = commandRequest.safeParse(await c.req.parseBody())
    if (!request.success) return c.json({}, 400)
    if (!needs.isCommandToken(request.data.token)) return refused(c)
    return c.json(await acknowledger.acknowledge(runCommand(request.data), COMMAND_WORDS))
  })
  routes.post('/action', async (c) => {
    const request = actionRequest.safeParse(await readJson(c))
    if (!request.success) return c.json({}, 400)
    const context = checkedContext(secret, request.data.context)
    if (context === undefined) return refused(c)
    return c.json(await acknowledger.acknowledge(runAction(request.data, context), BUTTON_WORDS))
  })
  routes.post('/dialog', async (c) => {
    const request = dialogRequest.safeParse(await readJson(c))
    if (!request.success) return c.json({}, 400)
    const state = checkedState(secret, request.data.state)
    if (state === undefined || state.person !== request.data.user_id) return refused(c)
    if (request.data.cancelled === true) return c.json({})
    if (isExpired(state, Date.now())) return c.json({ error: FORM_EXPIRED })
    return c.json(await submit(state, request.data))
  })
  return routes
}

function refused(c: Context): Response {
  return c.json({ error: 'unauthorised' }, 401)
}

function readJson(c: Context): Promise<unknown> {
  return c.req.json().catch(() => undefined)
}

/** Who acted and where, as every interaction says it. */
function whereabouts(request: CommandRequest | ActionRequest, me: PersonId) {
  return {
    id: request.trigger_id,
    by: request.user_id,
    channel: request.channel_id,
    ...(request.team_id === undefined ? {} : { team: request.team_id }),
    direct: isDirectBetween(request.channel_name, request.user_id, me),
  }
}

function readerOf({ id, by, channel, direct, thread }: Interaction) {
  return { person: by, channel, direct, key: id, ...(thread === undefined ? {} : { thread }) }
}
