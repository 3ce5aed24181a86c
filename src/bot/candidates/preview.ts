/** What was understood of a pasted list, line by line, before anybody is added. */
import type { Block, Message } from '../../chat/port.ts'
import { bold, code, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { RECRUITMENT_ARG, message } from '../desk.ts'
import { SHORT } from '../fields.ts'
import { count } from '../french/words.ts'
import { readPastedCandidates } from '../pasting/candidates.ts'
import type { CandidateProblem, PastedCandidate, PastedLine } from '../pasting/candidates.ts'
import type { About, Call, Case } from '../topic.ts'
import { holdersOf, sameAddress } from './accounts.ts'
import type { Holder } from './accounts.ts'
import { kept } from './adding.ts'
import { applicationsOf, nameKey } from './found.ts'
import type { Found } from './found.ts'

export interface Understood {
  readonly line: number
  readonly candidate: PastedCandidate
  /** What was on the line and is not kept. */
  readonly unread: readonly string[]
  /** Has an account of the workspace. */
  readonly hasAccount: boolean
}
export interface LeftAside {
  readonly line: number
  readonly raw: string
  readonly why: string
}
export type PreviewLine = Understood | LeftAside

/** Reads a list against those already there and the team, as they are now. */
export async function previewOf(
  { desk, on, by }: About<Call>,
  pasted: string,
): Promise<readonly PreviewLine[]> {
  const lines = readPastedCandidates(pasted)
  const there = await applicationsOf(desk, on, by)
  const holders = await holdersOf(
    desk,
    on,
    lines.map((one) => ('candidate' in one ? one.candidate.email : undefined)),
  )
  return lines.map((one, i) => judge(one, holders[i], there))
}

function judge(one: PastedLine, holder: Holder | undefined, there: readonly Found[]): PreviewLine {
  const { line, raw } = one
  if ('problem' in one) return { line, raw, why: problem(one.problem, one.with) }
  const { candidate, unread } = one
  const known = there.find((other) => isSame(other, candidate))
  if (known) return { line, raw, why: `${known.candidate.name} est déjà dans la liste` }
  if (holder?.ofTeam) return { line, raw, why: `c’est l’adresse de ${holder.name}, de l’équipe` }
  return { line, candidate, unread, hasAccount: holder !== undefined }
}

function isSame({ candidate }: Found, { name, email }: PastedCandidate): boolean {
  const sameMail = email && candidate.email && sameAddress(candidate.email, email)
  return Boolean(sameMail) || nameKey(candidate.name) === nameKey(name)
}

function problem(found: CandidateProblem, other: number | undefined): string {
  switch (found) {
    case 'no-name':
      return 'il manque le nom'
    case 'name-too-long':
      return `le nom dépasse ${SHORT} caractères`
    case 'link-not-a-link':
      return 'le lien est à revoir, une adresse complète commence par https://'
    case 'email-incomplete':
      return 'l’adresse e-mail est incomplète'
    case 'twice':
      return `c’est la même personne qu’à la ligne ${other ?? ''}`
  }
}

export function understood(lines: readonly PreviewLine[]): readonly Understood[] {
  return lines.filter((one) => 'candidate' in one)
}

export function leftAside(lines: readonly PreviewLine[]): readonly LeftAside[] {
  return lines.filter((one) => 'why' in one)
}

/** One screen for what a paste usually holds. */
const PER_PAGE = 15

/** Of the draft that holds the list, from that page on. Nothing is added yet. */
export function previewMessage(
  { id }: Case,
  draft: string,
  lines: readonly PreviewLine[],
  page: number,
): Message {
  const args = { [RECRUITMENT_ARG]: id, draft }
  const people = understood(lines)
  const from = page > 0 && page * PER_PAGE < lines.length ? page * PER_PAGE : 0
  const shown = lines.slice(from, from + PER_PAGE)
  const left = lines.length - from - shown.length
  const add =
    people.length === 1 ? 'Ajouter cette personne' : `Ajouter ces ${people.length} personnes`
  return message(
    summary(people.length, lines.length - people.length),
    { kind: 'bullets', items: shown.map(lineText) },
    ...accounts(people),
    {
      kind: 'buttons',
      buttons: [
        ...(people.length === 0
          ? []
          : [{ label: add, action: 'add-pasted', args, style: 'primary' as const }]),
        { label: 'Corriger', action: 'correct-pasted', args },
        ...(left > 0
          ? [
              {
                label: `Suite (${left})`,
                action: 'more-pasted',
                args: { ...args, page: String(from / PER_PAGE + 1) },
              },
            ]
          : []),
      ],
    },
  )
}

function summary(people: number, aside: number): string {
  if (people === 0) return 'Je n’ai trouvé personne à ajouter. Vois pourquoi, ligne par ligne.'
  const rest = aside === 0 ? '' : `, ${count(aside, 'ligne')} à revoir`
  return `Vérifie avant d’ajouter : ${count(people, 'personne')}${rest}. Rien n’est encore ajouté.`
}

function lineText(one: PreviewLine): Text {
  if ('why' in one) return text`Ligne ${one.line} : ${one.why}. « ${excerpt(one.raw)} »`
  const { candidate, unread } = one
  const { name, link, email } = candidate
  return [
    ...text`${bold(name)}`,
    ...[email, link].flatMap((part) => (part === undefined ? [] : [' · ', code(part)])),
    ...(unread.length === 0 ? [] : [` · non gardé : ${unread.join(', ')}`]),
  ]
}

const EXCERPT = 80

function excerpt(raw: string): string {
  const signs = [...segmenter.segment(raw.trim())].map(({ segment }) => segment)
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')}…` : signs.join('')
}
const segmenter = new Intl.Segmenter('fr')

function accounts(people: readonly Understood[]): readonly Block[] {
  const names = people.filter(({ hasAccount }) => hasAccount).map(({ candidate }) => candidate.name)
  return names.length === 0 ? [] : [{ kind: 'text', text: [kept(names)] }]
}
