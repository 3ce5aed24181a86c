import { describe, expect, test } from 'vitest'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

/** What someone reads who types `/recrutement cadrage`. */
async function seen(office: Opened, person = 'intra', rest = ''): Promise<string> {
  return readableAnswer(await office.command(person, `cadrage ${rest}`, office.channel))
}

async function add(office: Opened, label: string, values = {}) {
  const form = formOf(await office.press('intra', 'add-criterion', office.about))
  return office.send('intra', form, { label, stages: ['interview'], ...values })
}

describe('the framing on screen', () => {
  test('is empty at first, with three ways to begin', async () => {
    const office = await opened()
    expect(await seen(office)).toBe(
      [
        'Le cadrage est vide. Choisis ce que les entretiens vérifieront.',
        '[Reprendre le cadrage proposé] [Ajouter un critère] [Coller une liste] [Écrire le cas]',
      ].join('\n'),
    )
    await office.name('metier')
    expect(await seen(office, 'metier')).toBe(
      'Le cadrage n’est pas encore commencé. Name of intra s’en charge.',
    )
  })

  test('has the proposed criteria as they are, to adapt to the post', async () => {
    const office = await opened()
    const adopted = readableAnswer(await office.press('intra', 'adopt-framing', office.about))
    expect(adopted).toMatch(/^Le cadrage proposé est repris\. Relis-le, adapte-le à ce poste/)
    expect(adopted).toMatch(/\n12\. .*\n.*\nLa suite : \/recrutement cadrage\.$/)
    expect(await seen(office)).toMatch(
      /^Le cadrage est en cours : 12 critères, dont \d obligatoires?\./,
    )
  })

  test('speaks of the mission to whoever looks for a contractor', async () => {
    const office = await opened({ contract: 'contractor' })
    const adopted = readableAnswer(await office.press('intra', 'adopt-framing', office.about))
    expect(adopted).toMatch(/adapte-le à cette mission/)
  })

  test('says of each criterion how much it counts, whether it is mandatory, and where it is verified', async () => {
    const office = await opened()
    await add(office, 'La personne maîtrise `SQL` @all 🙂', { weight: '3', mandatory: true })
    await add(office, 'La personne partage ses doutes', { stages: ['collaboration', 'references'] })
    expect(await seen(office)).toBe(
      [
        'Le cadrage est en cours : 2 critères, dont 1 obligatoire.',
        '1. La personne maîtrise `SQL` @all 🙂',
        '3, déterminant · obligatoire · entretien métier',
        '2. La personne partage ses doutes',
        '2, important · cadre de collaboration, prise de références',
        '## À noter',
        'Critère 1 : à vérifier dès la préqualification. Mieux vaut savoir tôt ce qui compte le plus.',
        'Le cas de la mise en situation reste à écrire, le même pour tout le monde.',
        'Pour changer ou retirer un critère, tape son numéro : /recrutement cadrage 2.',
        '[Clore le cadrage] [Ajouter un critère] [Écrire le cas] [Coller une liste]',
      ].join('\n'),
    )
  })

  test('of twelve criteria fits a phone: eight, then the others with their own numbers', async () => {
    const office = await opened()
    await office.press('intra', 'adopt-framing', office.about)
    const first = await office.command('intra', 'cadrage', office.channel)
    expect(readableAnswer(first)).toContain('\n8. ')
    expect(readableAnswer(first)).not.toContain('\n9. ')
    expect(readableAnswer(first)).toMatch(/\[Clore le cadrage\] \[Ajouter un critère\] \[Plus\]$/)
    const next = readableAnswer(await office.pressOn('intra', first, 'Encore 4 critères'))
    expect(next).toMatch(/^La suite des critères\.\n9\. /)
    expect(next).toContain('\n12. ')
    expect(readableAnswer(await office.pressOn('intra', first, 'Plus'))).toBe(
      [
        'Que veux-tu faire ?',
        '[Clore le cadrage] [Ajouter un critère] [Écrire le cas] [Coller une liste]',
      ].join('\n'),
    )
  })

  test('names the first meeting and leaves out what is skipped', async () => {
    const office = await opened()
    await add(office, 'La personne découpe un problème', { stages: ['prequalification'] })
    await add(office, 'La personne est constante', { stages: ['interview', 'references'] })
    const settings = formOf(await office.press('intra', 'change-settings', office.about))
    await office.send('intra', settings, { merged: true, skipped: ['references'] })
    const shown = await seen(office)
    expect(shown).toContain('découpe un problème\n2, important · premier entretien')
    expect(shown).toContain('est constante\n2, important · premier entretien')
  })

  test('shows the beginning of a long case, and all of it on demand', async () => {
    const office = await opened()
    await add(office, 'La personne découpe un problème')
    expect(await seen(office, 'intra', 'cas')).toBe(
      'Le cas de la mise en situation n’est pas encore écrit.',
    )
    const body = `Une démarche en ligne perd des dossiers. ${'Il faut comprendre pourquoi. '.repeat(30)}Fin.`
    await office.send('intra', formOf(await office.press('intra', 'write-case', office.about)), {
      case: body,
    })
    const shown = await seen(office)
    expect(shown).toContain('## Le cas de la mise en situation\nUne démarche en ligne')
    expect(shown).toContain('…\nEn entier : /recrutement cadrage cas.')
    expect(shown).not.toContain('Fin.')
    expect(await seen(office, 'intra', 'cas')).toBe(
      `Voici le cas de la mise en situation.\n${body}`,
    )
  })

  test('offers nothing to change to those who only read', async () => {
    const office = await opened()
    await office.press('intra', 'adopt-framing', office.about)
    await office.name('metier')
    const shown = await seen(office, 'metier')
    expect(shown).toContain('Le cadrage est en cours : 12 critères')
    expect(shown).not.toMatch(/Clore|Ajouter|À noter|tape son numéro/)
    expect(await seen(office, 'metier', '2')).toBe('Cela revient à Name of intra. Demande-lui.')
  })
})
