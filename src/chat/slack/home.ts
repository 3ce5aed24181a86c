/** The Home tab: what somebody owes and where each candidate is, with their buttons. */
import type { Logger } from 'pino'

import { describeFailure } from '../failures.ts'
import type { Handlers, Message, PersonId, TeamId } from '../port.ts'
import type { Channels } from './channels.ts'
import { slackBlocks, textBlocks, type SlackBlock } from './blocks.ts'
import type { SlackClient } from './client.ts'
import { LIMITS, VIEW_BYTES } from './limits.ts'
import { HOME_FAILED, HOME_HAS_MORE } from './words.ts'
import { bold } from '../text.ts'

interface HomeNeeds {
  readonly client: SlackClient
  readonly channels: Pick<Channels, 'direct'>
  readonly team: () => TeamId
  /** The command whose answers are shown, and the words that ask for each. */
  readonly command: string
  readonly shows: readonly string[]
  readonly handlers: () => Handlers
  readonly log: Logger
}

export interface Home {
  /** Shows this person what the bot would answer them in their direct messages. */
  publish(person: PersonId): Promise<void>
}

export function home(needs: HomeNeeds): Home {
  const { client, channels, handlers, log } = needs
  let count = 0

  async function ask(person: PersonId, text: string): Promise<Message | undefined> {
    const channel = await channels.direct(person)
    count += 1
    const answer = await handlers().interaction({
      kind: 'command',
      command: needs.command,
      text,
      id: `home/${person}/${Date.now()}/${count}`,
      by: person,
      channel,
      team: needs.team(),
      direct: true,
    })
    return answer.kind === 'private' ? answer.message : undefined
  }

  async function contents(person: PersonId): Promise<SlackBlock[]> {
    try {
      const answers: (Message | undefined)[] = []
      for (const text of needs.shows) answers.push(await ask(person, text))
      return answers.flatMap((message) => (message === undefined ? [] : blocksOf(message)))
    } catch (error) {
      log.error(describeFailure(error), 'a Home tab could not be filled')
      return textBlocks([HOME_FAILED])
    }
  }

  return {
    async publish(person) {
      const blocks = fitted(await contents(person))
      await client.views.publish({ user_id: person, view: { type: 'home', blocks } })
    },
  }
}

function blocksOf({ headline, blocks = [] }: Message): SlackBlock[] {
  const title = headline.map((part) => (typeof part === 'string' ? bold(part) : part))
  return [...textBlocks(title), ...blocks.flatMap((block) => slackBlocks(block))]
}

/** The first blocks when there are more than a tab may hold; the rest is a command away. */
function fitted(blocks: readonly SlackBlock[]): SlackBlock[] {
  // A tab shows no table.
  const shown = blocks.filter(({ type }) => type !== 'table')
  const notice = textBlocks([HOME_HAS_MORE])
  if (shown.length === 0) return notice
  if (isRoomFor(shown)) return shown
  let kept = shown.slice(0, LIMITS.viewBlocks - notice.length)
  while (!isRoomFor([...kept, ...notice])) kept = kept.slice(0, -1)
  return [...kept, ...notice]
}

function isRoomFor(some: readonly SlackBlock[]): boolean {
  return some.length <= LIMITS.viewBlocks && Buffer.byteLength(JSON.stringify(some)) <= VIEW_BYTES
}
