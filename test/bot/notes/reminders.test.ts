/** At the planned end, scorers are asked for their notes. */
import { expect, test } from 'vitest'
import { emptyDatabase } from '../support/opened.ts'
import { mission } from '../support/mission.ts'
import { readableMessage } from '../support/readable.ts'

test('at the planned end it is asked not to talk first, and there is a way to say that nothing took place', async () => {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:01:00Z')
  const asked = office.chat.posts.filter(({ entry }) => entry.startsWith('ended/'))
  const people = asked.map(({ to }) => ('person' in to ? to.person : '')).toSorted()
  expect(people).toEqual(['equipe1', 'metier'])
  expect(readableMessage(asked[0]?.versions[0] ?? { headline: [] }).split('\n')).toEqual([
    '✍️ Dépose tes notes sur Camille Durand tant que c’est frais, avant d’en parler.',
    'Pas de débrief à chaud : le premier avis entendu déteint sur les autres. Le débrief s’ouvre quand tout le monde a écrit.',
    '[Déposer mes notes] [Écrire sur une page] [L’entretien n’a pas eu lieu]',
  ])
})
