import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { USAGE } from '../../src/guides/cli/usage.ts'
import { runGuides } from '../../src/guides/cli.ts'
import { emptyFolder, guidesFolder, SHIPPED } from './folder.ts'
import { PAGE } from './import/page.ts'
import { SAMPLE } from './sample.ts'

interface Ran {
  readonly code: number
  /** The answer. */
  readonly said: string
  /** The progress. */
  readonly told: string
}

async function run(...args: string[]): Promise<Ran> {
  return runFrom(undefined, ...args)
}

/** As with `GUIDES_DIR`. */
async function runFrom(guidesDir: string | undefined, ...args: string[]): Promise<Ran> {
  let said = ''
  let told = ''
  const code = await runGuides(args, {
    write: (text) => {
      said += text
    },
    tell: (text) => {
      told += text
    },
    ...(guidesDir === undefined ? {} : { guidesDir }),
  })
  return { code, said, told }
}

function lastNames(said: string): readonly string[] {
  return said
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^[^:]*\//, ''))
}

const shipped = readdirSync(SHIPPED).length - 1

describe('check', () => {
  test('counts sound guides, and those of the folder among them', async () => {
    const full = guidesFolder()
    expect(await run('check')).toMatchObject({ code: 0, said: `${shipped} guides vérifiés.\n` })
    const said = `${shipped} guides vérifiés, dont ${shipped} de ${full}.\n`
    expect(await run('check', full)).toMatchObject({ code: 0, said })
    expect(await runFrom(full, 'check')).toMatchObject({ code: 0, said })
  })

  test('checks a folder as it would serve: in front of the shipped guides', async () => {
    const folder = emptyFolder()
    expect((await run('check', folder)).said).toMatch(/, dont 0 de /)
    writeFileSync(join(folder, 'autre.md'), SAMPLE.replace('coaching', 'autre'))
    expect(await run('check', folder)).toMatchObject({
      code: 0,
      said: `${shipped + 1} guides vérifiés, dont 1 de ${folder}.\n`,
    })
  })

  test('gives each fault as a line that an editor can open', async () => {
    const folder = guidesFolder({ 'a.md': '', 'b.md': 'Bonjour' })
    const { code, said } = await run('check', folder)
    expect(code).toBe(1)
    expect(lastNames(said)).toEqual([
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
})

describe('list', () => {
  test('gives the guides that serve, in the order of the process, with their files', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'nos-coachs.md'), SAMPLE)
    const { code, said } = await runFrom(folder, 'list')
    expect(code).toBe(0)
    const [header, ...rows] = said.trimEnd().split('\n')
    expect(header).toMatch(/^Métier +Étape +Durée +Questions +Critères +Fichier$/)
    expect(rows).toHaveLength(shipped)
    expect(rows[0]).toMatch(
      /^generic +prequalification +20–30 min +5 +0 .*generique-prequalification\.md$/,
    )
    expect(rows.find((row) => row.startsWith('coach'))).toMatch(
      /^coach +interview +45–60 min +1 +1 .*nos-coachs\.md$/,
    )
  })
})

describe('show', () => {
  test.each([
    ['coach', 'interview'],
    ['coaching', 'entretien'],
    ['Coachs', 'entretien métier'],
  ])('reads a guide by the names %s and %s', async (craft, stage) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'coach.md'), SAMPLE)
    expect(await runFrom(folder, 'show', craft, stage)).toMatchObject({
      code: 0,
      said: `Entretien métier, coaching · 45 à 60 min
Trouver la preuve que la personne sait accompagner une équipe.

Critères
- La personne est capable d'aider une équipe à choisir

0–2 min · Accueil
Présente-toi.

2–50 min · Accompagnement
Fais raconter.

  Une équipe qui hésitait
    Voir une décision naître.
    Conseil : Demande la suite.
    - « Qu'as-tu fait pendant [durée] ? »
    À noter : disponibilité, prix

Points de vigilance
- Pas de débrief à chaud.
`,
    })
  })

  test('says when the generic guide stands in for a craft', async () => {
    const { said } = await run('show', 'coach', 'references')
    expect(said).toMatch(
      /^Ce métier n'a pas de guide pour cette étape : voici le guide générique\.\n/,
    )
    expect((await run('show', 'generique', 'references')).said).not.toMatch(/^Ce métier/)
  })

  test.each([
    [['juriste', 'entretien'], /« juriste » : choisis parmi generique, developpement/],
    [['coach', 'oral'], /« oral » : choisis parmi prequalification, entretien/],
  ])('%j is answered with the words it knows', async (args, answer) => {
    const { code, said } = await run('show', ...args)
    expect(code).toBe(2)
    expect(said).toMatch(answer)
  })
})

function pageFile(content: string | Uint8Array = PAGE): string {
  const file = join(emptyFolder(), 'page.md')
  writeFileSync(file, content)
  return file
}

describe('import', () => {
  test('writes the guides, says what it found, what to complete and what to adapt', async () => {
    const folder = join(emptyFolder(), 'guides')
    const { code, said, told } = await run('import', pageFile(), '--out', folder)
    expect(code).toBe(0)
    expect(readdirSync(folder)).toHaveLength(8)
    expect(lastNames(said).slice(0, 6)).toEqual([
      'page.md : 73 lignes de texte, dont 53 dans les guides et 20 de structure (titres, en-têtes de tableaux).',
      '',
      'Métier                        Étape              Durée        Questions  Critères  Vigilance',
      'tous métiers                  Préqualification   20–30 min            2         0          4',
      'tous métiers                  Mise en situation  60 min               2         0          2',
      'développement                 Préqualification   20–30 min            1         3          2',
    ])
    expect(said).toMatch(/^design +une autre page : \.\.\/design\.md$/m)
    expect(said).toMatch(
      /^- coaching : niveaux, poids et caractère obligatoire de 3 critères ; des questions \(Entretien métier\)\.$/m,
    )
    expect(said).toMatch(
      /^- tous métiers : 3 passages entre crochets ; « FAROUCHE Nord », le nom d'un autre produit\.$/m,
    )
    expect(said).toMatch(/^Guides écrits dans .*guides : 7 de plus\.$/m)
    expect(told).toMatch(/^Lecture de .*page\.md \(\d+ ko\)…\n7 guides reconnus\.\nÉcriture dans /)
    expect(await run('check', folder)).toMatchObject({ code: 0 })
  })

  test('the second time, says that nothing has changed', async () => {
    const folder = emptyFolder()
    await run('import', pageFile(), '--out', folder)
    const { said } = await run('import', pageFile(), '--out', folder)
    expect(said).toMatch(/\n\nRien n'a changé dans .*\.\n$/)
  })

  test('lists what found no place with its line, and says when letters were repaired', async () => {
    const misread = new TextDecoder('macintosh').decode(Buffer.from(`${PAGE}\n<!-- à revoir -->\n`))
    const { said } = await run('import', pageFile(misread), '--out', emptyFolder())
    expect(said).toContain('Ses lettres avaient été lues en Mac Roman : elles sont réparées.\n')
    expect(said).toMatch(/\nSans place dans un guide :\n.*page\.md:\d+: <!-- à revoir -->\n/)
  })

  test('writes into the folder of the team when none is given', async () => {
    const folder = emptyFolder()
    const { said } = await runFrom(folder, 'import', pageFile())
    expect(existsSync(join(folder, 'coaching-entretien.md'))).toBe(true)
    expect(said).not.toContain('GUIDES_DIR')
  })

  test('with --json alone, only answers: nothing is written', async () => {
    const folder = emptyFolder()
    const { code, said } = await runFrom(folder, 'import', pageFile(), '--json')
    expect(code).toBe(0)
    expect(readdirSync(folder)).toEqual([])
    const answer: unknown = JSON.parse(said)
    expect(Object.keys(answer ?? {})).toEqual(['guides', 'unplaced'])
    expect(answer).toMatchObject({
      guides: expect.arrayContaining([
        {
          craft: 'coach',
          stage: 'interview',
          duration: { min: 45, max: 45 },
          sections: expect.any(Array),
          questions: [],
          criteria: expect.any(Array),
          warnings: expect.any(Array),
        },
      ]),
      unplaced: [],
    })
  })

  test('with --json and a folder, answers and writes', async () => {
    const folder = emptyFolder()
    const { said, told } = await run('import', pageFile(), '--json', '--out', folder)
    expect(() => JSON.parse(said) as unknown).not.toThrow()
    expect(told).toContain('7 de plus')
    expect(readdirSync(folder)).toHaveLength(8)
  })

  test.each([
    ['a page that is no page of guides', '# Bonjour\n', /page\.md:1: Cette page ne contient pas/],
    ['5 MB', Buffer.alloc(5 * 1024 * 1024, 'a'), /page\.md:1: La page dépasse 512 ko/],
    ['bytes', Buffer.from([0, 1, 2]), /page\.md:1: Ce fichier n'est pas du texte/],
    ['nothing', '', /page\.md:1: La page est vide/],
  ])('%s is a fault on its line, and nothing is written', async (_, content, fault) => {
    const folder = join(emptyFolder(), 'guides')
    const { code, said } = await run('import', pageFile(content), '--out', folder)
    expect(code).toBe(1)
    expect(said).toMatch(fault)
    expect(said.trimEnd().split('\n')).toHaveLength(1)
    expect(existsSync(folder)).toBe(false)
  })

  test('a page that is not there, or a folder that cannot be, is said in a sentence', async () => {
    const absent = await run('import', join(emptyFolder(), 'absente.md'))
    expect(absent).toMatchObject({ code: 1 })
    expect(absent.said).toMatch(/absente\.md:1: La page ne peut pas être ouverte/)
    const blocked = await run('import', pageFile(), '--out', join(pageFile(), 'guides'))
    expect(blocked).toMatchObject({ code: 1 })
    expect(blocked.said).toMatch(/guides:1: Le dossier ne peut pas être écrit/)
  })

  test("the project's own folder is not written over", async () => {
    const before = readFileSync(join(SHIPPED, 'coaching-entretien.md'), 'utf8')
    const { code, said } = await run('import', pageFile(), '--out', SHIPPED)
    expect(code).toBe(1)
    expect(said).toMatch(/choisis-en un autre avec --out/)
    expect(readFileSync(join(SHIPPED, 'coaching-entretien.md'), 'utf8')).toBe(before)
  })
})

test.each([
  [[]],
  [['verifier']],
  [['toString']],
  [['check', 'a', 'b']],
  [['list', 'a']],
  [['show', 'coach']],
  [['import']],
  [['import', 'a.md', 'b.md']],
  [['import', 'a.md', '--dossier', 'b']],
  [['import', 'a.md', '--out', '']],
])('%j is answered with the usage', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, said: USAGE })
})

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
