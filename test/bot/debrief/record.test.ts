/** Who could read which notes, who did and when. */
import { describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { met, opened } from './support.ts'

describe('the record of readings', () => {
  it('says, note by note, who read them and when first', async () => {
    const office = await opened()
    await office.read('equipe2')
    await office.moveTo('2026-03-04T15:00:00Z')
    await office.read('equipe2')
    const shown = readableAnswer(await office.press('intra', 'see-record', office.about))
    expect(shown).toContain('Ouverture : mercredi 4 mars à 14 h')
    const [, afterTitle = ''] = shown.split('## Notes de Name of metier\n')
    const [evidence, verdict] = afterTitle.split('\n')
    expect(evidence).toContain('publiées dans le fil du débrief (mercredi 4 mars à 14 h)')
    expect(evidence).toContain('lues par Name of equipe2 (mercredi 4 mars à 14 h)')
    expect(verdict).toBe(
      'Conclusions et niveaux : lues par Name of equipe2 (mercredi 4 mars à 14 h)',
    )
  })

  it('shows nothing of the notes themselves', async () => {
    const office = await opened()
    const shown = readableAnswer(await office.press('intra', 'see-record', office.about))
    expect(shown).not.toMatch(/fuite|cassé|démontré/)
  })

  it('says that nobody else can read, while the debrief is shut', async () => {
    const office = await met()
    await office.file('metier', office.interview, '3')
    await office.read('equipe1')
    const shown = readableAnswer(await office.press('intra', 'see-record', office.about))
    expect(shown).toContain('Le débrief est fermé')
    expect(shown).toContain('Preuves : lues par personne d’autre')
  })

  it('is for the owner alone', async () => {
    const office = await opened()
    expect(await office.read('equipe1')).not.toContain('Qui a lu quoi')
    const answer = await office.press('equipe1', 'see-record', office.about)
    expect(readableAnswer(answer)).not.toContain('Notes de')
  })
})

describe('the line on independence', () => {
  it('says that opinions were written apart', async () => {
    expect((await opened()).thread()).toContain('• Avis indépendants :')
  })

  it('says so where a message could be seen while somebody had yet to write', async () => {
    const office = await met()
    office.chat.onRemove = async () => 'no-right'
    await office.writes('equipe2', office.channel, 'Camille Durand a été brillante')
    await office.settle()
    await office.file('metier', office.interview, '3')
    await office.file('equipe1', office.interview, '2')
    await office.moveTo('2026-03-04T13:00:00Z')
    expect(office.thread()).toContain('• Indépendance à nuancer : un message')
    expect(office.thread()).not.toContain('Avis indépendants')
  })

  it('is about nothing where a single person scored', async () => {
    const office = await met()
    const alone = await office.plan('Camille Durand', 'prequalification', 'jeudi 10h')
    await office.moveTo('2026-03-05T10:00:00Z')
    await office.file('metier', alone, '3')
    const shown = readableAnswer(
      await office.press('intra', 'see-debrief', { r: office.recruitment, interview: alone }),
    )
    expect(shown).toContain('✅ Débrief ouvert : Préqualification')
    expect(shown).not.toContain('ndépendan')
  })
})
