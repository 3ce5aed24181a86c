/** Where in the page a passage stands: under which craft, stage and part its titles put it. */
import type { Stage } from '../../process/vocabulary.ts'
import type { Crafts } from './crafts.ts'
import type { Title } from './piece.ts'
import { meaningOf, type Meaning, type Part } from './titles.ts'

type Kind = 'shelf' | 'craft' | 'stage' | 'part' | 'theme'

/** From what holds the most to what holds the least. */
const ORDER: readonly Kind[] = ['shelf', 'craft', 'stage', 'part', 'theme']

interface Opening {
  readonly kind: Kind
  readonly title: Title
  readonly meaning: Meaning
}

/** Titles still open, outermost first; a box hides its titles from what follows it. */
export type Path = readonly (Opening | 'box')[]

export interface Place {
  /** None: the page itself, or a guide for every craft. */
  readonly crafts?: Crafts
  readonly stage?: Stage
  readonly part?: Part
  /** The innermost title that means nothing in particular. */
  readonly theme?: Title
  /** The innermost title. */
  readonly title?: Title
  readonly craftTitle?: Title
  readonly stageTitle?: Title
  /** Guides by stage, or by craft, are announced around. */
  readonly shelf?: Meaning['shelf']
  readonly shelfTitle?: Title
  /** Under the name of a craft that the bot does not know. */
  readonly foreign?: true
}

const BOLD = 7

export const enterBox = (path: Path): Path => [...path, 'box']

/** Forgets the titles of the innermost box; an end without a beginning ends nothing. */
export function leaveBox(path: Path): Path {
  const start = path.lastIndexOf('box')
  return start < 0 ? path : path.slice(0, start)
}

/** Opens a title, and closes those that it ends: by its rank, or by what it means when it has none. */
export function openTitle(path: Path, title: Title): Path {
  const wall = path.lastIndexOf('box') + 1
  const inner = path.slice(wall).filter((opening) => opening !== 'box')
  const outranked = inner.findIndex(({ title: { rank } }) => rank < BOLD && rank >= title.rank)
  const kept = outranked < 0 ? inner : inner.slice(0, outranked)
  const around = placeOf([...path.slice(0, wall), ...kept])
  const opening = openingOf(title, around)
  while (closes(opening, kept.at(-1))) kept.pop()
  return [...path.slice(0, wall), ...kept, opening]
}

function closes({ kind }: Opening, last: Opening | undefined): boolean {
  if (last === undefined || last.title.rank < BOLD) return false
  return ORDER.indexOf(last.kind) >= ORDER.indexOf(kind)
}

function openingOf(title: Title, around: Place): Opening {
  const meaning = meaningOf(title.text)
  const theme: Opening = { kind: 'theme', title, meaning: {} }
  if (meaning.shelf) return { kind: 'shelf', title, meaning }
  if (meaning.crafts && !isInside(meaning.crafts, title, around)) {
    return { kind: 'craft', title, meaning }
  }
  if (meaning.stage) {
    return meaning.stage === around.stage && meaning.crafts === undefined
      ? sameStage(title, meaning, around)
      : { kind: 'stage', title, meaning }
  }
  if (meaning.part) return { kind: 'part', title, meaning }
  return isForeign(title, around) ? { kind: 'craft', title, meaning } : theme
}

/** Where guides come by craft, a title that names none of ours names another craft. */
function isForeign(title: Title, { shelf, shelfTitle, crafts }: Place): boolean {
  if (shelf !== 'crafts' || crafts !== undefined || shelfTitle === undefined) return false
  // The title of the page says the same as such a shelf, but has an introduction under it too.
  return title.rank === 0 || (shelfTitle.rank > 1 && title.rank < BOLD)
}

/** A title inside its own stage is a theme, unless it stands at the same height: then it comes again. */
function sameStage(title: Title, meaning: Meaning, { stageTitle }: Place): Opening {
  const deeper = stageTitle !== undefined && stageTitle.rank < Math.min(title.rank, BOLD)
  return deeper ? { kind: 'theme', title, meaning: {} } : { kind: 'stage', title, meaning }
}

/** « Design » among the skills of a coach is no other craft; a level of the same craft is. */
function isInside(crafts: Crafts, title: Title, { crafts: around, craftTitle }: Place): boolean {
  if (around === undefined || craftTitle === undefined) return false
  const refines = around.length > crafts.length && crafts.every((craft) => around.includes(craft))
  return !refines && title.rank > craftTitle.rank
}

export function placeOf(path: Path): Place {
  let place: Place = {}
  for (const opening of path) if (opening !== 'box') place = within(place, opening)
  return place
}

function within(place: Place, { kind, title, meaning }: Opening): Place {
  const { crafts, stage, part } = meaning
  const top = { title }
  switch (kind) {
    case 'shelf':
      return { ...top, shelfTitle: title, ...(meaning.shelf && { shelf: meaning.shelf }) }
    case 'craft': {
      if (crafts === undefined) return { ...top, foreign: true }
      // Pages sorted by stage first have their crafts inside.
      const outer = place.crafts === undefined && place.stage !== undefined ? place : {}
      return {
        ...top,
        ...(outer.stage && { stage: outer.stage }),
        ...(outer.stageTitle && { stageTitle: outer.stageTitle }),
        crafts,
        craftTitle: title,
        ...(stage && { stage, stageTitle: title }),
        ...(part && { part }),
      }
    }
    case 'stage': {
      const { crafts: outer, craftTitle, foreign } = place
      return {
        ...top,
        ...(foreign && { foreign }),
        ...(outer && { crafts: outer }),
        ...(craftTitle && { craftTitle }),
        ...(stage && { stage, stageTitle: title }),
      }
    }
    case 'part': {
      const { theme: _, ...rest } = place
      return { ...rest, ...top, ...(part && { part }) }
    }
    case 'theme':
      return { ...place, ...top, theme: title }
  }
}
