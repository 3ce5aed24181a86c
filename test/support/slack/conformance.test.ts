import { existsSync, readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

import type { Answer, Form } from '../../../src/chat/port.ts'
import { slackPlatform, type SlackPlatform } from '../../contract/slack/platform.ts'
import { METHODS } from './methods/all.ts'
import { INSTALLED } from './installed.ts'

const FOLDER = new URL('../../../../shared/specs/slack-methods/', import.meta.url)
const missing = !existsSync(FOLDER)

const description = z.object({
  args: z.record(z.string(), z.object({ required: z.boolean().default(false) })),
  errors: z.record(z.string(), z.string()),
  scopes: z.object({ bot: z.array(z.object({ name: z.string() })).optional() }),
})

/** Methods that Slack has and this copy of its descriptions does not. */
const UNDESCRIBED: ReadonlySet<string> = new Set(['files.delete'])
/** Arguments that Slack calls required and refuses by a code of their own when they are empty. */
const EMPTY_IS_REFUSED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'conversations.create': ['name'],
  // An empty one takes the text away.
  'conversations.setTopic': ['topic'],
  'conversations.setPurpose': ['purpose'],
}

function described(method: string) {
  const file = new URL(`${method}.json`, FOLDER)
  return description.parse(JSON.parse(readFileSync(file, 'utf8')))
}

describe.skipIf(missing)(
  `the fake Slack and its published methods${missing ? ' (skipped: no descriptions here)' : ''}`,
  () => {
    const names = Object.keys(METHODS).filter((name) => !UNDESCRIBED.has(name))

    test.each(names)('%s takes and refuses only what Slack says', (name) => {
      const method = METHODS[name]
      const { args, errors, scopes } = described(name)
      const required = Object.keys(args).filter((arg) => args[arg]?.required)
      const demanded = Object.keys(method?.args ?? {}).filter((a) => method?.args[a]?.endsWith('!'))
      const otherwise = EMPTY_IS_REFUSED_OTHERWISE[name] ?? []
      expect(Object.keys(args)).toEqual(expect.arrayContaining(Object.keys(method?.args ?? {})))
      expect([...demanded, ...otherwise]).toEqual(expect.arrayContaining(required))
      expect(Object.keys(errors)).toEqual(expect.arrayContaining([...(method?.errors ?? [])]))
      if (scopes.bot !== undefined && method?.scopes !== undefined) {
        expect(scopes.bot.map((scope) => scope.name)).toEqual(
          expect.arrayContaining([...method.scopes]),
        )
      }
    })

    test('every scope of the manifest is one that a method or an event asks for', () => {
      const known = names.flatMap(
        (name) => described(name).scopes.bot?.map((one) => one.name) ?? [],
      )
      expect([...known, ...OF_NO_METHOD]).toEqual(expect.arrayContaining([...INSTALLED.scopes]))
    })

    describe('what the adapter asks', () => {
      let platform: SlackPlatform
      beforeAll(async () => {
        platform = await slackPlatform('socket')
        await liveThrough(platform)
      })
      afterAll(() => platform.stop())

      test('exists, with the arguments that Slack knows, nothing required left out', () => {
        const problems = platform.slack.calls.flatMap(({ method, args: sent }) => {
          if (UNDESCRIBED.has(method)) return []
          const { args } = described(method)
          const unknown = Object.keys(sent).filter((arg) => args[arg] === undefined)
          const left = Object.keys(args).filter((arg) => args[arg]?.required && !(arg in sent))
          return [...unknown, ...left].map((arg) => `${method}: ${arg}`)
        })
        expect([...new Set(problems)]).toEqual([])
      })

      test('covers every method that the fake knows and the adapter uses', () => {
        const asked = new Set(platform.slack.calls.map(({ method }) => method))
        const unused = Object.keys(METHODS).filter((method) => !asked.has(method))
        expect(unused).toEqual(NOT_ASKED)
      })
    })
  },
)

/** Scopes of typed commands, of the bytes of files, and of what a message carries unseen. */
const OF_NO_METHOD = ['commands', 'files:read', 'metadata.message:read']

/** Known to the fake for the tests of what people and other apps do. */
const NOT_ASKED = ['conversations.info', 'conversations.members', 'views.push']

const FORM: Form = {
  form: 'f',
  title: 'Titre',
  submit: 'ok',
  args: {},
  fields: [{ kind: 'text', name: 't', label: 'Titre' }],
}

/** A bit of everything that the bot does. */
async function liveThrough({ chat, slack, channel, team, zoe, marc }: SlackPlatform) {
  const gate = Promise.withResolvers<Answer>()
  let answer: Promise<Answer> = Promise.resolve({ kind: 'form', form: FORM })
  await chat.start({ interaction: () => answer, notice: () => Promise.resolve() })
  const blocks = [{ kind: 'buttons', buttons: [{ label: 'Voir', action: 'voir' }] }] as const
  const files = [{ name: 'a.ics', type: 'text/calendar', content: 'x' }]
  const ref = await chat.post({ channel }, { headline: ['Bonjour'], blocks, files }, 'k')
  await chat.update(ref, { headline: ['Rebonjour'], blocks })
  await chat.find({ channel }, 'k', 0)
  await chat.post({ person: zoe.id }, { headline: ['À toi'] }, 'l')
  await zoe.command(channel, '/recrutement')
  answer = Promise.resolve({ kind: 'private', message: { headline: ['Détail'], blocks } })
  await (await zoe.form()).submit({ t: 'x' })
  // A slow answer opens a view that waits, then takes its place.
  answer = gate.promise
  const typed = zoe.command(channel, '/recrutement lent')
  setTimeout(() => gate.resolve({ kind: 'form', form: FORM }), 1_200)
  await typed
  await zoe.form()
  zoe.person.openHome()
  const post = await marc.share(channel, 'Mes pièces', { 'a.txt': 'a' })
  await chat.filesOf({ channel, post }, 1_000)
  await chat.remove({ channel, post })
  await chat.ownMessages({ channel }, 0)
  await chat.retract(ref, ['Effacé.'])
  const made = await chat.createChannel({ team, name: 'prive', title: 'Privé', purpose: 'p' })
  await chat.addMember(made, zoe.id)
  await chat.removeMember(made, zoe.id)
  await chat.personByEmail('a@b.fr')
  await chat.sharedTeams(zoe.id)
  await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.publish'))
}
