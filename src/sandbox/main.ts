/** The practice server as a process of its own. */
import { pino } from 'pino'
import { z } from 'zod'
import { stopWithParent } from '../stop-with-parent.ts'
import { startSandbox } from './server.ts'

const environmentSchema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(8065),
  DATA_DIR: z.string().min(1).default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function explain(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris : arrête ce qui l’occupe, ou choisis-en un autre avec SANDBOX_PORT.`
  if (code === 'EACCES')
    return `Le port ${port} ou le dossier des données n’est pas accessible : choisis-en un autre avec SANDBOX_PORT ou DATA_DIR.`
  const reason = error instanceof Error ? error.message : String(error)
  return `Le bac à sable n’a pas pu démarrer : ${reason}`
}

const environment = environmentSchema.safeParse(process.env)
if (!environment.success)
  fail(
    `La variable ${environment.error.issues[0]?.path.join('.')} n’est pas valable : corrige-la et relance.`,
  )
const { SANDBOX_PORT, DATA_DIR, LOG_LEVEL } = environment.data
const log = pino({ level: LOG_LEVEL, name: 'sandbox' })

const sandbox = await startSandbox({ port: SANDBOX_PORT, dataDir: DATA_DIR, log }).catch(
  (error: unknown) => fail(explain(error, SANDBOX_PORT)),
)
log.info({ url: sandbox.url }, 'the practice server is ready')

stopWithParent()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0))
  })
