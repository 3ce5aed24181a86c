/** One at a time, in the order asked. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>

export function serialQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
