/** The whole machine, put together: configuration in, a running bot out. */
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { createBot } from './bot/bot.ts'
import { fairly } from './bot/fair-share.ts'
import type { Desk } from './bot/topic.ts'
import type { Handlers } from './chat/port.ts'
import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { connectChat } from './connect.ts'
import type { Alarm } from './delivery/alarm.ts'
import { errorKind } from './error-kind.ts'
import { createDelivery } from './delivery/delivery.ts'
import { inProcessAlarm } from './delivery/in-process-alarm.ts'
import { createSpeaker } from './delivery/speaker.ts'
import { loadGuides } from './guides/load.ts'
import { apart } from './log.ts'
import type { Sheet } from './pictures/sheet.ts'
import { SANDBOX_BOT_TOKEN } from './sandbox/people.ts'
import { sandboxLink } from './sandbox-link.ts'
import { openPool } from './store/database.ts'
import { startEmbeddedPostgres } from './store/embedded-postgres.ts'
import { migrate } from './store/migrate.ts'
import { bindPage, browserOf } from './store/pages.ts'
import { emptyPractice, markPractice } from './store/practice.ts'
import { readingOf } from './store/reading.ts'
import { keptSecret } from './store/secrets.ts'
import { createStore } from './store/store.ts'
import { waitingAt } from './store/waiting.ts'
import { metrics } from './web/metrics.ts'
import { pages } from './web/pages/routes.ts'
import { startWeb } from './web/server.ts'
import { welcomeKitDesk } from './wttj/client.ts'

export interface App {
  /** Says everything due now, and answers when something is due next. */
  settle(): Promise<Temporal.Instant | undefined>
  /** Stops listening, speaking and storing, in that order. */
  stop(): Promise<void>
}

export interface Means {
  readonly log: Logger
  /** Called once a practice bot has forgotten everything: what it holds in memory has to go too. */
  readonly startOver: () => void
  /** What time it is, where no sandbox says so. */
  readonly clock?: Clock
  readonly connect?: typeof connectChat
}

/** Resolves when the bot hears commands and says what is due. */
export async function startApp(
  config: Config,
  { log, startOver, clock: given = systemClock, connect = connectChat }: Means,
): Promise<App> {
  const guides = await loadGuides(config.guidesDir)
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log })
      : undefined
  const pool = openPool(config.databaseUrl ?? embedded?.url ?? '')
  pool.on('error', (error) =>
    apart(() => log.warn(errorKind(error), 'an idle database connection was lost')),
  )
  await migrate(pool)

  const isSandbox = config.chat.kind === 'sandbox'
  if (isSandbox) await markPractice(pool)
  const practice = isSandbox ? await practiceLink(config.chat.url, pool) : undefined
  const clock = practice ?? given
  const secret = config.secretKey ?? (await keptSecret(pool, 'signing'))
  const holder = randomUUID()
  const limited = () =>
    fairly((asked) => bot.answer(asked), { perSecond: config.actionsPerSecond, log })
  const interaction: Handlers['interaction'] = limited()
  const personal = pages({
    secret,
    publicUrl: config.publicUrl,
    interact: interaction,
    // Counted apart: a form that was refused is shown again.
    reopen: limited(),
    claim: (page, browser, until) => bindPage(pool, { page, browser, until }),
    boundTo: (page) => browserOf(pool, page),
    log,
  })
  const { chat, routes } = await connect(config, {
    secret,
    log,
    reading: readingOf(pool, holder),
    pageFor: (asked) => personal.link(asked),
  })
  const alarm = await openAlarm(config, { clock, log })
  const store = createStore({ pool, clock, onWakes: (wakes) => delivery.ring(wakes) })
  const desk: Desk = {
    store,
    guides,
    clock,
    person: (id) => chat.person(id),
    personByEmail: (email) => chat.personByEmail(email),
    sharedTeams: (person) => chat.sharedTeams(person),
    defaultZone: config.defaultZone,
    draw,
    pageFor: (asked) => personal.link(asked),
    ...(config.wttj && { reports: welcomeKitDesk({ ...config.wttj, log }) }),
  }
  const bot = createBot({ desk, chat, log })
  const measured = metrics(() => waitingAt(pool, clock.now()))
  const speak = createSpeaker({
    pool,
    store,
    chat,
    clock,
    compose: bot.compose,
    log,
    holder,
    onSettled: measured.settled,
  })
  const delivery = createDelivery({ pool, clock, alarm, speak, log })

  await store.deriveOutdated()
  const web = await startWeb(
    config.port,
    {
      ...routes,
      '/pages': personal.routes,
      ...(practice && { '/sandbox': practice.routes }),
    },
    {
      checks: {
        database: () => pool.query('select 1'),
        alarm: () => alarm.ping(),
        chat: () => chat.ping(),
      },
      metrics: measured,
      log,
    },
  )
  await chat.start({ interaction, notice: bot.notice })
  await delivery.start()
  if (practice) {
    await practice.listen(`${config.publicUrl}/sandbox`, {
      settle: () => delivery.settle(),
      reset: async () => {
        const isEmptied = await emptyPractice(pool)
        if (isEmptied) setImmediate(startOver)
        return isEmptied
      },
    })
  }
  web.ready()
  log.info({ port: config.port, chat: config.chat.kind }, 'ready')
  return {
    settle: () => delivery.settle(),
    async stop() {
      await web.stop()
      await chat.stop()
      await delivery.stop()
      await pool.end()
      await embedded?.stop()
    },
  }
}

async function practiceLink(url: string, pool: Pool) {
  return sandboxLink(url, { token: SANDBOX_BOT_TOKEN, secret: await keptSecret(pool, 'clock') })
}

/** BullMQ and its Redis client are only loaded where there is a Redis. */
async function openAlarm(
  { redisUrl }: Config,
  means: Parameters<typeof inProcessAlarm>[0],
): Promise<Alarm> {
  if (redisUrl === undefined) return inProcessAlarm(means)
  const { bullmqAlarm } = await import('./delivery/bullmq-alarm.ts')
  return bullmqAlarm({ redisUrl, ...means })
}

/** The drawing libraries are only loaded for whoever asks for a picture. */
async function draw(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { drawSheet } = await import('./pictures/draw.ts')
  return drawSheet(sheet)
}
