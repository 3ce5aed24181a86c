/**
 * How much one person may ask of the bot: a client gone mad must not make the others wait. Each instance
 * counts what it hears itself, so that several give a little more.
 */
import type { Logger } from 'pino'
import type { Answer, Interaction, PersonId } from '../chat/port.ts'
import { say } from './desk.ts'

/**
 * As many at once as fifteen seconds give: somebody who ticks a whole checklist, or tidies up what was left
 * during a meeting, never notices. Nobody goes on at two acts per second.
 */
const SECONDS_AT_ONCE = 15

const REFUSED = 'Tes demandes arrivent plus vite que je ne les traite.'
const AGAIN = `${REFUSED} Celle-ci n’a rien changé : attends quelques secondes, puis refais-la.`
const SEND_AGAIN = `${REFUSED} Ta saisie reste ici : attends quelques secondes, puis envoie à nouveau.`

export interface FairShareOptions {
  /** Commands, buttons and forms per person; 0 for no limit. */
  readonly perSecond: number
  readonly log: Logger
  /** Milliseconds that only go forward, whatever happens to the date. */
  readonly now?: () => number
}

interface Share {
  readonly left: number
  readonly at: number
  readonly wasRefused: boolean
}

type Answering = (interaction: Interaction) => Promise<Answer>

/**
 * Answers as `answer` does, except to a person who asks too much: that is refused at once, for a few
 * seconds, and has no effect. A form stays open with what was typed.
 */
export function fairly(
  answer: Answering,
  { perSecond, log, now = () => performance.now() }: FairShareOptions,
): Answering {
  if (perSecond === 0) return answer
  const most = perSecond * SECONDS_AT_ONCE
  /** Of those who acted lately, the latest last. */
  const shares = new Map<PersonId, Share>()

  function isFull({ left, at }: Share, instant: number): boolean {
    return left + ((instant - at) / 1000) * perSecond >= most
  }

  function forgetOthers(instant: number): void {
    for (const [person, share] of shares) {
      if (!isFull(share, instant)) return
      shares.delete(person)
    }
  }

  function take(person: PersonId): boolean {
    const at = now()
    forgetOthers(at)
    const before = shares.get(person) ?? { left: most, at, wasRefused: false }
    const left = Math.min(before.left + ((at - before.at) / 1000) * perSecond, most)
    const isRefused = left < 1
    // Once, however long it goes on.
    if (isRefused && !before.wasRefused) log.warn({ person }, 'somebody asks too much: refused')
    shares.delete(person)
    const wasRefused = isRefused || before.wasRefused
    shares.set(person, { left: isRefused ? left : left - 1, at, wasRefused })
    return !isRefused
  }

  return async (interaction) => {
    if (take(interaction.by)) return answer(interaction)
    return interaction.kind === 'form' ? { kind: 'invalid', message: SEND_AGAIN } : say(AGAIN)
  }
}
