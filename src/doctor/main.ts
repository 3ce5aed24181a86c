/** `npm run doctor`: says what is well and what to put right. Ends with 1 when something is not. */
import { ConfigError, readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { examine } from './examine.ts'
import { wrong } from './finding.ts'
import type { Finding } from './finding.ts'
import { misspelt } from './misspelt.ts'

const findings = [...misspelt(process.env), ...(await found())]
for (const { isWell, says } of findings) process.stdout.write(`${isWell ? '✓' : '✗'} ${says}\n`)
const faults = findings.filter(({ isWell }) => !isWell).length
process.stdout.write(
  faults === 0
    ? '\nTout va bien.\n'
    : `\n${faults === 1 ? 'Un point' : `${faults} points`} à corriger.\n`,
)
process.exitCode = faults === 0 ? 0 : 1

async function found(): Promise<readonly Finding[]> {
  let config: Config
  try {
    config = readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n').map(wrong)
  }
  return examine(config)
}
