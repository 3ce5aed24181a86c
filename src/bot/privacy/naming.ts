/** Finding a person in what the bot said, however a platform wrote it. */
import type { Candidate } from '../../store/texts.ts'
import { wordsOf } from '../french/lexicon.ts'

/** Tells whether words name a candidate: by a name, a link or an address that they have or had. */
export function namerOf({
  name,
  link,
  email,
  formerly = [],
}: Candidate): (words: string) => boolean {
  const sought = [name, link, email, ...formerly]
    .filter((one) => one !== undefined)
    .map(inWords)
    .filter((one) => one.trim() !== '')
  return (words) => {
    const read = inWords(words)
    return sought.some((one) => read.includes(one))
  }
}

/** Letters and figures alone: marks of emphasis, escapes and hyphens differ from one platform to another. */
function inWords(text: string): string {
  return ` ${wordsOf(text)
    .map(({ bare }) => bare)
    .join(' ')} `
}
