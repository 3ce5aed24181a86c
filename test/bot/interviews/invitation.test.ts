import { afterAll, describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { plannedInterview } from './support/planning.ts'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

describe('an invitation', () => {
  it('says when, where, with whom, and what one is there for', async () => {
    const office = await plannedInterview(cleanups)
    const where = 'Où : https://visio.exemple.gouv.fr/abc (https://visio.exemple.gouv.fr/abc)'
    expect(office.told('invitation', 'metier')).toBe(
      [
        '🗓 Mercredi 4 mars à 10 h · Entretien métier · Camille Durand · 60 min',
        where,
        'Avec : Name of equipe1 (évalue), Name of equipe2 (assiste)',
        'Ton rôle : tu mènes l’entretien et tu évalues. Ta fiche suivra.',
        '[Je serai là] [Je ne peux pas]',
        '📎 entretien.ics',
      ].join('\n'),
    )
    expect(office.told('invitation', 'equipe2')).toContain(
      'Ton rôle : tu assistes, sans évaluer. Name of metier mène l’entretien. Ta fiche suivra.',
    )
  })

  it('keeps the answer on screen, and the way to change one’s mind', async () => {
    const office = await plannedInterview(cleanups)
    const yes = await office.pressOn('metier', 'invitation', 'Je serai là')
    expect(readableAnswer(yes)).toBe('C’est noté, tu seras là.')
    expect(office.told('invitation', 'metier')).toContain(
      'Ta réponse : ✅ tu seras là\n[Finalement, je ne peux pas]',
    )
    const no = await office.pressOn('metier', 'invitation', 'Finalement, je ne peux pas')
    expect(readableAnswer(no)).toBe('C’est noté. Name of intra reçoit un message pour la suite.')
    expect(office.told('invitation', 'metier')).toContain(
      'Ta réponse : tu ne peux pas\n[Finalement, je serai là]',
    )
  })

  it('declined then accepted after all corrects what the owner reads', async () => {
    const office = await plannedInterview(cleanups)
    await office.pressOn('equipe1', 'invitation', 'Je ne peux pas')
    expect(office.told('declined', 'intra')).toContain('Name of equipe1 ne peut pas venir')
    await office.pressOn('equipe1', 'invitation', 'Finalement, je serai là')
    expect(office.allTold('declined', 'intra')).toEqual([
      '✅ Finalement, Name of equipe1 sera là : Entretien métier avec Camille Durand, mercredi 4 mars à 10 h.',
    ])
  })

  it('is answered neither by others nor once the interview has begun', async () => {
    const office = await plannedInterview(cleanups)
    expect(await office.pressed('intra', 'coming', office.args)).toBe(
      'Tu ne participes pas à cet entretien.',
    )
    await office.moveTo('2026-03-04T09:10:00Z')
    expect(await office.pressed('metier', 'coming', office.args)).toContain('a déjà commencé')
  })
})
