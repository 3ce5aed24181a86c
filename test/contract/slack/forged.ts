/** Requests of somebody who knows the bot's address and not Slack's secret. */
import { signed } from '../../support/slack/http-delivery.ts'
import type { BotServer } from '../mattermost/bot-server.ts'

type Kind = 'command' | 'button' | 'form'

const FORM = 'application/x-www-form-urlencoded'
const TOO_OLD_MS = 6 * 60_000

/** The status of every way to forge one, when they all give the same; else what they gave. */
export async function forge(http: BotServer, kind: Kind, user: string): Promise<number> {
  const body = bodies(kind, user)
  const right = signed('a guess', body)
  const ways: readonly Readonly<Record<string, string>>[] = [
    {},
    right,
    { ...right, 'X-Slack-Signature': 'v0=' },
    signed('a guess', body, Date.now() - TOO_OLD_MS),
    { 'X-Slack-Signature': right['X-Slack-Signature'] ?? '' },
  ]
  const statuses = new Set<number>()
  for (const headers of ways) {
    const sent = { method: 'POST', headers: { ...headers, 'Content-Type': FORM }, body }
    statuses.add((await fetch(`${http.url}/slack/events`, sent)).status)
  }
  const [status, ...others] = statuses
  if (status === undefined || others.length > 0) throw new Error(`statuses ${[...statuses].join()}`)
  return status
}

function bodies(kind: Kind, user: string): string {
  const common = { team: { id: 'T1' }, user: { id: user }, trigger_id: '1.2.3' }
  if (kind === 'command') {
    return new URLSearchParams({
      command: '/recrutement',
      text: '',
      user_id: user,
      channel_id: 'C1',
      team_id: 'T1',
      trigger_id: '1.2.3',
    }).toString()
  }
  const value = JSON.stringify({ action: 'decide', args: { candidate: '1' } })
  const metadata = JSON.stringify({ form: 'f', args: {}, nonce: 'n', channel: 'C1', direct: false })
  const payload =
    kind === 'button'
      ? {
          ...common,
          type: 'block_actions',
          container: { type: 'message' },
          channel: { id: 'C1' },
          actions: [{ type: 'button', action_id: 'b', block_id: 'c', value }],
        }
      : {
          ...common,
          type: 'view_submission',
          view: { id: 'V1', private_metadata: metadata, blocks: [], state: { values: {} } },
        }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}
