/** What is left to do once a mission or a post is filled. */
import { expect, test } from 'vitest'
import { emptyDatabase } from '../support/opened.ts'
import { buttonOf, mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

test('the order goes to the holder of the contract, with the framing at hand to annex it', async () => {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  const interview = await office.plan('Camille Durand', 'prequalification', 'mardi 9h')
  await office.moveTo('2026-03-03T16:00:00Z')
  await office.file('metier', interview, '3')
  const last = await office.plan('Camille Durand', 'interview', 'mercredi 9h')
  await office.moveTo('2026-03-04T16:00:00Z')
  for (const person of ['metier', 'equipe1']) await office.file(person, last, '3')
  await office.moveTo('2026-03-05T09:00:00Z')
  const about = {
    r: office.recruitment,
    application: await office.applicationOf('Camille Durand'),
  }
  const choose = formOf(await office.press('intra', 'decide-choose', about))
  await office.send('intra', choose, {})
  await office.press('intra', 'candidate-answered', {
    ...about,
    applications: about.application,
  })
  await office.send('intra', formOf(await office.press('intra', 'close', about)), {})
  for (const followUp of ['price', 'offer-archived']) {
    await office.press('intra', 'follow-up-done', { r: office.recruitment, followUp })
  }
  await office.moveTo('2026-03-20T09:00:00Z')
  const order = office.chat.posts
    .flatMap(({ versions }) => versions.slice(0, 1))
    .find((message) => readableMessage(message).includes('Passe la commande')) ?? { headline: [] }
  expect(readableMessage(order)).toContain('avec la fiche de cadrage en annexe')
  const { action, args = {} } = buttonOf(order, 'La fiche de cadrage')
  expect(readableAnswer(await office.press('intra', action, args))).toContain('obligatoire')
})
