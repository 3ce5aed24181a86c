/** What Prometheus reads: how late things are said, how long answers take, what waits. Ids of nobody. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** What became of an entry of the agenda, and how many seconds after it was due. */
  readonly settled: (entry: {
    readonly kind: string
    readonly status: string
    readonly late: number
  }) => void
  /** A request that was answered; `route` is the part of the bot that it went to. */
  answered(request: {
    readonly route: string
    readonly status: number
    readonly seconds: number
  }): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

/** What is looked up at each reading. */
export interface Waiting {
  /** Seconds since notes were first owed, of those that a debrief waits for longest. */
  readonly oldestNotes: number
  /** Entries that are due and not said. */
  readonly overdue: number
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]
const LATENESS = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 43_200]

export function metrics(waiting: () => Promise<Waiting>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const settled = new Counter({
    name: 'recrutement_entries_total',
    help: 'Entries of the agenda, by kind and by what became of them',
    labelNames: ['kind', 'status'],
    registers,
  })
  const lateness = new Histogram({
    name: 'recrutement_lateness_seconds',
    help: 'From when something was due to when it was said',
    buckets: LATENESS,
    registers,
  })
  const answers = new Histogram({
    name: 'recrutement_answer_seconds',
    help: 'How long requests took to answer, acknowledgements of commands included',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const oldestNotes = new Gauge({
    name: 'recrutement_gate_age_seconds',
    help: 'For how long the debrief that waits longest has been waiting for notes',
    registers,
  })
  const overdue = new Gauge({
    name: 'recrutement_overdue_entries',
    help: 'Entries that are due and not said',
    registers,
  })
  return {
    contentType: registry.contentType,
    settled({ kind, status, late }) {
      settled.inc({ kind, status })
      if (status === 'said') lateness.observe(late)
    },
    answered: ({ route, status, seconds }) =>
      answers.observe({ route, status: String(status) }, seconds),
    async text() {
      const found = await waiting()
      oldestNotes.set(found.oldestNotes)
      overdue.set(found.overdue)
      return registry.metrics()
    },
  }
}
