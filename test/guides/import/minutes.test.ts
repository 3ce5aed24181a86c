import { describe, expect, test } from 'vitest'
import {
  durationIn,
  introductionIn,
  timedLine,
  timedMoments,
} from '../../../src/guides/import/minutes.ts'

describe('the length of a meeting', () => {
  test.each([
    ['Prévoir 45-60 minutes.', 45, 60],
    ['Prévoir de 45 à 60 min', 45, 60],
    ['Entre 45 et 60 minutes', 45, 60],
    ['1h30, sur ce canevas :', 90, 90],
    ['De 1h à 1h30', 60, 90],
    ['Un échange d’1 heure', 60, 60],
    ['Environ une heure', 60, 60],
    ['une heure et demie', 90, 90],
    ['Une demi-heure suffit.', 30, 30],
    ["trois quarts d'heure", 45, 45],
    ['quarante-cinq minutes', 45, 45],
    ['Rapide (moins de 30 minutes).', 20, 30],
    ['15 minutes maximum', 10, 15],
    ['Le cadre introduit en 2 minutes. Compter 40 min.', 40, 40],
  ])('« %s » is %i to %i minutes', (text, min, max) => {
    expect(durationIn(text)).toEqual({ min, max })
  })

  test.each([
    'Une fois le cadre introduit en 2 minutes',
    'Recevoir 1 à 3 profils',
    '2 échanges avec la même personne',
    'Une équipe de 10 minutieux',
    'Préparer 1 à 2 questions',
  ])('is not in « %s »', (text) => {
    expect(durationIn(text)).toBeUndefined()
  })
})

test('the length of an introduction is read where it is said', () => {
  expect(introductionIn('On introduit en 1 minute. Puis 45 minutes.')).toEqual({ min: 1, max: 1 })
  expect(introductionIn('Une fois le cadre introduit')).toBeUndefined()
  expect(introductionIn('45 minutes en tout')).toBeUndefined()
})

describe('a line of a plan', () => {
  test.each([
    ['5 min de présentation', 5, 5, 'présentation'],
    ["10 min d'échange", 10, 10, 'échange'],
    ['10 min : contexte', 10, 10, 'contexte'],
    ['(20 min) Le code', 20, 20, 'Le code'],
    ['5-10 min – Accueil', 5, 10, 'Accueil'],
    ["15' questions", 15, 15, 'questions'],
    ['Accueil (5 min)', 5, 5, 'Accueil'],
    ['Accueil : 5 à 10 minutes', 5, 10, 'Accueil'],
  ])('« %s »', (text, min, max, rest) => {
    expect(timedLine(text)).toEqual({ span: { min, max }, rest })
  })

  test('needs its minutes at one end', () => {
    expect(timedLine('Prendre 5 min pour lire')).toBeUndefined()
    expect(timedLine('Accueil')).toBeUndefined()
  })
})

test('the moments of a case come apart, whatever blanks their marks have', () => {
  expect(timedMoments('Un cas : [X] [5-10 min] Lire [10-20 min ] Dire')).toEqual({
    before: 'Un cas : [X]',
    moments: [
      { span: { min: 5, max: 10 }, rest: 'Lire' },
      { span: { min: 10, max: 20 }, rest: 'Dire' },
    ],
  })
})
