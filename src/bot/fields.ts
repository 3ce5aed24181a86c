/** Reading what a form brought back. */
import type { Option, PersonId, Values } from '../chat/port.ts'

/** What was typed, trimmed; nothing when the field was left empty. */
export function typed(values: Values, name: string): string | undefined {
  const value = values[name]
  const trimmed = typeof value === 'string' ? value.trim() : ''
  return trimmed === '' ? undefined : trimmed
}

export function ticked(values: Values, name: string): boolean {
  return values[name] === true
}

export function severalOf<T extends string>(
  values: Values,
  name: string,
  allowed: readonly T[],
): readonly T[] {
  const value = values[name]
  return allowed.filter((option) => Array.isArray(value) && value.includes(option))
}

export function oneOf<T extends string>(
  values: Values,
  name: string,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((option) => option === values[name])
}

export function personIn(values: Values, name: string): PersonId | undefined {
  return typed(values, name)
}

/** A web address in full, or nothing. */
export function webLink(value: string): string | undefined {
  const url = URL.parse(value)
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}

/** Something, an at sign, something with a dot: anything finer refuses real addresses. */
export function isEmail(value: string): boolean {
  return value.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
}
/** RFC 5321, section 4.5.3.1.3: a path holds 256 octets, its angle brackets included. */
const LONGEST_EMAIL = 254

export function optionsOf<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): readonly Option[] {
  return values.map((value) => ({ value, label: labels[value] }))
}

/** Longest title, name or place. */
export const SHORT = 120
/** Longest criterion or reason: a sentence, not a paragraph. */
export const SENTENCE = 300
/** Longest web address that a form takes. */
export const LONGEST_LINK = 500
/** Longest free text in a dialog, on every platform. */
export const LONG = 3000
