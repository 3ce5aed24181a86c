/** `actions/dialogs/*`. */
import { Hono } from 'hono'
import { z } from 'zod'
import { dialogSchema } from '../interactions/dialog-schema.ts'
import { callWithJson, jsonOf } from '../interactions/integration.ts'
import { submissionProblems } from '../interactions/submission.ts'
import { canViewTeam } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import { AppError, forbidden } from './errors.ts'
import { visibleChannel } from './lookups.ts'
import { OK } from './render.ts'
import { readBody } from './request.ts'
import type { Call, Env } from './request.ts'

const openSchema = z.object({
  trigger_id: z.string().min(1),
  url: z.string().min(1),
  dialog: z.unknown(),
})

const submitSchema = z.object({
  url: z.string().min(1),
  callback_id: z.string().default(''),
  state: z.string().default(''),
  channel_id: z.string(),
  team_id: z.string().default(''),
  submission: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((submission) => submission ?? {}),
  cancelled: z.boolean().default(false),
})
type Submit = z.infer<typeof submitSchema>

const answerSchema = z.object({
  error: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
})

const invalidDialog = (detail: string): AppError =>
  new AppError(
    400,
    'app.open_interactive_dialog.invalid.app_error',
    `Ce formulaire ne respecte pas les limites de Mattermost : ${detail}.`,
  )

function openDialog(
  sandbox: Sandbox,
  { trigger_id, url, dialog }: z.infer<typeof openSchema>,
): void {
  const redeemed = sandbox.triggers.redeem(trigger_id)
  if (!redeemed.ok)
    throw new AppError(
      400,
      redeemed.reason === 'expired'
        ? 'interactive_message.decode_trigger_id.expired'
        : 'interactive_message.decode_trigger_id.base64_decode_failed',
      'Ce formulaire arrive trop tard ou a déjà été ouvert. Recommence ton geste.',
    )
  const parsed = dialogSchema.safeParse(dialog)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')} : ${message}`,
    )
    sandbox.log.warn({ problems }, 'a dialog breaks the limits of Mattermost')
    throw invalidDialog(problems.join(' ; '))
  }
  const { clientId, userId } = redeemed.trigger
  sandbox.dialogs.opened(userId, url, parsed.data)
  sandbox.hub.publish({
    event: 'open_dialog',
    data: { dialog: JSON.stringify({ trigger_id: clientId, url, dialog: parsed.data }) },
    to: { kind: 'user', id: userId },
  })
}

/** Forwards what a person sent to the bot, once it passes the checks of a client. */
async function submitDialog(
  sandbox: Sandbox,
  userId: string,
  { url, submission, ...rest }: Submit,
): Promise<z.infer<typeof answerSchema>> {
  const dialog = sandbox.dialogs.find(userId, url, rest.callback_id, rest.state)
  if (dialog && !rest.cancelled) {
    const errors = submissionProblems(dialog, submission)
    if (Object.keys(errors).length > 0) return { errors }
  }
  const reply = await callWithJson(url, {
    type: 'dialog_submission',
    ...rest,
    user_id: userId,
    submission,
  })
  if (!reply.ok)
    throw new AppError(
      400,
      'api.post.do_action.action_integration.app_error',
      'Le formulaire n’a pas pu être envoyé : le bot ne répond pas. Réessaie dans un instant.',
      reply.reason,
    )
  const answer = answerSchema.safeParse(jsonOf(reply.body))
  return answer.success ? answer.data : {}
}

function checkPlace({ store }: Sandbox, c: Call, { channel_id, team_id }: Submit): void {
  visibleChannel(store, c.get('me'), channel_id)
  if (team_id && !canViewTeam(store, c.get('me'), { id: team_id })) throw forbidden()
}

export function dialogRoutes(sandbox: Sandbox): Hono<Env> {
  return new Hono<Env>()
    .post('/actions/dialogs/open', async (c) => {
      openDialog(sandbox, await readBody(c, openSchema))
      return c.json(OK)
    })
    .post('/actions/dialogs/submit', async (c) => {
      const submit = await readBody(c, submitSchema)
      checkPlace(sandbox, c, submit)
      return c.json(await submitDialog(sandbox, c.get('me').id, submit))
    })
}
