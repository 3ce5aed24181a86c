/** What the promises of the chat contract share: the platform under test and what was said on it. */
import { vi } from 'vitest'

import type {
  Answer,
  ChannelId,
  Form,
  Interaction,
  Message,
  Notice,
} from '../../../src/chat/port.ts'
import type { Actor, Platform, ShownForm, ShownMessage } from '../platform.ts'

export const FORM: Form = {
  form: 'evaluer',
  title: 'Noter la mise en situation de Camille',
  intro: ['Cinq minutes suffisent.'],
  submit: 'Déposer',
  args: { interview: 'i42' },
  fields: [
    { kind: 'text', name: 'titre', label: 'Titre', maxLength: 100 },
    { kind: 'long-text', name: 'preuve', label: 'Qu’as-tu vu ou entendu ?', optional: true },
    {
      kind: 'choice',
      name: 'niveau',
      label: 'Niveau',
      options: [
        { value: '2', label: 'validé' },
        { value: '3', label: 'démontré avec preuves fortes' },
      ],
    },
    {
      kind: 'several',
      name: 'questions',
      label: 'Questions posées',
      options: [
        { value: 'q2', label: 'Une seconde question' },
        { value: 'q1', label: 'Une première question' },
        { value: 'q3', label: 'Une troisième question' },
      ],
    },
    { kind: 'person', name: 'qui', label: 'Avec', optional: true },
    { kind: 'boolean', name: 'relire', label: 'À relire' },
  ],
}

export const nothing = (): Promise<Answer> => Promise.resolve({ kind: 'nothing' })

export const say = (...words: string[]): Message => ({ headline: words })

export interface Scene {
  readonly platform: Platform
  /** What the bot answers; `nothing` at the start of each test. */
  answer: (interaction: Interaction) => Promise<Answer>
  /** What the bot heard in this test. */
  heard: Interaction[]
  notices: Notice[]
  newKey(this: void): string
  inChannel(this: void): { channel: ChannelId }
  /** All that a person sees in a channel. */
  seen(this: void, who?: Actor, channel?: ChannelId): Promise<readonly ShownMessage[]>
  saying(this: void, words: string, who?: Actor, channel?: ChannelId): Promise<ShownMessage[]>
  /** Waits until a person sees exactly one message with these words. */
  sees(this: void, words: string, who?: Actor, channel?: ChannelId): Promise<ShownMessage>
  /** Makes zoe open a form by a command. */
  openForm(this: void, form: Form): Promise<ShownForm>
}

/** A scene on a platform that `platform()` gives once it is made. */
export function scene(platform: () => Platform): Scene {
  let count = 0
  const seen = (who = platform().zoe, channel = platform().channel) => who.reads(channel)
  const saying: Scene['saying'] = async (words, who, channel) =>
    (await seen(who, channel)).filter((message) => message.text.includes(words))
  const set: Scene = {
    get platform() {
      return platform()
    },
    answer: nothing,
    heard: [],
    notices: [],
    newKey: () => `test/${(count += 1)}`,
    inChannel: () => ({ channel: platform().channel }),
    seen,
    saying,
    sees: (words, who, channel) =>
      vi.waitFor(async () => {
        const [only, ...more] = await saying(words, who, channel)
        if (only === undefined || more.length > 0) throw new Error(`« ${words} » seen otherwise`)
        return only
      }, 8_000),
    async openForm(form) {
      set.answer = async ({ kind }) => (kind === 'command' ? { kind: 'form', form } : nothing())
      const { zoe, channel, command } = platform()
      await zoe.command(channel, `${command} formulaire`)
      return zoe.form()
    },
  }
  return set
}
