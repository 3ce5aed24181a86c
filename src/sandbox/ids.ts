/** Identifiers as Mattermost makes them: 26 characters of its own base 32. */
import { randomBytes } from 'node:crypto'

const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769'

export function newId(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET.charAt(byte & 31)).join('')
}
