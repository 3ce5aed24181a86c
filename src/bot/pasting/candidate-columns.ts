/** The header of a table of candidates. */
import { cellsOf, delimiterOf, headings, isBlank } from './cells.ts'
import type { Header } from './cells.ts'
import { piecesOf } from './contacts.ts'
import type { Piece } from './contacts.ts'

const COLUMNS = ['name', 'first', 'last', 'email', 'link'] as const
export type Column = (typeof COLUMNS)[number]

/** What people write above each, apart by commas. */
const HEADERS: Readonly<Record<Column, string>> = {
  name: 'nom, nom complet, nom prenom, prenom nom, nom et prenom, prenom et nom, nom / prenom, prenom / nom, name, full name, candidat, candidats, candidate, candidates, candidature, candidatures, personne, personnes',
  first: 'prenom, prenoms, first name, firstname',
  last: 'nom de famille, nom d’usage, last name, lastname, surname',
  email:
    'mail, mails, email, emails, e-mail, e-mails, courriel, mel, adresse mail, adresse e-mail, adresse email, adresse electronique',
  link: 'lien, liens, url, page, profil, dossier, cv, portfolio, linkedin, wttj, welcome to the jungle, lien wttj, lien welcome to the jungle, lien cv, lien du cv, lien du dossier, lien du profil, lien linkedin, profil linkedin',
}
const columnOf = headings(COLUMNS, HEADERS)

export interface Cell {
  readonly typed: string
  readonly pieces: readonly Piece[]
}

/** A cell and its parts; none when it says that there is nothing. */
export function readCell(typed: string): Cell {
  return { typed, pieces: isBlank(typed) ? [] : piecesOf(typed) }
}

/** Whether the line names columns instead of a person, and which when there are several. */
export function headerIn(text: string): { readonly header?: Header<Column> } | undefined {
  const delimiter = delimiterOf(text)
  const cells = cellsOf(text, delimiter)
  const filled = cells.filter((cell) => cell !== '')
  const columns = cells.map(columnOf)
  const known = columns.filter((column) => column !== undefined)
  const named = known.some((column) => NAMES.has(column))
  if (!delimiter) return named || allNamed(filled[0] ?? '') ? {} : undefined
  if (known.length < 2 && !(named && filled.length === 1)) return undefined
  const unknown = filled.length - known.length
  return unknown === 0 || (named && !hasContact(filled))
    ? { header: { delimiter, columns: asPair(columns) } }
    : undefined
}

const NAMES: ReadonlySet<Column> = new Set(['name', 'first', 'last'])

function hasContact(cells: readonly string[]): boolean {
  return cells.some((cell) => piecesOf(cell).some(({ kind }) => kind !== 'text'))
}

/** « Nom Prénom Mail », apart by spaces only. */
function allNamed(typed: string): boolean {
  const words = typed.split(' ')
  return words.length > 1 && words.every((word) => columnOf(word) !== undefined)
}

/** « Nom » is the last name where « Prénom » has a column of its own. */
function asPair(columns: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
  return columns.includes('first')
    ? columns.map((column) => (column === 'name' ? 'last' : column))
    : columns
}
