/** Texts kept about a candidate, put into words for somebody who was not there. */
import type { Temporal } from 'temporal-polyfill'
import type { Evidence, Subject, Verdict } from '../../process/scorecard.ts'
import type { KeptText } from '../../store/read-texts.ts'
import { CONCLUSIONS } from '../debrief/conclusions.ts'
import { judgementOf } from '../debrief/written.ts'
import { capitalise } from '../interviews/view.ts'

export interface Entry {
  readonly label: string
  readonly words: string
}

export interface Group {
  readonly title: string
  readonly entries: readonly Entry[]
}

interface Wording {
  /** What notes are about, in the framing's order. */
  readonly subjects: ReadonlyMap<Subject, string>
  readonly when: (at: Temporal.Instant) => string
}

/** Everything but the notes. */
export function wordsOfTexts(kept: readonly KeptText[], { when }: Wording): readonly Entry[] {
  return kept.flatMap((one): readonly Entry[] => {
    switch (one.kind) {
      case 'place':
        return [{ label: 'Lieu', words: one.body }]
      case 'reason':
        return [{ label: `Raison, ${when(one.at)}`, words: one.body }]
      case 'referee':
        return [
          {
            label: 'Contact de référence',
            words: [one.body.name, one.body.contact].filter(Boolean).join(', '),
          },
        ]
      case 'doubt':
        return [{ label: 'À éclaircir', words: one.body }]
      case 'draft':
        return [{ label: `Brouillon, ${when(one.at)}`, words: draftWords(one.body) }]
      case 'held':
        return [
          {
            label: `Message mis de côté, ${when(one.at)}`,
            words: [one.body.text, ...one.body.files].filter((part) => part !== '').join('\n'),
          },
        ]
      default:
        return []
    }
  })
}

function draftWords(body: Extract<KeptText, { kind: 'draft' }>['body']): string {
  return Object.values(body)
    .flat()
    .filter((value) => typeof value === 'string')
    .join('\n')
}

/**
 * Every version of everybody's notes. People of the team are numbered in the order in which they wrote:
 * candidates have a right to what was written, not to the names of those who did (CJUE, C-579/21).
 */
export function notesIn(kept: readonly KeptText[], wording: Wording): readonly Group[] {
  const authors: string[] = []
  const versions = new Map<string, { evidence?: Evidence; verdict?: Verdict; title: string }>()
  for (const one of kept) {
    if (one.kind !== 'evidence' && one.kind !== 'verdict') continue
    if (!authors.includes(one.author)) authors.push(one.author)
    const title = `Notes ${authors.indexOf(one.author) + 1}, ${wording.when(one.at)}`
    const key = `${one.author} ${one.at.epochMilliseconds}`
    versions.set(key, { title, ...versions.get(key), [one.kind]: one.body })
  }
  return [...versions.values()].map(({ title, ...notes }) => ({
    title,
    entries: entriesOf(notes, wording),
  }))
}

function entriesOf(
  notes: { readonly evidence?: Evidence; readonly verdict?: Verdict },
  { subjects }: Wording,
): readonly Entry[] {
  const { evidence, verdict } = notes
  const about = [...subjects].flatMap(([id, label]) => {
    const judged = judgementOf(id, verdict)
    const words = [
      evidence?.criteria[id]?.trim(),
      judged === undefined ? undefined : `${levelWord(verdict, id)}${capitalise(judged)}.`,
    ].filter((part) => part !== undefined && part !== '')
    return words.length === 0 ? [] : [{ label, words: words.join('\n') }]
  })
  const concluded = CONCLUSIONS.flatMap(({ title, pick }) => {
    const words = pick(notes)
    return words === undefined ? [] : [{ label: title, words }]
  })
  return [...about, ...concluded]
}

function levelWord(verdict: Verdict | undefined, id: Subject): string {
  return typeof verdict?.levels[id] === 'number' ? 'Niveau ' : ''
}
