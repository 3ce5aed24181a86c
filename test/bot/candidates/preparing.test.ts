import { describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

async function informed(recruitment: Recruiting) {
  const application = await recruitment.add({ name: 'Camille Durand' })
  await recruitment.happens('ines', { type: 'CandidateInformed', application })
  return application
}

describe('the preparation message', () => {
  it('is about the meeting that is planned: when, on which clock, where, how long', async () => {
    const recruitment = await recruiting()
    const application = await informed(recruitment)
    await recruitment.plan(application, 'case-study', '2026-03-04T13:00:00Z', 'https://visio.fr/a')
    const page = await recruitment.candidat('ines', 'camille')
    const said = readableAnswer(await recruitment.click('ines', page, 'Message de préparation'))
    expect(said).toContain('Copie ce message pour Camille Durand : mise en situation.')
    expect(said).toContain('> Quand : mercredi 4 mars à 14 h (heure de Paris)')
    expect(said).toContain('> Où : https://visio.fr/a')
    expect(said).toContain('> Durée : 30 minutes')
  })

  it('is about the next stage while nothing is planned', async () => {
    const recruitment = await recruiting()
    await informed(recruitment)
    const page = await recruitment.candidat('ines', 'camille')
    const said = readableAnswer(await recruitment.click('ines', page, 'Message de préparation'))
    expect(said).toContain('Copie ce message pour Camille Durand : préqualification.')
    expect(said).toContain('> Durée : 20 à 30 minutes')
    expect(said).not.toContain('Quand :')
  })

  it('speaks of one first meeting when two are merged', async () => {
    const recruitment = await recruiting()
    const { settings } = await recruitment.state()
    await recruitment.happens('ines', {
      type: 'SettingsChanged',
      settings: { ...settings, merged: true },
    })
    await informed(recruitment)
    const page = await recruitment.candidat('ines', 'camille')
    const said = readableAnswer(await recruitment.click('ines', page, 'Message de préparation'))
    expect(said).toContain('Copie ce message pour Camille Durand : premier entretien.')
  })

  it('does not give a candidate the slot of their referee’s call', async () => {
    const recruitment = await recruiting()
    const application = await informed(recruitment)
    await recruitment.plan(application, 'references', '2026-03-04T13:00:00Z', '06 12 34 56 78')
    const page = await recruitment.candidat('ines', 'camille')
    const said = readableAnswer(await recruitment.click('ines', page, 'Message de préparation'))
    expect(said).toContain('Choisis deux ou trois personnes')
    expect(said).not.toMatch(/06 12|mercredi/)
  })

  it('has nothing to say to somebody who is no longer in the running', async () => {
    const recruitment = await recruiting()
    const application = await informed(recruitment)
    await recruitment.happens('ines', { type: 'ApplicationStopped', application })
    const args = { r: recruitment.id, application }
    const said = readableAnswer(await recruitment.press('ines', 'prepare-candidate', args))
    expect(said).toBe('Rien à préparer pour l’instant avec Camille Durand.')
  })
})
