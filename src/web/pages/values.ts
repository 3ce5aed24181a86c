/** What a browser sent, as the form's handler reads it. */
import type { Values } from '../../chat/port.ts'
import type { FormState } from './ticket.ts'

/** Fields of a body as Hono parses them, with repeated ones gathered. */
export type Body = Readonly<Record<string, unknown>>

/** Trimmed, on one line where the field has one; nothing for what was left empty or is not a field. */
export function valuesIn(body: Body, { kinds }: FormState): Values {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]): [string, Values[string]][] => {
      const sent = body[name]
      if (kind === 'several') return [[name, all(sent)]]
      if (kind === 'boolean') return [[name, sent !== undefined]]
      const [first = ''] = all(sent)
      const typed =
        kind === 'long-text' ? newlines(first).trim() : first.replaceAll(/\s+/gu, ' ').trim()
      return typed === '' ? [] : [[name, typed]]
    }),
  )
}

/** What is longer than its field takes, with a sentence for each; nothing when all is well. */
export function tooLong(
  values: Values,
  { longest }: FormState,
): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(longest).flatMap(([name, most]): [string, string][] => {
    const value = values[name]
    return typeof value === 'string' && value.length > most
      ? [[name, `Raccourcis : ${most} caractères au plus, tu en as ${value.length}.`]]
      : []
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

function all(sent: unknown): readonly string[] {
  return (Array.isArray(sent) ? sent : [sent]).filter((one) => typeof one === 'string')
}

/** Browsers send line breaks as CR LF. */
function newlines(typed: string): string {
  return typed.replaceAll('\r\n', '\n')
}
