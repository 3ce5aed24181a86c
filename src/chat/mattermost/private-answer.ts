/** Telling something to one person only, once the request that led to it can no longer carry it. */
import type { Message, PersonId } from '../port.ts'
import { MattermostError, type MattermostClient } from './client.ts'
import type { Posting } from './posting.ts'

/** Whoever acted, and where they are looking. */
export interface Reader {
  readonly person: PersonId
  readonly channel: string
  readonly direct: boolean
  /** The thread of their direct messages where they acted. */
  readonly thread?: string
  /** Names the answer, so that a repeated delivery is recognised. */
  readonly key: string
}

/** Says a message where only this reader sees it; tells whether it took the direct messages. */
export type TellPrivately = (reader: Reader, message: Message) => Promise<'here' | 'direct'>

export function privateTeller(
  client: MattermostClient,
  posting: Pick<Posting, 'post' | 'render'>,
): TellPrivately {
  let mayPostEphemeral = true

  /** Private posts in a channel need a permission that most bots lack: the first refusal decides. */
  async function tellHere({ person, channel }: Reader, message: Message): Promise<boolean> {
    const parts = await posting.render(message, true)
    try {
      for (const { message: text, attachments } of parts) {
        const post = { channel_id: channel, message: text, props: { attachments } }
        await client.createPostEphemeral(person, post)
      }
      return true
    } catch (error) {
      if (!(error instanceof MattermostError)) throw error
      if (error.status === 403) mayPostEphemeral = false
      return false
    }
  }

  return async (reader, message) => {
    const hasFiles = (message.files?.length ?? 0) > 0
    const here = mayPostEphemeral && !reader.direct && !hasFiles
    if (here && (await tellHere(reader, message))) return 'here'
    const inThread =
      reader.direct && reader.thread !== undefined
        ? { thread: { channel: reader.channel, post: reader.thread } }
        : {}
    await posting.post({ person: reader.person, ...inThread }, message, `answer/${reader.key}`)
    return reader.direct ? 'here' : 'direct'
  }
}
