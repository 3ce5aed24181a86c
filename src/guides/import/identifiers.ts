/** Short words for criteria and questions, the same at every import of the same words. */
import { wordsIn } from './lines.ts'

const LONGEST = 40

/** Openings that most criteria share: what follows tells them apart. */
const OPENING =
  /^(?:la personne\s+)?(?:est capable d['’e]\s*|fait preuve d['’e]\s*(?:une?\s+)?|maîtrise\s+|sait\s+|savoir\s+|être\s+(?:capable d['’e]\s*)?|avoir\s+)/i

/** From words to `un-identifiant`; never empty. */
function identifier(words: string): string {
  const own = words.replace(OPENING, '')
  const small = /^(?:l|la|le|les|un|une|d|de|du|des|et|a|au|aux|en|sur|son|sa|ses|qu|que)$/
  let slug = ''
  for (const word of wordsIn(own).map((one) => one.replaceAll(/[^a-z0-9]/g, ''))) {
    if (word === '' || small.test(word)) continue
    if (slug.length + word.length >= LONGEST) break
    slug = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`
  }
  return slug === '' ? 'sans-nom' : slug
}

/** The first free one of `mot`, `mot-2`, `mot-3`… */
export function freeIdentifier(words: string, isTaken: (id: string) => boolean): string {
  const first = identifier(words)
  let id = first
  for (let number = 2; isTaken(id); number++) {
    id = `${first.slice(0, LONGEST - 1 - String(number).length)}-${number}`
  }
  return id
}
