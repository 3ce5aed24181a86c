import { describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { labelsOf, recruiting } from './support/recruiting.ts'

describe('the list of candidates', () => {
  it('is empty at first, and offers both ways to fill it to those who may', async () => {
    const { candidat } = await recruiting()
    expect(labelsOf(await candidat('ines'))).toEqual(['Ajouter quelqu’un', 'Coller une liste'])
    expect(labelsOf(await candidat('sacha'))).toEqual(['Ajouter quelqu’un', 'Coller une liste'])
    expect(readableAnswer(await candidat('malik'))).toBe('Aucune candidature.')
  })

  it('says at which stage each person is, since when, and what is awaited from whom', async () => {
    const { add, plan, happens, debriefed, moveTo, candidat } = await recruiting()
    await add({ name: 'Awa Diop' })
    const bo = await add({ name: 'Bo Chen' })
    const cleo = await add({ name: 'Cleo Fay' })
    const dina = await add({ name: 'Dina Roux' })
    const eli = await add({ name: 'Eli Sand' })
    await plan(bo, 'prequalification', '2026-03-05T13:00:00Z')
    await plan(cleo, 'prequalification', '2026-03-02T13:00:00Z')
    const held = await plan(dina, 'prequalification', '2026-03-02T15:00:00Z')
    await moveTo('2026-03-03T10:00:00Z')
    await debriefed(held)
    await happens('ines', { type: 'CandidateWithdrew', application: eli })
    await moveTo('2026-03-04T10:00:00Z')
    const lines = readableAnswer(await candidat('malik')).split('\n')
    expect(lines).toEqual([
      '5 candidatures, dont 4 en cours.',
      '• Awa Diop : Préqualification, à planifier depuis lundi',
      '• Bo Chen : Préqualification demain à 14 h',
      '• Cleo Fay : Préqualification, notes de Léa Petit et Malik Roy attendues depuis lundi',
      '• Dina Roux : Préqualification, décision d’Inès Garnier attendue depuis hier',
      '• Eli Sand : la personne s’est retirée',
      'Pour en voir une : /recrutement candidat suivi du nom.',
    ])
  })

  it('speaks of one first meeting when two stages are merged', async () => {
    const { add, happens, state, candidat } = await recruiting()
    const { settings } = await state()
    await happens('ines', { type: 'SettingsChanged', settings: { ...settings, merged: true } })
    await add({ name: 'Camille Durand' })
    expect(readableAnswer(await candidat('ines'))).toContain(
      '• Camille Durand : Premier entretien, à planifier depuis moins d’une heure',
    )
  })

  it('comes eight at a time, those still in the running first', async () => {
    const { add, happens, candidat, click } = await recruiting()
    const ids: string[] = []
    for (let i = 1; i <= 10; i += 1) ids.push(await add({ name: `Personne ${i}` }))
    await happens('ines', { type: 'ApplicationStopped', application: ids[0] ?? '' })
    const first = await candidat('ines')
    expect(readableAnswer(first).match(/^• .*$/gm)).toHaveLength(8)
    expect(labelsOf(first)).toEqual([
      'Suite (2)',
      'Ajouter quelqu’un',
      'Coller une liste',
      'Message d’information',
      'Répondre aux personnes non retenues',
    ])
    const second = await click('ines', first, 'Suite (2)')
    expect(readableAnswer(second).match(/^• Personne \d+/gm)).toEqual([
      '• Personne 10',
      '• Personne 1',
    ])
    expect(labelsOf(second)).toEqual([])
  })

  it('gives no button to whoever does not lead, but the next page', async () => {
    const { add, candidat } = await recruiting()
    for (let i = 1; i <= 9; i += 1) await add({ name: `Personne ${i}` })
    expect(labelsOf(await candidat('malik'))).toEqual(['Suite (1)'])
    expect(labelsOf(await candidat('noor'))).toEqual(['Suite (1)'])
  })

  it('tells nothing to people who have nothing to do with the recruitment', async () => {
    const { add, candidat, press, id } = await recruiting()
    const application = await add({ name: 'Camille Durand' })
    const tried = [
      await candidat('alix'),
      await candidat('alix', 'camille'),
      await press('alix', 'see-candidate', { r: id, application }),
      await press('alix', 'more-candidates', { r: id, page: '0' }),
      await press('alix', 'inform-candidate', { r: id, application }),
    ]
    expect(tried.map(readableAnswer).join('\n')).not.toMatch(/Camille|Développement/)
  })

  it('keeps only the answers, and what is kept, once the recruitment is closed', async () => {
    const { add, happens, candidat } = await recruiting()
    const application = await add({ name: 'Camille Durand' })
    await happens(
      'ines',
      { type: 'ApplicationStopped', application },
      { type: 'RecruitmentClosed' },
    )
    expect(labelsOf(await candidat('ines'))).toEqual(['Répondre aux personnes non retenues'])
    expect(labelsOf(await candidat('ines', 'camille'))).toEqual(['Répondre', 'Ses données'])
  })
})
