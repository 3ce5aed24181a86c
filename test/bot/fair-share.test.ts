/** One person who asks too much makes nobody else wait. */
import { beforeEach, describe, expect, test } from 'vitest'
import { fairly } from '../../src/bot/fair-share.ts'
import type { Answer, Interaction } from '../../src/chat/port.ts'
import { keptLog } from '../support/kept-log.ts'
import { readableAnswer } from './support/readable.ts'

const DONE: Answer = { kind: 'nothing' }
const SECOND = 1_000
const HOUR = 3_600 * SECOND

const from = (by: string) => ({ id: 'i', by, channel: 'c', direct: false })

describe('a person who asks too much', () => {
  let time: number
  let done: Interaction[]
  let kept: ReturnType<typeof keptLog>
  let answer: (interaction: Interaction) => Promise<Answer>
  beforeEach(() => {
    time = 0
    done = []
    kept = keptLog()
    answer = fairly(
      async (interaction) => {
        done.push(interaction)
        return DONE
      },
      { perSecond: 2, log: kept.log, now: () => time },
    )
  })

  const press = (by = 'zoe') => answer({ ...from(by), kind: 'button', action: 'tick', args: {} })
  const send = () =>
    answer({ ...from('zoe'), kind: 'form', form: 'notes', args: {}, values: { evidence: 'écrit' } })
  const type = () =>
    answer({ ...from('zoe'), kind: 'command', command: 'recrutement', text: 'statut' })
  /** How many of so many presses at once had their effect. */
  async function effects(presses: number): Promise<number> {
    const before = done.length
    for (let i = 0; i < presses; i += 1) await press()
    return done.length - before
  }

  test('may do thirty things at once, then two per second', async () => {
    expect(await effects(100)).toBe(30)
    time += 10 * SECOND
    expect(await effects(100)).toBe(20)
    time += HOUR
    expect(await effects(100)).toBe(30)
  })

  test('may go on at two per second for ever', async () => {
    for (let i = 0; i < 7200; i += 1) {
      expect(await press()).toBe(DONE)
      time += SECOND / 2
    }
  })

  test('keeps nobody else waiting', async () => {
    await effects(100)
    expect(await press('marc')).toBe(DONE)
  })

  test('is told in private to wait, and that nothing was done', async () => {
    await effects(30)
    const told =
      'Tes demandes arrivent plus vite que je ne les traite. Celle-ci n’a rien changé : attends quelques secondes, puis refais-la.'
    for (const refused of [await press(), await type()]) {
      expect(refused.kind).toBe('private')
      expect(readableAnswer(refused)).toBe(told)
    }
    expect(done).toHaveLength(30)
  })

  test('keeps a form open with what was typed, and can send it a moment later', async () => {
    await effects(30)
    expect(await send()).toEqual({
      kind: 'invalid',
      message:
        'Tes demandes arrivent plus vite que je ne les traite. Ta saisie reste ici : attends quelques secondes, puis envoie à nouveau.',
    })
    time += SECOND
    expect(await send()).toBe(DONE)
  })

  test('does not wait longer for having insisted', async () => {
    await effects(1_000)
    time += SECOND
    expect(await effects(100)).toBe(2)
  })

  test('is named once in the log, and again if it comes back later', async () => {
    await effects(100)
    time += SECOND
    await effects(100)
    expect(kept.lines).toMatchObject([{ person: 'zoe', level: 40 }])
    time += HOUR
    await effects(100)
    expect(kept.lines).toHaveLength(2)
  })

  test('is not refused anything where there is no limit', async () => {
    const free = fairly(async () => DONE, { perSecond: 0, log: kept.log, now: () => time })
    const asked = { ...from('zoe'), kind: 'button', action: 'tick', args: {} } as const
    for (let i = 0; i < 1_000; i += 1) expect(await free(asked)).toBe(DONE)
  })
})
