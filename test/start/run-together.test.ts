import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Part } from '../../src/start/part.ts'
import { runTogether } from '../../src/start/run-together.ts'
import { isAlive } from '../../src/store/embedded/postmaster.ts'
import { freePort } from '../support/free-port.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { fakePart } from './fake.ts'

const finished: (() => Promise<unknown>)[] = []
let journal = ''
let ports: [number, number] = [0, 0]

beforeEach(async () => {
  const folder = await temporaryFolder()
  finished.push(folder.remove)
  journal = join(folder.path, 'journal')
  await writeFile(journal, '')
  ports = [await freePort(), await freePort()]
})

afterEach(async () => {
  for (const finish of finished.splice(0).toReversed()) await finish()
})

function run(parts: Part[], patience = { stop: 5000, ready: 20_000 }) {
  const said: string[] = []
  const { promise: stopRequested, resolve: askToStop } = Promise.withResolvers<void>()
  const code = runTogether(parts, {
    say: (text) => void said.push(text),
    welcome: 'Tout est prêt.',
    stopRequested,
    patience,
  })
  finished.push(async () => {
    askToStop()
    await code
  })
  return { said, askToStop, code }
}

/** What the parts did, without their process numbers. */
async function story(): Promise<string[]> {
  const lines = (await readFile(journal, 'utf8')).trim().split('\n')
  return lines.map((line) => line.replace(/ \d+$/, ''))
}

async function ready(said: string[]): Promise<void> {
  await vi.waitFor(() => expect(said).toContain('Tout est prêt.'), { timeout: 20_000 })
}

describe('npm start', () => {
  test('starts each part when the one before is ready, and stops them in reverse order', async () => {
    const parts = [fakePart('A', ports[0], journal), fakePart('B', ports[1], journal)]
    const { said, askToStop, code } = run(parts)
    await ready(said)
    expect(await story()).toEqual(['A starts', 'B starts'])
    askToStop()
    expect(await code).toBe(0)
    expect(await story()).toEqual(['A starts', 'B starts', 'B stops', 'A stops'])
    expect(said).toEqual(['Tout est prêt.'])
  })

  test('stops the others when a part dies, says which and why, and fails with its code', async () => {
    const parts = [fakePart('Le bac', ports[0], journal), fakePart('Le bot', ports[1], journal)]
    const { said, code } = run(parts)
    await ready(said)
    await fetch(`http://127.0.0.1:${ports[1]}/die`).catch(() => {})
    expect(await code).toBe(3)
    expect(said.at(-1)).toMatch(/^Le bot s’est arrêté \(code 3\) : .*relance npm start\.$/)
    expect((await story()).at(-1)).toBe('Le bac stops')
  })

  test('never says ready when a part dies before it is', async () => {
    const parts = [
      fakePart('Le bac', ports[0], journal),
      fakePart('Le bot', ports[1], journal, { endsWith: 7 }),
    ]
    const { said, code } = run(parts)
    expect(await code).toBe(7)
    expect(said).toEqual([expect.stringMatching(/^Le bot s’est arrêté \(code 7\)/)])
  })

  test('ends by force a part that does not stop in time, and fails then', async () => {
    const part = fakePart('A', ports[0], journal, { stubborn: true })
    const { said, askToStop, code } = run([part], { stop: 500, ready: 20_000 })
    await ready(said)
    askToStop()
    expect(await code).toBe(1)
  })

  test('says in one sentence that a port is taken, and starts nothing', async () => {
    const occupant = createServer().listen(ports[1], '127.0.0.1')
    await once(occupant, 'listening')
    finished.push(async () => occupant.close())
    const parts = [fakePart('A', ports[0], journal), fakePart('B', ports[1], journal)]
    const { said, code } = run(parts)
    expect(await code).toBe(1)
    expect(said).toEqual([expect.stringMatching(`^Le port ${ports[1]} est déjà pris : .*PORT\\.$`)])
    expect(await readFile(journal, 'utf8')).toBe('')
  })

  test('leaves no part behind when it is killed', async () => {
    const script = join(import.meta.dirname, 'hold-parts.ts')
    const parent = spawn(process.execPath, [script, journal, ...ports.map(String)])
    finished.push(async () => parent.kill('SIGKILL'))
    await once(parent.stdout, 'data')
    const pids = [...(await readFile(journal, 'utf8')).matchAll(/starts (\d+)/g)].map((m) =>
      Number(m[1]),
    )
    expect(pids.map(isAlive)).toEqual([true, true])
    parent.kill('SIGKILL')
    await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 10_000 })
  })
})

describe('src/start.ts', () => {
  test.each([
    ['a port that is not one', { PORT: 'abc' }, 'PORT doit être un numéro de port'],
    ['a port that is taken', undefined, 'est déjà pris'],
  ])('refuses %s before it starts anything', async (_case, given, sentence) => {
    const occupant = createServer().listen(ports[0], '127.0.0.1')
    await once(occupant, 'listening')
    finished.push(async () => occupant.close())
    const env = given ?? { SANDBOX_PORT: String(ports[0]), PORT: String(ports[1]) }
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/start.ts')], {
      env,
    })
    const [[code], output] = await Promise.all([once(child, 'exit'), child.stdout.toArray()])
    expect(code).toBe(1)
    expect(output.join('')).toContain(sentence)
  })
})
