import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

async function paste(office: Opened, list: string): Promise<void> {
  const form = formOf(await office.press('intra', 'paste-criteria', office.about))
  await office.send('intra', form, { list })
}

const reopen = async (office: Opened, reason: string) =>
  office.send('intra', formOf(await office.press('intra', 'reopen-framing', office.about)), {
    reason,
  })

describe('the closed framing', () => {
  test('goes to each member with what their stages verify, and is confirmed once read', async () => {
    const office = await opened()
    await paste(office, 'La personne découpe (3, mise en situation)\nLa personne doute (entretien)')
    await office.name('metier', { stages: ['case-study'] })
    await office.press('intra', 'close-framing', office.about)
    expect(office.said('framing', 'metier')).toBe(
      [
        'Name of intra compte sur toi pour évaluer la mise en situation (Développement). Lis le cadrage avant.',
        'Ce que cela vérifie :',
        '• La personne découpe',
        '3, déterminant · mise en situation',
        '[J’ai lu le cadrage] [Le cadrage en entier]',
      ].join('\n'),
    )
    const read = await office.press('metier', 'framing-read', office.about)
    expect(readableAnswer(read)).toBe('✅ C’est noté. Merci d’avoir lu le cadrage.')
    expect(office.said('framing', 'metier')).toMatch(/^✅ Tu as lu le cadrage de Développement\./)
  })

  test('says in place what changed since, and why', async () => {
    const office = await opened()
    await paste(office, 'La personne découpe (mise en situation)')
    await office.name('metier', { stages: ['case-study'] })
    await office.press('intra', 'close-framing', office.about)
    await office.press('metier', 'framing-read', office.about)
    const form = formOf(await office.command('intra', 'cadrage 1', office.channel))
    await office.send('intra', form, { weight: '3', reason: 'Le poste a changé' })
    expect(office.said('framing', 'metier')).toContain(
      '## Ce qui a changé\n• Lundi 2 mars à 10 h, critère 1 : « Le poste a changé » (Name of intra)',
    )
  })

  test('closed again after nobody was chosen is read again, with the reason', async () => {
    const office = await opened()
    await paste(office, 'La personne découpe (mise en situation)')
    await office.name('metier', { stages: ['case-study'] })
    await office.press('intra', 'close-framing', office.about)
    await office.press('metier', 'framing-read', office.about)
    await office.moveTo('2026-03-05T09:00:00Z')
    await reopen(office, 'Trop de critères techniques')
    expect(readableAnswer(await office.command('intra', 'cadrage', office.channel))).toMatch(
      /^Le cadrage est rouvert : 1 critère\.\n/,
    )
    await office.moveTo('2026-03-06T09:00:00Z')
    await office.press('intra', 'close-framing', office.about)
    await office.name('equipe1', { stages: ['case-study'] })
    expect(office.said('framing', 'metier')).toBe(
      [
        'Name of intra a revu le cadrage de Développement. Lis le cadrage à nouveau.',
        'Personne n’a été retenu jusqu’ici. Ce qui était à revoir : « Trop de critères techniques ».',
        'Ce que cela vérifie :',
        '• La personne découpe',
        '2, important · mise en situation',
        '[J’ai lu le cadrage] [Le cadrage en entier]',
      ].join('\n'),
    )
    expect(office.said('framing', 'equipe1')).toContain('Name of intra compte sur toi')
  })

  test('of many criteria shows the first, and where the others are', async () => {
    const office = await opened()
    const list = Array.from({ length: 10 }, (_, i) => `Critère numéro ${i + 1} (entretien métier)`)
    await paste(office, list.join('\n'))
    await office.name('metier', { stages: ['interview'] })
    await office.press('intra', 'close-framing', office.about)
    const said = office.said('framing', 'metier')
    expect(said).toContain('• Critère numéro 8\n')
    expect(said).not.toContain('Critère numéro 9')
    expect(said).toContain('Et 2 autres, dans le cadrage en entier.')
  })
})

describe('the craft advisor', () => {
  test('of a first recruitment gets the framing, and holds it open until they confirm', async () => {
    const office = await opened({ first: true, advisor: 'referente' })
    await office.press('intra', 'adopt-framing', office.about)
    expect(office.said('advisor', 'referente')).toBe(
      [
        'Name of intra prépare Développement et a besoin de ton regard sur le cadrage.',
        'C’est sa première fois. Lis les critères, parlez-en ensemble, puis confirme. Sans ta confirmation, le cadrage reste ouvert.',
        '[Lire le cadrage] [Nous en avons parlé]',
      ].join('\n'),
    )
    expect(readableAnswer(await office.press('intra', 'close-framing', office.about))).toContain(
      'Name of referente n’a pas encore confirmé votre échange sur le cadrage.',
    )
    const given = await office.press('referente', 'advice-given', office.about)
    expect(readableAnswer(given)).toBe('✅ C’est noté. Merci pour ton regard.')
    expect(office.said('advisor-confirmed', 'intra')).toContain('Tu peux clore le cadrage')
    expect(readableAnswer(await office.press('intra', 'close-framing', office.about))).toContain(
      'Le cadrage est clos.',
    )
  })

  test('of a later one is only asked', async () => {
    const office = await opened({ advisor: 'referente' })
    await office.press('intra', 'adopt-framing', office.about)
    expect(office.said('advisor', 'referente')).not.toMatch(/première fois|reste ouvert/)
    expect(readableAnswer(await office.press('intra', 'close-framing', office.about))).toContain(
      'Le cadrage est clos.',
    )
  })
})
