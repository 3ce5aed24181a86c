/**
 * Run by `npm test` before the tests: makes sure that the programs they need are there, getting them
 * where that takes no right and changes nothing on the machine; else says what to install and fails.
 */
import { chromiumIsMissing, findChromium, unpackChromium } from './support/chromium.ts'
import { fetchRedisServer, findRedisServer, redisIsMissing } from './support/redis-server.ts'
import type { Tool } from './support/tools.ts'

interface Need {
  find: () => Promise<Tool | undefined>
  fetch: () => Promise<void>
  missing: string
}

const needs: Need[] = [
  { find: findRedisServer, fetch: fetchRedisServer, missing: redisIsMissing },
  { find: findChromium, fetch: unpackChromium, missing: chromiumIsMissing },
]

async function isMet({ find, fetch, missing }: Need): Promise<boolean> {
  if (await find()) return true
  const failure = await fetch().then(
    () => '',
    (error: unknown) => `${String(error)}\n`,
  )
  if (await find()) return true
  process.stderr.write(`${failure}${missing}\n`)
  return false
}

const met = await Promise.all(needs.map(isMet))
if (met.includes(false)) process.exitCode = 1
