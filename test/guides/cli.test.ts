import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runGuides } from '../../src/guides/cli.ts'
import { emptyFolder, guidesFolder, SHIPPED } from './folder.ts'
import { SAMPLE } from './sample.ts'

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const code = await runGuides(args, (text) => {
    said += text
  })
  return { code, said }
}

test('sound guides are counted, and those of the folder among them', async () => {
  const shipped = readdirSync(SHIPPED).length - 1
  const full = guidesFolder()
  expect(await run('check')).toEqual({ code: 0, said: `${shipped} guides vérifiés.\n` })
  expect(await run('check', full)).toEqual({
    code: 0,
    said: `${shipped} guides vérifiés, dont ${shipped} de ${full}.\n`,
  })
})

test('a folder is checked as it would serve: in front of the shipped guides', async () => {
  const folder = emptyFolder()
  expect((await run('check', folder)).said).toMatch(/, dont 0 de /)
  writeFileSync(join(folder, 'autre.md'), SAMPLE.replace('coaching', 'autre'))
  const { code, said } = await run('check', folder)
  expect(code).toBe(0)
  expect(said).toBe(`${readdirSync(SHIPPED).length} guides vérifiés, dont 1 de ${folder}.\n`)
})

test('each fault is a line that an editor can open', async () => {
  const folder = guidesFolder({ 'a.md': '', 'b.md': 'Bonjour' })
  const { code, said } = await run('check', folder)
  expect(code).toBe(1)
  expect(
    said
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^[^:]*\//, '')),
  ).toEqual([
    "a.md:1: Le fichier est vide : pars de l'exemple de guides/README.md.",
    "b.md:1: L'en-tête manque : commence le fichier par « --- », puis metier, etape, titre, objectif, duree, puis « --- ».",
    'b.md:1: Il manque le titre « ## Critères » : ajoute-le sur une ligne à lui seul.',
    'b.md:1: Il manque le titre « ## Trame » : ajoute-le sur une ligne à lui seul.',
    'b.md:1: Il manque le titre « ## Points de vigilance » : ajoute-le sur une ligne à lui seul.',
  ])
})

test('a folder that is not there is a fault of the folder itself', async () => {
  const { code, said } = await run('check', join(emptyFolder(), 'absent'))
  expect(code).toBe(1)
  expect(said).toMatch(/absent:1: Le dossier ne peut pas être lu/)
  expect(said).not.toMatch(/absent\/.*absent/)
})

test.each([[[]], [['verifier']], [['check', 'a', 'b']]])(
  '%j is answered with the usage',
  async (args) => {
    expect(await run(...args)).toEqual({
      code: 2,
      said: 'Pour vérifier les guides : npm run guides -- check [dossier]\n',
    })
  },
)

test('run as a program, it checks the shipped guides and its exit code is 0', async () => {
  const cli = join(import.meta.dirname, '../../src/guides/cli.ts')
  const output = await new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, 'check'], (error, stdout) => {
      if (error === null) resolve(stdout)
      else reject(error)
    })
  })
  expect(output).toMatch(/^\d+ guides vérifiés\.\n$/)
})
