/** Running text: what a guide is for, its words to open and close, its warnings. */
import { normalise } from '../words.ts'
import { addCriterion } from './criteria.ts'
import { addText, draftsAt, generalAt, type Draft } from './drafts.ts'
import { durationIn, introductionIn } from './minutes.ts'
import type { Prose } from './piece.ts'
import type { Place } from './places.ts'
import { isForGuide, leave, mark, type Reading } from './reading.ts'

/** Signs that a page puts before what must not be missed. */
const SIGN = /^(?:⚠|‼|❗|🚨|🛑|📝|☝|💡)/u
const WARNS = /\bdebrief|comptes?[ -]rendus?|contres?[ -]rendus?|\bwttj\b|welcome ?to ?the ?jungle/
const CLOSES = /\bclotur|\bconclu|\bremerci|\bpour finir\b|fin de l'(?:echange|entretien)/

export const CLOSING = 'Clôture'
/** Between a title and the italics under it, when both name a family. */
export const FAMILY_JOINT = ' · '
const LONGEST_FAMILY = 80

export function addProse(prose: Prose, place: Place, reading: Reading): void {
  const { text, at } = prose
  if (!/[\p{L}\p{N}]/u.test(text)) {
    reading.sign = SIGN.test(text)
    return
  }
  const warns = prose.warning || reading.sign || SIGN.test(text) || WARNS.test(normalise(text))
  reading.sign = false
  if (place.foreign) leave(text, at, reading)
  else if (isTold(place, reading)) {
    mark(at, reading)
    if (isFamily(prose, place)) openFamily(text, place, reading)
    else if (isCriterion(prose, place)) addCriterion(text, place, reading)
    else for (const draft of draftsAt(place, reading.drafts)) addTo(draft, text, warns, place)
  } else if (place.crafts === undefined && (place.part === 'bias' || isOnBias(text))) {
    mark(at, reading)
    reading.drafts.bias.push(text)
  } else addGeneral(text, at, place, reading)
}

/** In a craft without stages, what stands under the craft's own title is about the craft. */
export function isTold(place: Place, reading: Reading): boolean {
  const { stage, part, theme } = place
  return isForGuide(place, reading) && (stage ?? part ?? theme) !== undefined
}

export function addGeneral(
  text: string,
  at: readonly number[],
  place: Place,
  { drafts }: Reading,
): void {
  const general = generalAt(place, drafts)
  general.duration ??= place.crafts === undefined ? undefined : durationIn(text)
  const { theme } = place
  if (theme !== undefined && !general.passages.some((one) => one.text === theme.text)) {
    general.passages.push({ text: theme.text, at: theme.at })
  }
  general.passages.push({ text, at })
  addText(general.sections, place.title, text)
}

function isOnBias(text: string): boolean {
  return SIGN.test(text) && /\bbiais\b/.test(normalise(text))
}

/** A criterion whose list lost its marks. */
function isCriterion({ text }: Prose, { part }: Place): boolean {
  return part === 'criteria' && /^la personne\b/i.test(text)
}

/** A few words in italics over a list of criteria. */
function isFamily({ text, italic }: Prose, { part }: Place): boolean {
  return part === 'criteria' && italic && text.length <= LONGEST_FAMILY && !/[.!?:]$/.test(text)
}

function openFamily(text: string, place: Place, reading: Reading): void {
  closeFamily(reading)
  const name = place.theme === undefined ? text : [place.theme.text, text].join(FAMILY_JOINT)
  reading.family = { name, place, used: false }
}

/** What looked like the name of a family, and had no criterion under it, is text. */
export function closeFamily(reading: Reading): void {
  const { family } = reading
  if (family === undefined || family.used) return
  family.used = true
  for (const draft of draftsAt(family.place, reading.drafts)) {
    addText(draft.sections, family.place.title, family.name)
  }
}

function addTo(draft: Draft, text: string, warns: boolean, place: Place): void {
  const introduction = introductionIn(text)
  if (warns || place.part === 'bias') draft.warnings.push(text)
  else if (introduction !== undefined) addText(draft.sections, place.title, text, introduction)
  else if (
    CLOSES.test(normalise(text)) &&
    (place.part === 'script' || draft.questions.length > 0)
  ) {
    addText(draft.sections, CLOSING, text)
  } else addText(draft.sections, place.title, text)
  if (introduction === undefined) draft.duration ??= durationIn(text)
}
