/**
 * How letters name things. A contractor is selected for a mission (product.md section 1): nothing in
 * those letters suggests employment, nor imposes days or hours.
 */
import type { Contract } from '../../../process/vocabulary.ts'
import type { LetterContext } from './context.ts'

interface Words {
  /** « au poste ». */
  readonly to: string
  /** « pour le poste ». */
  readonly thing: string
  readonly thisThing: string
  readonly thisProcess: string
  readonly others: string
}

const WORDS: Readonly<Record<Contract, Words>> = {
  agent: {
    to: 'au poste',
    thing: 'le poste',
    thisThing: 'ce poste',
    thisProcess: 'ce recrutement',
    others: 'D’autres postes s’ouvrent régulièrement',
  },
  contractor: {
    to: 'à la mission',
    thing: 'la mission',
    thisThing: 'cette mission',
    thisProcess: 'cette sélection',
    others: 'D’autres missions paraissent régulièrement',
  },
}

export function wordsFor({ contract }: Pick<LetterContext, 'contract'>): Words {
  return WORDS[contract]
}

/** « Développement » (Mes Démarches). */
export function subject({ title, product }: Pick<LetterContext, 'title' | 'product'>): string {
  return product === '' ? `« ${title} »` : `« ${title} » (${product})`
}

/** By first name when there is no doubt which it is, else by full name; several people at once by none. */
export function greeting(name: string | undefined): string {
  return name === undefined ? 'Bonjour,' : `Bonjour ${calledName(name)},`
}

function calledName(name: string): string {
  const [first = '', second = '', ...others] = name.split(/\s+/)
  const isPair = second !== '' && others.length === 0
  if (!isPair || !isWord(first) || !isWord(second)) return name
  // « DURAND Camille » puts the last name first.
  return isCapital(first) && !isCapital(second) ? second : first
}

function isWord(part: string): boolean {
  return /^\p{L}[\p{L}'’-]+$/u.test(part)
}

function isCapital(part: string): boolean {
  return part.length > 1 && part === part.toLocaleUpperCase('fr')
}

/** What the owner has to write before sending. */
export function toComplete(what: string): string {
  return `[À compléter : ${what}]`
}

/** Parts of a letter, apart by a blank line. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.join('\n\n')
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `• ${line}`).join('\n')
}
