/** A mission with Camille as a candidate, and what people say and read about her interviews. */
import type { Pool } from 'pg'
import type { Message, Values } from '../../../../src/chat/port.ts'
import { migratedDatabase } from '../../../store/support/database.ts'
import { buttonOf, mission } from '../../support/mission.ts'
import type { Mission, Settings } from '../../support/mission.ts'
import { readableAnswer, readableMessage } from '../../support/readable.ts'

export const PLACE = 'https://visio.exemple.gouv.fr/abc'

export interface Planning extends Mission {
  readonly pool: Pool
  /** Types a command, fills in the form that it opens, and gives what is answered. */
  filled(person: string, command: string, values: Values): Promise<string>
  /** The same from a button. */
  pressed(
    person: string,
    action: string,
    args: Readonly<Record<string, string>>,
    values?: Values,
  ): Promise<string>
  /** The latest message of that kind to a person. */
  message(kind: string, to: string): Message
  /** The same as it reads, or nothing when there is none. */
  told(kind: string, to: string): string
  /** Everything of that kind that a person got, as it reads now. */
  allTold(kind: string, to: string): readonly string[]
  /** Presses a button of the latest message of that kind. */
  pressOn(person: string, kind: string, label: string): ReturnType<Mission['press']>
}

/** With one candidate, Camille Durand, whom nobody has planned to meet. */
export async function planningOffice(
  cleanups: (() => Promise<void>)[],
  settings: Settings = {},
): Promise<Planning> {
  const { pool, close } = await migratedDatabase()
  cleanups.push(close)
  const office = await mission(pool, settings)
  await office.add({ name: 'Camille Durand' })
  const posts = (kind: string, to: string) =>
    office.chat.posts.filter(
      (one) => one.entry.startsWith(`${kind}/`) && 'person' in one.to && one.to.person === to,
    )
  const message = (kind: string, to: string): Message => {
    const found = posts(kind, to).at(-1)?.versions.at(-1)
    if (!found) throw new Error(`no ${kind} to ${to}`)
    return found
  }
  return {
    ...office,
    pool,
    async filled(person, command, values) {
      const answer = await office.command(person, command, office.channel)
      if (answer.kind !== 'form') return readableAnswer(answer)
      return readableAnswer(await office.send(person, answer.form, values))
    },
    async pressed(person, action, args, values) {
      const answer = await office.press(person, action, { r: office.recruitment, ...args })
      if (answer.kind !== 'form' || !values) return readableAnswer(answer)
      return readableAnswer(await office.send(person, answer.form, values))
    },
    message,
    told: (kind, to) => {
      const found = posts(kind, to).at(-1)?.versions.at(-1)
      return found ? readableMessage(found) : ''
    },
    allTold: (kind, to) =>
      posts(kind, to).flatMap(({ versions }) => versions.slice(-1).map(readableMessage)),
    async pressOn(person, kind, label) {
      const { action, args = {} } = buttonOf(message(kind, person), label)
      return office.press(person, action, args)
    },
  }
}

/** Camille meets Metier, who leads, and Equipe1, with Equipe2 listening, on Wednesday at ten. */
export async function plannedInterview(cleanups: (() => Promise<void>)[]) {
  const office = await planningOffice(cleanups)
  const values = { conductor: 'metier' }
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h', values)
  return { ...office, interview, args: { r: office.recruitment, interview } }
}
