/** What holds of all that is asked of the bot, whatever it is and wherever it comes from. */
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import { keptLog } from '../support/kept-log.ts'
import { emptyDatabase } from './support/opened.ts'
import { openOffice } from './support/office.ts'

const NOW = '2026-03-02T09:00:00Z'

describe('what is logged for an interaction or a notice', () => {
  it('carries an id of its own, also where no HTTP request brought it', async () => {
    const { log, lines } = keptLog()
    const { desk, chat } = openOffice(await emptyDatabase(), NOW)
    const noted =
      <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
      async (...given: A): Promise<T> => {
        log.info('looked up')
        return work(...given)
      }
    const store = {
      ...desk.store,
      about: noted(desk.store.about),
      obligationsOf: noted(desk.store.obligationsOf),
      recruitmentsOf: noted(desk.store.recruitmentsOf),
      recruitmentOfChannel: noted(desk.store.recruitmentOfChannel),
    }
    const { answer, notice } = createBot({ desk: { ...desk, store }, chat, log })
    const where = { by: 'metier', channel: 'town-square', direct: false }
    await answer({ ...where, id: '1', kind: 'command', command: 'recrutement', text: 'statut' })
    const ofCommand = new Set(lines.splice(0).map(({ request }) => request))
    await notice({
      kind: 'message',
      ref: { channel: 'town-square', post: 'p' },
      by: 'metier',
      text: 'bonjour',
      edited: false,
      files: [],
    })
    const ofNotice = new Set(lines.map(({ request }) => request))
    expect([...ofCommand]).toEqual([expect.any(String)])
    expect([...ofNotice]).toEqual([expect.any(String)])
    expect(ofNotice).not.toEqual(ofCommand)
  })
})
