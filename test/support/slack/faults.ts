/** What goes wrong on the way to Slack: answers late, lost, or refused for no reason of the caller's. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 }
  /** Does what was asked, and answers this late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Does what was asked, and cuts the connection instead of answering. */
  | { readonly kind: 'lost' }
  /** Refuses with this code. */
  | { readonly kind: 'refused'; readonly code: string }

/** A call of the Web API, and what became of it. */
export interface LoggedCall {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
  /** `ok`, the code of the refusal, or the kind of fault. */
  readonly outcome: string
}

export interface Faults {
  /** Lets the next calls of a method fail; `*` stands for any. */
  next(method: string, fault: Fault, times?: number): void
  take(method: string): Fault | undefined
  /** Forgets the faults that did not happen yet. */
  clear(): void
}

export function openFaults(): Faults {
  const planned = new Map<string, Fault[]>()
  return {
    next(method, fault, times = 1) {
      const those = Array.from({ length: times }, () => fault)
      planned.set(method, [...(planned.get(method) ?? []), ...those])
    },
    take: (method) => planned.get(method)?.shift() ?? planned.get('*')?.shift(),
    clear: () => planned.clear(),
  }
}
