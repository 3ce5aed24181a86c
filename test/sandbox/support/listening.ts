/** What somebody's official client hears over its websocket. */
import { WebSocketClient } from '@mattermost/client'
import { vi } from 'vitest'
import { asRecord, parseRecord } from './json.ts'
import type { Person, World } from './world.ts'

interface Heard {
  readonly event: string
  readonly data: Record<string, unknown>
  readonly seq: number
}

export interface Listening {
  readonly events: readonly Heard[]
  /** Waits for an event of that name, with these data among others. */
  next(event: string, data?: Record<string, unknown>): Promise<Heard>
  /** The post of the next `event` whose message is `message`. */
  post(event: string, message: string): Promise<Record<string, unknown>>
  /** Drops the connection. The client comes back by itself. */
  cut(): void
  close(): void
}

const has = (heard: Heard, data: Record<string, unknown>): boolean =>
  Object.entries(data).every(([name, value]) => heard.data[name] === value)

/** `authenticate` tells whether the token goes in the header, or in a challenge once connected. */
export async function listen(
  world: World,
  person: Person,
  authenticate: 'header' | 'challenge' = 'header',
): Promise<Listening> {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const headers = authenticate === 'header' ? { Authorization: `Bearer ${person.token}` } : {}
  const events: Heard[] = []
  let socket: WebSocket | undefined
  const client = new WebSocketClient({
    minWebSocketRetryTime: 50,
    reconnectJitterRange: 10,
    newWebSocketFn: (url: string) => {
      socket = new WebSocket(url, { headers })
      return socket
    },
  })
  client.addMissedMessageListener(() => {})
  client.addMessageListener((message) => {
    events.push({ event: message.event, data: asRecord(message.data), seq: message.seq })
  })
  client.initialize(
    `${world.url.replace('http', 'ws')}/api/v4/websocket`,
    authenticate === 'challenge' ? person.token : undefined,
  )

  const find = (event: string, wanted: (heard: Heard) => boolean): Promise<Heard> =>
    vi.waitFor(() => {
      const found = events.find((heard) => heard.event === event && wanted(heard))
      if (!found) throw new Error(`no ${event} among ${events.map((one) => one.event).join(', ')}`)
      return found
    }, 5000)

  const postOf = ({ data }: Heard): Record<string, unknown> => parseRecord(String(data['post']))

  await find('hello', () => true)
  return {
    events,
    next: (event, data = {}) => find(event, (heard) => has(heard, data)),
    post: async (event, message) =>
      postOf(await find(event, (heard) => postOf(heard)['message'] === message)),
    cut: () => socket?.close(),
    close: () => client.close(),
  }
}
