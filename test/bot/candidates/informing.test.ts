import { describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { labelsOf, recruiting } from './support/recruiting.ts'

describe('the information message', () => {
  it('is ready to copy, and recorded once the owner says that it was sent', async () => {
    const { add, candidat, click, applications } = await recruiting()
    await add({ name: 'Camille Durand', email: 'camille@exemple.fr' })
    const shown = await click('ines', await candidat('ines', 'camille'), 'Message d’information')
    const said = readableAnswer(shown)
    expect(said).toContain('Adresse : camille@exemple.fr')
    expect(said).toContain('> Bonjour Camille,')
    expect((await applications())[0]?.informedAt).toBeUndefined()
    const done = await click('ines', shown, 'C’est envoyé')
    expect(readableAnswer(done)).toContain('✅ C’est noté.')
    expect(labelsOf(done)).toEqual(['Planifier', 'Voir la liste'])
    expect((await applications())[0]?.informedAt?.toString()).toBe('2026-03-02T09:00:00Z')
  })

  it('pressed again changes nothing, and says when it was sent', async () => {
    const { add, candidat, click, applications, press, id, moveTo } = await recruiting()
    const application = await add({ name: 'Camille Durand' })
    const shown = await click('ines', await candidat('ines', 'camille'), 'Message d’information')
    await click('ines', shown, 'C’est envoyé')
    await moveTo('2026-03-02T10:00:00Z')
    await click('sacha', shown, 'C’est envoyé')
    expect((await applications())[0]?.informedAt?.toString()).toBe('2026-03-02T09:00:00Z')
    const again = await press('ines', 'inform-candidate', { r: id, application })
    expect(readableAnswer(again)).toMatch(/^Camille Durand a reçu ce message aujourd’hui à 10 h\./)
    expect(labelsOf(again)).toEqual([])
  })

  it('goes to everyone who has yet to get it, without showing them to each other', async () => {
    const { add, happens, candidat, click, applications } = await recruiting()
    const told = await add({ name: 'Awa Diop', email: 'awa@exemple.fr' })
    await happens('ines', { type: 'CandidateInformed', application: told })
    await add({ name: 'Bo Chen', email: 'bo@exemple.fr' })
    await add({ name: 'Cleo Fay', email: 'cleo@exemple.fr' })
    await add({ name: 'Dina Roux' })
    const gone = await add({ name: 'Eli Sand', email: 'eli@exemple.fr' })
    await happens('ines', { type: 'CandidateWithdrew', application: gone })
    const shown = await click('ines', await candidat('ines'), 'Message d’information')
    const said = readableAnswer(shown)
    expect(said).toContain('bo@exemple.fr, cleo@exemple.fr')
    expect(said).toContain('## Sans adresse, à joindre autrement\nDina Roux')
    expect(said).not.toMatch(/awa@|eli@/)
    expect(said).toContain('> Bonjour,\n')
    const later = await add({ name: 'Fanny Le Goff' })
    const done = await click('ines', shown, 'C’est envoyé à ces 3 personnes')
    expect(readableAnswer(done)).toContain(
      '✅ C’est noté pour 3 personnes. Il en reste 1 à informer.',
    )
    const waiting = (await applications()).filter(({ informedAt }) => !informedAt)
    expect(waiting.map(({ id }) => id)).toEqual([gone, later])
  })

  it('says where reports go only to those who have a page there', async () => {
    const recruitment = await recruiting()
    const { happens, press, id } = recruitment
    const letters: string[] = []
    for (const tracked of [true, false]) {
      const application = `tracked-${tracked}`
      const candidate = await recruitment.add({ name: `Personne ${tracked ? 'A' : 'B'}` })
      const { candidate: text = '' } = (await recruitment.state()).applications[candidate] ?? {}
      await happens('ines', { type: 'ApplicationAdded', application, candidate: text, tracked })
      const shown = await press('ines', 'inform-candidate', { r: id, application })
      letters.push(readableAnswer(shown))
    }
    expect(letters[0]).toContain('Welcome to the Jungle')
    expect(letters[1]).not.toContain('Welcome to the Jungle')
  })

  it('tells the stages that this recruitment holds, merged or skipped, and how long data is kept', async () => {
    const recruitment = await recruiting()
    const { settings } = await recruitment.state()
    const changed = {
      ...settings,
      merged: true,
      skipped: ['collaboration'] as const,
      retentionMonths: 6,
    }
    await recruitment.happens('ines', { type: 'SettingsChanged', settings: changed })
    await recruitment.add({ name: 'Camille Durand' })
    const said = readableAnswer(
      await recruitment.click(
        'ines',
        await recruitment.candidat('ines', 'camille'),
        'Message d’information',
      ),
    )
    expect(said.match(/^> • .*?(?= \()/gm)).toEqual([
      '> • Premier entretien',
      '> • Mise en situation',
      '> • Prise de références',
    ])
    expect(said).toContain('tout est effacé au plus tard 6 mois après')
  })

  it('is shown to the owner and the deputy only', async () => {
    const { add, press, id } = await recruiting()
    const application = await add({ name: 'Camille Durand' })
    const refused = await press('malik', 'inform-candidate', { r: id, application })
    expect(readableAnswer(refused)).toMatch(/^Cela revient à Inès Garnier/)
    const forced = await press('malik', 'candidates-informed', { r: id, applications: application })
    expect(readableAnswer(forced)).toMatch(/^Cela revient à Inès Garnier/)
  })
})
