/** `hooks/commands/{id}`: the `response_url` given with a command. */
import { Hono } from 'hono'
import { deliverCommandResponse, readCommandResponse } from '../interactions/command-response.ts'
import type { ResponseUrls } from '../interactions/response-urls.ts'
import type { Sandbox } from '../sandbox.ts'
import { AppError } from './errors.ts'
import type { Env } from './request.ts'

export function hookRoutes(sandbox: Sandbox, responseUrls: ResponseUrls): Hono<Env> {
  return new Hono<Env>().post('/hooks/commands/:hook_id', async (c) => {
    const site = responseUrls.use(c.req.param('hook_id'))
    if (!site)
      throw new AppError(
        400,
        'web.command_webhook.invalid.app_error',
        'Cette adresse de réponse n’existe pas, a expiré ou a déjà servi cinq fois.',
      )
    const contentType = c.req.header('Content-Type') ?? ''
    const response = readCommandResponse(contentType, await c.req.text())
    deliverCommandResponse(sandbox, site, response)
    return c.text('ok')
  })
}
