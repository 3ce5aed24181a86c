/** Commands and buttons, from what Slack sends to the bot's answer. */
import type { Logger } from 'pino'

import { askedBefore, BUTTON_EXPIRED, REPLAY_ACTION, type Asked } from '../answers.ts'
import { cache } from '../cache.ts'
import { describeFailure } from '../failures.ts'
import type { Interaction, PersonId } from '../port.ts'
import { readButton } from './buttons.ts'
import type { Channels } from './channels.ts'
import { REDELIVERED_WITHIN_MS, type Deliver } from './deliver.ts'
import type { Interact } from './interact.ts'
import type { Later } from './later.ts'
import type { ActionRequest, CommandRequest } from './requests.ts'
import { unescaped } from './reading.ts'
import { readerOf, type Respond } from './respond.ts'

export interface Inbound {
  /** Resolves when Slack may be told that it arrived; a slow answer follows by itself. */
  command(request: CommandRequest): Promise<void>
  action(request: ActionRequest): Promise<void>
}

const REMEMBERED = 10_000

interface InboundNeeds {
  readonly secret: string
  readonly channels: Pick<Channels, 'isDirectOf' | 'direct'>
  readonly respond: Pick<Respond, 'privately'>
  readonly deliver: Deliver
  readonly interact: Interact
  readonly later: Later
  readonly log: Logger
  /** After somebody acted in their Home tab, which then shows something else. */
  readonly refreshHome: (person: PersonId) => Promise<void>
}

export function inbound(needs: InboundNeeds): Inbound {
  const { channels, respond, deliver, interact, later } = needs
  /** Interactions under way or over, by what triggered them: a redelivery starts nothing. */
  const underWay = cache<Promise<void>>(REMEMBERED, REDELIVERED_WITHIN_MS)

  async function once(trigger: string, work: () => Promise<void>): Promise<void> {
    const mine =
      underWay.get(trigger) ??
      // Slack shows its own failure for what is not acknowledged, and sends it no second time.
      work().catch((error: unknown) =>
        needs.log.error(describeFailure(error), 'an answer was not delivered'),
      )
    underWay.set(trigger, mine)
    await later.inTime(mine)
  }

  async function runCommand(request: CommandRequest): Promise<void> {
    const { user_id: by, channel_id: channel } = request
    const interaction: Interaction = {
      kind: 'command',
      command: request.command.replace(/^\//u, ''),
      text: unescaped(request.text),
      id: request.trigger_id,
      by,
      channel,
      team: request.team_id,
      direct: await channels.isDirectOf(by, channel),
    }
    const answer = await interact(interaction, request.trigger_id)
    await deliver(answer, interaction, readerOf(interaction, request.response_url))
  }

  async function runAction(request: ActionRequest): Promise<void> {
    const isHome = request.container.type === 'view'
    const by = request.user.id
    const channel = request.channel?.id ?? (await channels.direct(by))
    const base = {
      id: request.trigger_id,
      by,
      channel,
      ...(request.team === undefined ? {} : { team: request.team }),
      direct: isHome || (await channels.isDirectOf(by, channel)),
      ...threadIn(request),
    }
    const reader = readerOf(base, request.response_url)
    const asked = askedThrough(request, channel)
    if (asked === undefined) return respond.privately(reader, BUTTON_EXPIRED)
    const interaction: Interaction = { ...asked, ...base }
    const answer = await interact(interaction, request.trigger_id)
    await deliver(answer, interaction, reader, asked.kind === 'button' ? asked.message : undefined)
    if (isHome) await needs.refreshHome(by)
  }

  function askedThrough(request: ActionRequest, channel: string): Asked | undefined {
    const pressed = readButton(request.actions[0]?.value)
    if (pressed === undefined) return undefined
    const { action, args } = pressed
    if (action === REPLAY_ACTION) {
      return askedBefore(needs.secret, request.user.id, args['sealed'], Date.now())
    }
    const { message, container } = request
    const isThere = message !== undefined && !container.is_ephemeral
    return {
      kind: 'button',
      action,
      args,
      ...(isThere && { message: { channel, post: message.ts } }),
    }
  }

  return {
    command: (request) => once(request.trigger_id, () => runCommand(request)),
    action: (request) => once(request.trigger_id, () => runAction(request)),
  }
}

function threadIn({ message, container }: ActionRequest): { thread?: string } {
  const thread = message?.thread_ts || container.thread_ts
  return thread === '' ? {} : { thread }
}
