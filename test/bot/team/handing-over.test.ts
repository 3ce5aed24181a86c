import { describe, expect, test } from 'vitest'
import { mission } from '../support/mission.ts'
import { emptyDatabase, goingOn, opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

async function handingOver({ press, about }: Pick<Opened, 'press' | 'about'>) {
  return formOf(await press('intra', 'hand-over', about))
}

describe('passing the hand', () => {
  test('says what changes before it is done', async () => {
    const office = await opened()
    expect(readableForm(await handingOver(office))).toBe(
      [
        '┌ Passer la main',
        '│ Cette personne décidera seule, à ta place : elle seule pourra te rendre la main. Tu quittes le canal et ne verras plus ce recrutement.',
        '│ À qui',
        '└ [Passer la main]',
      ].join('\n'),
    )
    await office.name('intra')
    expect(readableForm(await handingOver(office))).toContain(
      'Tu gardes tes autres rôles dans l’équipe.',
    )
  })

  test('of a mission speaks of a selection', async () => {
    const office = await opened({ contract: 'contractor' })
    expect(readableForm(await handingOver(office))).toContain('ne verras plus cette sélection.')
  })

  test('makes the other person decide, and tells them and the channel', async () => {
    const office = await opened()
    const form = await handingOver(office)
    expect(readableAnswer(await office.send('intra', form, { person: 'relais' }))).toBe(
      '✅ Name of relais décide désormais, et reçoit ce qui t’attendait.',
    )
    expect(office.said('owner', 'relais')).toBe(
      [
        'Tu décides désormais pour Développement.',
        'Poursuivre, arrêter, retenir : la décision te revient. L’équipe t’apporte ses preuves.',
        'Rien d’urgent. Regarde où on en est, puis relis le cadrage.',
        '[Où en est-on] [Lire le cadrage] [Voir l’équipe]',
      ].join('\n'),
    )
    expect(office.said('welcome')).toContain('Qui décide : relais')
    expect(readableAnswer(await office.command('relais', 'équipe', office.channel))).toContain(
      '[Passer la main]',
    )
    expect(readableAnswer(await office.command('intra', 'équipe', office.channel))).toContain(
      'Tu ne participes à aucun recrutement ici.',
    )
  })

  test('gives the tasks with it, each with its button', async () => {
    const base = await mission(await emptyDatabase())
    const office = { ...base, ...goingOn(base) }
    await office.add({ name: 'Camille Durand' })
    const interview = await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    await office.moveTo('2026-03-04T10:00:00Z')
    await office.file('metier', interview, '3')
    await office.send('intra', await handingOver(office), { person: 'equipe1' })
    const told = office.said('owner', 'equipe1')
    expect(told).toContain('## Ce qui t’attend')
    expect(told).toContain('• Décider pour Camille Durand')
    expect(told).toContain('[Décider : Camille Durand]')
  })

  test('sent twice is done once, although the first time took every right away', async () => {
    const office = await opened()
    const send = office.sender('intra', await handingOver(office))
    const first = readableAnswer(await send({ person: 'relais' }))
    expect(first).toContain('✅ Name of relais décide désormais')
    expect(readableAnswer(await send({ person: 'relais' }))).toBe(first)
    expect(office.chat.posts.filter(({ entry }) => entry.startsWith('owner/'))).toHaveLength(1)
  })

  test('from two windows to two people is done for the first, and the other window learns nothing', async () => {
    const office = await opened()
    const [one, two] = [await handingOver(office), await handingOver(office)]
    await office.send('intra', one, { person: 'relais' })
    expect(readableAnswer(await office.send('intra', two, { person: 'autre' }))).toBe(
      'Tu ne participes à aucun recrutement ici. Pour en ouvrir un, tape /recrutement nouveau.',
    )
    expect(office.said('welcome')).toContain('Qui décide : relais')
  })

  test.each([
    ['intra', 'Choisis quelqu’un d’autre que toi.'],
    ['parti', 'Ce compte n’est plus actif. Choisis quelqu’un d’autre.'],
  ])('to %s is refused', async (person, sentence) => {
    const office = await opened()
    office.alter('parti', { active: false })
    const answer = await office.send('intra', await handingOver(office), { person })
    expect(readableAnswer(answer)).toBe(`person : ${sentence}`)
  })
})
