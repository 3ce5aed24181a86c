/** Words of the page that its reader as a document does not show: told too, whatever they are. */
import type { Unplaced } from './imported.ts'
import { wordsIn } from './lines.ts'

const TAGS =
  'a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h[1-6] hr i iframe img input ins kbd li mark ol p picture pre q s small source span strong sub summary sup table tbody td tfoot th thead tr u ul video'

/** Marks that carry no words of the author: tags, GitBook's blocks, addresses, entities, numbers of a list. */
const MARKS = new RegExp(
  [
    String.raw`^\s*\d{1,3}[.)]\s`,
    String.raw`\{%.*?%\}`,
    String.raw`</?(?:${TAGS.replaceAll(' ', '|')})(?=[\s/>])[^>]*>`,
    String.raw`\]\([^)]*\)`,
    String.raw`^\s*\[(?!\^)[^\]]+\]:.*$`,
    String.raw`&(?:#x?[0-9a-f]+|\w+);`,
    String.raw`https?://[^\s<>)\]]+`,
  ].join('|'),
  'giu',
)

/** Lines with words that were not read, beside those already told. `read` has the words read, by line. */
export function leftovers(
  source: string,
  read: ReadonlyMap<number, ReadonlySet<string>>,
  header: number,
): readonly Unplaced[] {
  return source.split('\n').flatMap((raw, index) => {
    const line = index + 1
    if (line <= header) return []
    const known = read.get(line)
    const visible = raw.replaceAll(MARKS, ' ').replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
    const lost = wordsIn(visible).filter((word) => known?.has(word) !== true)
    if (lost.length === 0) return []
    // A whole line that was not read is told as it is; of a line that was, only what is lost.
    return [{ line, text: known === undefined ? raw.trim() : lost.join(' ') }]
  })
}
