/** Where the tests find a Redis server, and how they get one without installing anything. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  execute,
  existing,
  fetchedFolder,
  fillFolder,
  firstThatRuns,
  onPath,
  type Tool,
} from './tools.ts'

export const redisIsMissing =
  'Il manque un serveur Redis (ou Valkey) pour les tests. Debian, Ubuntu : sudo apt-get install redis-server. macOS : brew install redis. Ailleurs : installe Redis 6.2 ou plus, puis mets-le dans le PATH ou donne son chemin dans REDIS_SERVER.'

export async function findRedisServer(): Promise<Tool | undefined> {
  const chosen = process.env['REDIS_SERVER']
  if (chosen) return await firstThatRuns([{ file: chosen, env: {} }])
  return await firstThatRuns([
    ...(await onPath('redis-server', 'valkey-server')),
    ...(await existing([join(fetchedFolder('redis'), 'usr/bin/redis-server')], {
      LD_LIBRARY_PATH: (await libraryFolders(fetchedFolder('redis'))).join(':'),
    })),
  ])
}

/**
 * Unpacks Debian's or Ubuntu's own package, and those it needs, into a folder of ours: no right is
 * needed, nothing is installed and no service starts. Fails where there is no apt.
 */
export async function fetchRedisServer(): Promise<void> {
  await fillFolder('redis', async (aside) => {
    const apt = join(aside, 'apt')
    await mkdir(join(apt, 'lists/partial'), { recursive: true })
    await mkdir(join(apt, 'cache/archives/partial'), { recursive: true })
    const ours = [
      `-oDir::State::lists=${apt}/lists`,
      `-oDir::Cache=${apt}/cache`,
      '-oDebug::NoLocking=1',
      '-oAPT::Sandbox::User=',
    ]
    // Hooks of the system's own may fail without rights; what counts is the download below.
    await execute('apt-get', [...ours, '-q', 'update']).catch(() => {})
    const download = ['-q', '-y', '--no-install-recommends', '--download-only', 'install']
    await execute('apt-get', [...ours, ...download, 'redis-server'])
    const archives = join(apt, 'cache/archives')
    for (const name of await readdir(archives)) {
      if (name.endsWith('.deb')) await execute('dpkg-deb', ['-x', join(archives, name), aside])
    }
    await rm(apt, { recursive: true })
  })
}

async function libraryFolders(root: string): Promise<string[]> {
  const parents = [join(root, 'usr/lib'), join(root, 'lib')]
  const found = parents.map(async (parent) => {
    const names = await readdir(parent).catch(() => [])
    return names.filter((name) => name.includes('-linux-')).map((name) => join(parent, name))
  })
  return (await Promise.all(found)).flat()
}
