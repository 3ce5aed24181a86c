/** The files with which the bot is deployed say what the program expects. */
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { VARIABLES, documentation, readConfig } from '../../src/config.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The part of the Compose specification that is used here; anything else is a slip. */
const health = z.strictObject({
  test: z.tuple([z.literal('CMD')], z.string()),
  interval: z.string(),
  timeout: z.string(),
  retries: z.number().int().positive(),
})
const service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  restart: z.literal('unless-stopped'),
  init: z.boolean().optional(),
  stop_grace_period: z.string().optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
    .optional(),
  environment: z.record(z.string(), z.string()).optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  healthcheck: health.optional(),
})
const compose = z.strictObject({
  name: z.string(),
  services: z.strictObject({ bot: service, postgres: service, redis: service }),
  volumes: z.record(z.string(), z.null()),
})

const read = (file: string) => readFile(join(ROOT, file), 'utf8')
const { services, volumes } = compose.parse(parse(await read('docker-compose.yml')))
const given = services.bot.environment ?? {}

/** What a variable of the file becomes: `value` where it has to be given, its default otherwise. */
function filledIn(text: string): string {
  return text.replaceAll(/\$\{\w+(?::([?-])([^}]*))?\}/g, (_all, kind, rest) =>
    kind === '-' ? String(rest) : 'donne',
  )
}

describe('docker-compose.yml', () => {
  it('sets variables that the bot knows, and no other', () => {
    const known = documentation()
    for (const name of Object.keys(given)) expect(known).toContain(`| \`${name}\` |`)
  })

  it('passes on all that one may set, but what a container decides', () => {
    const decided = ['DATA_DIR', 'SANDBOX_PORT', 'SLACK_API_URL']
    const named = new Set([...Object.keys(given), ...decided])
    expect(VARIABLES.filter((name) => !named.has(name))).toEqual([])
  })

  it.each([
    ['mattermost', { MATTERMOST_URL: 'https://exemple.gouv.fr', MATTERMOST_TOKEN: 'donne' }],
    ['slack', { SLACK_BOT_TOKEN: 'xoxb-donne', SLACK_APP_TOKEN: 'xapp-donne' }],
  ])('gives a bot on %s a configuration that it accepts, with Postgres and Redis', (kind, file) => {
    const said: Readonly<Record<string, string>> = {
      ...file,
      PUBLIC_URL: 'https://recrutement.exemple.gouv.fr',
    }
    const filled = Object.fromEntries(
      Object.entries(given).map(([name, text]) => [name, said[name] ?? filledIn(text)]),
    )
    expect(readConfig(filled)).toMatchObject({
      databaseUrl: 'postgres://recrutement:donne@postgres:5432/recrutement',
      redisUrl: 'redis://redis:6379',
      chat: { kind },
      logLevel: 'info',
    })
  })

  it('refuses to start without what nobody can guess', () => {
    expect(given['PUBLIC_URL']).toMatch(/^\$\{\w+:\?.+\}$/)
    expect(services.postgres.environment?.['POSTGRES_PASSWORD']).toMatch(/:\?/)
  })

  it('waits for Postgres and Redis to be healthy, and leaves the bot the time to stop', () => {
    expect(Object.keys(services.bot.depends_on ?? {})).toEqual(['postgres', 'redis'])
    expect(services.postgres.healthcheck).toBeDefined()
    expect(services.redis.healthcheck).toBeDefined()
    expect(Number.parseInt(services.bot.stop_grace_period ?? '', 10)).toBeGreaterThan(10)
  })

  it('keeps what they hold in volumes, and Redis as BullMQ wants it', () => {
    const mounted = [services.postgres, services.redis].flatMap((one) => one.volumes ?? [])
    expect(mounted.map((one) => one.split(':')[0])).toEqual(Object.keys(volumes))
    expect(services.redis.command?.join(' ')).toContain('--appendonly yes')
    expect(services.redis.command?.join(' ')).toContain('--maxmemory-policy noeviction')
    expect(services.postgres.image).toBe('postgres:18')
    expect(services.redis.image).toBe('redis:7')
  })

  it('publishes the bot only, which has no right that it does not need', () => {
    expect(services.postgres.ports).toBeUndefined()
    expect(services.redis.ports).toBeUndefined()
    expect(services.bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
  })
})

describe('the Dockerfile', () => {
  it('copies what is there and what .dockerignore lets through, and runs as an ordinary user', async () => {
    const dockerfile = await read('Dockerfile')
    const ignored = (await read('.dockerignore')).split('\n').filter((line) => line.startsWith('!'))
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, names = '']) =>
      names.split(' ').slice(0, -1),
    )
    expect(copied.length).toBeGreaterThan(3)
    for (const name of copied) {
      await access(join(ROOT, name))
      expect(ignored).toContain(`!${name}`)
    }
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile.match(/^FROM \S+/gm)).toEqual(['FROM node:24-slim', 'FROM node:24-slim'])
  })

  it('starts the program that is there, on the Node that it is tested with', async () => {
    const dockerfile = await read('Dockerfile')
    const [, command = '[]'] = /^CMD (\[.+\])$/m.exec(dockerfile) ?? []
    const words = z.array(z.string()).parse(JSON.parse(command))
    await access(join(ROOT, words.at(-1) ?? ''))
    const { devDependencies } = z
      .object({ devDependencies: z.object({ node: z.string() }) })
      .parse(JSON.parse(await read('package.json')))
    expect(devDependencies.node).toMatch(/^\^24\./)
  })

  it('keeps the files of the design system that the pages ask for', async () => {
    const dockerfile = await read('Dockerfile')
    const layout = await read('src/web/pages/layout.ts')
    const asked = [...layout.matchAll(/\$\{DSFR\}\/([\w.-]+)/g)].map(([, name]) => name)
    expect(asked.length).toBeGreaterThan(0)
    for (const name of asked) expect(dockerfile).toContain(`! -name ${name}`)
    const css = await read('node_modules/@gouvfr/dsfr/dist/dsfr.main.min.css')
    const folders = new Set(
      [...css.matchAll(/url\(["']?(?!data:)([\w-]+)\//g)].map(([, one]) => one),
    )
    for (const folder of folders) expect(dockerfile).toContain(`! -name ${folder}`)
  })
})
