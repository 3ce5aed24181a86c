import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

const ALL = ['prequalification', 'interview', 'case-study', 'collaboration', 'references']

describe('the team', () => {
  test('shows at the start who decides, and asks to name people', async () => {
    const { command, channel } = await opened({ first: true, advisor: 'referente' })
    expect(readableAnswer(await command('intra', 'équipe', channel))).toBe(
      [
        'L’équipe est vide. Nomme les personnes qui mèneront les entretiens.',
        'Décide : intra',
        'Conseille : referente, avis attendu',
        '[Nommer quelqu’un] [Choisir qui me remplace] [Passer la main] [Choisir la référence métier]',
      ].join('\n'),
    )
  })

  test('shows who stands in, scores, observes, at which stages, who knows the craft, and who has not read', async () => {
    const { command, channel, name, press, send, about } = await opened()
    await press('intra', 'adopt-framing', about)
    await press('intra', 'close-framing', about)
    await name('metier', { stages: ALL, expert: true })
    await name('equipe1', { stages: ['interview', 'case-study'] })
    await name('equipe2', { role: 'observer', stages: ['interview'] })
    await send('intra', formOf(await press('intra', 'name-deputy', about)), { person: 'equipe1' })
    await press('metier', 'framing-read', about)
    expect(readableAnswer(await command('intra', 'équipe', channel))).toBe(
      [
        '3 personnes participent aux entretiens.',
        'Décide : intra',
        'Remplace : equipe1',
        '• metier évalue toutes les étapes (exerce ce métier)',
        '• equipe1 évalue l’entretien métier et la mise en situation (n’a pas encore lu le cadrage)',
        '• equipe2 observe l’entretien métier (n’a pas encore lu le cadrage)',
        '[Nommer quelqu’un] [Retirer quelqu’un] [Choisir qui me remplace] [Plus]',
      ].join('\n'),
    )
  })

  test('keeps at four buttons, and shows the rarer ones behind Plus', async () => {
    const { command, channel, name, pressOn } = await opened()
    await name('metier')
    const screen = await command('intra', 'équipe', channel)
    expect(readableAnswer(await pressOn('intra', screen, 'Plus'))).toBe(
      ['Que veux-tu faire ?', '[Passer la main] [Choisir la référence métier]'].join('\n'),
    )
  })

  test('offers the deputy what a deputy may do, and members nothing', async () => {
    const { command, channel, name, press, send, about } = await opened()
    await name('metier')
    await send('intra', formOf(await press('intra', 'name-deputy', about)), { person: 'equipe1' })
    const deputy = readableAnswer(await command('equipe1', 'équipe', channel))
    expect(deputy).toContain('[Nommer quelqu’un] [Retirer quelqu’un]')
    expect(deputy).not.toContain('Passer la main')
    const member = readableAnswer(await command('metier', 'équipe', channel))
    expect(member).toBe(
      [
        '1 personne participe aux entretiens.',
        'Décide : intra',
        'Remplace : equipe1',
        '• metier évalue la préqualification',
      ].join('\n'),
    )
  })

  test('warns of one person who scores everything, of stages without anyone, of a case without the craft', async () => {
    const { command, channel, name, press, about } = await opened()
    await press('intra', 'adopt-framing', about)
    await name('metier', { stages: ['prequalification', 'case-study'] })
    const shown = readableAnswer(await command('intra', 'équipe', channel))
    expect(shown).toContain('Name of metier évalue sans second regard : nomme quelqu’un d’autre.')
    expect(shown).toContain(
      'Personne n’évalue encore l’entretien métier, l’entretien sur le cadre de collaboration et la prise de références.',
    )
    expect(shown).toContain(
      'Personne du métier n’évalue la mise en situation : nomme quelqu’un qui l’exerce.',
    )
  })

  test('is paged when it is long', async () => {
    const { command, channel, name, pressOn } = await opened()
    for (let i = 1; i <= 10; i++) await name(`membre${i}`)
    const first = await command('intra', 'équipe', channel)
    expect(readableAnswer(first)).toContain('• membre8 évalue')
    expect(readableAnswer(first)).not.toContain('membre9')
    expect(readableAnswer(await pressOn('intra', first, 'Encore 2 personnes'))).toBe(
      [
        'La suite de l’équipe.',
        '• membre9 évalue la préqualification',
        '• membre10 évalue la préqualification',
      ].join('\n'),
    )
  })

  test('tells an outsider nothing', async () => {
    const { command, channel, name, press, about } = await opened()
    await name('metier')
    expect(readableAnswer(await command('ailleurs', 'équipe', channel))).toBe(
      'Tu ne participes à aucun recrutement ici. Pour en ouvrir un, tape /recrutement nouveau.',
    )
    for (const action of ['more-team', 'more-team-actions', 'name-member', 'hand-over']) {
      expect(readableAnswer(await press('ailleurs', action, about))).toContain('n’est plus à jour')
    }
  })
})
