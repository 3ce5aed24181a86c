/** `npm start`: the bot on its real chat, or without one the sandbox and the bot together. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './start/part.ts'
import { runTogether } from './start/run-together.ts'

const env = process.env
const hasChat = Boolean(env['MATTERMOST_URL'] || env['SLACK_BOT_TOKEN'])
const botPort = port('PORT', 3000)
const sandboxPort = port('SANDBOX_PORT', 8065)

const bot: Part = {
  name: 'Le bot',
  script: join(import.meta.dirname, 'main.ts'),
  env: hasChat ? env : quiet(env),
  port: botPort,
  portVariable: 'PORT',
  healthUrl: `http://localhost:${botPort}/healthz`,
}

const sandbox: Part = {
  name: 'Le bac à sable',
  script: join(import.meta.dirname, 'sandbox/main.ts'),
  env: quiet(env),
  port: sandboxPort,
  portVariable: 'SANDBOX_PORT',
  healthUrl: `http://localhost:${sandboxPort}/sandbox/health`,
}

const practice = `
Le bac à sable est prêt : une messagerie pour t’exercer, avec le bot dedans.

  1. Ouvre http://localhost:${sandboxPort}
  2. Choisis qui tu es : intra, metier, equipe1, equipe2, referente ou admin.
  3. Charge l’exemple, ou écris /recrutement nouveau

Pour arrêter : Ctrl+C.
`

process.exitCode = await runTogether(hasChat ? [bot] : [sandbox, bot], {
  say: (text) => void process.stdout.write(`${text}\n`),
  welcome: hasChat ? 'Le bot est prêt.' : practice,
  stopRequested: new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve())
    }
    if (env['npm_lifecycle_event'] === 'start') whenNpmDies(resolve)
  }),
})
process.exit()

/** npm runs us through a shell, and neither passes on that npm was killed: their end is the sign. */
function whenNpmDies(stop: () => void): void {
  const before = parents()
  const watch = setInterval(() => parents() !== before && stop(), 250)
  watch.unref()
}

/** Our parent and, where the system says it in `/proc`, the parent of our parent. */
function parents(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}

/** In practice mode the terminal is for the person: the logs only say what goes wrong. */
function quiet(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...variables, LOG_LEVEL: variables['LOG_LEVEL'] || 'warn' }
}

function port(variable: string, otherwise: number): number {
  const value = Number(env[variable] || otherwise)
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    process.stdout.write(`${variable} doit être un numéro de port, entre 1 et 65535.\n`)
    process.exit(1)
  }
  return value
}
