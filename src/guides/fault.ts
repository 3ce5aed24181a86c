/** What is wrong in a guide file, in French, for the person who edits it. */
export interface GuideFault {
  /** The file, as an editor opens it from where the program was started. */
  readonly file: string
  /** From 1, always within the file. */
  readonly line: number
  /** One sentence that says what is wrong and what to do. */
  readonly message: string
}

/** Notes a fault of the file being read. */
export type Report = (line: number, message: string) => void

/** Thrown when a folder of guides cannot be used; carries every fault of every file. */
export class GuideError extends Error {
  readonly faults: readonly GuideFault[]

  constructor(faults: readonly GuideFault[]) {
    super(['Les guides ne peuvent pas être chargés.', ...faults.map(showFault)].join('\n'))
    this.name = 'GuideError'
    this.faults = faults
  }
}

/** `fichier:ligne: phrase`, the form that editors turn into a link. */
export function showFault({ file, line, message }: GuideFault): string {
  return `${file}:${line}: ${message}`
}

/** « 1 critère », « 2 critères ». */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count > 1 ? 's' : ''}`
}

/** Something the file says, between French quotation marks and short enough for a sentence. */
export function quote(words: string): string {
  const bare = words.replaceAll(/[«»\s]+/g, ' ').trim()
  return `« ${bare.length > 60 ? `${bare.slice(0, 59)}…` : bare} »`
}
