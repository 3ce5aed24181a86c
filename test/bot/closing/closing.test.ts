import { afterAll, describe, expect, it } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission } from '../support/mission.ts'
import type { Settings } from '../support/mission.ts'
import { readableAnswer } from '../support/readable.ts'

describe('`/recrutement clore`', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  async function begun(settings: Settings = {}) {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    const office = await mission(pool, settings)
    await office.add({ name: 'Camille Durand' })
    await office.add({ name: 'Alex Moreau' })
    const about = { r: office.recruitment }
    const press = async (action: string, values: Values = {}, more = {}) => {
      const answer = await office.press('intra', action, { ...about, ...more })
      if (answer.kind !== 'form') return readableAnswer(answer)
      return readableAnswer(await office.send('intra', answer.form, values))
    }
    const screen = async () =>
      readableAnswer(await office.command('intra', 'clore', office.channel))
    return { ...office, pushed: press, screen, pool }
  }

  it('says what is left before the end, and leads there', async () => {
    const office = await begun()
    expect(await office.screen()).toContain('2 candidatures en cours, sans décision')
    expect(await office.screen()).toContain('[Arrêter ces candidatures]')
    await office.pushed('stop-all', { reason: 'Le besoin a changé' })
    expect(await office.screen()).toContain('2 personnes sans réponse.')
    expect(await office.pushed('close')).toContain(
      'Il reste à répondre à Camille Durand et Alex Moreau',
    )
  })

  it('asks before it ends, and says what that changes', async () => {
    const office = await begun()
    await office.pushed('stop-all', { reason: 'Le besoin a changé' })
    const state = await office.desk.store.load(office.recruitment)
    const applications = Object.keys(state?.applications ?? {}).join(',')
    await office.pushed('candidates-answered', {}, { applications })
    const form = await office.press('intra', 'close', { r: office.recruitment })
    expect(readableAnswer(form)).toContain('┌ Clore')
    expect(readableAnswer(form)).toContain('Plus rien ne changera ensuite')
    const before = await office.desk.store.load(office.recruitment)
    expect(before?.closedAt).toBeUndefined()
  })

  it('is the owner’s', async () => {
    const office = await begun()
    expect(readableAnswer(await office.command('metier', 'clore', office.channel))).toContain(
      'Cette décision revient à Name of intra',
    )
  })
})
