/** Puts the passages of a page into guides; what has no place is kept apart, with its line. */
import { addText, draftsAt, generalAt, newDrafts } from './drafts.ts'
import { addList } from './lists.ts'
import type { Piece, Title } from './piece.ts'
import { enterBox, leaveBox, openTitle, placeOf, type Path, type Place } from './places.ts'
import { addProse, closeFamily, FAMILY_JOINT } from './prose.ts'
import { isForGuide, leave, mark, type Reading } from './reading.ts'
import { addTable } from './tables.ts'
import { saysMore } from './titles.ts'

/** A title that opens a craft, and whether anything stands under it. */
interface CraftOpening {
  /** The craft, and the stage that it is inside of if any. */
  readonly key: string
  readonly title: Title
  used: boolean
}

/** Reads the pieces of a page in order. Faults are of what the page says twice or leaves out. */
export function assemble(pieces: readonly Piece[]): Reading {
  const reading: Reading = {
    staged: stagedCrafts(pieces),
    drafts: newDrafts(),
    placed: new Set(),
    unplaced: [],
    faults: [],
    family: undefined,
    sign: false,
  }
  const crafts: CraftOpening[] = []
  /** Titles without a meaning of their own. */
  const themes: Title[] = []
  let path: Path = []
  for (const piece of pieces) {
    path = follow(path, piece)
    const place = placeOf(path)
    if (piece.kind === 'title') {
      if (place.foreign) leave(piece.text, piece.at, reading)
      else if (place.theme === piece) themes.push(piece)
      else if (saysMore(piece.text)) addTitle(piece, place, reading)
      openCraft(place, piece, crafts)
      closeFamily(reading)
      // Among criteria, a title without a meaning of its own is the family of those that follow.
      const names = place.part === 'criteria' && place.theme === piece
      reading.family = names ? { name: piece.text, place, used: true } : undefined
      reading.sign = false
    } else if (piece.kind !== 'enter' && piece.kind !== 'leave') {
      for (const opening of crafts) if (opening.title === place.craftTitle) opening.used = true
      if (piece.kind === 'table') addTable(piece, place, reading)
      else if (piece.kind === 'list') addList(piece, place, reading)
      else addProse(piece, place, reading)
    }
  }
  closeFamily(reading)
  const names = namesIn(reading)
  for (const title of themes) {
    if (names.has(title.text)) mark(title.at, reading)
    else if (title.rank === 1) addTitle(title, {}, reading)
    else leave(title.text, title.at, reading)
  }
  findDoubleCrafts(crafts, reading)
  findDoubleStages(reading)
  return reading
}

function follow(path: Path, piece: Piece): Path {
  if (piece.kind === 'enter') return enterBox(path)
  if (piece.kind === 'leave') return leaveBox(path)
  return piece.kind === 'title' ? openTitle(path, piece) : path
}

function stagedCrafts(pieces: readonly Piece[]): ReadonlySet<Title> {
  const staged = new Set<Title>()
  let path: Path = []
  for (const piece of pieces) {
    path = follow(path, piece)
    const { craftTitle, stage } = placeOf(path)
    if (craftTitle !== undefined && stage !== undefined) staged.add(craftTitle)
  }
  return staged
}

/** Titles that name a passage somewhere. */
function namesIn({ drafts }: Reading): ReadonlySet<string> {
  const guides = [...drafts.guides.values()]
  const sections = [...guides, ...drafts.general.values()].flatMap((one) => one.sections)
  return new Set([
    ...sections.map(({ title }) => title),
    ...guides.flatMap(({ questions }) => questions.flatMap(({ section }) => section ?? [])),
    ...guides.flatMap(({ criteria }) =>
      criteria.flatMap(({ family }) => family?.split(FAMILY_JOINT) ?? []),
    ),
  ])
}

/** A title of which some words are not ours to drop. */
function addTitle(title: Title, place: Place, reading: Reading): void {
  mark(title.at, reading)
  if (isForGuide(place, reading)) {
    for (const { sections } of draftsAt(place, reading.drafts)) addText(sections, title, '')
  } else {
    const general = generalAt(place, reading.drafts)
    general.passages.push({ text: title.text, at: title.at })
    addText(general.sections, title, '')
  }
}

function openCraft(place: Place, title: Title, crafts: CraftOpening[]): void {
  if (place.craftTitle !== title || place.crafts === undefined) return
  const outer = place.stageTitle === title ? undefined : place.stage
  crafts.push({ key: `${place.crafts.join('+')}/${outer ?? ''}`, title, used: false })
}

function findDoubleCrafts(crafts: readonly CraftOpening[], { faults }: Reading): void {
  const first = new Map<string, Title>()
  for (const { key, title, used } of crafts) {
    if (!used) continue
    const other = first.get(key)
    if (other === undefined) first.set(key, title)
    else {
      const message = `Le métier « ${title.text} » est déjà ligne ${other.at[0] ?? 1} : réunis les deux passages, ou donne-leur des noms différents.`
      faults.push({ line: title.at[0] ?? 1, message })
    }
  }
}

/** The same stage twice would mix two sets of questions; two passages of text may go together. */
function findDoubleStages({ drafts, faults }: Reading): void {
  for (const { origins } of drafts.guides.values()) {
    const [first, second] = new Set(
      origins.flatMap(({ stageTitle }) => (stageTitle === undefined ? [] : [stageTitle])),
    )
    if (first === undefined || second === undefined) continue
    const message = `L'étape « ${second.text} » est déjà ligne ${first.at[0] ?? 1} : réunis les deux passages en un seul.`
    faults.push({ line: second.at[0] ?? 1, message })
  }
}
