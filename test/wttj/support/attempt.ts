/** One report posted to a fake Welcome Kit, and all that can be seen of it afterwards. */
import { pino } from 'pino'
import { welcomeKitDesk } from '../../../src/wttj/client.ts'
import type { Posted, Refusal } from '../../../src/wttj/port.ts'
import { KEY, startFakeWelcomeKit } from './fake-welcome-kit.ts'
import type { FakeOptions, FakeWelcomeKit } from './fake-welcome-kit.ts'

export const CANDIDATE = 'wttj-d655345409a6097309156b05'
export const REPORT =
  'Compte rendu de l’entretien\n\nA décrit « en détail » une mise en production.'

interface Sent {
  readonly candidate?: string
  readonly content?: string
  readonly key?: string
}

interface Attempt {
  readonly posted: Posted
  readonly requests: number
  readonly comments: number
}

/** A report that was refused: one request, nothing written. */
export const refused = (why: Refusal): Attempt => ({
  posted: { kind: 'refused', why },
  requests: 1,
  comments: 0,
})

/** A report of which nobody can tell: one request, and perhaps a comment. */
export const uncertain = (comments: 0 | 1): Attempt => ({
  posted: { kind: 'uncertain' },
  requests: 1,
  comments,
})

/** A desk at that address, and the lines that it logs. */
export function deskAt(url: string): {
  readonly logged: readonly string[]
  post(sent?: Sent): Promise<Posted>
} {
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  return {
    logged,
    post: ({ candidate = CANDIDATE, content = REPORT, key = KEY } = {}) =>
      welcomeKitDesk({ url, key, log }).post(candidate, content),
  }
}

export const startKit = (options?: Partial<FakeOptions>): Promise<FakeWelcomeKit> =>
  startFakeWelcomeKit({ candidates: [CANDIDATE], ...options })

/** Posts one report to a server that has been prepared for it. */
export async function attempt(
  prepare: (kit: FakeWelcomeKit) => void,
  sent: Sent = {},
  options: Partial<FakeOptions> = {},
): Promise<Attempt> {
  await using kit = await startKit(options)
  prepare(kit)
  const posted = await deskAt(kit.url).post(sent)
  await kit.settled()
  return { posted, requests: kit.requests.length, comments: kit.comments.length }
}

/** Posts one report to a server in good order. */
export const attemptWith = (sent: Sent, options?: Partial<FakeOptions>): Promise<Attempt> =>
  attempt(() => undefined, sent, options)
