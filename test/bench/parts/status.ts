/** `/recrutement statut`, from request to visible answer, against a handler that makes one read. */
import { judge, median, percentile, timed, typical } from '../support/figures.ts'
import { runs, scaled } from '../support/plan.ts'
import { botPlace, runScript, startBot } from '../support/processes.ts'
import { command } from '../support/requests.ts'
import type { Services } from '../support/services.ts'
import { byOwner, midway } from '../support/team.ts'

const REQUESTS = 2_000
const WARM_UP = 500

/** Requests go to one and the other in turn, so that noise falls on both. */
export async function status(services: Services): Promise<object> {
  const database = await services.database()
  const asked = byOwner(await midway(services, database.pool), 'statut')
  const bot = await startBot(await botPlace(services, database))
  const place = await botPlace(services, database)
  const bare = await runScript('test/bench/bare-handler.ts', {
    env: place.env,
    healthUrl: `${place.url}/healthz`,
  })
  const ask = async (url: string, expected: string) => {
    const answer = await command(url, asked)
    if (!answer.includes(expected)) throw new Error(`Not the answer: ${answer}`)
  }
  const both = async (count: number) => {
    const taken = { ours: new Array<number>(), bare: new Array<number>() }
    for (let i = 0; i < count; i += 1) {
      taken.bare.push(await timed(() => ask(place.commandUrl, 'recruitment-')))
      taken.ours.push(await timed(() => ask(bot.commandUrl, '10 candidatures en cours')))
    }
    return taken
  }
  await both(scaled(WARM_UP, 20))
  const taken = await runs('status', async () => {
    const { ours, bare: least } = await both(scaled(REQUESTS, 50))
    return {
      ours: percentile(ours, 0.99),
      bare: percentile(least, 0.99),
      oursMedian: median(ours),
      bareMedian: median(least),
    }
  })
  await bare.stop()
  await bot.stop()
  return {
    p99Ms: typical(taken, 'ours'),
    bareP99Ms: typical(taken, 'bare'),
    ...judge(taken, { atMost: 1.5 }),
    medianMs: typical(taken, 'oursMedian'),
    bareMedianMs: typical(taken, 'bareMedian'),
  }
}
