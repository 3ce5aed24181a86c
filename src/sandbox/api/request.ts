/** Reading requests: who asks, and what, checked. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Session, User } from '../store/entities.ts'
import { invalidBody, invalidParam } from './errors.ts'

export interface Env {
  Variables: { requestId: string; me: User; session: Session }
}

export type Call = Context<Env>

const NO_BODY = Symbol('no body')

/** The JSON body, checked. A refusal names the first field at fault. */
export async function readBody<T>(c: Call, schema: z.ZodType<T>): Promise<T> {
  const json: unknown = await c.req.json().catch(() => NO_BODY)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw invalidBody(parsed.error.issues[0]?.path.join('.') || 'body')
}

/** The query string, checked. */
export function readQuery<T>(c: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  throw invalidParam(parsed.error.issues[0]?.path.join('.') || 'query')
}

/** `page` and `per_page`, as Mattermost bounds them. */
export const pageFields = {
  page: z.coerce.number().int().min(0).catch(0),
  per_page: z.coerce
    .number()
    .int()
    .min(0)
    .catch(60)
    .transform((n) => Math.min(n, 200)),
}

export const pageOf = <T>(
  items: readonly T[],
  { page, per_page }: { page: number; per_page: number },
): T[] => items.slice(page * per_page, (page + 1) * per_page)

/** Whether a flag of the query string is on. */
export const flag = z
  .enum(['true', 'false', ''])
  .default('false')
  .transform((value) => value === 'true')

/** A path's user id, where `me` stands for whoever asks. */
export const userIdOf = (c: Call, id: string): string => (id === 'me' ? c.get('me').id : id)
