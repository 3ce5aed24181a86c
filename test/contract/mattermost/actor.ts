/** Someone in front of Mattermost, by its own client and event stream. */
import { Client4 } from '@mattermost/client'
import type { PostAction } from '@mattermost/types/integration_actions'
import type { Post } from '@mattermost/types/posts'
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'

import type { Values } from '../../../src/chat/port.ts'
import type { Actor, ShownForm, SubmitOutcome } from '../platform.ts'
import { attachmentsOf, shown } from './shown.ts'

/** How many of the newest posts of a channel people look at. */
const NEWEST = 80

const openedDialog = z.object({
  url: z.string(),
  dialog: z.object({
    callback_id: z.string(),
    title: z.string(),
    introduction_text: z.string(),
    state: z.string(),
    elements: z.array(
      z.object({ name: z.string(), type: z.string(), default: z.string().nullish() }),
    ),
  }),
})
export type OpenedDialog = z.infer<typeof openedDialog>

const streamEvent = z.object({
  event: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
})

export interface MattermostActor extends Actor {
  readonly client: Client4
  stop(): void
}

export async function actor(
  url: string,
  username: string,
  password: string,
  bot: string,
): Promise<MattermostActor> {
  const client = new Client4()
  client.setUrl(url)
  const me = await client.login(username, password)
  const team = (await client.getMyTeams())[0]?.id ?? ''
  const dialogs: OpenedDialog[] = []
  const privatePosts: Post[] = []
  const headers = { Authorization: `Bearer ${client.getToken()}` }
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v4/websocket`, { headers })
  socket.on('message', (raw: Buffer) => {
    const { event, data } = streamEvent.parse(JSON.parse(raw.toString()))
    if (event === 'open_dialog')
      dialogs.push(openedDialog.parse(JSON.parse(String(data?.['dialog']))))
    if (event === 'ephemeral_message') privatePosts.push(JSON.parse(String(data?.['post'])))
  })
  await new Promise((resolve) => socket.once('open', resolve))

  async function posts(channel: string): Promise<Post[]> {
    const list = await client.getPosts(channel, 0, NEWEST)
    const here = privatePosts.filter((post) => post.channel_id === channel)
    const all = [...Object.values(list.posts), ...here].filter(
      (post) => post.type !== 'system_add_to_channel',
    )
    return all.toSorted((a, b) => a.create_at - b.create_at)
  }

  async function buttonCalled(
    channel: string,
    label: string,
  ): Promise<{ post: Post; action: PostAction }> {
    for (const post of (await posts(channel)).toReversed()) {
      const actions = attachmentsOf(post).flatMap(({ actions }) => actions ?? [])
      const action = actions.find(({ name }) => name === label)
      if (action !== undefined) return { post, action }
    }
    throw new Error(`no button « ${label} »`)
  }

  return {
    id: me.id,
    name: `${me.first_name} ${me.last_name}`,
    client,
    async command(channel, line) {
      await client.executeCommand(line, { channel_id: channel, team_id: team })
    },
    async say(channel, message, thread = '') {
      const draft: Partial<Post> = { channel_id: channel, message, root_id: thread }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
      return (await client.createPost(draft as Post)).id
    },
    async share(channel, message, files) {
      const body = new FormData()
      body.append('channel_id', channel)
      for (const [name, content] of Object.entries(files)) {
        body.append('files', new Blob([content], { type: 'text/plain' }), name)
      }
      const { file_infos } = await client.uploadFile(body)
      const draft: Partial<Post> = {
        channel_id: channel,
        message,
        file_ids: file_infos.map(({ id }) => id),
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
      return (await client.createPost(draft as Post)).id
    },
    async edit(post, message) {
      await client.patchPost({ id: post, message })
    },
    async press(channel, label) {
      const { post, action } = await vi.waitFor(() => buttonCalled(channel, label), 5_000)
      await client.doPostActionWithCookie(post.id, action.id ?? '', action.cookie ?? '')
    },
    async form() {
      const opened = await vi.waitFor(() => next(dialogs), 5_000)
      return shownForm(client, opened, {
        user: me.id,
        team,
        channel: await anyChannel(client, team),
      })
    },
    async reads(channel) {
      return (await posts(channel)).map(shown)
    },
    async directChannel() {
      return (await client.createDirectChannel([me.id, bot])).id
    },
    stop() {
      socket.terminate()
    },
  }
}

function next<T>(queue: T[]): T {
  const first = queue.shift()
  if (first === undefined) throw new Error('no form opened')
  return first
}

/** A dialog is sent from wherever its reader happens to be looking. */
async function anyChannel(client: Client4, team: string): Promise<string> {
  return (await client.getChannelByName(team, 'town-square')).id
}

interface Sender {
  readonly user: string
  readonly team: string
  readonly channel: string
}

function shownForm(client: Client4, opened: OpenedDialog, sender: Sender): ShownForm {
  const { url, dialog } = opened
  const names = dialog.elements.map(({ name }) => name)
  return {
    title: dialog.title,
    intro: dialog.introduction_text.replaceAll('\u200b', ''),
    fields: [...new Set(names.map(fieldOf))],
    async submit(values) {
      const answer = await client.submitInteractiveDialog({
        url,
        callback_id: dialog.callback_id,
        state: dialog.state,
        user_id: sender.user,
        channel_id: sender.channel,
        team_id: sender.team,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- screens send booleans too
        submission: filledIn(dialog.elements, values) as Record<string, string>,
        cancelled: false,
      })
      return outcome(answer)
    },
  }
}

const fieldOf = (element: string) => element.split('__')[0] ?? element

function filledIn(elements: OpenedDialog['dialog']['elements'], values: Values) {
  const filled = elements.map(({ name, type, default: shownFirst }) => {
    const value = values[fieldOf(name)]
    if (Array.isArray(value)) return [name, value.includes(name.split('__')[1])] as const
    if (type === 'bool') return [name, value ?? shownFirst === 'true'] as const
    return [name, value ?? shownFirst ?? ''] as const
  })
  return Object.fromEntries(filled)
}

function outcome(
  answer: { error?: string; errors?: Record<string, string> } | undefined,
): SubmitOutcome {
  const errors = Object.entries(answer?.errors ?? {}).map(([name, told]) => [fieldOf(name), told])
  const error = answer?.error
  return {
    closed: errors.length === 0 && !error,
    ...(error ? { error } : {}),
    errors: Object.fromEntries(errors),
  }
}
