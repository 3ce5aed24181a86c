/** What a check found out: that something is well, or what to do about it. */
export interface Finding {
  readonly isWell: boolean
  /** One sentence in French; of what is not well, it says what to do. Never a secret. */
  readonly says: string
}

export function well(says: string): Finding {
  return { isWell: true, says }
}

export function wrong(says: string): Finding {
  return { isWell: false, says }
}

/** How long one check may take, in milliseconds: a server that does not answer by then is down. */
export const PATIENCE = 5_000
