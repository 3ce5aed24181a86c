/** A candidate and the team never mix, whichever way somebody is named (product.md section 2, step 1). */
import { describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { addressOf, formOf, recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

const SAME_PERSON = 'person : Cette personne est candidate ici. Choisis quelqu’un d’autre.'
const SAME_NAME =
  'person : Une candidature porte ce nom. Si c’est la même personne, choisis quelqu’un d’autre. Sinon, envoie à nouveau.'

async function namingForm({ press, id }: Recruiting) {
  return formOf(await press('ines', 'name-member', { r: id }))
}
const ALIX = { person: 'alix', role: 'scorer', stages: ['interview'] }

describe('the account of a candidate', () => {
  it.each(['name-member', 'name-deputy'])('is refused by %s, on its field', async (action) => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'A. M.', email: addressOf('alix') })
    const form = formOf(await recruitment.press('ines', action, { r: recruitment.id }))
    const refused = await recruitment.fill('ines', form, ALIX)
    expect(readableAnswer(refused)).toBe(SAME_PERSON)
    expect(readableAnswer(await recruitment.fill('ines', form, ALIX))).toBe(SAME_PERSON)
  })

  it('is refused as a new owner', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'A. M.', email: addressOf('alix') })
    const form = formOf(await recruitment.press('ines', 'hand-over', { r: recruitment.id }))
    expect(readableAnswer(await recruitment.fill('ines', form, ALIX))).toBe(SAME_PERSON)
    expect((await recruitment.state()).owner).toBe('ines')
  })

  it('of another recruitment, or of nobody, is welcome', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'Camille Durand', email: 'camille@exemple.fr' })
    const named = await recruitment.fill('ines', await namingForm(recruitment), ALIX)
    expect(readableAnswer(named)).toMatch(/^✅ Alix Morel évalue/)
  })
})

describe('a namesake of a candidate', () => {
  it('is asked about once, then let through by sending the same form again', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'MOREL Alix', email: 'alix@perso.fr' })
    const send = recruitment.sender('ines', await namingForm(recruitment))
    expect(readableAnswer(await send(ALIX))).toBe(SAME_NAME)
    expect((await recruitment.state()).members['alix']).toBeUndefined()
    expect(readableAnswer(await send(ALIX))).toMatch(/^✅ Alix Morel évalue/)
  })

  it('is asked about anew in another window', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'MOREL Alix', email: 'alix@perso.fr' })
    for (let window = 1; window <= 2; window += 1) {
      const asked = await recruitment.fill('ines', await namingForm(recruitment), ALIX)
      expect(readableAnswer(asked)).toBe(SAME_NAME)
    }
  })
})
