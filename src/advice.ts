/** What to do about a database that refuses, for whoever reads the log. */

const GOES_ON =
  'Nothing is recorded meanwhile, people are told to try again, and the bot goes on by itself.'

/** By SQLSTATE (PostgreSQL documentation, appendix A). */
const ADVICE: Readonly<Record<string, string>> = {
  53100: `the database has no room left: give its disk some. ${GOES_ON}`,
  53200: `the database lacks memory: give it some, or ask less of it. ${GOES_ON}`,
  25006: `the database only reads: let it write, or set DATABASE_URL to the one that does. ${GOES_ON}`,
  '57P03': `the database is starting or recovering: if it lasts, read its own log. ${GOES_ON}`,
}
const AGAIN_AFTER_MS = 60_000

/**
 * What to do about the failure that a line of the log tells, if that is known, once a minute for each kind.
 * `now` gives milliseconds that only go forward.
 */
export function adviser(
  now: () => number = () => performance.now(),
): (line: unknown) => string | undefined {
  const given = new Map<string, number>()
  return (line) => {
    const code = typeof line === 'object' && line && 'code' in line ? String(line.code) : ''
    const advice = ADVICE[code]
    const last = given.get(code)
    if (advice === undefined || (last !== undefined && now() - last < AGAIN_AFTER_MS))
      return undefined
    given.set(code, now())
    return advice
  }
}
