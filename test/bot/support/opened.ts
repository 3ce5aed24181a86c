/** A recruitment just opened by `intra`, and how people go on with it. */
import type { Pool } from 'pg'
import type { Answer, Form, Person, Values } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import type { TestDatabase } from '../../store/support/database.ts'
import { MONDAY, buttonOf, privately, shownIn } from './mission.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'
import { formOf } from './prequalification.ts'
import { readableMessage } from './readable.ts'

export interface Opened extends Office {
  readonly recruitment: string
  readonly channel: string
  readonly about: { readonly r: string }
  /** Sends what a form shows, plus `values`. */
  send(person: string, form: Form, values: Values): Promise<Answer>
  /** Presses a button of an answer by its label. */
  pressOn(person: string, answer: Answer, label: string): Promise<Answer>
  /** Names someone, as `intra` does. */
  name(person: string, values?: Values): Promise<Answer>
  /** The last version of the last message of that kind to someone, or to the channel. */
  said(kind: string, to?: string): string
  /** Changes what the platform knows of someone. */
  alter(person: string, change: Partial<Person>): void
}

export const OPENING: Values = {
  title: 'Développement',
  product: 'Mes Démarches',
  craft: 'developer',
  contract: 'agent',
}

/** Opens it with `OPENING`, changed by `values`, where nothing else is open. */
export async function opened(values: Values = {}, now = MONDAY): Promise<Opened> {
  const office = await emptyOffice(now)
  const { command, fill } = office
  await fill('intra', formOf(await command('intra', 'nouveau')), { ...OPENING, ...values })
  return { ...office, ...goingOn(office) }
}

/** Where nothing is open yet. */
export async function emptyOffice(now = MONDAY): Promise<Office> {
  return openOffice(await emptyDatabase(), now)
}

let database: Promise<TestDatabase> | undefined

/** One database for all the test files that a process runs, emptied: much quicker than another one. */
export async function emptyDatabase(): Promise<Pool> {
  database ??= migratedDatabase()
  const { pool } = await database
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> 'migrations'`,
  )
  await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
  return pool
}

/** What people do next in the only recruitment of an office. */
export function goingOn({
  chat,
  fill,
  press,
}: Office): Pick<Opened, Exclude<keyof Opened, keyof Office>> {
  const recruitment = chat.channels[0]?.name.replace('recrutement-', '') ?? ''
  const about = { r: recruitment }
  const send = (person: string, form: Form, values: Values) =>
    fill(person, form, { ...shownIn(form), ...values })
  return {
    recruitment,
    about,
    channel: `channel-of-recrutement-${recruitment}`,
    send,
    async pressOn(person: string, answer: Answer, label: string) {
      const { action, args = {} } = buttonOf(privately(answer), label)
      return press(person, action, args)
    },
    async name(person: string, values: Values = {}) {
      const form = formOf(await press('intra', 'name-member', about))
      return send('intra', form, { person, stages: ['prequalification'], ...values })
    },
    said(kind: string, to?: string) {
      const posts = chat.posts.filter(
        (post) =>
          post.entry.split('/')[0] === kind &&
          (to === undefined ? 'channel' in post.to : 'person' in post.to && post.to.person === to),
      )
      const message = posts.at(-1)?.versions.at(-1)
      if (!message) throw new Error(`nothing of kind ${kind} was said`)
      return readableMessage(message)
    },
    alter(person: string, change: Partial<Person>) {
      const before = chat.person
      chat.person = async (id) => ({ ...(await before(id)), ...(id === person ? change : {}) })
    },
  }
}
