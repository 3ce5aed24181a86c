// @ts-check
/** @import { User } from '../types.d.ts' */
import { h } from '../ui/dom.js'

/** The accounts of the sandbox that the page can act as. Their password is no secret. */
export const accounts = ['intra', 'metier', 'equipe1', 'equipe2', 'referente', 'admin']
export const password = 'sandbox'

/**
 * As others see someone: full name, else nickname, else username.
 * @param {User | undefined} user
 */
export function nameOf(user) {
  if (!user) return 'Compte inconnu'
  const full = `${user.first_name ?? ''} ${user.last_name ?? ''}`.trim()
  return full || user.nickname || user.username
}

/**
 * @param {User | undefined} user
 * @param {string} [size] A class of the style sheet: `small` or `large`.
 */
export function avatar(user, size) {
  const username = user?.username ?? '?'
  return h(
    'span',
    {
      class: ['avatar', user?.is_bot && 'avatar-bot', size].filter(Boolean).join(' '),
      'data-hue': String(hueOf(username)),
      'aria-hidden': 'true',
    },
    initials(user),
  )
}

/** @param {User | undefined} user */
function initials(user) {
  const words = nameOf(user)
    .split(/[\s'’-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]?.slice(0, 2) ?? '?']
  return letters.map((word, _, all) => (word ?? '').slice(0, all.length > 1 ? 1 : 2)).join('')
}

/**
 * A number from 0 to 7 naming one of the style sheet's colours; the accounts get one each.
 * @param {string} username
 */
function hueOf(username) {
  const own = accounts.indexOf(username)
  if (own >= 0) return own
  return Array.from(username).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 8
}
