/** Proofs that what comes back, through a chat server or a browser, is what the bot sent out. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A proof of these values, for this use only, that nobody makes without the secret. */
export function proof(secret: string, use: string, ...values: readonly unknown[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([use, values]))
    .digest('base64url')
}

/** Compares in a time that tells nothing about how much of it is right. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b))
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a value, for this use only, that others keep for us and have no business reading. */
export function seal(secret: string, use: string, value: unknown): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, use), nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** What `seal` was given for the same use; undefined for anything else. */
export function unseal(secret: string, use: string, sealed: string): unknown {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv(
      'aes-256-gcm',
      sealingKey(secret, use),
      bytes.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    )
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}

function sealingKey(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', use, 32))
}
