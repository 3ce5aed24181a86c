/** Where a command writes, and what it is told of its surroundings. */
export interface Terminal {
  /** The answer. */
  readonly write: (text: string) => void
  /** How it is getting on. */
  readonly tell: (text: string) => void
  /** The team's own guides, in front of the shipped ones. */
  readonly guidesDir?: string
}

/** Gives the exit code, or undefined when it was misused. Throws a `GuideError` on faults. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number | undefined>
