/** A table of short marks, such as levels by criterion and by person, to be drawn as one picture. */
export interface Sheet {
  readonly title: string
  /** One line under the title. */
  readonly about: string
  /** Who or what each column is; long names are fine. */
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Sentences under the table. */
  readonly notes: readonly string[]
}

export interface SheetRow {
  readonly label: string
  /** What else there is to know of the row, in a few words. */
  readonly aside?: string
  /** One a column. */
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  /** A figure or a few words. */
  readonly text: string
  /**
   * How it is framed: full when something is reached, hollow when it is not, dashed when nobody knows,
   * without a frame for a plain figure. The frame repeats what the text says, it never says it alone.
   */
  readonly frame: 'full' | 'hollow' | 'dashed' | 'none'
  /** One word under it. */
  readonly under?: string
}

/** Draws a sheet as a PNG that a phone shows legibly at 360 points wide. The same sheet, the same bytes. */
export type DrawSheet = (sheet: Sheet) => Promise<Uint8Array<ArrayBuffer>>
