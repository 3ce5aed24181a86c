/** What Slack sends to the app: each event until it is acknowledged, each request once. */
export type Kind = 'events_api' | 'slash_commands' | 'interactive'

export interface Retry {
  readonly attempt: number
  readonly reason: string
}

/** The app's reply, which a request may carry something back in. */
export interface Acknowledgement {
  readonly payload: unknown
}

/** How long Slack waits. */
export const ACKNOWLEDGED_WITHIN_MS = 3_000

/** A way to the app; gives nothing when the app did not acknowledge in time. */
export interface Delivery {
  send(kind: Kind, body: object, retry?: Retry): Promise<Acknowledgement | undefined>
}

export interface Outbox {
  /** Sends an event, and at once a second time when it is not acknowledged. */
  event(body: object): void
  /** Sends what somebody did; rejects, as their screen shows it, when the app does not acknowledge. */
  request(kind: Exclude<Kind, 'events_api'>, body: object): Promise<unknown>
  /** Sends the latest event or request once more, as Slack does now and then. */
  repeat(): Promise<void>
  /** Sends the events that were never acknowledged again, as Slack does after one and five minutes. */
  redeliver(): Promise<void>
  /** How many events were never acknowledged. */
  lost(): number
  /** Resolves once everything sent until now was acknowledged or given up. */
  idle(): Promise<void>
}

export function openOutbox(delivery: Delivery): Outbox {
  const underWay = new Set<Promise<unknown>>()
  let lost: object[] = []
  let latest: { readonly kind: Kind; readonly body: object } | undefined

  function follow<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    void work.then(
      () => underWay.delete(work),
      () => underWay.delete(work),
    )
    return work
  }

  async function insist(body: object): Promise<void> {
    const first = await delivery.send('events_api', body)
    if (first !== undefined) return
    const retry = { attempt: 1, reason: 'http_error' }
    if ((await delivery.send('events_api', body, retry)) === undefined) lost.push(body)
  }

  return {
    event(body) {
      latest = { kind: 'events_api', body }
      void follow(insist(body))
    },
    async request(kind, body) {
      latest = { kind, body }
      const reply = await follow(delivery.send(kind, body))
      if (reply === undefined) throw new Error('the app did not respond (operation_timeout)')
      return reply.payload
    },
    async repeat() {
      if (latest === undefined) throw new Error('nothing was sent yet')
      const retry = { attempt: 1, reason: 'timeout' }
      await follow(delivery.send(latest.kind, latest.body, retry))
    },
    async redeliver() {
      const again = lost
      lost = []
      await Promise.all(
        again.map(async (body) => {
          const retry = { attempt: 2, reason: 'timeout' }
          const reply = await follow(delivery.send('events_api', body, retry))
          if (reply === undefined) lost.push(body)
        }),
      )
    },
    lost: () => lost.length,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
