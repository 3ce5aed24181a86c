/** What conversations do all the time: change something, name people, read texts, answer. */
import { createHash } from 'node:crypto'
import type { Answer, Block, Interaction, Message } from '../chat/port.ts'
import { code } from '../chat/text.ts'
import type { Text } from '../chat/text.ts'
import type { Actor, Decided } from '../process/decide/decided.ts'
import { SYSTEM } from '../process/events.ts'
import type { PersonId, TextId } from '../process/events.ts'
import type { Reader } from '../process/gate.ts'
import type { Recruitment } from '../process/recruitment.ts'
import type { Refusal } from '../process/refusal.ts'
import type { Changed } from '../store/store.ts'
import type { Texts } from '../store/read-texts.ts'
import type { NewText } from '../store/texts.ts'
import { explain } from './refusals/explain.ts'
import type { About, Call, Case, Desk, FormCall } from './topic.ts'

/** Which recruitment a button or a form is about. */
export const RECRUITMENT_ARG = 'r'

/** Decides and records on behalf of whoever acted, once per interaction. */
export async function change(
  { desk, by, interaction, on }: About<Call>,
  decide: (state: Recruitment, actor: Actor) => Decided,
  texts: readonly NewText[] = [],
  erase: readonly TextId[] = [],
): Promise<Changed> {
  const at = desk.clock.now()
  return desk.store.change({
    recruitment: on.id,
    by,
    at,
    mark: interaction.id,
    content: contentOf(interaction),
    texts,
    erase,
    decide: (state) => (state ? decide(state, { by, at }) : { refusal: { code: 'not-a-member' } }),
  })
}

/** Decides and records on the bot's own behalf. A refusal means that it was done, or undone, meanwhile. */
export async function decideAsBot(
  { store, clock }: Desk,
  recruitment: string,
  rule: (state: Recruitment, actor: Actor) => Decided,
): Promise<Changed> {
  const at = clock.now()
  const actor = { by: SYSTEM, at }
  return store.change({
    recruitment,
    ...actor,
    decide: (state) => (state ? rule(state, actor) : { refusal: { code: 'not-a-member' } }),
  })
}

/** A fingerprint of what a form brought back; buttons and commands hold nothing of the sort. */
export function contentOf(interaction: Interaction): string {
  if (interaction.kind !== 'form') return ''
  const sorted = Object.entries(interaction.values).toSorted(([a], [b]) => a.localeCompare(b))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

/**
 * An id that the same interaction always gives: a redelivery makes the same texts and entities.
 * `what` tells several ids of one interaction apart.
 */
export function idFrom({ interaction }: Pick<Call, 'interaction'>, what: string): string {
  return createHash('sha256').update(`${what}\0${interaction.id}`).digest('hex').slice(0, 24)
}

/** The sentence that explains a refusal, to a person. */
async function refusal(call: About<Call>, changed: Changed): Promise<string | undefined> {
  return changed.kind === 'refused'
    ? explain(call.desk, call.on, changed.refusal, call.by)
    : undefined
}

/** Answers a button or a command: the refusal, else what was done. */
export async function outcome(
  call: About<Call>,
  changed: Changed,
  done: (on: Case) => Promise<Message> | Message,
): Promise<Answer> {
  const refused = await refusal(call, changed)
  if (refused !== undefined) return say(refused)
  return { kind: 'private', message: await done(after(call.on, changed)) }
}

/** On which field of a form a refusal is shown. */
export type FieldsOfRefusals = Partial<Readonly<Record<Refusal['code'], string>>>

/** Answers a form: the refusal keeps it open with what was typed, on its field if it has one. */
export async function formOutcome(
  call: About<FormCall>,
  changed: Changed,
  done: (on: Case) => Promise<Message> | Message,
  fields: FieldsOfRefusals = {},
): Promise<Answer> {
  if (changed.kind === 'refused') return refuseForm(call, changed.refusal, fields)
  return { kind: 'private', message: await done(after(call.on, changed)) }
}

/** Keeps a form open with what was typed, and says why on the field of the refusal if it has one. */
export async function refuseForm(
  { desk, on, by }: About<FormCall>,
  refusal: Refusal,
  fields: FieldsOfRefusals = {},
): Promise<Answer> {
  const field = fields[refusal.code]
  const sentence = plainCommands(await explain(desk, on, refusal, by))
  return field === undefined
    ? { kind: 'invalid', message: sentence }
    : { kind: 'invalid', fields: { [field]: sentence } }
}

function after(on: Case, { state }: Changed): Case {
  return state ? { ...on, state } : on
}

/** A private answer of one sentence. */
export function say(headline: string | Text, ...blocks: readonly Block[]): Answer {
  return { kind: 'private', message: message(headline, ...blocks) }
}

export function message(headline: string | Text, ...blocks: readonly Block[]): Message {
  return { headline: typeof headline === 'string' ? withCommands(headline) : headline, blocks }
}

/** A sentence whose commands, between backticks, are shown as such. */
function withCommands(sentence: string): Text {
  return sentence
    .split(/`(\/recrutement[^`]*)`/)
    .map((part, i) => (i % 2 === 1 ? code(part) : part))
}

/** The same where nothing can be shown as such: next to a field. */
function plainCommands(sentence: string): string {
  return sentence.replaceAll(/`(\/recrutement[^`]*)`/g, '$1')
}

/** Texts as that reader may see them. */
export async function read(
  desk: Desk,
  on: Case,
  reader: Reader,
  ids: readonly (TextId | undefined)[],
): Promise<Texts> {
  const known = ids.filter((id) => id !== undefined)
  return desk.store.texts(on.id, on.state, reader, known)
}

export async function nameOf(desk: Desk, id: PersonId): Promise<string> {
  const { name } = await desk.person(id)
  return name === '' ? 'une personne partie' : name
}

export async function namesOf(desk: Desk, ids: readonly PersonId[]): Promise<readonly string[]> {
  return Promise.all(ids.map((id) => nameOf(desk, id)))
}

/** The zone in which someone reads times. */
export async function zoneOf(desk: Desk, id: PersonId): Promise<string> {
  return (await desk.person(id)).zone ?? desk.defaultZone
}
