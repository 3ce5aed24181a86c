import { describe, expect, it } from 'vitest'
import { openOffice } from '../support/office.ts'
import { readableAnswer } from '../support/readable.ts'
import { addressOf, buttonsOf, formOf, labelsOf, recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

/** As it comes out of a spreadsheet, with what people put in one. */
const TWELVE = `Nom\tMail\tLien
Awa Diop\tawa@exemple.fr\thttps://app.welcomekit.co/card/awa1
Bo Chen\tbo@exemple.fr\thttps://app.welcomekit.co/card/bo1
Camille Durand\tcamille@exemple.fr\t
Dina Roux\t\thttps://exemple.fr/dina
Élie N’Dour\telie@exemple.fr\t
Fanny Le Goff\tfanny@exemple.fr\t
Gus Petit\tgus@exemple.fr\t
Hana Sato\thana@exemple.fr\t
Iris Noël\tiris@exemple.fr\t
Jo @all\tjo@exemple.fr\t
Kim <!channel>\tkim@exemple.fr\t
Léo Zola\tleo@exemple.fr\t`

async function listForm({ press, id }: Recruiting, person = 'ines') {
  return formOf(await press(person, 'paste-candidates', { r: id }))
}

async function paste(recruitment: Recruiting, list: string, person = 'ines') {
  return recruitment.fill(person, await listForm(recruitment, person), { list })
}

async function names({ candidat }: Recruiting): Promise<readonly string[]> {
  const list = readableAnswer(await candidat('malik'))
  return [...list.matchAll(/^• (.*?) : /gm)].map(([, name = '']) => name)
}

describe('a pasted list', () => {
  it('of twelve people is shown, then added once it was checked', async () => {
    const recruitment = await recruiting()
    const preview = await paste(recruitment, TWELVE)
    const shown = readableAnswer(preview).split('\n')
    expect(shown[0]).toBe('Vérifie avant d’ajouter : 12 personnes. Rien n’est encore ajouté.')
    expect(shown[1]).toBe('• Awa Diop · awa@exemple.fr · https://app.welcomekit.co/card/awa1')
    expect(shown).toContain('• Jo @all · jo@exemple.fr')
    expect(shown).toContain('• Kim <!channel> · kim@exemple.fr')
    expect(await recruitment.applications()).toEqual([])

    const added = await recruitment.click('ines', preview, 'Ajouter ces 12 personnes')
    expect(readableAnswer(added)).toContain('✅ 12 personnes ajoutées.')
    expect(labelsOf(added)).toEqual(['Message d’information', 'Voir la liste'])
    const all = await recruitment.applications()
    expect(all).toHaveLength(12)
    expect(all.filter(({ tracked }) => tracked)).toHaveLength(2)
    expect(await names(recruitment)).toHaveLength(8)
  })

  it('shows what is to be corrected on its line, and why', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'Camille Durand', email: 'camille@exemple.fr' })
    const preview = await paste(
      recruitment,
      [
        'Awa Diop, awa@exemple.fr, 06 12 34 56 78',
        'DURAND Camille',
        'C. D. ; camille@exemple.fr',
        `Une Autre ${addressOf('malik')}`,
        'https://exemple.fr/cv',
        'Bo Chen bo@',
        'awa diop',
        'a'.repeat(300),
        `Alix Morel ; ${addressOf('alix')}`,
      ].join('\n'),
    )
    expect(readableAnswer(preview).split('\n')).toEqual([
      'Vérifie avant d’ajouter : 2 personnes, 7 lignes à revoir. Rien n’est encore ajouté.',
      '• Awa Diop · awa@exemple.fr · non gardé : 06 12 34 56 78',
      '• Ligne 2 : Camille Durand est déjà dans la liste. « DURAND Camille »',
      '• Ligne 3 : Camille Durand est déjà dans la liste. « C. D. ; camille@exemple.fr »',
      '• Ligne 4 : c’est l’adresse de Malik Roy, de l’équipe. « Une Autre malik@equipe.gouv.fr »',
      '• Ligne 5 : il manque le nom. « https://exemple.fr/cv »',
      '• Ligne 6 : l’adresse e-mail est incomplète. « Bo Chen bo@ »',
      '• Ligne 7 : c’est la même personne qu’à la ligne 1. « awa diop »',
      `• Ligne 8 : le nom dépasse 120 caractères. « ${'a'.repeat(80)}… »`,
      '• Alix Morel · alix@equipe.gouv.fr',
      'Alix Morel a un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.',
      '[Ajouter ces 2 personnes] [Corriger]',
    ])
  })

  it('is corrected from what was typed, and loses nothing that was left aside', async () => {
    const recruitment = await recruiting()
    const preview = await paste(recruitment, 'Awa Diop awa@\nBo Chen\nhttps://exemple.fr/x')
    const form = formOf(await recruitment.click('ines', preview, 'Corriger'))
    expect(form.fields[0]).toMatchObject({ value: 'Awa Diop awa@\nBo Chen\nhttps://exemple.fr/x' })
    const corrected = await recruitment.fill('ines', form, {
      list: 'Awa Diop awa@exemple.fr\nBo Chen\nhttps://exemple.fr/x',
    })
    expect(labelsOf(corrected)).toEqual(['Ajouter ces 2 personnes', 'Corriger'])
    expect(readableAnswer(await recruitment.click('ines', preview, 'Corriger'))).toMatch(
      /^Cette liste n’est plus en attente/,
    )
    const added = await recruitment.click('ines', corrected, 'Ajouter ces 2 personnes')
    expect(readableAnswer(added)).toContain('https://exemple.fr/x (il manque le nom)')
    expect(await names(recruitment)).toEqual(['Awa Diop', 'Bo Chen'])
  })

  it('without anybody in it can only be corrected', async () => {
    const recruitment = await recruiting()
    const preview = await paste(recruitment, 'https://exemple.fr/x')
    expect(readableAnswer(preview)).toMatch(/^Je n’ai trouvé personne à ajouter/)
    expect(labelsOf(preview)).toEqual(['Corriger'])
    for (const list of ['', '   ', '---']) {
      expect(readableAnswer(await paste(recruitment, list))).toBe('list : Colle au moins un nom.')
    }
  })

  it('longer than a form holds is refused with a sentence', async () => {
    const refused = await paste(await recruiting(), 'Awa Diop\n'.repeat(400))
    expect(readableAnswer(refused)).toMatch(/^list : Colle en plusieurs fois/)
  })

  it('of many people is shown a page at a time, and added whole', async () => {
    const recruitment = await recruiting()
    const list = Array.from({ length: 20 }, (_, i) => `Personne N${i + 1}A`).join('\n')
    const preview = await paste(recruitment, list)
    expect(labelsOf(preview)).toEqual(['Ajouter ces 20 personnes', 'Corriger', 'Suite (5)'])
    const rest = await recruitment.click('ines', preview, 'Suite (5)')
    expect(readableAnswer(rest).match(/^• /gm)).toHaveLength(5)
    await recruitment.click('ines', rest, 'Ajouter ces 20 personnes')
    expect(await recruitment.applications()).toHaveLength(20)
  })

  it('is kept from others, never in a button, and erased once it is added', async () => {
    const recruitment = await recruiting()
    const preview = await paste(recruitment, 'Awa Diop awa@exemple.fr')
    const args = buttonsOf(preview).map((button) => button.args ?? {})
    expect(JSON.stringify(args)).not.toMatch(/awa/i)
    const others = await recruitment.press('sacha', 'correct-pasted', { ...args[0] })
    expect(readableAnswer(others)).toMatch(/^Cette liste n’est plus en attente/)
    const draft = args[0]?.['draft'] ?? ''
    const held = async () =>
      (
        await recruitment.desk.store.texts(recruitment.id, await recruitment.state(), 'ines', [
          draft,
        ])
      ).get('draft', draft)
    expect(await held()).toEqual({ list: 'Awa Diop awa@exemple.fr' })
    await recruitment.click('ines', preview, 'Ajouter cette personne')
    expect(await held()).toBeUndefined()
  })

  it('survives a restart between the preview and the confirmation', async () => {
    const recruitment = await recruiting()
    const preview = await paste(recruitment, 'Awa Diop\nBo Chen')
    const restarted = openOffice(recruitment.pool, '2026-03-02T09:05:00Z')
    const [add] = buttonsOf(preview)
    const added = await restarted.press('ines', add?.action ?? '', add?.args ?? {})
    expect(readableAnswer(added)).toContain('✅ 2 personnes ajoutées.')
  })

  it('sent twice, or confirmed twice, adds each person once', async () => {
    const recruitment = await recruiting()
    const send = recruitment.sender('ines', await listForm(recruitment))
    const [first, again] = [await send({ list: TWELVE }), await send({ list: TWELVE })]
    expect(again).toEqual(first)
    await Promise.all([
      recruitment.click('ines', first, 'Ajouter ces 12 personnes'),
      recruitment.click('ines', again, 'Ajouter ces 12 personnes'),
    ])
    const late = await recruitment.click('ines', first, 'Ajouter ces 12 personnes')
    expect(readableAnswer(late)).toMatch(/^Cette liste n’est plus en attente/)
    expect(await recruitment.applications()).toHaveLength(12)
  })

  it('from two windows adds only those whom the other did not', async () => {
    const recruitment = await recruiting()
    const first = await paste(recruitment, 'Awa Diop\nBo Chen')
    const second = await paste(recruitment, 'Bo Chen\nCleo Fay', 'sacha')
    await recruitment.click('ines', first, 'Ajouter ces 2 personnes')
    const added = await recruitment.click('sacha', second, 'Ajouter ces 2 personnes')
    expect(readableAnswer(added)).toContain('✅ 1 personne ajoutée.')
    expect(readableAnswer(added)).toContain('Bo Chen (Bo Chen est déjà dans la liste)')
    expect(await names(recruitment)).toEqual(['Awa Diop', 'Bo Chen', 'Cleo Fay'])
  })

  it('is for the owner and the deputy, while the recruitment is open', async () => {
    const recruitment = await recruiting()
    const refused = await recruitment.press('malik', 'paste-candidates', { r: recruitment.id })
    expect(readableAnswer(refused)).toMatch(/^Cela revient à Inès Garnier/)
    const preview = await paste(recruitment, 'Awa Diop')
    const form = await listForm(recruitment)
    await recruitment.happens('ines', { type: 'RecruitmentClosed' })
    for (const answer of [
      await recruitment.fill('ines', form, { list: 'Bo Chen' }),
      await recruitment.click('ines', preview, 'Ajouter cette personne'),
    ]) {
      expect(readableAnswer(answer)).toMatch(/^Ce recrutement est clos/)
    }
    expect(await recruitment.applications()).toEqual([])
  })
})
