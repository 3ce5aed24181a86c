import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

const pasting = async ({ press, about }: Opened) =>
  formOf(await press('intra', 'paste-criteria', about))
const pasted = async (office: Opened, list: string) =>
  office.send('intra', await pasting(office), { list })

const LIST = [
  'La personne découpe un problème (poids 3, obligatoire, mise en situation)',
  'La personne partage ses doutes',
  'La personne écrit clairement (1, préqualification)',
].join('\n')

describe('a pasted list of criteria', () => {
  test('says how to write it', async () => {
    expect(readableForm(await pasting(await opened()))).toBe(
      [
        '┌ Coller une liste',
        '│ Un critère par ligne. Son poids, « obligatoire » et ses étapes peuvent suivre, entre parenthèses ; sans poids, il compte 2.',
        '│ Critères',
        '└ [Ajouter]',
      ].join('\n'),
    )
  })

  test('becomes the framing, and asks for the stages that it leaves out', async () => {
    const office = await opened()
    const answer = await pasted(office, LIST)
    expect(readableAnswer(answer)).toBe(
      [
        '✅ 3 critères ajoutés. Dis maintenant à quelle étape vérifier ceux qui n’en ont pas.',
        '1. La personne découpe un problème',
        '3, déterminant · obligatoire · mise en situation',
        '2. La personne partage ses doutes',
        '2, important · étape à choisir',
        '3. La personne écrit clairement',
        '1, un plus · préqualification',
        '## À noter',
        'Critère 2 : étape à choisir.',
        'Critère 1 : à vérifier dès la préqualification. Mieux vaut savoir tôt ce qui compte le plus.',
        'Le cas de la mise en situation reste à écrire, le même pour tout le monde.',
        'Pour changer ou retirer un critère, tape son numéro : /recrutement cadrage 2.',
        '[Choisir les étapes] [Ajouter un critère] [Écrire le cas] [Coller une liste]',
      ].join('\n'),
    )
    const form = formOf(await office.pressOn('intra', answer, 'Choisir les étapes'))
    expect(readableForm(form)).toContain(
      '│ Critère 2 (facultatif) {Préqualification | Entretien métier | Mise en situation | Cadre de collaboration | Prise de références} — La personne partage ses doutes',
    )
    const [field] = form.fields
    const chosen = await office.send('intra', form, { [field?.name ?? '']: 'collaboration' })
    expect(readableAnswer(chosen)).toContain('✅ Chaque critère a son étape.')
    expect(readableAnswer(chosen)).toContain(
      'La personne partage ses doutes\n2, important · cadre de collaboration',
    )
    expect(readableAnswer(chosen)).toContain('[Clore le cadrage]')
  })

  test('never blocks: stages left out are asked again, and closing says which', async () => {
    const office = await opened()
    await pasted(office, LIST)
    const form = formOf(await office.press('intra', 'choose-stages', office.about))
    expect(readableAnswer(await office.send('intra', form, {}))).toContain(
      'Il reste 1 critère sans étape.',
    )
    expect(readableAnswer(await office.press('intra', 'close-framing', office.about))).toBe(
      'Aucune étape ne vérifie « La personne partage ses doutes ». Choisis-en une avec /recrutement cadrage.',
    )
  })

  test('with mistakes is refused as a whole, each by its line', async () => {
    const office = await opened()
    const form = await pasting(office)
    const list = ['Savoir-être :', 'Sait lire (poids 4)', 'Sait lire', 'Sait lire', 'a'.repeat(301)]
    expect(readableAnswer(await office.send('intra', form, { list: list.join('\n') }))).toBe(
      [
        'list : Ligne 1, « Savoir-être : » : ce n’est pas un critère, complète ou efface.',
        'Ligne 2, « Sait lire (poids 4) » : le poids va de 1 à 3.',
        'Ligne 4, « Sait lire » : déjà à la ligne 3, efface l’une des deux.',
        `Ligne 5, « ${'a'.repeat(30)}… » : raccourcis, 300 caractères au plus.`,
      ].join('\n'),
    )
    const screen = readableAnswer(await office.command('intra', 'cadrage', office.channel))
    expect(screen).toContain('Le cadrage est vide.')
  })

  test('with many mistakes counts the last ones', async () => {
    const list = Array.from({ length: 6 }, (_, i) => `Partie ${i} :`).join('\n')
    expect(readableAnswer(await pasted(await opened(), list))).toMatch(
      /Ligne 4, .*\nEt 2 autres lignes à revoir\.$/,
    )
  })

  test.each([
    ['', 'list : Colle au moins un critère.'],
    ['Sait lire\n'.repeat(301), 'list : Colle la liste en deux fois : 3 000 caractères au plus.'],
  ])('is refused when empty or too long', async (list, sentence) => {
    expect(readableAnswer(await pasted(await opened(), list))).toBe(sentence)
  })

  test('only adds what is not there yet', async () => {
    const office = await opened()
    await pasted(office, LIST)
    const again = readableAnswer(await pasted(office, `${LIST}\nLa personne doute (entretien)`))
    expect(again).toMatch(/^✅ 1 critère ajouté\. 3 y étaient déjà\.\n/)
    expect(again).toContain('4. La personne doute')
    expect(readableAnswer(await pasted(office, LIST))).toBe(
      'list : Tous ces critères sont déjà dans le cadrage.',
    )
  })

  test('sent twice is added once', async () => {
    const office = await opened()
    const send = office.sender('intra', await pasting(office))
    const first = readableAnswer(await send({ list: LIST }))
    expect(readableAnswer(await send({ list: LIST }))).toBe(first)
  })

  test('shows first what it added, after a long framing', async () => {
    const office = await opened()
    await office.press('intra', 'adopt-framing', office.about)
    const added = readableAnswer(await pasted(office, 'La personne doute (entretien)'))
    expect(added).toMatch(/^✅ 1 critère ajouté\.\n9\. /)
    expect(added).toContain('13. La personne doute')
    expect(added).toContain('[Clore le cadrage]')
  })

  test('does not change a closed framing', async () => {
    const office = await opened()
    const form = await pasting(office)
    await office.press('intra', 'adopt-framing', office.about)
    await office.press('intra', 'close-framing', office.about)
    expect(readableAnswer(await office.send('intra', form, { list: LIST }))).toBe(
      'Le cadrage est déjà clos. Il change encore, un critère à la fois et avec une raison : /recrutement cadrage.',
    )
  })

  test('is for the owner and the deputy', async () => {
    const office = await opened()
    await office.name('metier')
    expect(readableAnswer(await office.press('metier', 'paste-criteria', office.about))).toBe(
      'Cela revient à Name of intra. Demande-lui.',
    )
  })
})
