/** What people typed, as they saw it, from the markup in which Slack passes it on. */
import type { PersonId } from '../port.ts'

/** `<@U1|name>`, `<#C1|name>`, `<!here>`, `<https://…|label>`. */
const MARKED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu

/** Everyone mentioned in a message. */
export function mentionsIn(text: string): PersonId[] {
  const ids = [...text.matchAll(MARKED)].flatMap(([, sign, id = '']) => (sign === '@' ? [id] : []))
  return [...new Set(ids)]
}

/** The words of a message; `nameOf` gives a person's name. */
export function typedWords(text: string, nameOf: (person: PersonId) => string): string {
  return unescaped(
    text.replace(MARKED, (_whole, sign: string, target: string, label?: string) => {
      if (sign === '@') return `@${nameOf(target) || label || target}`
      if (sign === '#') return `#${label ?? target}`
      if (sign === '!') return `@${(label ?? target).replace(/^@|\^.*$/gu, '')}`
      return label ?? target
    }),
  )
}

/** The three signs that Slack writes otherwise, as they were typed. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
