/** The checks that Mattermost's clients make before they send a dialog. */
import { z } from 'zod'
import type { Dialog, DialogElement } from './dialog-schema.ts'
import { isOption } from './dialog-schema.ts'

export type Submission = Readonly<Record<string, unknown>>

const DEFAULT_MAX = { text: 150, textarea: 3000 } as const

const length = (text: string): number => Array.from(text).length

function isMissing(element: DialogElement, value: unknown): boolean {
  if (element.type === 'bool') return value !== true && value !== 'true'
  return value === undefined || value === null || value === ''
}

function subtypeProblem(subtype: string, value: string): string | undefined {
  if (subtype === 'email' && !z.email().safeParse(value).success)
    return 'Écris une adresse e-mail, par exemple prenom@exemple.fr.'
  if (subtype === 'url' && !/^https?:\/\//.test(value))
    return 'Écris un lien qui commence par http:// ou https://.'
  if (subtype === 'number' && (value.trim() === '' || Number.isNaN(Number(value))))
    return 'Écris un nombre.'
  return undefined
}

function textProblem(
  element: Extract<DialogElement, { type: 'text' | 'textarea' }>,
  value: string,
): string | undefined {
  const max = element.max_length || DEFAULT_MAX[element.type]
  if (length(value) < element.min_length) return `Écris au moins ${element.min_length} caractères.`
  if (length(value) > max) return `Écris au plus ${max} caractères.`
  return subtypeProblem(element.subtype, value)
}

function problemOf(element: DialogElement, value: unknown): string | undefined {
  if (isMissing(element, value))
    return element.optional ? undefined : 'Ce champ est obligatoire : remplis-le pour continuer.'
  if (element.type === 'bool') return undefined
  const text = String(value)
  if (element.type === 'text' || element.type === 'textarea') return textProblem(element, text)
  return isOption(element, text) ? undefined : 'Ce choix n’est pas proposé : choisis dans la liste.'
}

/** What is wrong with each field, by its name. Empty when the submission may go. */
export function submissionProblems(dialog: Dialog, submission: Submission): Record<string, string> {
  const problems = (dialog.elements ?? []).flatMap((element) => {
    const problem = problemOf(element, submission[element.name])
    return problem === undefined ? [] : [[element.name, problem] as const]
  })
  return Object.fromEntries(problems)
}
