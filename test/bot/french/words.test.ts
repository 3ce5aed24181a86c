import { expect, it } from 'vitest'
import { ofNames } from '../../../src/bot/french/words.ts'

it.each([
  ['Malik Roy', 'de Malik Roy'],
  ['Inès Garnier', 'd’Inès Garnier'],
  ['Élie', 'd’Élie'],
  ['Hana et Malik', 'd’Hana et Malik'],
  ['Yann', 'de Yann'],
])('before « %s » is said « %s »', (names, said) => {
  expect(ofNames(names)).toBe(said)
})
