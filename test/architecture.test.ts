import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** What each room may import of ours, beside itself. Arrows point inward. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  process: [],
  guides: ['process'],
  chat: [],
  'chat/mattermost': ['chat', 'log.ts'],
  'chat/slack': ['chat', 'log.ts'],
  store: ['process', 'chat', 'clock.ts'],
  delivery: ['process', 'chat', 'store', 'clock.ts', 'error-kind.ts', 'log.ts'],
  bot: ['process', 'guides', 'chat', 'store', 'delivery', 'wttj', 'pictures', 'clock.ts', 'log.ts'],
  pictures: [],
  wttj: [],
  web: ['chat', 'error-kind.ts', 'log.ts'],
  sandbox: ['stop-with-parent.ts'],
  start: [],
  doctor: ['config.ts', 'commands.ts', 'guides', 'store'],
}
/** What stands behind a port, which is all that others see of it. */
const ADAPTERS = ['chat/mattermost', 'chat/slack', 'wttj/client.ts', 'pictures/draw.ts']
/** Rooms that may look behind a port. */
const KNOWS_ADAPTERS = new Set(['app.ts', 'connect.ts'])
/** `process` is pure: of libraries it takes only those that compute. */
const PURE_LIBRARIES = new Set(['temporal-polyfill', 'date-holidays'])

interface Import {
  readonly file: string
  readonly target: string
}

async function imports(): Promise<readonly Import[]> {
  const found: Import[] = []
  for await (const file of glob('**/*.ts', { cwd: SRC })) {
    const source = await readFile(join(SRC, file), 'utf8')
    for (const [, target = ''] of source.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)) {
      // What others read too, such as the manifest of the Slack app, is no room of ours.
      if (!target.endsWith('.json')) found.push({ file: file.split(sep).join('/'), target })
    }
  }
  return found
}

/** The room of a file: each chat adapter and each top-level folder; a top-level file is its own. */
function roomOf(file: string): string {
  const adapter = /^chat\/(?:mattermost|slack)(?=\/)/u.exec(file)
  if (adapter) return adapter[0]
  return file.split('/')[0] ?? file
}

function resolved({ file, target }: Import): string {
  return relative(SRC, join(SRC, dirname(file), target))
    .split(sep)
    .join('/')
}

describe('the arrows between rooms', () => {
  it('point inward only', async () => {
    const wrong = (await imports())
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ from: roomOf(one.file), to: roomOf(resolved(one)), one }))
      .filter(({ from, to }) => from !== to && from in MAY_IMPORT)
      .filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to))
      .map(({ one }) => `${one.file} imports ${resolved(one)}`)
    expect(wrong).toEqual([])
  })

  it.each(ADAPTERS)('reach an adapter from the wiring only: %s', async (adapter) => {
    const wrong = (await imports())
      .filter((one) => one.target.startsWith('.') && resolved(one).startsWith(adapter))
      .filter(({ file }) => !file.startsWith(adapter) && !KNOWS_ADAPTERS.has(file))
      .map(({ file }) => file)
    expect(wrong).toEqual([])
  })

  it('lead from the rules to nothing but computation', async () => {
    const libraries = (await imports())
      .filter(({ file, target }) => roomOf(file) === 'process' && !target.startsWith('.'))
      .map(({ target }) => target)
    expect([...new Set(libraries)].filter((name) => !PURE_LIBRARIES.has(name))).toEqual([])
  })

  it('know every room there is', async () => {
    const rooms = (await imports()).map(({ file }) => roomOf(file))
    const folders = [...new Set(rooms)].filter((room) => !room.endsWith('.ts'))
    expect(folders.toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted())
  })
})
