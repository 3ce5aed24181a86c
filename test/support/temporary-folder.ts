import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes an empty folder that goes with `remove()`. Other accounts may enter it, since under root the
 * embedded Postgres runs as one of them; `closed` asks for the system's usual 0700 instead.
 */
export async function temporaryFolder(
  options: { closed?: boolean } = {},
): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'recrutement-')))
  await chmod(path, options.closed === true ? 0o700 : 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
