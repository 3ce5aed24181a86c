/** What an opened debrief shows (section 4 of the product), in the channel's thread and in private. */
import { describe, expect, it } from 'vitest'
import { formOf } from '../support/prequalification.ts'
import { met, opened } from './support.ts'

describe('an opened debrief', () => {
  it('shows who filed when', async () => {
    const office = await opened()
    expect(office.thread()).toContain(
      [
        '• Name of metier : notes déposées mercredi 4 mars à 11 h 05',
        '• Name of equipe1 : notes déposées mercredi 4 mars à 11 h 30',
      ].join('\n'),
    )
  })

  it('puts evidence side by side, criterion by criterion', async () => {
    const thread = (await opened()).thread()
    expect(thread).toMatch(
      /## [^\n]+\nName of metier : A raconté la fuite de mars[^\n]+\nName of equipe1 : N’a pas su dire ce qui a cassé/,
    )
  })

  it('keeps levels out of the thread, and shows them to those entitled', async () => {
    const office = await opened()
    expect(office.thread()).not.toMatch(/démontré|non validé|Avis partagés/)
    const read = await office.read('intra')
    expect(read).toContain('Name of metier · 3, démontré, preuves fortes : A raconté')
    expect(read).toContain('Name of equipe1 · 0, non validé : N’a pas su')
    expect(read).toContain('Avis partagés :')
    expect(read).toContain('Obligatoire et non validé :')
  })

  it('ends, for the owner, on their four answers, and for nobody else', async () => {
    const office = await opened()
    expect(await office.read('intra')).toContain(
      '[Poursuivre] [Un entretien de plus] [Arrêter] [Retenir]',
    )
    expect(await office.read('equipe1')).not.toContain('[Retenir]')
  })

  it('names who was let off, and why', async () => {
    const office = await met()
    await office.file('metier', office.interview, '3')
    const form = formOf(
      await office.press('intra', 'waive', { ...office.about, scorer: 'equipe1' }),
    )
    await office.send('intra', form, { reason: 'En congé' })
    await office.moveTo('2026-03-04T13:00:00Z')
    expect(office.thread()).toContain('• Name of equipe1 : dispense, En congé')
  })

  it('says that the framing changed since it was closed', async () => {
    const office = await met()
    const about = { r: office.recruitment }
    const more = formOf(await office.press('intra', 'add-criterion', about))
    const added = { label: 'La personne doute', stages: ['collaboration'], reason: 'Oublié' }
    await office.send('intra', more, added)
    for (const person of ['metier', 'equipe1']) await office.file(person, office.interview, '2')
    await office.moveTo('2026-03-04T13:00:00Z')
    expect(office.thread()).toContain('• Le cadrage a changé une fois depuis qu’il est clos.')
  })

  it('shows what was amended after the opening, with what stood before', async () => {
    const office = await opened()
    await office.moveTo('2026-03-04T13:30:00Z')
    await office.amend('equipe1', '2', 'A retrouvé la cause pendant le débrief')
    await office.settle()
    const thread = office.thread()
    expect(thread).toContain('Name of equipe1 : A retrouvé la cause pendant le débrief')
    expect(thread).toMatch(
      /## Complété après l’ouverture. Avant :\n• Name of equipe1, « [^»]+ » : N’a pas su dire ce qui a cassé/,
    )
    expect(await office.read('intra')).toMatch(
      /Avant :\n• Name of equipe1, « [^»]+ » : 0, non validé/,
    )
  })
})
