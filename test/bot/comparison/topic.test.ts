/** The comparison as a picture and as a file, asked for in a conversation. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/chat/port.ts'
import { mission } from '../support/mission.ts'
import { emptyDatabase } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

/** Camille has 3 and Alex 1 from metier, both debriefs open. */
async function compared() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  await office.add({ name: 'Alex Moreau' })
  const camille = await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
  const alex = await office.plan('Alex Moreau', 'prequalification', 'mercredi 14h')
  await office.moveTo('2026-03-04T14:00:00Z')
  await office.file('metier', camille, '3')
  await office.file('metier', alex, '1')
  const about = { r: office.recruitment }
  return { ...office, about }
}

function filesOf(answer: Answer) {
  if (answer.kind !== 'private') throw new Error(`answered ${answer.kind}`)
  return answer.message.files ?? []
}

describe('the comparison', () => {
  it('offers the decision, the picture and the file to the owner, the last two to the others', async () => {
    const office = await compared()
    const asked = async (person: string) =>
      readableAnswer(await office.command(person, 'comparer', office.channel))
    expect(await asked('intra')).toContain(
      '[Décider : Camille Durand] [Décider : Alex Moreau] [En image] [En tableur]',
    )
    expect(await asked('equipe2')).toMatch(/^\[En image\] \[En tableur\]$/m)
  })

  it('asks for whom where there are more people than buttons', async () => {
    const office = await compared()
    await office.add({ name: 'Bao Nguyen' })
    const bao = await office.plan('Bao Nguyen', 'prequalification', 'jeudi 14h')
    await office.moveTo('2026-03-05T14:00:00Z')
    await office.file('metier', bao, '2')
    const shown = readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(shown).toContain('[Décider] [En image] [En tableur]')
    const asked = readableAnswer(await office.press('intra', 'decide-whom', office.about))
    expect(asked).toContain('[Camille Durand] [Alex Moreau] [Bao Nguyen]')
  })

  it('says why the others have no score, and nothing of what was noted', async () => {
    const office = await compared()
    for (const name of ['Bao Nguyen', 'Cléo Petit', 'Dani Roux', 'Éli Blanc', 'Fati Noir']) {
      await office.add({ name })
    }
    const bao = await office.plan('Bao Nguyen', 'interview', 'jeudi 14h')
    await office.plan('Cléo Petit', 'prequalification', 'mercredi 11 mars 10h')
    for (const name of ['Éli Blanc', 'Fati Noir']) {
      const application = await office.applicationOf(name)
      const form = formOf(
        await office.press('intra', 'withdraw-candidate', { ...office.about, application }),
      )
      await office.send('intra', form, {})
    }
    await office.moveTo('2026-03-05T14:00:00Z')
    await office.file('metier', bao, '0', 'A dit n’avoir jamais testé')
    const shown = readableAnswer(await office.command('intra', 'comparer', office.channel))
    expect(shown).toContain(
      [
        '• Pas de score pour Bao Nguyen : débrief encore fermé.',
        '• Pas de score pour Cléo Petit : entretien à venir.',
        '• Pas de score pour Dani Roux : pas encore d’entretien.',
        '• Pas de score pour Éli Blanc et Fati Noir : candidature retirée.',
      ].join('\n'),
    )
    expect(shown).not.toContain('jamais testé')
  })

  it('is drawn on demand', async () => {
    const office = await compared()
    const [file] = filesOf(await office.press('intra', 'compare-picture', office.about))
    expect(file).toMatchObject({ name: 'comparaison.png', type: 'image/png' })
    expect(
      Buffer.from(file?.content ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('is a file on demand', async () => {
    const office = await compared()
    const [file] = filesOf(await office.press('intra', 'compare-file', office.about))
    expect(file).toMatchObject({ name: 'comparaison.csv', type: 'text/csv' })
    expect(file?.content).toContain(';Camille Durand;100;')
  })

  it('keeps levels out of both for whoever still owes notes on someone', async () => {
    const office = await compared()
    await office.plan('Camille Durand', 'interview', 'jeudi 10h')
    await office.moveTo('2026-03-05T11:00:00Z')
    const [file] = filesOf(await office.press('equipe1', 'compare-file', office.about))
    expect(file?.content).toContain(';Alex Moreau;')
    expect(file?.content).not.toContain('Camille')
  })

  it.each(['compare-picture', 'compare-file'])(
    'is nothing yet before a debrief opens: %s',
    async (action) => {
      const office = await mission(await emptyDatabase())
      await office.add({ name: 'Camille Durand' })
      const answer = await office.press('intra', action, { r: office.recruitment })
      expect(readableAnswer(answer)).toContain('rien à comparer')
    },
  )

  it.each(['compare-picture', 'compare-file'])(
    'is unknown to whoever is not on the team: %s',
    async (action) => {
      const office = await compared()
      const answer = await office.press('stranger', action, office.about)
      expect(readableAnswer(answer)).toContain('Ce message n’est plus à jour')
    },
  )
})
