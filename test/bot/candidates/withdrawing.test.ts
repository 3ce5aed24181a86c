import { describe, expect, it } from 'vitest'
import { readableAnswer, readableMessage } from '../support/readable.ts'
import { formOf, labelsOf, recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

async function withdrawal(recruitment: Recruiting, application: string, person = 'ines') {
  const args = { r: recruitment.id, application }
  return formOf(await recruitment.press(person, 'withdraw-candidate', args))
}

describe('a candidate who withdraws', () => {
  it('has their meetings to come called off, and the people invited hear of it', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    const interview = await recruitment.plan(application, 'interview', '2026-03-04T13:00:00Z')
    const form = await withdrawal(recruitment, application)
    const done = await recruitment.fill('ines', form, { reason: 'A accepté une autre mission' })
    expect(readableAnswer(done).split('\n')).toEqual([
      'C’est noté : Camille Durand se retire. Sa candidature s’arrête là.',
      '• Annulé : Entretien métier, mercredi 4 mars à 14 h. Je préviens Léa Petit, Noor Haddad et Malik Roy.',
      '[Reprendre la candidature]',
    ])
    expect((await recruitment.state()).interviews[interview]?.status).toBe('cancelled')
    const told = recruitment.chat.posts.filter(({ entry }) => entry.startsWith('cancelled/'))
    expect(told.map(({ to }) => ('person' in to ? to.person : '')).toSorted()).toEqual([
      'lea',
      'malik',
      'noor',
    ])
    const page = readableAnswer(await recruitment.candidat('malik', 'camille'))
    expect(page).toContain('Raison : A accepté une autre mission')
  })

  it('needs no reason, whenever it is', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    await recruitment.happens('ines', { type: 'CandidateChosen', application })
    const form = await withdrawal(recruitment, application, 'sacha')
    const done = await recruitment.fill('sacha', form, {})
    expect(readableAnswer(done)).toBe(
      'C’est noté : Camille Durand se retire. Sa candidature s’arrête là.',
    )
  })

  it('does so once: twice from one form, or from a second window', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    await recruitment.plan(application, 'interview', '2026-03-04T13:00:00Z')
    const [first, second] = [
      await withdrawal(recruitment, application),
      await withdrawal(recruitment, application),
    ]
    const send = recruitment.sender('ines', first)
    const done = readableAnswer(await send({ reason: 'Un imprévu' }))
    expect(readableAnswer(await send({ reason: 'Un imprévu' }))).toBe(done)
    const late = await recruitment.fill('ines', second, { reason: 'Autre chose' })
    expect(readableAnswer(late)).toBe('Cette personne s’est déjà retirée.')
    expect(readableAnswer(await recruitment.candidat('ines', 'camille'))).toContain('Un imprévu')
    const again = await recruitment.press('ines', 'withdraw-candidate', {
      r: recruitment.id,
      application,
    })
    expect(readableAnswer(again)).toBe('Cette personne s’est déjà retirée.')
  })

  it('can come back, if the owner says so', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    const form = await withdrawal(recruitment, application)
    const done = await recruitment.fill('ines', form, { reason: 'Un imprévu' })
    const args = { r: recruitment.id, application }
    const refused = await recruitment.press('sacha', 'resume-candidate', args)
    expect(readableAnswer(refused)).toMatch(/^Cette décision revient à Inès Garnier/)
    const back = await recruitment.click('ines', done, 'Reprendre la candidature')
    expect(readableAnswer(back)).toContain('Camille Durand est de nouveau en lice.')
    expect(labelsOf(back)).toEqual(['Planifier'])
    const page = readableAnswer(await recruitment.candidat('ines', 'camille'))
    expect(page).not.toMatch(/Un imprévu|Retrait/)
    const twice = await recruitment.click('ines', done, 'Reprendre la candidature')
    expect(readableAnswer(twice)).toContain('Camille Durand est de nouveau en lice.')
  })

  it('who comes back after their answer is to be told', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    await recruitment.happens(
      'ines',
      { type: 'ApplicationStopped', application },
      { type: 'CandidateAnswered', application },
    )
    const page = await recruitment.candidat('ines', 'camille')
    const back = await recruitment.click('ines', page, 'Reprendre la candidature')
    expect(readableAnswer(back)).toContain(
      'Sa réponse était déjà partie : préviens cette personne.',
    )
  })

  it('leaves meetings already held as they are', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'Camille Durand' })
    const interview = await recruitment.plan(application, 'interview', '2026-03-02T13:00:00Z')
    await recruitment.moveTo('2026-03-03T09:00:00Z')
    const form = await withdrawal(recruitment, application)
    const done = await recruitment.fill('ines', form, {})
    expect(readableAnswer(done)).not.toContain('Annulé')
    expect((await recruitment.state()).interviews[interview]?.status).toBe('scheduled')
    const said = recruitment.chat.posts.flatMap(({ versions }) => versions.map(readableMessage))
    expect(said.join('\n')).not.toMatch(/Annulé/)
  })
})
