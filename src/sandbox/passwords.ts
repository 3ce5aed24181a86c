/** Passwords of practice accounts, hashed as any password should be. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** Light, so that the server starts fast: what it protects is public. */
const COST = { N: 2048 }
const LENGTH = 32

export function hashPassword(password: string): string {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${scryptSync(password, salt, LENGTH, COST).toString('hex')}`
}

export function passwordMatches(password: string, hash: string): boolean {
  const [salt, expected] = hash.split(':')
  if (!salt || !expected) return false
  return timingSafeEqual(scryptSync(password, salt, LENGTH, COST), Buffer.from(expected, 'hex'))
}
