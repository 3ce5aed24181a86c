import { expect, test } from 'vitest'
import { MattermostError } from '../../../src/chat/mattermost/client.ts'
import type { MattermostClient } from '../../../src/chat/mattermost/client.ts'
import { removal } from '../../../src/chat/mattermost/removal.ts'

const ref = { channel: 'channel', post: 'post' }

/** A server on which deleting ends with that status. */
function answering(status: number | undefined): MattermostClient {
  const client = {
    getPostThread: async () => ({ posts: {} }),
    deletePost: async () => {
      throw new MattermostError('refused', status, 'api.context.permissions.app_error')
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is called
  return client as unknown as MattermostClient
}

test('a server that gives no right to delete is not asked again', async () => {
  expect(await removal(answering(403), ref)).toBe('no-right')
})

test('a message that is gone is as good as removed', async () => {
  expect(await removal(answering(404), ref)).toBe('removed')
})

test('a server in trouble is worth another try', async () => {
  await expect(removal(answering(500), ref)).rejects.toThrow(MattermostError)
  await expect(removal(answering(undefined), ref)).rejects.toThrow(MattermostError)
})
