/** The bot with everything but a platform: people act, and what each of them sees is written down. */
import type { Pool } from 'pg'
import { pino } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { createBot } from '../../../src/bot/bot.ts'
import type { Desk } from '../../../src/bot/topic.ts'
import type { Answer, Form, Interaction, Values } from '../../../src/chat/port.ts'
import type { Compose } from '../../../src/delivery/saying.ts'
import { createDelivery } from '../../../src/delivery/delivery.ts'
import { createSpeaker } from '../../../src/delivery/speaker.ts'
import { drawSheet } from '../../../src/pictures/draw.ts'
import { loadGuides } from '../../../src/guides/load.ts'
import { createStore } from '../../../src/store/store.ts'
import type { ReportDesk } from '../../../src/wttj/port.ts'
import { checkAnswer } from '../../chat/slack/support/fits.ts'
import { fakeChat } from '../../delivery/support/fake-chat.ts'
import type { FakeChat } from '../../delivery/support/fake-chat.ts'
import { testClock } from '../../store/support/test-clock.ts'

const guides = await loadGuides('guides')
const log = pino({ level: 'silent' })

/** A real one is sealed, hence never twice the same. */
export const pageFor: Desk['pageFor'] = ({ by, action, args }) =>
  `https://bot.example/pages/${[by, action, ...Object.values(args)].join('-')}`

interface Writing {
  readonly thread?: string
  readonly files?: readonly string[]
  /** The message that it takes the place of. */
  readonly over?: string
}

export interface Office {
  readonly chat: FakeChat
  /** For what is not asked in a conversation. */
  readonly desk: Desk
  /** What the bot would say now. */
  readonly compose: Compose
  /** Types what follows `/recrutement`, or another slash command. */
  command(person: string, text: string, channel?: string, slash?: string): Promise<Answer>
  /** Presses the button of that action on the answer or message given. */
  press(person: string, action: string, args: Readonly<Record<string, string>>): Promise<Answer>
  fill(person: string, form: Form, values: Values): Promise<Answer>
  /** The submit button of one form that stays on screen: pressing it again is the same interaction. */
  sender(person: string, form: Form): (values: Values) => Promise<Answer>
  /** Writes in a channel, or again over one's earlier message; gives its post. */
  writes(person: string, channel: string, text: string, how?: Writing): Promise<string>
  /** Deletes a message. */
  deletes(channel: string, post: string): Promise<void>
  /** Moves the clock, and lets the bot say what became due on the way. */
  moveTo(at: string): Promise<void>
  /** Lets the bot say what is due now. */
  settle(): Promise<Temporal.Instant | undefined>
}

/** Opens an office on an empty database, at that instant. */
export function openOffice(pool: Pool, now: string, reports?: ReportDesk): Office {
  const clock = testClock(now)
  const chat = fakeChat(clock)
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const desk = {
    store,
    guides,
    clock,
    person: (id: string) => chat.person(id),
    personByEmail: (email: string) => chat.personByEmail(email),
    sharedTeams: (person: string) => chat.sharedTeams(person),
    defaultZone: 'Europe/Paris',
    draw: drawSheet,
    pageFor,
    ...(reports && { reports }),
  }
  const bot = createBot({ desk, chat, log })
  const speak = createSpeaker({
    pool,
    store,
    chat,
    clock,
    compose: bot.compose,
    log,
    holder: 'office',
  })
  const alarm = {
    start: async () => {},
    ring: async () => {},
    ringAhead: async () => {},
    ping: async () => {},
    stop: async () => {},
  }
  const { settle } = createDelivery({ pool, clock, alarm, speak, log })
  let interactions = 0
  const base = (by: string, channel = 'town-square') => {
    interactions += 1
    return { id: `interaction-${interactions}`, by, channel, team: 'team', direct: false }
  }
  const act = async (interaction: Interaction) => {
    const answer = await bot.answer(interaction)
    checkAnswer(answer)
    await settle()
    return answer
  }
  return {
    chat,
    desk,
    compose: bot.compose,
    command: (person, text, channel, slash = 'recrutement') =>
      act({ ...base(person, channel), kind: 'command', command: slash, text }),
    press: (person, action, args) => act({ ...base(person), kind: 'button', action, args }),
    fill: (person, { form, args }, values) =>
      act({ ...base(person), kind: 'form', form, args, values }),
    sender(person, { form, args }) {
      const same = base(person)
      return (values) => act({ ...same, kind: 'form', form, args, values })
    },
    async writes(by, channel, text, { thread, files = [], over } = {}) {
      interactions += 1
      const post = over ?? `written-${interactions}`
      await bot.notice({
        kind: 'message',
        ref: { channel, post },
        by,
        text,
        edited: over !== undefined,
        ...(thread !== undefined && { thread }),
        files,
      })
      await settle()
      return post
    },
    async deletes(channel, post) {
      await bot.notice({ kind: 'deleted', ref: { channel, post } })
      await settle()
    },
    async moveTo(at) {
      for (;;) {
        const next = await settle()
        if (!next || next.epochMilliseconds > Date.parse(at)) break
        clock.move(next.toString())
      }
      clock.move(at)
      await settle()
    },
    settle,
  }
}
