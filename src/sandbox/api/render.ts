/** How stored things look from outside. */
import type { User } from '../store/entities.ts'

const PRIVATE = ['password_hash', 'is_bot'] as const

/** A person as `viewer` sees them: preferences are for oneself. */
export function clientUser(user: User, viewer: User): Record<string, unknown> {
  const { notify_props, props, ...rest } = user
  const shown = Object.entries(rest).filter(([field]) => !PRIVATE.some((name) => name === field))
  return {
    ...Object.fromEntries(shown),
    auth_data: '',
    auth_service: '',
    ...(user.is_bot && { is_bot: true, bot_description: '' }),
    ...(viewer.id === user.id && { notify_props, props, email_verified: true }),
    disable_welcome_email: false,
  }
}

export const clientUsers = (users: readonly User[], viewer: User): Record<string, unknown>[] =>
  users.map((user) => clientUser(user, viewer))

export const OK = { status: 'OK' } as const
