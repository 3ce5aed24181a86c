import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { loadGuides, locateGuides } from '../../src/guides/load.ts'
import { emptyFolder, faultsIn, SHIPPED } from './folder.ts'
import { SAMPLE } from './sample.ts'

const shipped = (name: string) => readFileSync(join(SHIPPED, name), 'utf8')

/** A folder with only these files, as a team would have it. */
function ownFolder(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

test("a team's guide replaces the shipped one of its craft and stage, whatever its file is called", async () => {
  const own = shipped('developpement-entretien.md').replace(/^titre: .*$/m, 'titre: Le nôtre')
  const guides = await loadGuides(ownFolder({ 'a-nous.md': own }))
  expect(guides.find('developer', 'interview').guide.title).toBe('Le nôtre')
  expect(guides.find('developer', 'references').guide.title).toBe(
    'Prise de références, développement',
  )
})

test('the shipped guides serve for every craft and stage that the folder leaves out', async () => {
  const own = shipped('generique-references.md').replace(/^titre: .*$/m, 'titre: Appels')
  const folder = ownFolder({ 'appels.md': own })
  const all = await locateGuides(folder)
  expect(all).toHaveLength((await locateGuides()).length)
  expect(all.filter(({ guide }) => guide.title === 'Appels')).toMatchObject([
    { file: relative(process.cwd(), join(folder, 'appels.md')), guide: { craft: 'generic' } },
  ])
})

test('an empty folder changes nothing, nor does the folder of the shipped guides', async () => {
  const guides = await locateGuides()
  expect(await locateGuides(emptyFolder())).toEqual(guides)
  expect(await locateGuides(SHIPPED)).toEqual(guides)
})

test("two files of the team's folder for the same craft and stage are refused", async () => {
  expect(await faultsIn(ownFolder({ 'a.md': SAMPLE, 'b.md': SAMPLE }))).toEqual([
    "b.md:2: Le guide « coaching, entretien » existe déjà dans a.md : retire l'un des deux.",
  ])
})

test('a criterion that no longer goes with a shipped guide is a fault of the file they can edit', async () => {
  const own = shipped('developpement-entretien.md').replace('- Poids : 3', '- Poids : 2')
  const [fault, ...others] = await faultsIn(ownFolder({ 'entretien.md': own }))
  expect(others).toEqual([])
  expect(fault).toMatch(
    /^entretien\.md:\d+: Le critère « service-complet » n'a pas .* que dans guides\/developpement-mise-en-situation\.md : rends-les identiques\.$/,
  )
})
