import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below those that systems give to whoever asks for any port: nothing takes one between our look and the
 * start of what will listen there, unless a test of another worker picks the same.
 */
const FROM = 20_000
const UNTIL = 32_000

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, UNTIL)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    const listening = once(server, 'listening')
    server.listen(port)
    await listening
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
