import { describe, expect, test } from 'vitest'
import { mission } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { emptyDatabase, goingOn, opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

/** A first interview by `metier` and `equipe1` that has just ended. */
async function afterInterview() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:30:00Z')
  return { ...office, ...goingOn(office) }
}

async function removing(office: Pick<Mission, 'press' | 'recruitment'>, by = 'intra') {
  return formOf(await office.press(by, 'remove-member', { r: office.recruitment }))
}

describe('removing someone', () => {
  test('says what they leave, and how to go back', async () => {
    const office = await opened()
    await office.name('metier')
    const form = await removing(office)
    expect(readableForm(form)).toContain(
      'Cette personne quitte aussi le canal et les entretiens à venir. Ce qu’elle a déposé reste.',
    )
    expect(readableAnswer(await office.send('intra', form, { person: 'metier' }))).toBe(
      [
        '✅ Name of metier ne fait plus partie de l’équipe.',
        'Pour revenir en arrière, nomme à nouveau cette personne.',
        '[Nommer quelqu’un d’autre] [Voir l’équipe]',
      ].join('\n'),
    )
  })

  test('tells them that they need not come, without a name that they may not read any more', async () => {
    const office = await mission(await emptyDatabase())
    await office.add({ name: 'Camille Durand' })
    await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    await office.send('intra', await removing(office), { person: 'equipe1' })
    expect(goingOn(office).said('uninvited', 'equipe1')).toMatch(
      /^Tu n’as plus à venir : Entretien métier, mercredi 4 mars à 10 h\./,
    )
    const gone = office.chat.posts.find(({ entry }) => entry.startsWith('uninvited/'))
    expect(gone?.versions[0]?.files?.[0]?.content).not.toContain('Camille')
  })

  test('keeps another role', async () => {
    const office = await opened()
    await office.name('intra')
    const answer = await office.send('intra', await removing(office), { person: 'intra' })
    expect(readableAnswer(answer)).toContain(
      '✅ Name of intra ne participe plus aux entretiens, et garde son autre rôle.',
    )
  })

  test('twice, from two windows, is refused the second time', async () => {
    const office = await opened()
    await office.name('metier')
    const [one, two] = [await removing(office), await removing(office)]
    await office.send('intra', one, { person: 'metier' })
    expect(readableAnswer(await office.send('intra', two, { person: 'metier' }))).toContain(
      'person : Cette personne ne fait plus partie de l’équipe.',
    )
  })

  test('asks for a reason while notes are expected: it counts as a waiver', async () => {
    const office = await afterInterview()
    const form = await removing(office)
    expect(readableForm(form)).toContain(
      'Notes attendues : Name of metier et Name of equipe1. Retirer l’une de ces personnes l’en dispense : indique la raison.',
    )
    expect(readableAnswer(await office.send('intra', form, { person: 'equipe1' }))).toBe(
      'reason : Ses notes sont attendues : indique la raison. Elle vaut dispense, et apparaîtra dans le débrief.',
    )
    const told = { person: 'equipe1', reason: 'En arrêt jusqu’à lundi' }
    expect(readableAnswer(await office.send('intra', form, told))).toContain(
      '✅ Name of equipe1 ne fait plus partie de l’équipe.',
    )
    const gate = readableAnswer(await office.command('intra', 'débrief', office.channel))
    expect(gate).toContain('Name of metier')
    expect(gate).not.toMatch(/Name of equipe1.*attendu/)
  })

  test('with notes expected is for the owner alone', async () => {
    const office = await afterInterview()
    const deputy = formOf(await office.press('intra', 'name-deputy', office.about))
    await office.send('intra', deputy, { person: 'adjointe' })
    const told = { person: 'equipe1', reason: 'En arrêt jusqu’à lundi' }
    const answer = await office.send('adjointe', await removing(office, 'adjointe'), told)
    expect(readableAnswer(answer)).toBe(
      'person : Cette décision revient à Name of intra. Demande-lui.',
    )
  })

  test('is refused where nobody would be left to score', async () => {
    const office = await afterInterview()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'vendredi 10h')
    const answer = await office.send('intra', await removing(office), {
      person: 'metier',
      reason: 'Ne travaille plus ici',
    })
    expect(readableAnswer(answer)).toContain('person : Cette personne est seule à évaluer')
  })

  test('is for the owner and the deputy', async () => {
    const office = await opened()
    await office.name('metier')
    expect(readableAnswer(await office.press('metier', 'remove-member', office.about))).toBe(
      'Cela revient à Name of intra. Demande-lui.',
    )
  })
})
