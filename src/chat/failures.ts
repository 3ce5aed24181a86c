/** What may be said in a log about an error: where it happened, never what it was about. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = error.stack?.split('\n').filter((line) => /^\s+at /u.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.name, ...code, at: at?.slice(0, 5).map((line) => line.trim()) }
}
