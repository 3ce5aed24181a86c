/** Who may ring now: one ring at a time in a conversation, a few conversations together. */

export interface Ringer {
  /**
   * Rings when its turn comes and resolves when that is over; rejects as `onRing` does. When the
   * conversation is already ringing, that ring is followed by one more and this resolves at once.
   */
  ring(conversation: string): Promise<void>
  /** From now on nothing begins to ring: what had not begun rejects. */
  close(): void
  /** Resolves when no ring is under way. */
  idle(): Promise<void>
}

export function ringer(
  onRing: (conversation: string) => Promise<void>,
  atMostTogether: number,
): Ringer {
  const states = new Map<string, 'waiting' | 'ringing' | 'to ring again'>()
  const underWay = new Set<Promise<void>>()
  const waiting: (() => void)[] = []
  let taken = 0
  let closed = false

  async function turn(): Promise<void> {
    if (taken < atMostTogether) taken++
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function endTurn(): void {
    const next = waiting.shift()
    if (next === undefined) taken--
    else next()
  }

  async function ringInTurn(conversation: string): Promise<void> {
    states.set(conversation, 'waiting')
    await turn()
    try {
      do {
        if (closed) throw new Error('the alarm is stopping')
        states.set(conversation, 'ringing')
        await onRing(conversation)
      } while (states.get(conversation) === 'to ring again')
    } finally {
      states.delete(conversation)
      endTurn()
    }
  }

  return {
    async ring(conversation) {
      if (states.has(conversation)) {
        if (states.get(conversation) === 'ringing') states.set(conversation, 'to ring again')
        return
      }
      const ring = ringInTurn(conversation)
      underWay.add(ring)
      try {
        await ring
      } finally {
        underWay.delete(ring)
      }
    },
    close() {
      closed = true
    },
    async idle() {
      await Promise.allSettled(underWay)
    },
  }
}
