// @ts-check
/** @import { Session } from '../types.d.ts' */

const everyone = new Set(['all', 'channel', 'here'])

/**
 * Tells which mentions call someone: the person at the screen, somebody else, or nobody.
 * @param {Session} session
 * @returns {(name: string) => 'me' | 'other' | undefined}
 */
export function mentionsOf(session) {
  const known = new Set([...session.users.values()].map((user) => user.username))
  return (name) => {
    if (name === session.me.username || everyone.has(name)) return 'me'
    return known.has(name) ? 'other' : undefined
  }
}
