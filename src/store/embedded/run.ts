import { execFile } from 'node:child_process'

/** The account that runs the database server; `undefined` means the one that runs this process. */
export interface Account {
  uid: number
  gid: number
}

export interface Outcome {
  ok: boolean
  output: string
}

/**
 * Runs a program to its end, as `account`, with an environment of our own: neither the locale nor
 * the `PG…` variables of whoever started the bot can change what it does. Never rejects.
 */
export function run(file: string, args: string[], account?: Account): Promise<Outcome> {
  const options = {
    // The account may be unable to enter the folder where the bot was started.
    cwd: '/',
    env: environment(),
    ...account,
  }
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim()
      resolve({ ok: error === null, output: output === '' && error ? error.message : output })
    })
  })
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    PATH: PATH ?? '/usr/bin:/bin',
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  }
}
