/** How the messages that make up a long one are named: the first by its key, each other by its place too. */

export function partKey(key: string, index: number): string {
  return index === 0 ? key : `${key}#${index + 1}`
}

/** Which part of the message of that key the one named `own` is; undefined when it is of another message. */
export function partPlace(own: string | undefined, key: string): number | undefined {
  if (own === key) return 0
  if (!own?.startsWith(`${key}#`)) return undefined
  const index = Number(own.slice(key.length + 1)) - 1
  return Number.isInteger(index) ? index : undefined
}
