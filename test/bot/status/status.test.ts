import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migratedDatabase } from '../../store/support/database.ts'
import { buttonOf, mission, privately } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { readableAnswer } from '../support/readable.ts'

describe('`/recrutement statut`', () => {
  let office: Mission
  let pool: Pool
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ pool, close } = await migratedDatabase())
    office = await mission(pool)
    for (const name of ['Ana', 'Bao', 'Cleo', 'Dan']) await office.add({ name })
    const ana = await office.plan('Ana', 'prequalification', 'mardi 10h')
    await office.plan('Bao', 'prequalification', 'mardi 14h')
    await office.plan('Cleo', 'prequalification', 'jeudi 9h')
    await office.moveTo('2026-03-04T09:00:00Z')
    await office.file('metier', ana, '3')
  })
  afterAll(() => close())

  it('gives one line per candidate: where, since when, what is awaited from whom', async () => {
    const shown = readableAnswer(await office.command('equipe1', 'statut'))
    expect(shown.split('\n')).toEqual([
      'Développement : 4 candidatures en cours',
      '• Dan · Préqualification, à planifier depuis lundi',
      '• Bao · Préqualification, notes de Name of metier attendues depuis hier',
      '• Ana · Préqualification, décision de Name of intra attendue depuis moins d’une heure',
      '• Cleo · Préqualification demain à 9 h',
    ])
  })

  it('can be shared in the recruitment’s own channel, and nowhere else', async () => {
    const here = privately(await office.command('metier', 'statut', office.channel))
    const { action, args = {} } = buttonOf(here, 'Partager ici')
    const elsewhere = await office.press('metier', action, args)
    expect(elsewhere.kind).toBe('private')
    const message = privately(await office.command('metier', 'statut'))
    expect(readableAnswer({ kind: 'private', message })).not.toContain('Partager')
  })
})
