/** Socket mode: Slack's events over a connection that the bot opens, and opens again when it breaks. */
import { setTimeout as sleep } from 'node:timers/promises'

import { SocketModeReceiver, type App, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { z } from 'zod'

import { before } from '../before.ts'
import { describeFailure } from '../failures.ts'
import { codeOf, quietLogger, withSlash } from './client.ts'
import type { Take } from './take.ts'

const READY_MS = 15_000
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 30_000

interface SocketNeeds {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Logger
  readonly take: Take
  /** Called each time a broken connection is there again: what was said meanwhile has to be read. */
  readonly onBack: () => void
}

const envelope = z.object({
  body: z.record(z.string(), z.unknown()),
  ack: z.custom<(response?: object) => Promise<void>>((value) => typeof value === 'function'),
})

export function socketReceiver(needs: SocketNeeds): Receiver {
  const { log, take } = needs
  const { client } = new SocketModeReceiver({
    appToken: needs.appToken,
    logger: quietLogger(log),
    // The client's own way to reconnect ends the process when Slack refuses it once.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: withSlash(needs.apiUrl), retryConfig: { retries: 0 } },
    },
  })
  const stopping = new AbortController()
  let app: App | undefined

  client.on('slack_event', (received: unknown) => {
    const event = envelope.safeParse(received).data
    if (event === undefined || app === undefined) return
    const { body, ack } = event
    take(app, body, async (response) => ack(response)).catch((error: unknown) => {
      // Not acknowledged, so Slack delivers it again.
      log.error(describeFailure(error), 'what Slack sent was not handled')
    })
  })

  /** Connects until it works, ever more slowly. */
  async function connectAgain(): Promise<void> {
    for (
      let wait = FIRST_WAIT_MS;
      !stopping.signal.aborted;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    ) {
      await sleep(wait, undefined, { signal: stopping.signal })
      try {
        await client.start()
        needs.onBack()
        return
      } catch (error) {
        log.warn({ ...describeFailure(error), refusal: codeOf(error) }, 'Slack is out of reach')
      }
    }
  }

  return {
    init(given) {
      app = given
    },
    async start() {
      const connected = await before(
        READY_MS,
        client.start().then(() => true),
      )
      if (connected === undefined) throw new Error('Slack did not open the event stream')
      client.on('disconnected', () => {
        if (stopping.signal.aborted) return
        log.warn('the event stream broke; reconnecting')
        connectAgain().catch((error: unknown) => {
          if (!stopping.signal.aborted) log.error(describeFailure(error), 'no more events')
        })
      })
    },
    async stop() {
      stopping.abort()
      await before(FIRST_WAIT_MS, client.disconnect())
    },
  }
}
