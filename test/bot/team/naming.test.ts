import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

describe('naming someone', () => {
  test('says what they do now, and that the framing goes to them once it is closed', async () => {
    const { name, press, about, said } = await opened()
    expect(readableAnswer(await name('metier', { expert: true }))).toMatch(
      /^✅ Name of metier évalue la préqualification\.\nCette personne rejoint le canal\. Elle recevra le cadrage dès qu’il sera clos\./,
    )
    await press('intra', 'adopt-framing', about)
    await press('intra', 'close-framing', about)
    expect(said('framing', 'metier')).toContain(
      'Name of intra compte sur toi pour évaluer la préqualification (Développement). Lis le cadrage avant.',
    )
  })

  test('again replaces role and stages', async () => {
    const { name, command, channel } = await opened()
    await name('metier')
    await name('metier', { role: 'observer', stages: ['case-study'] })
    const shown = readableAnswer(await command('intra', 'équipe', channel))
    expect(shown).toContain('• metier observe la mise en situation')
    expect(shown).not.toContain('évalue la préqualification')
  })

  test('twice with the same button is once', async () => {
    const { sender, press, about, command, channel } = await opened()
    const send = sender('intra', formOf(await press('intra', 'name-member', about)))
    const values = { person: 'metier', role: 'scorer', stages: ['interview'] }
    const first = readableAnswer(await send(values))
    expect(readableAnswer(await send(values))).toBe(first)
    expect(readableAnswer(await command('intra', 'équipe', channel))).toContain('1 personne')
  })

  test.each([
    [{ person: '' }, 'person : Choisis une personne.'],
    [{ person: 'robot' }, 'person : C’est le compte d’un robot. Choisis une personne.'],
    [{ person: 'parti' }, 'person : Ce compte n’est plus actif. Choisis quelqu’un d’autre.'],
    [{ stages: [] }, 'stages : Choisis au moins une étape pour cette personne.'],
  ])('with %o is refused on its field', async (values, sentence) => {
    const { name, alter } = await opened()
    alter('robot', { isBot: true })
    alter('parti', { active: false })
    expect(readableAnswer(await name('metier', values))).toBe(sentence)
  })

  test('offers one first meeting where two stages are merged, and no stage that is skipped', async () => {
    const { name, press, send, about, command, channel } = await opened()
    const settings = formOf(await press('intra', 'change-settings', about))
    await send('intra', settings, { merged: true, skipped: ['references'] })
    const form = readableForm(formOf(await press('intra', 'name-member', about)))
    expect(form).toContain('{Premier entretien | Mise en situation | Cadre de collaboration}')
    await name('metier', { stages: ['interview'] })
    expect(readableAnswer(await command('intra', 'équipe', channel))).toContain(
      '• metier évalue le premier entretien',
    )
    const apart = formOf(await press('intra', 'change-settings', about))
    await send('intra', apart, { merged: false })
    expect(readableAnswer(await command('intra', 'équipe', channel))).toContain(
      '• metier évalue la préqualification et l’entretien métier',
    )
  })
})

describe('those who help the owner', () => {
  test('the deputy may do everything but decide', async () => {
    const { press, send, about } = await opened()
    const form = formOf(await press('intra', 'name-deputy', about))
    expect(readableForm(form)).toContain('La décision reste à toi.')
    expect(readableAnswer(await send('intra', form, { person: 'equipe1' }))).toBe(
      '✅ Name of equipe1 peut agir à ta place, sauf pour décider.',
    )
    expect(readableAnswer(await press('equipe1', 'name-member', about))).toContain('Nommer')
    expect(readableAnswer(await press('equipe1', 'hand-over', about))).toBe(
      'Cette décision revient à Name of intra. Demande-lui.',
    )
  })

  test('the deputy is let go by the owner, and may do nothing any more', async () => {
    const { press, send, about } = await opened()
    const named = formOf(await press('intra', 'name-deputy', about))
    expect(readableForm(named)).not.toContain('Plus personne')
    await send('intra', named, { person: 'equipe1' })
    const form = formOf(await press('intra', 'name-deputy', about))
    expect(readableForm(form)).toContain('Plus personne')
    expect(readableAnswer(await send('intra', form, { nobody: true }))).toBe(
      '✅ Plus personne n’agit à ta place.',
    )
    expect(readableAnswer(await press('equipe1', 'name-member', about))).not.toContain('Nommer')
  })

  test('the deputy is somebody else', async () => {
    const { press, send, about } = await opened()
    const form = formOf(await press('intra', 'name-deputy', about))
    expect(readableAnswer(await send('intra', form, { person: 'intra' }))).toBe(
      'person : Choisis quelqu’un d’autre que toi pour te remplacer.',
    )
  })

  test('another advisor gets the framing, until the first has confirmed', async () => {
    const { press, send, about, said } = await opened({ first: true, advisor: 'referente' })
    await press('intra', 'adopt-framing', about)
    const form = formOf(await press('intra', 'name-advisor', about))
    expect(readableForm(form)).toContain('Elle prend la place de celle que tu avais choisie.')
    expect(readableAnswer(await send('intra', form, { person: 'experte' }))).toBe(
      '✅ Name of experte reçoit le cadrage. Je te dis quand vous en aurez parlé.',
    )
    expect(said('advisor', 'experte')).toContain('a besoin de ton regard sur le cadrage')
    expect(said('welcome')).toContain('Qui conseille : experte')
    await press('experte', 'advice-given', about)
    expect(readableAnswer(await send('intra', form, { person: 'referente' }))).toBe(
      'person : La personne référente a déjà confirmé votre échange : tu n’as plus besoin d’en changer.',
    )
  })
})
