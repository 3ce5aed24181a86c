/** Links and e-mail addresses among the words of a line. */
import { isEmail, webLink } from '../fields.ts'

export interface Piece {
  readonly kind: 'text' | 'email' | 'link' | 'broken-email' | 'broken-link'
  readonly value: string
}

/** Words that stand between two parts of a line. */
const BETWEEN = new Set(['-', '–', '—', '/', '|', ';', ',', '·', '•', '→', '=>', '->'])
/** « mail : », « (lien » before what they announce; « Nom : » before a name. */
const ANNOUNCE =
  /(?:^|[ (])(?:(?:e-?)?mails?|m[ée]l|courriel|adresse|liens?|url|cv|linkedin|wttj|profil|dossier) ?[:=]?$/i
const NAME_IS = /^(?:nom complet|pr[ée]nom et nom|nom et pr[ée]nom|nom|candidat|candidate) ?: ?/i

/** « Durand<camille@…> »: a mail program forgot the space. */
const GLUED = /(?<=\p{L})(?=[<(][^\s<>()@]+@)/gu

/** The parts of a cell, in the order in which they were typed. Text keeps its characters. */
export function piecesOf(cell: string): readonly Piece[] {
  const pieces: Piece[] = []
  let words: string[] = []
  const flush = (announcing = false) => {
    const said = words.join(' ').replace(NAME_IS, '')
    const tail = said.slice(-TAIL).replace(announcing ? ANNOUNCE : /$/, '')
    const value = `${said.slice(0, -TAIL)}${tail}`.replace(/ ?:$/, '').trim()
    if (value !== '') pieces.push({ kind: 'text', value })
    words = []
  }
  for (const word of cell.replaceAll(GLUED, ' ').split(' ')) {
    for (const [i, part] of partsOf(word).entries()) {
      if (i > 0) flush()
      const piece = contact(part)
      if (piece) {
        flush(true)
        pieces.push(piece)
      } else if (BETWEEN.has(part)) flush()
      else if (/[\p{L}\p{N}\p{S}@&!:]/u.test(part)) words.push(part)
    }
  }
  flush()
  return pieces
}

/** Longer than anything that announces. */
const TAIL = 16

/** « Durand,Camille » is two parts; a comma in a link belongs to it. */
function partsOf(word: string): readonly string[] {
  return BETWEEN.has(word) || SCHEME.test(word) ? [word] : word.split(/[,;|]/)
}

const SCHEME = /^[<([{"«]*[a-z][a-z\d+.-]{0,20}:\/\//i
/** A scheme with a slip of the finger, or one that runs a script. */
const BROKEN_SCHEME = /^(?:h?t?tps?[:;]?\/|https?[:;]|javascript:|data:|file:)/i
/** Bare domains that people paste; others need `www.` or a path. */
const KNOWN_ENDING = /\.(?:fr|com|org|net|io|dev|eu|me|co|app)$/

function contact(word: string): Piece | undefined {
  const value = unwrapped(word)
  if (SCHEME.test(value)) {
    return { kind: webLink(value) === undefined ? 'broken-link' : 'link', value }
  }
  const address = value.replace(/^mailto:/i, '')
  if (address !== value || (value.indexOf('@') > 0 && !value.includes('/'))) {
    return { kind: isEmail(address) ? 'email' : 'broken-email', value: address }
  }
  if (BROKEN_SCHEME.test(value)) return { kind: 'broken-link', value }
  const full = completed(value)
  if (full !== undefined) return { kind: 'link', value: full }
  return /^www\./i.test(value) ? { kind: 'broken-link', value } : undefined
}

/** A bare address with its scheme: « www.… », « app.welcometothejungle.com/… ». */
function completed(value: string): string | undefined {
  const [host = '', ...path] = value.split('/')
  if (host.length > LONGEST_HOST || !/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}$/u.test(host)) {
    return undefined
  }
  const meant = /^www\./i.test(host) || path.join('') !== '' || KNOWN_ENDING.test(host)
  return meant && webLink(`https://${value}`) !== undefined ? `https://${value}` : undefined
}

const LONGEST_HOST = 253

/** Without what people and mail programs put around an address. */
function unwrapped(word: string): string {
  const inner = word.replace(/^[<([{"'«`]+/, '')
  const end = lastOf(inner, inner.includes('(') ? /[^>\]}"'»`.,;:!?…]/ : /[^>)\]}"'»`.,;:!?…]/)
  return inner.slice(0, end + 1)
}

/** Where the last such character is; a regex anchored at the end would try every start. */
function lastOf(text: string, wanted: RegExp): number {
  let i = text.length - 1
  while (i >= 0 && !wanted.test(text.charAt(i))) i--
  return i
}
