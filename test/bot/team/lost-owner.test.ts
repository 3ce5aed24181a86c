import { describe, expect, test } from 'vitest'
import { PermanentChatError } from '../../../src/chat/port.ts'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

const NOTHING =
  'Tu ne participes à aucun recrutement ici. Pour en ouvrir un, tape /recrutement nouveau.'

async function withDeputy(office: Opened): Promise<void> {
  const form = formOf(await office.press('intra', 'name-deputy', office.about))
  await office.send('intra', form, { person: 'adjointe' })
}

/** What someone reads who types the command in the channel. */
async function seenBy(office: Opened, person: string): Promise<string> {
  return readableAnswer(await office.command(person, 'équipe', office.channel))
}

describe('an owner whose account was closed', () => {
  test('is replaced by the deputy, who sees how in the team', async () => {
    const office = await opened()
    await withDeputy(office)
    office.alter('intra', { active: false })
    const screen = await office.command('adjointe', 'équipe', office.channel)
    expect(readableAnswer(screen)).toMatch(
      /^Le compte de Name of intra est fermé\. Nomme qui décide à sa place\.\n\[Nommer qui décide\]/,
    )
    const form = formOf(await office.pressOn('adjointe', screen, 'Nommer qui décide'))
    expect(readableForm(form)).toBe(
      [
        '┌ Nommer qui décide',
        '│ Cette personne décidera seule de la suite. Elle reçoit un message avec ce qui l’attend.',
        '│ Qui',
        '└ [Nommer]',
      ].join('\n'),
    )
    expect(readableAnswer(await office.send('adjointe', form, { person: 'relais' }))).toBe(
      '✅ Name of relais décide désormais, et vient d’en être informé par message.',
    )
    expect(office.said('owner', 'relais')).toContain('Tu décides désormais pour Développement.')
  })

  test('is told to the deputy with the button, once messages no longer arrive', async () => {
    const office = await opened()
    await withDeputy(office)
    office.chat.onPost = async ({ to, send }) => {
      if ('person' in to && to.person === 'intra') throw new PermanentChatError('gone')
      return send()
    }
    await office.press('intra', 'adopt-framing', office.about)
    const advisor = formOf(await office.press('intra', 'name-advisor', office.about))
    await office.send('intra', advisor, { person: 'experte' })
    await office.press('experte', 'advice-given', office.about)
    expect(office.said('unreachable', 'adjointe')).toBe(
      [
        'Je n’arrive plus à joindre Name of intra, qui décide ici. Si son compte est fermé, nomme quelqu’un à sa place.',
        '[Nommer qui décide]',
      ].join('\n'),
    )
    expect(readableAnswer(await office.press('adjointe', 'replace-owner', office.about))).toBe(
      'Name of intra a toujours un compte actif : c’est à cette personne de passer la main, avec /recrutement équipe.',
    )
  })

  test('without a deputy is replaced by an administrator, who learns nothing else', async () => {
    const office = await opened()
    await office.name('metier')
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    const answer = await office.command('admin', 'équipe', office.channel)
    expect(readableAnswer(answer)).toBe(
      [
        'Le compte de la personne qui décide ici est fermé. Nomme quelqu’un à sa place.',
        '[Nommer qui décide]',
      ].join('\n'),
    )
    for (const command of ['cadrage', 'statut', 'candidat', 'réglages']) {
      expect(readableAnswer(await office.command('admin', command, office.channel))).toBe(NOTHING)
    }
    const form = formOf(await office.pressOn('admin', answer, 'Nommer qui décide'))
    expect(readableAnswer(await office.send('admin', form, { person: 'metier' }))).toContain(
      '✅ Name of metier décide désormais',
    )
    expect(await seenBy(office, 'admin')).toBe(NOTHING)
    expect(await seenBy(office, 'metier')).toContain('Décide : metier')
  })

  test('is for the deputy rather than for an administrator, unless that account is closed too', async () => {
    const office = await opened()
    await withDeputy(office)
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    expect(await seenBy(office, 'admin')).toBe(NOTHING)
    expect(readableAnswer(await office.press('admin', 'replace-owner', office.about))).toBe(NOTHING)
    office.alter('adjointe', { active: false })
    expect(await seenBy(office, 'admin')).toContain('[Nommer qui décide]')
  })

  test('tells nothing to an administrator elsewhere than in the channel', async () => {
    const office = await opened()
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    expect(readableAnswer(await office.command('admin', 'équipe'))).toBe(NOTHING)
  })

  test('is replaced once, from two windows', async () => {
    const office = await opened()
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    const open = async () => formOf(await office.press('admin', 'replace-owner', office.about))
    const [one, two] = [office.sender('admin', await open()), office.sender('admin', await open())]
    const first = readableAnswer(await one({ person: 'relais' }))
    expect(first).toContain('✅ Name of relais')
    expect(readableAnswer(await two({ person: 'autre' }))).toBe(NOTHING)
    expect(readableAnswer(await one({ person: 'relais' }))).toBe(first)
    expect(office.said('welcome')).toContain('Qui décide : relais')
  })

  test('is replaced by others than the team, which learns who can', async () => {
    const office = await opened()
    await office.name('metier')
    office.alter('intra', { active: false })
    const alone = await seenBy(office, 'metier')
    expect(alone).toContain(
      'Demande à une personne qui administre l’espace de travail de taper /recrutement équipe dans le canal : elle pourra nommer qui décide.',
    )
    expect(alone).not.toContain('[Nommer qui décide]')
    office.alter('intra', { active: true })
    await withDeputy(office)
    office.alter('intra', { active: false })
    expect(await seenBy(office, 'metier')).toMatch(
      /^Le compte de Name of intra est fermé\. Name of adjointe peut nommer qui décide à sa place\./,
    )
    expect(readableAnswer(await office.press('metier', 'replace-owner', office.about))).toBe(
      'Cela revient à Name of intra ou à Name of adjointe. Demande-lui.',
    )
  })

  test('is not replaced by someone whose account is closed', async () => {
    const office = await opened()
    office.alter('admin', { isAdmin: true })
    office.alter('intra', { active: false })
    const form = formOf(await office.press('admin', 'replace-owner', office.about))
    expect(readableAnswer(await office.send('admin', form, { person: 'intra' }))).toBe(
      'person : Ce compte n’est plus actif. Choisis quelqu’un d’autre.',
    )
  })
})

describe('an owner who is there', () => {
  test('is not replaced: nobody from outside learns so much as that', async () => {
    const office = await opened()
    await withDeputy(office)
    office.alter('admin', { isAdmin: true })
    for (const person of ['admin', 'ailleurs']) {
      expect(await seenBy(office, person)).toBe(NOTHING)
      expect(readableAnswer(await office.press(person, 'replace-owner', office.about))).toBe(
        NOTHING,
      )
      const unknown = await office.press(person, 'replace-owner', { r: 'unknown' })
      expect(readableAnswer(unknown)).toBe(NOTHING)
    }
    expect(await seenBy(office, 'adjointe')).not.toContain('Nommer qui décide')
  })
})
