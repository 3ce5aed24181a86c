/** The bytes of a page, whatever programs saved them, as the text that its authors wrote. */

export interface Decoded {
  readonly text: string
  /** The charset that some program had taken UTF-8 for; its letters are repaired. */
  readonly repaired?: string
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Those that take UTF-8 for something else on the desktops of our readers. Latin-1 is within 1252. */
const CHARSETS = [
  { name: 'Mac Roman', decoder: new TextDecoder('macintosh') },
  { name: 'Windows-1252', decoder: new TextDecoder('windows-1252') },
] as const

const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const TABLES = CHARSETS.map(({ name, decoder }) => ({ name, byteOf: reversed(decoder) }))

/** What French text is made of beyond ASCII. A letter outside is a sign of a wrong charset. */
const FRENCH = /^(?:[àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…·•°€\u00A0\u202F]|\uFE0F)+$/u

/** Two letters that French has, but never in this order: the usual trace of UTF-8 taken for Latin-1. */
const MARKED = /[ÂÃ][\u0080-\u00BF]/

/** A mistake made on a mistake: each pass undoes one. */
const PASSES = 3

/** Reads UTF-8, UTF-16 with its mark, Windows-1252 or Mac Roman, and undoes UTF-8 read as these. */
export function decodePage(bytes: Uint8Array): Decoded {
  const first = decodeBytes(bytes)
  let text = first
  let repaired: string | undefined
  for (let pass = 0; pass < PASSES; pass++) {
    const better = repairAll(text) ?? repairRuns(text)
    if (better === undefined || better.text === text) break
    text = better.text
    repaired = better.name
  }
  return repaired === undefined ? { text } : { text, repaired }
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return (
      best(CHARSETS.map(({ name, decoder }) => ({ name, text: decoder.decode(bytes) })))?.text ?? ''
    )
  }
}

/** How much of what is beyond ASCII is French, from 0 to 1. */
function frenchness(text: string): number {
  const foreign = text.match(/\P{ASCII}/gu) ?? []
  return foreign.filter((letter) => FRENCH.test(letter)).length / Math.max(foreign.length, 1)
}

interface Repair {
  readonly text: string
  readonly name: string
}

/** The whole text taken back to bytes: sure, since French in its own letters is not valid UTF-8 then. */
function repairAll(text: string): Repair | undefined {
  if (!/\P{ASCII}/u.test(text)) return undefined
  return best(
    TABLES.flatMap(({ name, byteOf }) => {
      const read = readAgain(text, byteOf)
      return read === undefined ? [] : { text: read, name }
    }),
  )
}

/** Only some passages were mistaken, or some letters are lost: repairs what is clearly wrong. */
function repairRuns(text: string): Repair | undefined {
  const runs = text.match(/\P{ASCII}+/gu) ?? []
  const repairs = TABLES.map(({ name, byteOf }) => {
    const readable = runs.filter((run) => readRun(run, byteOf) !== undefined).length
    const everywhere = readable > runs.length * 0.8
    const repaired = text.replaceAll(/\P{ASCII}+/gu, (run) =>
      everywhere || !FRENCH.test(run) || MARKED.test(run) ? (readRun(run, byteOf) ?? run) : run,
    )
    return { text: repaired, name }
  })
  const repair = best(repairs)
  return repair && frenchness(repair.text) > frenchness(text) ? repair : undefined
}

function best(repairs: readonly Repair[]): Repair | undefined {
  return repairs.toSorted((a, b) => frenchness(b.text) - frenchness(a.text))[0]
}

/** Bytes that Windows-1252 leaves out: strict programs replace them by U+FFFD, or drop them. */
const LOST = ['\u0081', '\u008D', '\u008F', '\u0090', '\u009D'] as const

function readRun(run: string, byteOf: ReadonlyMap<string, number>): string | undefined {
  const sure = readAgain(run, byteOf)
  if (sure !== undefined) return sure
  const guesses = LOST.flatMap((lost) => [run.replaceAll('\uFFFD', lost), `${run}${lost}`])
  const read = guesses.flatMap((guess) => readAgain(guess, byteOf) ?? [])
  return read.toSorted((a, b) => frenchness(b) - frenchness(a))[0]
}

function readAgain(text: string, byteOf: ReadonlyMap<string, number>): string | undefined {
  const bytes = new Uint8Array(text.length)
  let length = 0
  for (const letter of text.normalize('NFC')) {
    const byte = byteOf.get(letter)
    if (byte === undefined) return undefined
    bytes[length++] = byte
  }
  try {
    return strictUtf8.decode(bytes.subarray(0, length))
  } catch {
    return undefined
  }
}

/** Latin-1 proper has controls where Windows-1252 has letters: both lead back to the byte. */
function reversed(decoder: InstanceType<typeof TextDecoder>): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  if (decoder.encoding === 'windows-1252') {
    for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCodePoint(byte), byte)
  }
  for (const [byte, letter] of Array.from(decoder.decode(BYTES)).entries()) table.set(letter, byte)
  return table
}
