/** What naming someone says of candidates, and to whom (product.md section 2, step 1). */
import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

/** Camille Durand is a candidate, and has the account `camille`. */
async function withCandidate(): Promise<Opened> {
  const office = await opened()
  const form = formOf(await office.press('intra', 'add-candidate', office.about))
  await office.send('intra', form, { name: 'Camille Durand', email: 'camille@exemple.fr' })
  office.alter('camille', { name: 'Camille Durand', email: 'Camille@exemple.fr' })
  office.alter('homonyme', { name: 'Camille Durand', email: 'c.durand@exemple.fr' })
  return office
}

describe('an administrator from outside', () => {
  test('does not learn who is a candidate, nor who bears the name of one', async () => {
    const office = await withCandidate()
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    const form = formOf(await office.press('admin', 'replace-owner', office.about))
    for (const person of ['camille', 'homonyme', 'homonyme']) {
      expect(readableAnswer(await office.send('admin', form, { person }))).toBe(
        'person : Cette personne ne peut pas décider ici. Choisis quelqu’un d’autre.',
      )
    }
    expect(office.said('welcome')).toContain('Qui décide : intra')
  })
})

describe('a namesake of a candidate', () => {
  test('is not asked about again once in the team', async () => {
    const office = await withCandidate()
    const send = office.sender(
      'intra',
      formOf(await office.press('intra', 'name-member', office.about)),
    )
    const values = { person: 'homonyme', role: 'scorer', stages: ['case-study'] }
    expect(readableAnswer(await send(values))).toContain('Une candidature porte ce nom.')
    expect(readableAnswer(await send(values))).toMatch(/^✅ Camille Durand évalue/)
    expect(readableAnswer(await office.name('homonyme', { stages: ['interview'] }))).toMatch(
      /^✅ Camille Durand évalue l’entretien métier\./,
    )
  })
})
