/** A Slack that says everything several times over, and whose connection breaks again and again. */
import { expect, vi } from 'vitest'
import { withoutScreen } from './api-hands.ts'
import type { Hands, Means } from './hands.ts'
import { slackScene } from './slack-scene.ts'
import type { SlackScene } from './slack-scene.ts'

export interface Shaken extends Means<SlackScene> {
  /** What happened, once the story is told. */
  readonly counts: { redelivered: number; cut: number; saidTwice: readonly string[] }
}

/** `times`: how often each request comes again; `every`: how many requests a connection lasts. */
export function onShakenSlack({ times, every }: { times: number; every: number }): Shaken {
  const counts: Shaken['counts'] = { redelivered: 0, cut: 0, saidTwice: [] }
  let told: SlackScene | undefined
  let requests = 0

  async function shake({ slack }: SlackScene): Promise<void> {
    for (let i = 0; i < times; i += 1) await slack.outbox.repeat()
    counts.redelivered += times
    requests += 1
    if (requests % every > 0) return
    slack.socket.cut()
    await vi.waitFor(() => expect(slack.socket.connections()).toBe(0))
    await vi.waitFor(() => expect(slack.socket.connections()).toBe(1), { timeout: 10_000 })
    counts.cut += 1
  }

  return {
    counts,
    scene: async () => (told = await slackScene('socket')),
    async hands(scene, channel) {
      const hands = await withoutScreen(scene, channel)
      const shaking =
        <A extends unknown[]>(act: (...given: A) => Promise<void>) =>
        async (...given: A) => {
          await act(...given)
          await shake(scene)
        }
      return {
        ...hands,
        command: shaking(hands.command),
        press: shaking(hands.press),
        fill: shaking(hands.fill),
        fillNotes: shaking(hands.fillNotes),
      } satisfies Hands
    },
    async release() {
      if (told !== undefined) counts.saidTwice = saidTwice(told)
    },
  }
}

/** Keys that more than one message of the same channel carries. */
function saidTwice({ slack: { workspace } }: SlackScene): string[] {
  return [...workspace.state.channels.values()].flatMap(({ messages }) => {
    const keys = [...messages.values()].flatMap(({ metadata }) => keyIn(metadata))
    return keys.filter((key, i) => keys.indexOf(key) < i)
  })
}

function keyIn(metadata: unknown): string[] {
  const key: unknown = Object(Object(metadata)['event_payload'])['key']
  return typeof key === 'string' ? [key] : []
}
