/** What an import found, for the person who ran it. */
import { columns } from '../columns.ts'
import { plural, quote } from '../fault.ts'
import type { FileGuide } from './to-guides.ts'
import type { FoundGuide, ImportedPage, Span } from './imported.ts'
import { isHollow } from './finish.ts'
import { craftTitle, stageTitle } from './names.ts'
import type { Saved } from './save.ts'

/** The page, craft by stage; what is to be completed or adapted; what found no place, with its line. */
export function foundReport(
  file: string,
  page: ImportedPage,
  guides: readonly FileGuide[],
): string {
  const { all, placed } = page.lines
  const lost = new Set(page.unplaced.map(({ line }) => line)).size
  return [
    `${file} : ${all} lignes de texte, dont ${placed} dans les guides et ${Math.max(all - placed - lost, 0)} de structure (titres, en-têtes de tableaux).`,
    ...(page.repaired === undefined
      ? []
      : [`Ses lettres avaient été lues en ${page.repaired} : elles sont réparées.`]),
    '',
    ...table(page.guides),
    ...titled('À compléter :', todo(guides)),
    ...titled('À adapter avant de le dire :', toAdapt(page.guides)),
    ...titled(
      'Sans place dans un guide :',
      page.unplaced.map(({ line, text }) => `${file}:${line}: ${text}`),
    ),
    '',
  ].join('\n')
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function table(guides: readonly FoundGuide[]): readonly string[] {
  const rows = [
    ['Métier', 'Étape', 'Durée', 'Questions', 'Critères', 'Vigilance'],
    ...guides.map((guide) =>
      isHollow(guide)
        ? [craftTitle(guide.craft), linkOf(guide)]
        : [
            craftTitle(guide.craft),
            stageTitle(guide.stage),
            `${lengthOf(guide.duration)}${guide.untimed ? ' ?' : ''}`,
            String(guide.questions.length),
            String(guide.criteria.length),
            String(guide.warnings.length),
          ],
    ),
  ]
  return columns(rows, [3, 4, 5])
}

/** A craft that has only text: most often, the address of its own page. */
function linkOf({ own, sections }: FoundGuide): string {
  const text = [...sections, ...own].map((section) => section.text).join(' ')
  const [, address] = /\(([^\s()]+)\)/.exec(text) ?? []
  return address === undefined ? 'du texte seulement, aucun guide' : `une autre page : ${address}`
}

function lengthOf({ min, max }: Span): string {
  return min === max ? `${min} min` : `${min}–${max} min`
}

/** One line per craft: its guides share their criteria. */
function todo(guides: readonly FileGuide[]): readonly string[] {
  return byCraft(guides, ({ found }) => found.craft).flatMap(([craft, own]) => {
    const levels = new Set(own.flatMap(({ todo }) => todo.levels)).size
    const where = (key: 'criteria' | 'questions' | 'duration'): string =>
      own
        .filter(({ todo }) => todo[key])
        .map(({ found }) => stageTitle(found.stage))
        .join(', ')
    const parts = [
      ...(levels === 0
        ? []
        : [`niveaux, poids et caractère obligatoire de ${plural(levels, 'critère')}`]),
      ...(where('criteria') === '' ? [] : [`au moins un critère (${where('criteria')})`]),
      ...(where('questions') === '' ? [] : [`des questions (${where('questions')})`]),
      ...(where('duration') === '' ? [] : [`la durée (${where('duration')})`]),
    ]
    return parts.length === 0 ? [] : [`- ${craftTitle(craft)} : ${parts.join(' ; ')}.`]
  })
}

function toAdapt(guides: readonly FoundGuide[]): readonly string[] {
  return byCraft(guides, ({ craft }) => craft).flatMap(([craft, own]) => {
    const questions = own.flatMap((guide) => guide.questions)
    const placeholders = questions.flatMap((one) => one.placeholders).length
    const products = [...new Set(questions.flatMap(({ otherProducts }) => otherProducts))]
    const parts = [
      ...(placeholders === 0 ? [] : [`${plural(placeholders, 'passage')} entre crochets`]),
      ...products.map((name) => `${quote(name)}, le nom d'un autre produit`),
    ]
    return parts.length === 0 ? [] : [`- ${craftTitle(craft)} : ${parts.join(' ; ')}.`]
  })
}

function byCraft<Item>(
  items: readonly Item[],
  craftOf: (item: Item) => FoundGuide['craft'],
): readonly (readonly [FoundGuide['craft'], readonly Item[]])[] {
  return [...new Set(items.map(craftOf))].map((craft) => [
    craft,
    items.filter((item) => craftOf(item) === craft),
  ])
}

/** What was written, and what to do with it. */
export function savedReport(
  folder: string,
  { added, replaced, unchanged }: Saved,
  served: boolean,
): string {
  const count = added.length + replaced.length
  if (count === 0) return `\nRien n'a changé dans ${folder}.\n`
  const parts = [
    ...(added.length === 0 ? [] : [`${added.length} de plus`]),
    ...(replaced.length === 0
      ? []
      : [`${replaced.length} à la place d'un autre, gardé en .bak : ${replaced.join(', ')}`]),
    ...(unchanged.length === 0 ? [] : [`${unchanged.length} sans changement`]),
  ]
  return [
    '',
    `Guides écrits dans ${folder} : ${parts.join(' ; ')}.`,
    `Relis-les, puis vérifie-les : npm run guides -- check ${folder}`,
    ...(served ? [] : [`Pour que le bot s'en serve, démarre-le avec GUIDES_DIR=${folder}`]),
    '',
  ].join('\n')
}
