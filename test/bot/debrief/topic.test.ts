/** `/recrutement débrief`: who is awaited, then the debrief itself. */
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../support/opened.ts'
import { mission } from '../support/mission.ts'
import { readableAnswer } from '../support/readable.ts'

/** Camille was met on Wednesday from 10 to 11 in Paris; metier alone has written. */
async function awaited() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:05:00Z')
  await office.file('metier', interview, '3', 'A raconté la fuite de mars')
  const asked = async (person: string) =>
    readableAnswer(await office.command(person, 'débrief', office.channel))
  return { ...office, interview, asked }
}

describe('`/recrutement débrief`', () => {
  it('says who is missing, since when, and offers to remind them', async () => {
    const office = await awaited()
    await office.moveTo('2026-03-04T14:30:00Z')
    const asked = await office.asked('intra')
    expect(asked).toContain('🔒 Débrief fermé : Entretien métier, Camille Durand')
    expect(asked).toContain('• Notes déposées : Name of metier')
    expect(asked).toContain('• On attend : Name of equipe1, depuis 4 h')
    expect(asked).toContain('[Relancer] [Dispenser]')
    expect(asked).not.toContain('fuite')
  })

  it('lets whoever is awaited write at once, and reminds nobody in their name', async () => {
    const asked = await (await awaited()).asked('equipe1')
    expect(asked).toContain('[Déposer mes notes]')
    expect(asked).not.toContain('Relancer')
  })

  it('lets the owner remind, and tells who was reminded', async () => {
    const office = await awaited()
    await office.moveTo('2026-03-04T14:30:00Z')
    const args = { r: office.recruitment, interview: office.interview, scorer: 'equipe1' }
    expect(readableAnswer(await office.press('intra', 'remind', args))).toContain('Name of equipe1')
    const reminded = office.chat.posts.filter(({ entry }) => entry.startsWith('reminded/'))
    expect(reminded.map(({ to }) => to)).toMatchObject([{ person: 'equipe1' }])
  })

  it('asks which one between several, with the lock of each', async () => {
    const office = await awaited()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'mercredi 14h')
    await office.moveTo('2026-03-04T16:00:00Z')
    expect(await office.asked('intra')).toMatch(
      /\[🔒 Camille Durand · Entretien métier\] \[🔒 Alex Moreau · Préqualification\]|\[🔒 Alex Moreau · Préqualification\] \[🔒 Camille Durand · Entretien métier\]/,
    )
  })

  it('takes a name, as the other commands do', async () => {
    const office = await awaited()
    await office.add({ name: 'Alex Moreau' })
    await office.add({ name: 'Bao Nguyen' })
    await office.plan('Alex Moreau', 'prequalification', 'mercredi 14h')
    await office.moveTo('2026-03-04T16:00:00Z')
    const asked = async (name: string) =>
      readableAnswer(await office.command('intra', `débrief ${name}`, office.channel))
    expect(await asked('alex')).toContain('🔒 Débrief fermé : Préqualification, Alex Moreau')
    expect(await asked('durand')).toContain('Entretien métier, Camille Durand')
    expect(await asked('bao')).toContain('Aucun entretien n’a encore eu lieu avec « bao ».')
    expect(await asked('zoé')).toContain('/recrutement candidat')
  })
})
