/** What the event stream says, reduced to what the bot looks at. */
import { z } from 'zod'

const text = z.string().default('')

const post = z.object({
  id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  root_id: text,
  message: text,
  type: text,
  create_at: z.number(),
  update_at: z.number(),
  edit_at: z.number().default(0),
  delete_at: z.number().default(0),
  metadata: z
    .object({ files: z.array(z.object({ name: z.string() })).nullish() })
    .nullish()
    .transform((value) => value?.files ?? []),
  props: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? {}),
})
/** A post as events and lists give it. */
export type SeenPost = z.infer<typeof post>

export function toSeenPost(received: unknown): SeenPost {
  return post.parse(received)
}

/** A value that the event carries as a string of JSON. */
function inJson<T>(schema: z.ZodType<T>) {
  return z.string().transform((json, context) => {
    const value = schema.safeParse(parsed(json))
    if (value.success) return value.data
    context.addIssue('not what the event says it is')
    return z.NEVER
  })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const broadcast = z.object({ channel_id: text }).default({ channel_id: '' })

const event = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('posted'),
    data: z.object({ post: inJson(post) }),
  }),
  z.object({ event: z.literal('post_edited'), data: z.object({ post: inJson(post) }) }),
  z.object({ event: z.literal('post_deleted'), data: z.object({ post: inJson(post) }) }),
  z.object({ event: z.literal('user_added'), data: z.object({ user_id: text }), broadcast }),
  z.object({ event: z.literal('user_removed'), data: z.object({ user_id: text }), broadcast }),
  z.object({
    event: z.literal('added_to_team'),
    data: z.object({ team_id: z.string(), user_id: text }),
  }),
  z.object({
    event: z.literal('memberrole_updated'),
    data: z.object({ member: inJson(z.object({ team_id: z.string() })) }),
  }),
  z.object({
    event: z.literal('user_updated'),
    data: z.object({ user: z.object({ id: z.string() }) }),
  }),
  z.object({ event: z.literal('user_activation_status_change') }),
])
type ServerEvent = z.infer<typeof event>

/** The event, if it is of a kind that the bot looks at. */
export function readEvent(received: unknown): ServerEvent | undefined {
  return event.safeParse(received).data
}
