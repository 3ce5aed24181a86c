import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidesAround } from '../../../src/guides/import/around.ts'
import { NOTE_NAME, noteText } from '../../../src/guides/import/note.ts'
import { saveGuides, type Saved } from '../../../src/guides/import/save.ts'
import { toGuides, type FileGuide } from '../../../src/guides/import/to-guides.ts'
import { ANY_CRITERION, questionFor } from '../../../src/guides/proof.ts'
import { GuideError } from '../../../src/guides/fault.ts'
import { readGuides } from '../../../src/guides/load.ts'
import { emptyFolder } from '../folder.ts'
import { PAGE, pageWith, read } from './page.ts'

const NOTHING = { elsewhere: () => new Map(), completed: () => new Map() }

function filesOf(source: string): readonly FileGuide[] {
  return toGuides(read(source).guides, NOTHING)
}

function fileOf(source: string, craft: string, stage: string): FileGuide {
  const file = filesOf(source).find(({ guide }) => guide.craft === craft && guide.stage === stage)
  if (file === undefined) throw new Error(`no file for ${craft}, ${stage}`)
  return file
}

async function importInto(folder: string, source: string): Promise<Saved> {
  const page = read(source)
  const guides = toGuides(page.guides, await guidesAround(folder, page))
  const note = { name: NOTE_NAME, text: noteText(page) }
  return saveGuides(
    folder,
    guides.map(({ guide }) => guide),
    note,
  )
}

describe('a guide for the bot', () => {
  test('shares the minutes: what the page times, then questions, then the closing words', () => {
    const { guide } = fileOf(PAGE, 'generic', 'prequalification')
    expect(guide.script.map(({ title, from, to }) => `${from}–${to} ${title}`)).toEqual([
      '0–2 Introduction',
      '2–27 Questions',
      '27–30 Clôture',
    ])
  })

  test('fits the moments of a case into its hour, each within what the page allows', () => {
    const { guide, found } = fileOf(PAGE, 'generic', 'case-study')
    const moments = guide.script.slice(1)
    expect(moments.map(({ title }) => title)).toEqual([
      'Lire la consigne',
      'Reformuler',
      'Préparer seul',
      'Présenter',
    ])
    for (const { title, from, to } of moments) {
      const allowed = found.sections.find((section) => section.title === title)?.duration
      expect(to - from).toBeGreaterThanOrEqual(allowed?.min ?? Number.NaN)
      expect(to - from).toBeLessThanOrEqual(allowed?.max ?? Number.NaN)
    }
    expect(guide.script.at(-1)?.to).toBeLessThanOrEqual(60)
    expect(moments[0]?.questions).toHaveLength(2)
  })

  test('keeps a plan as the page times it', () => {
    const { guide } = fileOf(PAGE, 'coach', 'interview')
    expect(guide.script.map(({ title, from, to }) => `${from}–${to} ${title}`)).toEqual([
      '0–15 Présentation',
      '15–45 Échange',
    ])
  })

  test('has one part per theme where the page has themes', () => {
    const source = '### PO\n\n#### Hier\n\nRaconte.\n\n* Qui ?\n\n#### Demain\n\n* Quoi ?\n'
    const { guide } = fileOf(source, 'product-manager', 'interview')
    expect(
      guide.script.map(
        ({ title, text, questions }) =>
          `${title}: ${text} ${questions.map((one) => one.title).join(' ')}`,
      ),
    ).toEqual([
      'Introduction: Présente-toi et annonce le déroulé. ',
      'Hier: Raconte. Qui ?',
      'Demain: Pose les questions dans cet ordre, ou dans celui de la conversation. Quoi ?',
    ])
  })

  test('takes its aim from the sentence that tells it', () => {
    expect(fileOf(PAGE, 'generic', 'prequalification').guide.aim).toBe(
      "L'objectif est d'écarter les malentendus.",
    )
  })

  test('ends its warnings with bias and with what may not be asked, as a brief shows them', () => {
    for (const { guide } of filesOf(PAGE)) {
      const [bias, notAsked] = guide.warnings.slice(-2)
      expect(bias).toBe('⚠️ Les biais trompent tout le monde.')
      expect(notAsked).toMatch(/^Rien sur la famille/)
    }
  })

  test('puts the names of other products between brackets, as all that must be replaced', () => {
    const { guide } = fileOf(PAGE, 'generic', 'case-study')
    const [question] = guide.script.flatMap(({ questions }) => questions)
    expect(question?.examples[0]).toBe('Contexte : Tu arrives sur [FAROUCHE Nord].')
  })

  test('collects the practical facts in the question that is about them', () => {
    const { guide } = fileOf(PAGE, 'generic', 'prequalification')
    expect(guide.script.flatMap(({ questions }) => questions.map(({ facts }) => facts))).toEqual([
      [],
      ['availability', 'remote-work', 'price'],
    ])
  })

  test('has a question for each criterion, and for those of the framing', () => {
    for (const { guide } of filesOf(PAGE)) {
      for (const id of [...guide.criteria.map(({ id }) => id), ANY_CRITERION]) {
        expect(questionFor(guide, id)?.criteria).toContain(id)
      }
    }
  })

  test('gives the same criterion the same identifier at every stage', () => {
    const source = pageWith([
      '* La personne est capable de choisir',
      '* La personne maîtrise les tests',
    ])
    const idOf = (stage: string) => fileOf(source, 'developer', stage).guide.criteria[0]?.id
    expect(idOf('prequalification')).toBe('tests')
    expect(idOf('interview')).toBe('tests')
  })
})

describe('what a page lacks gets a plain default, and is told', () => {
  test('levels, weight and the mandatory mark of criteria', () => {
    const { guide, todo } = fileOf(PAGE, 'coach', 'interview')
    expect(guide.criteria[0]).toMatchObject({ weight: 2, mandatory: false })
    expect(todo).toEqual({
      levels: guide.criteria.map(({ id }) => id),
      criteria: false,
      questions: true,
      duration: false,
    })
  })

  test('questions: one per family of criteria', () => {
    const { guide, todo } = fileOf(PAGE, 'deployment-junior', 'interview')
    const questions = guide.script.flatMap(({ questions }) => questions)
    expect(questions.map(({ title }) => title)).toEqual(['Outils & usages', 'Posture'])
    expect(todo).toMatchObject({ questions: true, duration: true })
  })

  test('criteria: one between brackets, to be written', () => {
    const { guide, todo } = fileOf(
      '### PO\n\n#### Hier\n\n* Qui ?\n',
      'product-manager',
      'interview',
    )
    expect(guide.criteria.map(({ label }) => label)).toEqual([
      '[Critère à écrire : ce que cet entretien vérifie]',
    ])
    expect(todo).toMatchObject({ levels: [], criteria: true })
  })
})

const long = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(', ')

describe('words beyond the limits of the format are moved, not lost', () => {
  test('the end of a criterion goes to its level « validé »', () => {
    const label = `Savoir : ${long('chose', 40)}`
    const { guide } = fileOf(
      pageWith(["Connaître l'État : ses règles, ses gens", label]),
      'coach',
      'interview',
    )
    const [, criterion] = guide.criteria
    expect(criterion?.label.length).toBeLessThanOrEqual(200)
    expect(criterion?.anchors[2]).toMatch(/^Validé, avec : .*chose39$/)
  })

  test('the end of a question goes to what it is for, and its tip to the warnings', () => {
    const { guide } = fileOf(
      pageWith([
        'Un parcours raconté 💡Conseil : couper court',
        `Un parcours : ${long('pas', 20)} 💡Conseil : ${long('mot', 60)}`,
      ]),
      'generic',
      'prequalification',
    )
    const [question] = guide.script.flatMap(({ questions }) => questions)
    expect(question).toMatchObject({ title: 'Un parcours', purpose: long('pas', 20) })
    expect(guide.warnings.join(' ')).toContain('mot59')
  })

  test('criteria that prequalification or a generic guide may not carry are warnings', () => {
    const many = Array.from({ length: 6 }, (_, i) => `* La personne sait ${i}`).join('\n')
    const source = pageWith(['Reprendre ceux de la [fiche](https://exemple.fr/fiche)', many])
    const { guide } = fileOf(source, 'generic', 'prequalification')
    expect(guide.criteria).toEqual([])
    expect(guide.warnings).toContain('À vérifier aussi : La personne sait 5')
  })
})

describe('importing into a folder', () => {
  test('writes files that load, named like the shipped ones, with a note on the page', async () => {
    const folder = emptyFolder()
    await importInto(folder, PAGE)
    expect(readdirSync(folder).toSorted()).toEqual([
      NOTE_NAME,
      'coaching-entretien.md',
      'deploiement-junior-entretien.md',
      'deploiement-senior-entretien.md',
      'developpement-entretien.md',
      'developpement-prequalification.md',
      'generique-mise-en-situation.md',
      'generique-prequalification.md',
    ])
    const guides = await readGuides(folder)
    expect(guides.find(({ craft }) => craft === 'coach')?.duration).toEqual({ min: 45, max: 45 })
    expect(readFileSync(join(folder, NOTE_NAME), 'utf8')).toContain(
      '# Avant de commencer\n\nLis la fiche',
    )
  })

  test('twice changes nothing', async () => {
    const folder = emptyFolder()
    const first = await importInto(folder, PAGE)
    const before = contents(folder)
    const second = await importInto(folder, PAGE)
    expect(second).toEqual({ added: [], replaced: [], unchanged: first.added })
    expect(contents(folder)).toEqual(before)
  })

  test('keeps what somebody completed, and a copy of what the page changed', async () => {
    const folder = emptyFolder()
    await importInto(folder, PAGE)
    const path = join(folder, 'coaching-entretien.md')
    const completed = readFileSync(path, 'utf8').replace(
      '- Poids : 2\n- Obligatoire : non\n- 3 : Démontré, avec des preuves fortes.',
      '- Poids : 3\n- Obligatoire : oui\n- 3 : Cite une équipe qui a changé.',
    )
    writeFileSync(path, completed)
    expect(await importInto(folder, PAGE)).toMatchObject({ added: [], replaced: [] })
    expect(readFileSync(path, 'utf8')).toBe(completed)

    const saved = await importInto(
      folder,
      pageWith(['* 15 min de présentation', '* 15 min pour se présenter']),
    )
    expect(saved.replaced).toEqual(['coaching-entretien.md'])
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe(completed)
    expect(readFileSync(path, 'utf8')).toContain('Cite une équipe qui a changé.')
    expect(readFileSync(path, 'utf8')).toContain('15 min pour se présenter')
  })

  test('replaces the guide of the same craft and stage whatever its name', async () => {
    const folder = emptyFolder()
    await importInto(folder, PAGE)
    const path = join(folder, 'coaching-entretien.md')
    writeFileSync(join(folder, 'nos-coachs.md'), readFileSync(path, 'utf8'))
    rmSync(path)
    expect(await importInto(folder, PAGE)).toMatchObject({ added: [], replaced: [] })
    expect(readdirSync(folder)).not.toContain('coaching-entretien.md')
  })

  test('writes nothing at all when a guide of the folder would keep the others from loading', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'brouillon.md'), 'Bonjour')
    const error = await importInto(folder, PAGE).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(GuideError)
    expect(readdirSync(folder)).toEqual(['brouillon.md'])
    expect(String(error)).toMatch(/brouillon\.md:1: L'en-tête manque/)
  })
})

function contents(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
}
