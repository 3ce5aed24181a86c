/** `npm run bot`: the bot alone, and a clean stop. */
import { startApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { errorKind } from './error-kind.ts'
import { examine } from './doctor/examine.ts'
import { apart, openLog } from './log.ts'
import { stopWithParent } from './stop-with-parent.ts'

try {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  // Mattermost's own client prints its comings and goings; what it prints may hold more than we log.
  Object.assign(console, { log: () => log.debug('the chat client said something') })
  let app = startApp(config, { log, startOver })
  await app
  stopWithParent()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app
        .then((running) => running.stop())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            log.error(errorKind(error), 'did not stop cleanly')
            process.exit(1)
          },
        )
    })
  }

  function startOver(): void {
    const again = async () => {
      await (await app).stop()
      return startApp(config, { log, startOver })
    }
    app = apart(again)
    app.catch(giveUp)
  }
} catch (error) {
  await giveUp(error)
}

async function giveUp(error: unknown): Promise<never> {
  for (const line of await reasons(error)) process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** What the operator can do about it; never a stack trace. */
async function reasons(error: unknown): Promise<readonly string[]> {
  if (error instanceof ConfigError) return [error.message]
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return [
      'Le port du bot est déjà pris : arrête ce qui l’occupe, ou choisis-en un autre avec PORT.',
    ]
  }
  const findings = await examine(readConfig(process.env), { isRunning: false })
  const faults = findings.filter(({ isWell }) => !isWell).map(({ says }) => says)
  if (faults.length > 0) return faults
  return [`Le bot n’a pas pu démarrer : ${error instanceof Error ? error.message : String(error)}`]
}
