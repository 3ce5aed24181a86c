import { describe, expect, test } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

const LABEL = 'La personne découpe un problème'

/** A recruitment with one criterion. */
async function framed(): Promise<Opened> {
  const office = await opened()
  const form = formOf(await office.press('intra', 'add-criterion', office.about))
  await office.send('intra', form, { label: LABEL, stages: ['interview'], weight: '2' })
  return office
}

const number = async ({ command, channel }: Opened, n = 1) =>
  formOf(await command('intra', `cadrage ${n}`, channel))
const seen = async ({ command, channel }: Opened) =>
  readableAnswer(await command('intra', 'cadrage', channel))
const sent = async (office: Opened, values: Values) =>
  readableAnswer(await office.send('intra', await number(office), values))

describe('one criterion at a time', () => {
  test('is opened by its number, as it stands, with its weights explained', async () => {
    const office = await framed()
    expect(readableForm(await number(office))).toBe(
      [
        '┌ Changer un critère',
        `│ Critère = ${LABEL} — Une phrase sur la personne : « … est capable de », « … maîtrise », « … fait preuve de ».`,
        '│ Poids {3, déterminant | 2, important | 1, un plus} = 2 — Ce qu’il compte dans la comparaison.',
        '│ Obligatoire (facultatif) = false — S’il n’est pas validé, la personne ne peut pas être retenue.',
        '│ Vérifié pendant {Préqualification | Entretien métier | Mise en situation | Cadre de collaboration | Prise de références}',
        '│ Retirer ce critère (facultatif)',
        '└ [Enregistrer]',
      ].join('\n'),
    )
  })

  test('is changed, and removed', async () => {
    const office = await framed()
    expect(await sent(office, { weight: '3', mandatory: true })).toBe(
      '✅ C’est enregistré : 1 critère.\nLa suite : /recrutement cadrage.',
    )
    expect(await seen(office)).toContain(
      `${LABEL}\n3, déterminant · obligatoire · entretien métier`,
    )
    expect(await sent(office, { remove: true })).toMatch(/^✅ Le critère est retiré\. Pour revenir/)
    expect(await seen(office)).toContain('Le cadrage est vide.')
  })

  test.each([
    [{ label: '' }, 'label : Écris le critère en une phrase.'],
    [{ label: 'a'.repeat(301) }, 'label : Raccourcis le critère : 300 caractères au plus.'],
    [{ stages: [] }, 'stages : Choisis au moins une étape pour le vérifier.'],
    [{ reason: 'a'.repeat(301) }, 'reason : Raccourcis la raison : 300 caractères au plus.'],
  ])('is refused on its field with %o', async (values, sentence) => {
    expect(await sent(await framed(), values)).toBe(sentence)
  })

  test('whose number does not exist is told so', async () => {
    const { command, channel } = await framed()
    for (const typed of ['7', '0', 'bonjour']) {
      expect(readableAnswer(await command('intra', `cadrage ${typed}`, channel))).toBe(
        'Je ne trouve pas ce critère. Tape un numéro de 1 à 1.',
      )
    }
  })

  test('open in two windows is not written over unseen', async () => {
    const office = await framed()
    const [one, two] = [await number(office), await number(office)]
    await office.send('intra', one, { label: `${LABEL} complexe` })
    expect(readableAnswer(await office.send('intra', two, { label: 'Tout autre chose' }))).toBe(
      'Quelqu’un vient d’enregistrer une autre version. Copie ce que tu as écrit, puis rouvre le formulaire.',
    )
    expect(await seen(office)).toContain(`${LABEL} complexe`)
  })

  test('removed in one window is not brought back by the other', async () => {
    const office = await framed()
    const [one, two] = [await number(office), await number(office)]
    await office.send('intra', one, { remove: true })
    expect(readableAnswer(await office.send('intra', two, { weight: '3' }))).toBe(
      'Ce critère n’existe plus. Tape /recrutement cadrage pour voir la liste à jour.',
    )
    expect(await seen(office)).toContain('Le cadrage est vide.')
  })

  test('sent twice is added once', async () => {
    const office = await framed()
    const send = office.sender(
      'intra',
      formOf(await office.press('intra', 'add-criterion', office.about)),
    )
    const values = { label: 'La personne doute', weight: '1', stages: ['interview'] }
    const first = readableAnswer(await send(values))
    expect(readableAnswer(await send(values))).toBe(first)
    expect(await seen(office)).toContain('2 critères')
  })

  test('of a merged first meeting keeps the half that it had', async () => {
    const office = await framed()
    const settings = formOf(await office.press('intra', 'change-settings', office.about))
    await office.send('intra', settings, { merged: true })
    expect(readableForm(await number(office))).toContain('{Premier entretien | Mise en situation')
    await sent(office, { weight: '3' })
    const apart = formOf(await office.press('intra', 'change-settings', office.about))
    await office.send('intra', apart, { merged: false })
    expect(await seen(office)).toContain(`${LABEL}\n3, déterminant · entretien métier`)
  })
})

describe('the case', () => {
  test('is the same for everyone, and is not written over unseen', async () => {
    const office = await framed()
    const open = async () => formOf(await office.press('intra', 'write-case', office.about))
    const [one, two] = [await open(), await open()]
    expect(readableForm(one)).toContain('Le même pour toutes les candidatures.')
    expect(readableAnswer(await office.send('intra', one, { case: 'Un service lent.' }))).toBe(
      '✅ Le cas est enregistré.\nLa suite : /recrutement cadrage.',
    )
    expect(readableAnswer(await office.send('intra', two, { case: 'Autre chose.' }))).toContain(
      'Quelqu’un vient d’enregistrer une autre version.',
    )
    expect(await seen(office)).toContain('## Le cas de la mise en situation\nUn service lent.')
  })

  test.each([
    ['', 'case : Écris le cas, même en deux phrases.'],
    ['a'.repeat(3001), 'case : Raccourcis le cas : 3 000 caractères au plus.'],
  ])('is refused on its field when empty or too long', async (body, sentence) => {
    const office = await framed()
    const form = formOf(await office.press('intra', 'write-case', office.about))
    expect(readableAnswer(await office.send('intra', form, { case: body }))).toBe(sentence)
  })
})

async function closed(): Promise<Opened> {
  const office = await framed()
  await office.press('intra', 'close-framing', office.about)
  return office
}

describe('a closed framing', () => {
  test('says that it can still change, and what comes next', async () => {
    const office = await framed()
    expect(readableAnswer(await office.press('intra', 'close-framing', office.about))).toBe(
      [
        '✅ Le cadrage est clos. Chaque membre de l’équipe le reçoit pour lecture.',
        'Il peut encore changer, avec une raison. Prochaine étape : /recrutement équipe si elle n’est pas complète, puis /recrutement candidat.',
      ].join('\n'),
    )
    expect(await seen(office)).toMatch(/\[Ajouter un critère\] \[Écrire le cas\]$/)
  })

  test('asks for the reason of a change, on its field', async () => {
    const office = await closed()
    expect(readableForm(await number(office))).toContain(
      'Raison du changement — Le cadrage est clos : la raison sera montrée dans les débriefs.',
    )
    expect(await sent(office, { weight: '3', reason: '' })).toBe(
      'reason : Le cadrage est clos. Pour le changer, indique la raison : elle apparaîtra dans les débriefs.',
    )
  })

  test('shows each change with its date, its reason and its author', async () => {
    const office = await closed()
    expect(await sent(office, { weight: '3', reason: 'Le poste a changé' })).toContain(
      '✅ C’est enregistré, pour toutes les candidatures.',
    )
    const more = formOf(await office.press('intra', 'add-criterion', office.about))
    const added = { label: 'La personne doute', stages: ['interview'], reason: 'Oublié' }
    await office.send('intra', more, added)
    await office.send('intra', await number(office, 2), { remove: true, reason: 'De trop' })
    expect(await seen(office)).toContain(
      [
        '## Ce qui a changé',
        '• Lundi 2 mars à 10 h, un critère retiré : « De trop » (Name of intra)',
        '• Lundi 2 mars à 10 h, un critère retiré : « Oublié » (Name of intra)',
        '• Lundi 2 mars à 10 h, critère 1 : « Le poste a changé » (Name of intra)',
      ].join('\n'),
    )
  })

  test('refuses on its field a change under which it would no longer hold', async () => {
    const office = await closed()
    const late = { stages: ['references'], mandatory: true, reason: 'Plus tard' }
    expect(await sent(office, late)).toContain(
      'stages : Un critère obligatoire ou de poids 3 doit être vérifié avant les références',
    )
    expect(await sent(office, { remove: true, reason: 'De trop' })).toBe(
      'remove : Il faut au moins un critère : ajoutes-en un d’abord.',
    )
  })

  test('leaves to the owner to lift what is mandatory, and says so on the box', async () => {
    const office = await closed()
    await sent(office, { mandatory: true, reason: 'Indispensable' })
    const deputy = formOf(await office.press('intra', 'name-deputy', office.about))
    await office.send('intra', deputy, { person: 'adjointe' })
    const lift = { mandatory: false, reason: 'Trop strict' }
    const answer = await office.send('adjointe', await number(office), lift)
    expect(readableAnswer(answer)).toBe(
      'mandatory : Cette décision revient à Name of intra. Demande-lui.',
    )
    expect(await sent(office, lift)).toContain('✅ C’est enregistré')
  })

  test('asks for the reason above a form that was open before, and has no field for it', async () => {
    const office = await framed()
    const before = await number(office)
    await office.press('intra', 'close-framing', office.about)
    const answer = await office.send('intra', before, { weight: '1' })
    expect(answer).toMatchObject({ kind: 'invalid', message: expect.stringContaining('la raison') })
  })
})
