/** What the bot weighs at rest, and after many commands. Linux only: read in `/proc`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { judge, median, rounded, typical } from '../support/figures.ts'
import { rest, runs, scaled, together } from '../support/plan.ts'
import { botPlace, runScript, startBot } from '../support/processes.ts'
import type { Running } from '../support/processes.ts'
import { command } from '../support/requests.ts'
import type { Database, Services } from '../support/services.ts'
import { byOwner, midway } from '../support/team.ts'

const FIRST_COMMANDS = 10_000
const COMMANDS = 100_000
/** How many people ask together. */
const TOGETHER = 8
const AT_REST_MS = 5_000

export async function memory(services: Services): Promise<object> {
  const database = await services.database()
  const asked = byOwner(await midway(services, database.pool), 'statut')
  const loaded = await modulesLoaded(services, database)
  const taken = await runs('memory at rest', async () => {
    const place = await botPlace(services, database)
    const bare = await runScript('test/bench/bare-dependencies.ts', {
      env: { PORT: place.env.PORT, LOADED: JSON.stringify(loaded) },
      healthUrl: `${place.url}/healthz`,
    })
    const bot = await startBot(await botPlace(services, database))
    await rest(AT_REST_MS)
    const measured = { ours: await bot.memory(), bare: await bare.memory() }
    await bot.stop()
    await bare.stop()
    return measured
  })
  const bot = await startBot(await botPlace(services, database))
  const ask = (count: number) => together(count, TOGETHER, () => command(bot.commandUrl, asked))
  await ask(scaled(FIRST_COMMANDS))
  const early = await settled(bot)
  await ask(scaled(COMMANDS) - scaled(FIRST_COMMANDS))
  const late = await settled(bot)
  await bot.stop()
  const flat = judge([{ ours: late, bare: early }], { atMost: 1.1 })
  const atRest = judge(taken, { atMost: 1.5 })
  return {
    mb: typical(taken, 'ours'),
    bareMb: typical(taken, 'bare'),
    ...atRest,
    isMet: atRest.isMet && flat.isMet,
    flat: { mb: rounded(late), firstMb: rounded(early), commands: scaled(COMMANDS), ...flat },
  }
}

/** What the bot's files load from others when it starts. */
async function modulesLoaded(services: Services, database: Database): Promise<readonly string[]> {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'loaded')
  const place = await botPlace(services, database)
  const hook = join(import.meta.dirname, '../loaded-dependencies.ts')
  const env = { ...place.env, LOADED_FILE: file }
  const bot = await startBot({ ...place, env }, ['--import', hook])
  await bot.stop()
  const loaded = await readFile(file, 'utf8')
  await folder.remove()
  return [...new Set(loaded.split('\n').filter((url) => url !== ''))]
}

/** The median of a few readings, a second apart. */
async function settled(running: Running): Promise<number> {
  const readings: number[] = []
  for (let i = 0; i < 5; i += 1) {
    await rest(1_000)
    readings.push(await running.memory())
  }
  return median(readings)
}
