/** Finding candidates: all of them, by id, by name. */
import { distance } from 'fastest-levenshtein'
import type { TextId } from '../../process/events.ts'
import type { Application } from '../../process/recruitment.ts'
import type { Texts } from '../../store/read-texts.ts'
import type { Candidate } from '../../store/texts.ts'
import { simplify } from '../command-words.ts'
import { read } from '../desk.ts'
import type { About, Call, Case, Desk } from '../topic.ts'

export interface Found {
  readonly application: Application
  readonly candidate: Candidate
}

/** Every application with what is known of the person, oldest first. Those erased are absent. */
export async function applicationsOf(desk: Desk, on: Case, reader: string): Promise<Found[]> {
  return applicationsIn(on, await read(desk, on, reader, candidatesOf(on)))
}

/** The texts that say who everyone is. */
export function candidatesOf({ state }: Case): readonly TextId[] {
  return Object.values(state.applications).map(({ candidate }) => candidate)
}

/** The same as `applicationsOf`, once those texts were read along with others. */
export function applicationsIn({ state }: Case, texts: Texts): Found[] {
  return Object.values(state.applications).flatMap((application) => {
    const candidate = texts.get('candidate', application.candidate)
    return candidate ? [{ application, candidate }] : []
  })
}

/** The one that a button or a form is about. */
export async function applicationIn(
  { desk, on, by }: About<Call>,
  id: string | undefined,
): Promise<Found | undefined> {
  const application = on.state.applications[id ?? '']
  if (!application) return undefined
  const texts = await read(desk, on, by, [application.candidate])
  const candidate = texts.get('candidate', application.candidate)
  return candidate && { application, candidate }
}

/**
 * Applications whose name holds every word typed, whatever the accents; a whole name wins over longer
 * ones that start like it.
 */
export function withName(found: readonly Found[], name: string): readonly Found[] {
  const words = wordsOf(name)
  if (words.length === 0) return []
  const whole = found.filter(({ candidate }) => nameKey(candidate.name) === nameKey(name))
  if (whole.length > 0) return whole
  return found.filter(({ candidate }) => {
    const parts = wordsOf(candidate.name)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}

/** The same with a slip of the finger: a letter more, less, for another, or two that changed places. */
export function almostNamed(found: readonly Found[], name: string): readonly Found[] {
  const words = wordsOf(name)
  return found.filter(({ candidate }) => {
    const parts = wordsOf(candidate.name)
    return (
      words.length > 0 &&
      words.every((word) => parts.some((part) => part.startsWith(word) || isSlip(word, part)))
    )
  })
}

/** Two letters that changed places count as two changes, which in a short word is another word. */
function isSlip(word: string, part: string): boolean {
  if (word.length < SHORTEST_WITH_SLIP) return false
  return distance(word, part) <= (word.length < LONG_WORD ? 1 : 2)
}

const SHORTEST_WITH_SLIP = 3
const LONG_WORD = 5

/** « DURAND Camille » and « Camille Durand » are one person. */
export function nameKey(name: string): string {
  return wordsOf(name).toSorted().join(' ')
}

function wordsOf(name: string): readonly string[] {
  return name
    .split(/[\s'’-]+/)
    .map(simplify)
    .filter((word) => word !== '')
}
