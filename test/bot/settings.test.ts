import { describe, expect, test } from 'vitest'
import type { Values } from '../../src/chat/port.ts'
import { opened } from './support/opened.ts'
import type { Opened } from './support/opened.ts'
import { formOf } from './support/prequalification.ts'
import { readableAnswer, readableForm } from './support/readable.ts'

const changing = async ({ press, about }: Opened, by = 'intra') =>
  formOf(await press(by, 'change-settings', about))
const changed = async (office: Opened, values: Values) =>
  readableAnswer(await office.send('intra', await changing(office), values))
const seen = async ({ command, channel }: Opened, by = 'intra') =>
  readableAnswer(await command(by, 'réglages', channel))

async function paste(office: Opened, ...list: readonly string[]): Promise<void> {
  const form = formOf(await office.press('intra', 'paste-criteria', office.about))
  await office.send('intra', form, { list: list.join('\n') })
  await office.press('intra', 'close-framing', office.about)
}

describe('`/recrutement réglages`', () => {
  test('says each setting as people say it', async () => {
    expect(await seen(await opened())).toBe(
      [
        'Voici les réglages de ce recrutement.',
        'Étapes : préqualification, entretien métier, mise en situation, cadre de collaboration, prise de références',
        'Ouverture du débrief : à la demi-journée suivante, au plus tôt',
        'Rappel du lien : 15 minutes avant l’entretien',
        'Relance des notes : une demi-journée après l’entretien, puis chaque matin',
        'Notes en retard : je te préviens après 2 jours ouvrés',
        'Candidatures non retenues : gardées 24 mois au plus après le dernier contact',
        '[Changer]',
      ].join('\n'),
    )
  })

  test('speaks of a selection, and to members of whoever decides', async () => {
    const office = await opened({ contract: 'contractor' })
    await office.name('metier')
    const shown = await seen(office, 'metier')
    expect(shown).toMatch(/^Voici les réglages de cette sélection\./)
    expect(shown).toContain('Notes en retard : je préviens Name of intra après 2 jours ouvrés')
    expect(shown).not.toContain('[Changer]')
    expect(readableAnswer(await office.press('metier', 'change-settings', office.about))).toBe(
      'Cela revient à Name of intra. Demande-lui.',
    )
  })

  test('changes in one form, which shows how things are', async () => {
    expect(readableForm(await changing(await opened()))).toBe(
      [
        '┌ Changer les réglages',
        '│ Premier entretien unique (facultatif) = false — Préqualification et entretien métier en une rencontre, menée par une seule personne.',
        '│ Étapes sautées (facultatif) {Préqualification | Entretien métier | Mise en situation | Cadre de collaboration | Prise de références}',
        '│ Ouverture du débrief {À la demi-journée suivante | Le prochain matin ouvré} = half-day — Au plus tôt, pour prendre du recul : jamais à chaud.',
        '│ Rappel (minutes avant) = 15 — Entre 5 et 60.',
        '│ Relance des notes {1 h | 2 h | une demi-journée | 1 jour ouvré | 2 jours ouvrés | 3 jours ouvrés | 4 jours ouvrés} = 4 — Après la fin prévue de l’entretien.',
        '│ Alerte de retard {1 jour ouvré | 2 jours ouvrés | 3 jours ouvrés | 5 jours ouvrés | 10 jours ouvrés} = 18 — Après la fin prévue de l’entretien.',
        '│ Conservation (mois) = 24 — Pour les candidatures non retenues, après le dernier contact. Entre 1 et 24.',
        '└ [Enregistrer]',
      ].join('\n'),
    )
  })

  test('shows what was changed, what it costs, and where to go back', async () => {
    const office = await opened()
    const shown = await changed(office, {
      merged: true,
      skipped: ['references'],
      coolingOff: 'next-morning',
      nudgeMinutes: '30 minutes',
      lateAfterHours: '9',
      ownerToldAfterHours: '27',
      retentionMonths: '6 mois',
    })
    expect(shown).toBe(
      [
        '✅ C’est enregistré. Tu peux revenir en arrière ici, à tout moment.',
        'Sans prise de références, personne d’extérieur ne confirmera ce que vous aurez vu.',
        'Étapes : premier entretien, mise en situation, cadre de collaboration',
        'Étapes sautées : prise de références',
        'Premier entretien : préqualification et entretien métier en une rencontre',
        'Ouverture du débrief : le prochain matin ouvré, au plus tôt',
        'Rappel du lien : 30 minutes avant l’entretien',
        'Relance des notes : 1 jour ouvré après l’entretien, puis chaque matin',
        'Notes en retard : je te préviens après 3 jours ouvrés',
        'Candidatures non retenues : gardées 6 mois au plus après le dernier contact',
        '[Changer]',
      ].join('\n'),
    )
  })

  test.each([
    [{ nudgeMinutes: '4' }, 'nudgeMinutes : Choisis un nombre entier entre 5 et 60.'],
    [{ nudgeMinutes: 'bientôt' }, 'nudgeMinutes : Choisis un nombre entier entre 5 et 60.'],
    [{ nudgeMinutes: '12,5' }, 'nudgeMinutes : Choisis un nombre entier entre 5 et 60.'],
    [{ retentionMonths: '36' }, 'retentionMonths : Choisis un nombre entier entre 1 et 24.'],
    [{ lateAfterHours: '' }, 'lateAfterHours : Choisis un nombre entier entre 1 et 36.'],
    [{ ownerToldAfterHours: '2' }, 'ownerToldAfterHours : Choisis un nombre entier entre 9 et 90.'],
    [
      {
        skipped: ['prequalification', 'interview', 'case-study', 'collaboration', 'references'],
      },
      'skipped : Garde au moins une étape.',
    ],
  ])('refuses %o on its field', async (values, sentence) => {
    const office = await opened()
    expect(await changed(office, values)).toBe(sentence)
    expect(await seen(office)).toContain('15 minutes')
  })

  test('refuses to skip the only stage that verifies a criterion of a closed framing', async () => {
    const office = await opened()
    await paste(office, 'La personne découpe (mise en situation)')
    expect(await changed(office, { skipped: ['case-study'] })).toBe(
      'skipped : Aucune étape ne vérifie « La personne découpe ». Choisis-en une avec /recrutement cadrage.',
    )
  })

  test('refuses to part two stages when prequalification would be too long', async () => {
    const office = await opened()
    await changed(office, { merged: true })
    const five = [1, 2, 3, 4, 5].map((n) => `Sait faire la chose ${n} (préqualification)`)
    await paste(office, ...five)
    expect(await changed(office, { merged: false })).toBe(
      'merged : La préqualification porte 5 critères et reste courte : 4 au plus. Reporte les autres sur l’entretien métier.',
    )
  })

  test('open in two windows are not written over unseen', async () => {
    const office = await opened()
    const [one, two] = [await changing(office), await changing(office)]
    await office.send('intra', one, { nudgeMinutes: '30' })
    expect(readableAnswer(await office.send('intra', two, { merged: true }))).toBe(
      'Quelqu’un vient d’enregistrer une autre version. Copie ce que tu as écrit, puis rouvre le formulaire.',
    )
    expect(await seen(office)).toContain('30 minutes')
  })

  test('sent twice, or saved as they are, change nothing more', async () => {
    const office = await opened()
    const form = await changing(office)
    const send = office.sender('intra', form)
    const values = { ...shownOf(form), nudgeMinutes: '30' }
    const first = readableAnswer(await send(values))
    expect(readableAnswer(await send(values))).toBe(first)
    expect(await changed(office, {})).toBe(first)
  })
})

function shownOf({ fields }: Awaited<ReturnType<typeof changing>>): Values {
  return Object.fromEntries(
    fields.flatMap((field) =>
      'value' in field && field.value !== undefined ? [[field.name, field.value]] : [],
    ),
  )
}
