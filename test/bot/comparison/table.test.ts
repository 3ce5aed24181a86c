import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission, privately } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

describe('`/recrutement comparer`', () => {
  let office: Mission
  let pool: Pool
  let alex: string
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ pool, close } = await migratedDatabase())
    office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    await office.add({ name: 'Alex Moreau' })
    const camille = await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    alex = await office.plan('Alex Moreau', 'prequalification', 'mercredi 14h')
    await office.moveTo('2026-03-04T14:00:00Z')
    await office.file('metier', camille, '3')
    await office.file('metier', alex, '1')
  })
  afterAll(() => close())

  it('ranks those who reached the same stage, with score, coverage and what blocks a choice', async () => {
    const shown = readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(shown).toContain('1 | Camille Durand | 100 %')
    expect(shown).toContain('2 | Alex Moreau | 33,3 %')
    expect(shown).toMatch(/Alex Moreau : ne peut pas être retenue, obligatoire et non validé/)
    expect(shown).toContain('L’ordre tient')
  })

  it('counts the last version of each scorer', async () => {
    const before = readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(before).toContain('2 | Alex Moreau | 33,3 %')
    await office.file('metier', alex, '2')
    const shown = readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(shown).toContain('2 | Alex Moreau | 66,7 %')
  })

  it('says how many times the framing changed since it was closed', async () => {
    const about = { r: office.recruitment }
    const compared = async () =>
      readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(await compared()).not.toContain('Le cadrage a changé')
    const more = formOf(await office.press('intra', 'add-criterion', about))
    const added = { label: 'La personne doute', stages: ['collaboration'], reason: 'Oublié' }
    await office.send('intra', more, added)
    expect(await compared()).toContain('Le cadrage a changé une fois')
  })

  it('shows no level to someone who still owes notes on the application', async () => {
    const interview = await office.plan('Camille Durand', 'interview', 'jeudi 10h')
    await office.moveTo('2026-03-05T11:00:00Z')
    const shown = readableAnswer(await office.command('equipe1', 'comparer', office.channel))
    expect(shown).toContain('Tu dois encore des notes sur Camille Durand')
    expect(shown).not.toContain('100 %')
    expect(interview).not.toBe('')
    expect(privately(await office.command('intra', 'comparer', office.channel))).toBeDefined()
  })
})
