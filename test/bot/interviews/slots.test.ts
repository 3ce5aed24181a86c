/** When, where and how long: what is refused, on which field, in which words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Planning } from './support/planning.ts'
import { PLACE, planningOffice } from './support/planning.ts'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

describe('a slot', () => {
  let office: Planning
  beforeAll(async () => {
    office = await planningOffice(cleanups)
  })
  const typed = (values: Record<string, string>) =>
    office.filled('intra', 'planifier', { place: PLACE, informed: true, ...values })

  it.each([
    ['hier à 14h', 'when : Cette date est passée. Choisis un moment à venir.'],
    [
      'bientôt',
      'when : Je n’ai pas compris cette date. Écris le jour et l’heure. Par exemple : « mardi 14 h ».',
    ],
    ['demain matin', 'when : Il manque l’heure. Par exemple : « mardi 14 h ».'],
    ['14h', 'when : Il manque le jour. Par exemple : « mardi 14 h ».'],
    ['', 'when : Écris le jour et l’heure. Par exemple : « mardi 14 h ».'],
    ['vendredi 5 mars à 14h', 'when : Le 5 mars 2026 est un jeudi. Vérifie le jour.'],
    ['mardi 23h', 'night : C’est entre 22 h et 7 h. Si c’est voulu, coche « Heure tardive ».'],
    ['mardi 6h30', 'night : C’est entre 22 h et 7 h. Si c’est voulu, coche « Heure tardive ».'],
    [
      'dimanche 29 mars à 2h30',
      'when : Cette heure n’existe pas ce jour-là, sans doute à cause du changement d’heure. Choisis-en une autre.',
    ],
    ['le 3 avril 2028 à 10h', 'when : C’est dans plus d’un an. Vérifie la date.'],
  ])('« %s » is refused: %s', async (when, sentence) => {
    expect(await typed({ when })).toBe(sentence)
  })

  it('needs a place, and a length that makes sense: everything wrong is said at once', async () => {
    expect(await typed({ when: 'mardi', place: ' ', minutes: 'une heure' })).toBe(
      [
        'when : Il manque l’heure. Par exemple : « mardi 14 h ».',
        'minutes : Écris la durée en chiffres, par exemple 45.',
        'place : Indique un lieu, ou colle le lien de l’appel.',
      ].join('\n'),
    )
    expect(await typed({ when: 'mardi 9h', minutes: '999' })).toBe(
      'minutes : La durée doit être entre 5 et 240 minutes.',
    )
  })

  it('is of the zone of whoever plans, and everyone reads it in theirs', async () => {
    const { person } = office.chat
    office.chat.person = async (id) => ({
      ...(await person(id)),
      ...(id === 'metier' && { zone: 'Indian/Reunion' }),
    })
    const said = await typed({ when: 'le 31 à 9h' })
    expect(said).toContain('mardi 31 mars à 9 h.')
    // Summer time has begun in Paris by then: two hours, where there are three today.
    const invitation = office.told('invitation', 'metier')
    expect(invitation).toContain('🗓 Mardi 31 mars à 11 h · Préqualification')
    expect(invitation).toContain('Fuseau : heure de La Réunion')
    office.chat.person = person
  })
})

describe('an hour of the night', () => {
  it('is taken once it is confirmed', async () => {
    const office = await planningOffice(cleanups)
    const late = { when: 'mardi 22h', place: PLACE, informed: true, night: true }
    expect(await office.filled('intra', 'planifier', late)).toContain('demain à 22 h')
  })
})

describe('an interview that overlaps another of the same scorer', () => {
  it('is refused without saying with what', async () => {
    const office = await planningOffice(cleanups)
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'mardi 14h')
    const slot = { place: PLACE, informed: true }
    const refused =
      'when : Name of metier a déjà un entretien à ce moment-là. Choisis un autre horaire, ou quelqu’un d’autre.'
    const plan = (when: string) => office.filled('intra', 'planifier camille', { ...slot, when })
    expect(await plan('mardi 14h15')).toBe(refused)
    expect(await plan('mardi 13h45')).toBe(refused)
    expect(await plan('mardi 14h30')).toContain('C’est prévu')
  })
})
