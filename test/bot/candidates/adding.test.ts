import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../../src/chat/mattermost/markdown.ts'
import { readableAnswer } from '../support/readable.ts'
import { addressOf, formOf, labelsOf, recruiting, sharedRecruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

async function newForm({ press, id }: Recruiting, person = 'ines') {
  return formOf(await press(person, 'add-candidate', { r: id }))
}

describe('what a form holds', () => {
  const shared = sharedRecruiting()

  it.each([
    [{ name: '' }, 'name : Écris le prénom et le nom.'],
    [{ name: '🙂🙂' }, 'name : Écris le prénom et le nom.'],
    [{ name: 'a'.repeat(300) }, 'name : Raccourcis le nom : 120 caractères au plus.'],
    [
      { name: 'Alix Roy', link: 'pas-un-lien' },
      'link : Colle l’adresse complète, qui commence par https://',
    ],
    [
      { name: 'Alix Roy', link: 'javascript:alert(1)' },
      'link : Colle l’adresse complète, qui commence par https://',
    ],
    [
      { name: 'Alix Roy', link: `https://exemple.fr/${'a'.repeat(500)}` },
      'link : Colle une adresse plus courte : 500 caractères au plus.',
    ],
    [
      { name: 'Alix Roy', email: 'alix@' },
      'email : Vérifie l’adresse : il y manque quelque chose.',
    ],
  ])('refuses %j on its field', async (values, sentence) => {
    const recruitment = shared()
    const refused = await recruitment.fill('ines', await newForm(recruitment), values)
    expect(readableAnswer(refused)).toBe(sentence)
    expect(await recruitment.applications()).toEqual([])
  })
})

describe('adding a candidate', () => {
  it('puts them in the list, and leads to what they must be told first', async () => {
    const recruitment = await recruiting()
    const answer = await recruitment.fill('ines', await newForm(recruitment), {
      name: 'Camille Durand',
      email: 'camille@exemple.fr',
      link: 'https://exemple.fr/cv',
    })
    expect(readableAnswer(answer)).toContain('Camille Durand est dans la liste.')
    expect(labelsOf(answer)).toEqual(['Message d’information', 'Ajouter quelqu’un d’autre'])
    const page = readableAnswer(await recruitment.candidat('ines', 'camille'))
    expect(page).toContain('Dossier : ouvrir (https://exemple.fr/cv)')
    expect(page).toContain('Adresse : camille@exemple.fr')
  })

  it('is for the owner and the deputy', async () => {
    const recruitment = await recruiting()
    const form = await newForm(recruitment, 'sacha')
    await recruitment.fill('sacha', form, { name: 'Camille Durand' })
    expect(await recruitment.applications()).toHaveLength(1)
    const refused = await recruitment.press('malik', 'add-candidate', { r: recruitment.id })
    expect(readableAnswer(refused)).toBe(
      'Cela revient à Inès Garnier ou à Sacha Blanc. Demande-lui.',
    )
    const forced = await recruitment.fill('malik', form, { name: 'Alex Martin' })
    expect(forced.kind).toBe('invalid')
    expect(await recruitment.applications()).toHaveLength(1)
  })

  it('refuses somebody who is in the list already, by name or by address', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'Camille Durand', email: 'camille@exemple.fr' })
    const form = await newForm(recruitment)
    const named = await recruitment.fill('ines', form, { name: 'DURAND camille' })
    expect(readableAnswer(named)).toMatch(/^name : Cette personne est déjà dans la liste/)
    const mailed = await recruitment.fill('ines', form, {
      name: 'C. D.',
      email: 'Camille@Exemple.fr',
    })
    expect(readableAnswer(mailed)).toMatch(/^email : C’est déjà l’adresse de Camille Durand/)
  })

  it('refuses the address of anyone of the team, whatever the case', async () => {
    const recruitment = await recruiting()
    const form = await newForm(recruitment)
    for (const member of ['ines', 'sacha', 'malik', 'noor']) {
      const email = addressOf(member).toUpperCase()
      const refused = await recruitment.fill('ines', form, { name: 'Une Autre', email })
      expect(readableAnswer(refused)).toMatch(/^email : C’est l’adresse de .*, qui fait partie de/)
    }
    expect(await recruitment.applications()).toEqual([])
  })

  it('accepts somebody who has an account here, and says what follows', async () => {
    const recruitment = await recruiting()
    const answer = await recruitment.fill('ines', await newForm(recruitment), {
      name: 'Alix Morel',
      email: addressOf('alix'),
    })
    expect(readableAnswer(answer)).toContain(
      'Alix Morel a un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.',
    )
  })

  it('knows a page of Welcome to the Jungle, where reports will go', async () => {
    const recruitment = await recruiting()
    const form = await newForm(recruitment)
    const pages = ['https://app.welcomekit.co/card/abc1', 'https://exemple.fr/cv']
    for (const [i, link] of pages.entries()) {
      await recruitment.fill('ines', form, { name: `Personne ${'AB'.charAt(i)}`, link })
    }
    const tracked = (await recruitment.applications()).map((one) => one.tracked)
    expect(tracked).toEqual([true, false])
  })

  it('shows a name as it was typed, and never interprets it', async () => {
    const recruitment = await recruiting()
    const odd = [
      '@all Durand',
      '<!channel> Roy',
      'Ana | Roux',
      '`Léo` **Gras**',
      'Ève 🙂 [Z](https://x.fr)',
    ]
    for (const name of odd) {
      const answer = await recruitment.fill('ines', await newForm(recruitment), { name })
      if (answer.kind !== 'private') throw new Error(readableAnswer(answer))
      expect(readableAnswer(answer)).toContain(`${name} est dans la liste.`)
      const markdown = toMarkdown(answer.message.headline, () => undefined)
      expect(markdown).not.toMatch(/@all|<!channel>|(?<!\\)\||(?<!\\)\]\(https/)
    }
    const list = readableAnswer(await recruitment.candidat('ines'))
    for (const name of odd) expect(list).toContain(`• ${name} : `)
  })

  it('sent twice is one candidate', async () => {
    const recruitment = await recruiting()
    const send = recruitment.sender('ines', await newForm(recruitment))
    const first = readableAnswer(await send({ name: 'Camille Durand' }))
    expect(readableAnswer(await send({ name: 'Camille Durand' }))).toBe(first)
    expect(await recruitment.applications()).toHaveLength(1)
  })

  it('from two windows is one candidate: the second is told', async () => {
    const recruitment = await recruiting()
    const [first, second] = [await newForm(recruitment), await newForm(recruitment)]
    await recruitment.fill('ines', first, { name: 'Camille Durand' })
    const refused = await recruitment.fill('ines', second, { name: 'Camille Durand' })
    expect(readableAnswer(refused)).toMatch(/^name : Cette personne est déjà dans la liste/)
    expect(await recruitment.applications()).toHaveLength(1)
  })

  it('is refused once the recruitment is closed', async () => {
    const recruitment = await recruiting()
    const form = await newForm(recruitment)
    await recruitment.happens('ines', { type: 'RecruitmentClosed' })
    const refused = await recruitment.fill('ines', form, { name: 'Camille Durand' })
    expect(readableAnswer(refused)).toMatch(/^Ce recrutement est clos/)
  })
})
