/** `posts/{id}/actions/{action_id}`: a button was pressed. */
import { Hono } from 'hono'
import { z } from 'zod'
import { press, pressedUnder } from '../interactions/actions.ts'
import type { Pressed } from '../interactions/actions.ts'
import { unsealAction } from '../interactions/cookies.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, User } from '../store/entities.ts'
import { AppError, noSuchPage } from './errors.ts'
import { noSuchPost, visibleChannel, visiblePost } from './lookups.ts'
import { OK } from './render.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const bodySchema = z.object({
  selected_option: z.string().default(''),
  cookie: z.string().default(''),
})

interface Target {
  readonly pressed: Pressed
  readonly channel: Channel
}

function fromPost({ store }: Sandbox, me: User, postId: string, actionId: string): Target {
  const { post, channel } = visiblePost(store, me, postId)
  return { pressed: pressedUnder(post, actionId), channel }
}

/** A button of a private post, which is kept nowhere: its cookie says where it leads. */
function fromCookie(
  { store }: Sandbox,
  me: User,
  postId: string,
  actionId: string,
  cookie: string,
): Target {
  if (cookie === '') throw noSuchPost()
  const sealed = unsealAction(store.settings, cookie)
  if (!sealed || sealed.post_id !== postId || sealed.action_id !== actionId)
    throw new AppError(
      400,
      'api.post.do_action.action_id.app_error',
      'Ce bouton n’est plus valable. Relance la commande.',
    )
  return { pressed: sealed, channel: visibleChannel(store, me, sealed.channel_id) }
}

export function postActionRoutes(sandbox: Sandbox): Hono<Env> {
  return new Hono<Env>().post('/posts/:post_id/actions/:action_id', async (c) => {
    const me = c.get('me')
    const { post_id, action_id } = c.req.param()
    if (!/^[A-Za-z0-9]+$/.test(action_id)) throw noSuchPage()
    const { selected_option, cookie } = await readBody(c, bodySchema)
    const stored = sandbox.store.posts.get(post_id)
    const { pressed, channel } = stored
      ? fromPost(sandbox, me, post_id, action_id)
      : fromCookie(sandbox, me, post_id, action_id, cookie)
    const trigger_id = await press(sandbox, me, channel, pressed, selected_option)
    return c.json({ ...OK, trigger_id })
  })
}
