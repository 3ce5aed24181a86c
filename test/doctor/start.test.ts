/** What a bot that cannot start says: what to do, and never a stack trace. */
import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mattermostServer } from '../contract/mattermost/platform.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { freePort } from '../support/free-port.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** Starts the bot with that environment alone; gives its exit code and all that it wrote. */
async function started(env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env
  return new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [MAIN],
      { env: { PATH, HOME, LOG_LEVEL: 'silent', ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, said: `${stdout}${stderr}` }),
    )
  })
}

const CHAT = { MATTERMOST_URL: 'http://localhost:1', MATTERMOST_TOKEN: 'token' }

describe('a bot that cannot start', () => {
  it('for a wrong variable says what it needs', async () => {
    expect(await started({ PORT: 'abc' })).toEqual({
      code: 1,
      said: 'PORT n’est pas valable : il faut un numéro entre 1 et 65535.\n',
    })
  })

  it('for a database that is away, or a server, names each', async () => {
    const { code, said } = await started({ ...CHAT, DATABASE_URL: 'postgres://localhost:1/x' })
    expect(code).toBe(1)
    expect(said.split('\n')).toEqual([
      'Mattermost ne répond pas à http://localhost:1 : vérifie MATTERMOST_URL, le réseau et le certificat.',
      'Postgres ne répond pas à l’adresse de DATABASE_URL : démarre-le, ou corrige l’adresse.',
      '',
    ])
  })

  it('on the database of a newer version changes nothing in it', async () => {
    const { pool, url, close } = await migratedDatabase()
    await pool.query(`insert into migrations (name, run_on) values ('999999_later', now())`)
    const { code, said } = await started({ DATABASE_URL: url, SANDBOX_PORT: '1' })
    expect(code).toBe(1)
    expect(said).toContain('La base vient d’une version plus récente du bot (999999_later)')
    expect(said).not.toMatch(/^\s+at /m)
    await close()
  })

  it('for a practice server that is away says how to start both', async () => {
    const { url, close } = await migratedDatabase()
    expect(await started({ DATABASE_URL: url, SANDBOX_PORT: '1' })).toEqual({
      code: 1,
      said: 'Le bac à sable ne répond pas à http://localhost:1 : démarre tout avec npm start, ou donne de quoi se connecter à Mattermost ou à Slack (README).\n',
    })
    await close()
  })

  it('for a port that is taken says how to choose another', async () => {
    const port = await freePort()
    const other = createServer().listen(port)
    await once(other, 'listening')
    const sandbox = await mattermostServer()
    const { url, close } = await migratedDatabase()
    const env = { PORT: String(port), SANDBOX_PORT: new URL(sandbox.url).port, DATABASE_URL: url }
    expect(await started(env)).toEqual({
      code: 1,
      said: 'Le port du bot est déjà pris : arrête ce qui l’occupe, ou choisis-en un autre avec PORT.\n',
    })
    other.close()
    await close()
    await sandbox.stop()
  })
})
