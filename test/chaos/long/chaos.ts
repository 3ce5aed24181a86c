/** Ten people work through recruitments while everything around the bot breaks. Run by `npm run test:chaos`. */
import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { at, firstMonday } from '../../e2e/support/story.ts'
import { faultsFor, unleash } from './faults.ts'
import { startFleet } from './fleet.ts'
import type { Fleet } from './fleet.ts'
import { doing, isStored, tenPeople } from './people.ts'
import { castOf, dayOf, openUp, planOne, scoreOne, stopOne } from './recruitments.ts'
import type { Cast, Stage } from './recruitments.ts'
import { unsaid, verdictOn } from './verdict.ts'

const plan = z
  .object({
    CHAOS_SEED: z.coerce.number().int().default(20_270_201),
    CHAOS_KILLS: z.coerce.number().int().default(200),
    CHAOS_INSTANCES: z.coerce.number().int().default(1),
    CHAOS_REPORT: z.string().optional(),
  })
  .parse(process.env)

const clockAnswer = z.object({ now: z.string() })
const LONGEST_MS = 3_600_000
const QUIET_WITHIN_MS = 240_000

describe('a bot to which everything happens', () => {
  it(
    'loses nothing, says everything once, and opens nothing early',
    { timeout: LONGEST_MS },
    async () => {
      const began = Date.now()
      const { CHAOS_SEED: seed, CHAOS_KILLS: kills, CHAOS_INSTANCES: instances } = plan
      const fleet = await startFleet(instances)
      // Postgres comes back at the same address.
      const db = new Pool({ connectionString: fleet.databaseUrl(), max: 10 })
      db.on('error', () => undefined)
      const faults: Record<string, number> = {}
      let rounds = 0
      try {
        const people = await tenPeople(fleet.chatUrl)
        const team = await people[0]?.client.getTeamByName('demo')
        const square = await people[0]?.client.getChannelByName(team?.id ?? '', 'town-square')
        const todo = doing(async (step) => isStored(db, step))
        const written: string[] = []
        const stage: Stage = { db, doing: todo, townSquare: square?.id ?? '', written }
        const cast = castOf(people)
        const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))
        await moveTo(fleet, at(monday, 0, 9))

        const breakage = { isOver: false }
        const breaking = unleash(fleet, faultsFor(seed, kills, instances), (kind) => {
          faults[kind] = (faults[kind] ?? 0) + 1
        }).finally(() => (breakage.isOver = true))
        await inEach(cast, async (one) => void (await openUp(stage, one)))
        for (; !breakage.isOver || rounds < 2; rounds += 1) {
          const day = 7 * Math.floor(rounds / 2) + 2 * (rounds % 2)
          const name = (one: Cast) => `Camille ${one.title.replace(' ', '')} Tour${rounds}`
          progress(`round ${rounds}, ${todo.acknowledged.length} acknowledged`, faults)
          await moveTo(fleet, at(monday, day, 9))
          const tomorrow = dayOf(at(monday, day + 1, 9).toZonedDateTimeISO('Europe/Paris'))
          await inEach(cast, async (one) => planOne(stage, one, name(one), tomorrow))
          await moveTo(fleet, at(monday, day + 1, 16, 1))
          await inEach(cast, async (one) => scoreOne(stage, one, name(one)))
          await moveTo(fleet, at(monday, day + 2, 9, 1))
          await inEach(cast, async (one) => stopOne(stage, one, name(one)))
        }
        await breaking
        for (const trouble of todo.givenUp) progress(`given up: ${trouble}`, {})
        const now = await nowOf(fleet)
        await quiet(async () => unsaid(db, now))
        const verdict = await verdictOn(db, {
          now,
          acknowledged: todo.acknowledged,
          written,
          chatFile: fleet.chatFile,
        })
        for (const person of people) person.stop()
        const report = {
          chaos: {
            instances,
            seed,
            faults,
            spoilt: Object.fromEntries(fleet.platform.spoilt),
            rounds,
            people: people.length,
            recruitments: cast.length,
            acknowledged: todo.acknowledged.length,
            attempts: todo.attempts(),
            givenUp: todo.givenUp.length,
            entriesSaid: await saidIn(db),
            ...verdict,
            seconds: Math.round((Date.now() - began) / 1000),
          },
        }
        if (plan.CHAOS_REPORT !== undefined) {
          await writeFile(plan.CHAOS_REPORT, JSON.stringify(report))
        }
        expect(verdict).toEqual({
          acknowledgedAndLost: 0,
          dueAndNotSaid: 0,
          saidTwice: 0,
          gatesOpenedEarly: 0,
          neverHeld: 0,
        })
        expect(todo.acknowledged.length).toBeGreaterThan(20)
      } finally {
        await db.end()
        await fleet.stop()
      }
    },
  )
})

function progress(what: string, faults: Readonly<Record<string, number>>): void {
  process.stderr.write(`${what}, ${JSON.stringify(faults)}\n`)
}

async function inEach(cast: readonly Cast[], work: (one: Cast) => Promise<void>): Promise<void> {
  await Promise.all(cast.map((one) => work(one).catch(() => undefined)))
}

async function nowOf(fleet: Fleet): Promise<string> {
  const response = await fetch(`${fleet.chatUrl}/sandbox/clock`)
  return clockAnswer.parse(await response.json()).now
}

async function moveTo(fleet: Fleet, to: Temporal.Instant): Promise<void> {
  await fetch(`${fleet.chatUrl}/sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to: to.toString() }),
  })
}

/** Waits until nothing is left to say; what is still left after a while is for the verdict. */
async function quiet(left: () => Promise<readonly unknown[]>): Promise<void> {
  const until = Date.now() + QUIET_WITHIN_MS
  while (Date.now() < until) {
    if ((await left().catch(() => [1])).length === 0) return
    await setTimeout(500)
  }
}

async function saidIn(db: Pool): Promise<number> {
  const { rows } = await db.query<{ said: number }>(
    `select count(*)::int as said from agenda where status = 'said'`,
  )
  return rows[0]?.said ?? 0
}
