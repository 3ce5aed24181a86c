/** The same commands and the same notes, where 10 and where 10,000 recruitments are open. */
import { Temporal } from 'temporal-polyfill'
import { systemClock } from '../../../src/clock.ts'
import { createStore } from '../../../src/store/store.ts'
import { file } from '../support/filing.ts'
import { judge, median, percentile, timed, typical } from '../support/figures.ts'
import { runs, scaled } from '../support/plan.ts'
import { botPlace, startBot } from '../support/processes.ts'
import { copies } from '../support/recruitments.ts'
import { command } from '../support/requests.ts'
import type { Services } from '../support/services.ts'
import { byOwner, midway } from '../support/team.ts'

const FEW = 10
const MANY = 10_000
const ROUNDS = 300
/** What a person types at any time, and what it answers with. */
const COMMANDS = [
  ['', 'ephemeral'],
  ['statut', '10 candidatures en cours'],
  ['tâches', 'ephemeral'],
  ['candidat Dominique', 'Dominique Essai'],
  ['comparer', 'ephemeral'],
] as const

export async function growth(services: Services): Promise<object> {
  const few = await office(services, FEW)
  const many = await office(services, scaled(MANY, 100))
  for (let i = 0; i < scaled(ROUNDS, 5); i += 1) {
    await few.round()
    await many.round()
  }
  const taken = await runs('growth', async () => {
    const ours: number[] = []
    const least: number[] = []
    for (let i = 0; i < scaled(ROUNDS, 5); i += 1) {
      least.push(...(await few.round()))
      ours.push(...(await many.round()))
    }
    return {
      ours: percentile(ours, 0.99),
      bare: percentile(least, 0.99),
      oursMedian: median(ours),
      bareMedian: median(least),
    }
  })
  await few.close()
  await many.close()
  return {
    p99Ms: typical(taken, 'ours'),
    fewP99Ms: typical(taken, 'bare'),
    ...judge(taken, { atMost: 1.3 }),
    medianMs: typical(taken, 'oursMedian'),
    fewMedianMs: typical(taken, 'bareMedian'),
  }
}

/** A bot among `count` recruitments. A round is every command, and notes amended once. */
async function office(services: Services, count: number) {
  const database = await services.database()
  const mine = await midway(services, database.pool)
  await copies(database.pool, mine, count - 1)
  const store = createStore({ pool: database.pool, clock: systemClock, onWakes: () => undefined })
  const bot = await startBot(await botPlace(services, database))
  const [by] = mine.scorers
  const interview = mine.interviews[0] ?? ''
  let after = 0
  return {
    async round(): Promise<readonly number[]> {
      const taken: number[] = []
      for (const [text, expected] of COMMANDS) {
        let answer = ''
        taken.push(
          await timed(async () => (answer = await command(bot.commandUrl, byOwner(mine, text)))),
        )
        if (!answer.includes(expected)) throw new Error(`Not an answer to ${text}: ${answer}`)
      }
      const filing = { interview, by, after }
      taken.push(await timed(() => file(store, mine, filing, Temporal.Now.instant())))
      after += 1
      return taken
    },
    close: () => bot.stop(),
  }
}
