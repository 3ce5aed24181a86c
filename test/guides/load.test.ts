import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { loadGuides } from '../../src/guides/load.ts'
import { emptyFolder, faultsIn, guidesFolder, SHIPPED } from './folder.ts'
import { SAMPLE, sampleWith } from './sample.ts'

/** The sample, for the craft that has no shipped guide. */
const OTHER = sampleWith('metier: coaching', 'metier: autre')

const INTERVIEW = readFileSync(join(SHIPPED, 'developpement-entretien.md'), 'utf8')

test('a craft without guides of its own gets the generic one, and it is said', async () => {
  const guides = await loadGuides(SHIPPED)
  expect(guides.find('other', 'interview')).toMatchObject({
    guide: { craft: 'generic', stage: 'interview' },
    fallback: true,
  })
  expect(guides.find('developer', 'interview')).toMatchObject({
    guide: { craft: 'developer', stage: 'interview' },
    fallback: false,
  })
})

test('a guide added for a craft replaces the generic one for its stage only', async () => {
  const guides = await loadGuides(guidesFolder({ 'autre.md': OTHER }))
  expect(guides.find('other', 'interview').fallback).toBe(false)
  expect(guides.find('other', 'references').fallback).toBe(true)
  expect(guides.proposedFraming('other')).toMatchObject([{ id: 'choisir', stages: ['interview'] }])
})

test('the proposed framing has each criterion once, with its stages in order', async () => {
  const guides = await loadGuides(SHIPPED)
  const framing = guides.proposedFraming('developer')
  expect(framing.map(({ id, stages }) => `${id}: ${stages.join(', ')}`)).toEqual([
    'donnees-sensibles: prequalification',
    'parcours-simples: prequalification',
    'tenue-en-charge: prequalification',
    'interet-public: prequalification, collaboration',
    'service-complet: interview, case-study',
    'code-durable: interview, case-study',
    'incertitude: interview',
    'autonomie: interview',
    'standards-beta: case-study',
    'travail-a-plusieurs: collaboration',
    'travail-en-production: references',
    'fiabilite: references',
  ])
  expect(guides.proposedFraming('other')).toEqual([])
})

test('the faults of all files are listed, not only the first', async () => {
  const folder = guidesFolder({
    'coach.md': sampleWith('Poids : 3', 'Poids : 4').replace('prix', 'or'),
    'vide.md': '',
  })
  expect(await faultsIn(folder)).toEqual([
    'coach.md:14: Il manque un poids lisible : écris « - Poids : » puis 1, 2 ou 3.',
    "coach.md:39: Le fait « or » n'est pas connu : choisis parmi disponibilité, rythme, télétravail, accord pour les références, autres démarches, prix.",
    "vide.md:1: Le fichier est vide : pars de l'exemple de guides/README.md.",
  ])
})

test('two files for the same craft and stage are refused', async () => {
  const folder = guidesFolder({ 'zz.md': INTERVIEW })
  expect(await faultsIn(folder)).toEqual([
    "zz.md:2: Le guide « developpement, entretien » existe déjà dans developpement-entretien.md : retire l'un des deux.",
  ])
})

test('a criterion shared by two stages must be the same in both', async () => {
  const folder = guidesFolder({
    'developpement-entretien.md': INTERVIEW.replace('- Poids : 3', '- Poids : 2'),
  })
  expect(await faultsIn(folder)).toEqual([
    "developpement-mise-en-situation.md:11: Le critère « service-complet » n'a pas le même titre, la même famille, le même poids ou le même caractère obligatoire que dans developpement-entretien.md : rends-les identiques.",
  ])
})

test('what is decisive cannot be left to references alone', async () => {
  const source = sampleWith('etape: entretien', 'etape: references')
  expect(await faultsIn(guidesFolder({ 'coach.md': source }))).toEqual([
    'coach.md:11: Le critère « choisir » est obligatoire ou de poids 3 : fais-le vérifier aussi avant les références.',
  ])
})

test('prequalification carries four criteria at most', async () => {
  const criterion = /### La personne.*?(?=\n## )/s.exec(SAMPLE)?.[0] ?? ''
  const others = ['b', 'c', 'd', 'e'].map((id) => criterion.replace(': choisir', `: ${id}`))
  const source = sampleWith('etape: entretien', 'etape: prequalification')
    .replace('## Trame', `${others.join('\n')}\n## Trame`)
    .replace('Critères : choisir', 'Critères : choisir, b, c, d, e')
  expect(await faultsIn(guidesFolder({ 'coach.md': source }))).toEqual([
    'coach.md:9: La préqualification vérifie 4 critères au plus : déplaces-en vers une autre étape.',
  ])
})

test('a missing generic guide is asked for by the name that it could have', async () => {
  const folder = guidesFolder()
  rmSync(join(folder, 'generique-collaboration.md'))
  expect(await faultsIn(folder, folder)).toEqual([
    "generique-collaboration.md:1: Il manque le guide générique de l'étape « collaboration » : ajoute-le, il sert à tous les métiers sans guide.",
  ])
})

test('a generic guide with a fault is not also said to be missing', async () => {
  const folder = guidesFolder({ 'generique-collaboration.md': '' })
  expect(await faultsIn(folder)).toEqual([
    "generique-collaboration.md:1: Le fichier est vide : pars de l'exemple de guides/README.md.",
  ])
})

test('a file too big is refused, and a folder named like a guide too', async () => {
  const folder = guidesFolder({ 'gros.md': 'a'.repeat(70_000) })
  mkdirSync(join(folder, 'dossier.md'))
  expect(await faultsIn(folder)).toEqual([
    "dossier.md:1: Le fichier ne peut pas être ouvert : vérifie que c'est un fichier lisible.",
    'gros.md:1: Le fichier dépasse 64 ko : un guide fait quelques pages, ne garde que lui.',
  ])
})

test('a text in another encoding is refused at its first odd letter', async () => {
  const folder = guidesFolder()
  writeFileSync(join(folder, 'coach.md'), Buffer.from(SAMPLE, 'latin1'))
  expect(await faultsIn(folder)).toEqual([
    "coach.md:4: Le fichier n'est pas du texte : enregistre-le en texte brut, en UTF-8.",
  ])
})

test('README, hidden files and files of other kinds are left alone', async () => {
  const folder = guidesFolder({ 'readme.md': 'Bonjour', '.brouillon.md': '', 'notes.txt': '' })
  expect(await faultsIn(folder)).toEqual([])
})

test('an empty folder asks for the five generic guides', async () => {
  const folder = emptyFolder()
  expect(await faultsIn(folder, folder)).toHaveLength(5)
})

test('a folder that is not there is said in a sentence', async () => {
  const folder = join(emptyFolder(), 'absent')
  expect(await faultsIn(folder)).toEqual([
    `${relative(process.cwd(), folder)}:1: Le dossier ne peut pas être lu : vérifie qu'il existe et que tu y as accès.`,
  ])
})
