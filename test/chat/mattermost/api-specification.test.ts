import { existsSync, readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import type { Answer, Form } from '../../../src/chat/port.ts'
import { mattermostPlatform, type MattermostPlatform } from '../../contract/mattermost/platform.ts'

const SPECIFICATION = new URL('../../../../shared/specs/mattermost-api-v4.yaml', import.meta.url)
const missing = !existsSync(SPECIFICATION)

interface Sent {
  readonly method: string
  readonly path: string
  readonly fields: readonly string[]
}

const schema = z.object({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const operation = z.object({
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema })).optional() })
    .optional(),
})
const specification = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

/** Fields that the server takes and its specification leaves out. */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  // Sent by the official client itself.
  'POST /api/v4/channels/{channel_id}/members': ['channel_id'],
  'POST /api/v4/posts': ['pending_post_id'],
  'PUT /api/v4/posts/{post_id}/patch': ['id'],
}
/** Operations whose body is described as a whole object elsewhere in the specification. */
const BODY_OF: Readonly<Record<string, string>> = {
  'POST /api/v4/commands': 'Command',
}

function known() {
  return specification.parse(parse(readFileSync(SPECIFICATION, 'utf8'), { maxAliasCount: -1 }))
}

describe.skipIf(missing)(
  `what the adapter asks of Mattermost${missing ? ' (skipped: no specification here)' : ''}`,
  () => {
    let platform: MattermostPlatform
    const sent: Sent[] = []

    beforeAll(async () => {
      platform = await mattermostPlatform()
      const real = globalThis.fetch
      vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
        const url = typeof input === 'string' ? input : ''
        // The adapter alone gives its requests a time limit.
        if (url.startsWith(platform.server.url) && init?.signal) sent.push(record(url, init))
        return real(input, init)
      })
      await liveThrough(platform)
    })
    afterAll(async () => {
      vi.restoreAllMocks()
      await platform.stop()
    })

    test('exists in its specification, with the fields that it knows', () => {
      const { paths, components } = known()
      const operations = Object.entries(paths).map(([path, methods]) => ({
        path,
        methods,
        pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/gu, '[^/]+')}$`, 'u'),
      }))
      const problems = sent.flatMap(({ method, path, fields }) => {
        const candidates = operations.filter(({ pattern }) => pattern.test(path))
        // `channels/direct` and `channels/{channel_id}` both fit: the one without a hole wins.
        const [found] = candidates.toSorted((a, b) => holes(a.path) - holes(b.path))
        const described = found?.methods[method.toLowerCase()]
        if (found === undefined || described === undefined) return [`${method} ${path}`]
        const name = `${method} ${found.path}`
        const body = Object.values(operation.parse(described).requestBody?.content ?? {})[0]?.schema
        const whole = components.schemas[BODY_OF[name] ?? body?.$ref?.split('/').at(-1) ?? '']
        const allowed = { ...body?.properties, ...whole?.properties }
        const unknown = fields.filter((f) => !(f in allowed) && !UNLISTED[name]?.includes(f))
        return unknown.map((field) => `${name}: ${field}`)
      })
      expect([...new Set(problems)]).toEqual([])
    })

    test('covers each kind of request, so that the check above means something', () => {
      const kinds = new Set(sent.map(({ method, path }) => `${method} ${path.split('/')[3]}`))
      for (const kind of [
        'POST commands',
        'POST posts',
        'PUT posts',
        'POST files',
        'POST actions',
      ]) {
        expect(kinds).toContain(kind)
      }
    })
  },
)

const holes = (path: string) => path.split('{').length

function record(url: string, { method = 'GET', body }: RequestInit): Sent {
  const fields =
    typeof body === 'string'
      ? Object.keys(z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(body)))
      : []
  return { method, path: new URL(url).pathname, fields }
}

const FORM: Form = {
  form: 'f',
  title: 'Titre',
  submit: 'ok',
  args: {},
  fields: [{ kind: 'text', name: 't', label: 'Titre' }],
}

/** A bit of everything that the bot does. */
async function liveThrough({ chat, channel, team, zoe }: MattermostPlatform): Promise<void> {
  let answer: Answer = { kind: 'form', form: FORM }
  await chat.start({
    interaction: () => Promise.resolve(answer),
    notice: () => Promise.resolve(),
  })
  const blocks = [{ kind: 'buttons', buttons: [{ label: 'Voir', action: 'voir' }] }] as const
  const files = [{ name: 'a.ics', type: 'text/calendar', content: 'x' }]
  const ref = await chat.post({ channel }, { headline: ['Bonjour'], blocks, files }, 'k')
  await chat.update(ref, { headline: ['Rebonjour'], blocks })
  await chat.find({ channel }, 'k', 0)
  const long = { kind: 'text', text: ['mot '.repeat(9_000)] } as const
  const split = await chat.post({ person: zoe.id }, { headline: ['Long'], blocks: [long] }, 'l')
  await chat.find({ person: zoe.id }, 'l', 0)
  await chat.update(split, { headline: ['Court'] })
  await zoe.command(channel, '/recrutement')
  answer = { kind: 'private', message: { headline: ['Détail'], blocks } }
  await (await zoe.form()).submit({ t: 'x' })
  await zoe.press(channel, 'Voir')
  const made = await chat.createChannel({ team, name: 'prive', title: 'Privé', purpose: 'p' })
  await chat.createChannel({ team, name: 'prive', title: 'Privé', purpose: 'p' })
  await chat.addMember(made, zoe.id)
  await chat.removeMember(made, zoe.id)
  await chat.personByEmail('a@b.fr')
  await chat.sharedTeams(zoe.id)
}
