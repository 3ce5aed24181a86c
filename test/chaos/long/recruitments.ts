/** What ten people do: recruitments side by side, one candidate after the other. */
import type { Temporal } from 'temporal-polyfill'
import type { Pool } from 'pg'
import type { Values } from '../../../src/chat/port.ts'
import type { MattermostActor } from '../../contract/mattermost/actor.ts'
import type { ShownForm } from '../../contract/platform.ts'
import { notesIn } from '../../e2e/support/notes.ts'
import type { Doing, Step } from './people.ts'

/** One interview a recruitment and a day, at different hours: people score in two of them. */
const HOURS = ['9h', '10h', '11h', '14h', '15h']

export interface Cast {
  readonly owner: MattermostActor
  readonly scorers: readonly [MattermostActor, MattermostActor]
  readonly title: string
  readonly hour: string
}

/** The first five own a recruitment each; the others score in two of them. */
export function castOf(people: readonly MattermostActor[]): readonly Cast[] {
  const [owners, scorers] = [people.slice(0, 5), people.slice(5)]
  return owners.flatMap((owner, i) => {
    const [one, other] = [scorers[i], scorers[(i + 1) % scorers.length]]
    const hour = HOURS[i]
    if (!one || !other || hour === undefined) return []
    return [{ owner, scorers: [one, other] as const, title: `Essai ${i + 1}`, hour }]
  })
}

export interface Stage {
  readonly db: Pool
  readonly doing: Doing
  readonly townSquare: string
  /** Messages written about somebody whose debrief was shut, by post. */
  readonly written: string[]
}

/** The first of that title: whoever was not answered may have opened it twice. */
const RECRUITMENT = `(select recruitment from texts where kind = 'title' and body = to_jsonb($1::text)
  order by created_at limit 1)`
const APPLICATION = `(select application from texts where kind = 'candidate' and body->>'name' = $1
  order by created_at limit 1)`

export async function openUp(stage: Stage, cast: Cast): Promise<boolean> {
  const { owner, scorers, title } = cast
  const get = stage.doing.get
  const event = (type: string, more = '') =>
    `select 1 from events where type = '${type}' and recruitment = ${RECRUITMENT} ${more}`
  const pressing = (what: string, command: string, label: string, type: string): Step => ({
    who: owner,
    what,
    done: { sql: event(type), values: [title] },
    attempt: async () => {
      const channel = await channelOf(stage, title)
      await owner.command(channel, command)
      await owner.press(channel, label)
      return false
    },
  })
  const isOpen = await get({
    who: owner,
    what: 'open',
    done: {
      sql: `select 1 where ${RECRUITMENT} is not null`,
      values: [title],
    },
    attempt: async () => {
      await owner.command(stage.townSquare, '/recrutement nouveau')
      return filled(owner, 'Nouveau recrutement', () => ({
        title,
        product: 'Mes Essais',
        craft: 'developer',
        contract: 'agent',
      }))
    },
  })
  if (!isOpen) return false
  await get(
    pressing('frame', '/recrutement cadrage', 'Reprendre le cadrage proposé', 'CriterionSet'),
  )
  await get(pressing('close', '/recrutement cadrage', 'Clore le cadrage', 'FramingClosed'))
  for (const scorer of scorers) {
    await get({
      who: owner,
      what: 'name',
      done: { sql: event('MemberNamed', `and data->>'person' = $2`), values: [title, scorer.id] },
      attempt: async () => {
        const channel = await channelOf(stage, title)
        await owner.command(channel, '/recrutement équipe')
        await owner.press(channel, 'Nommer quelqu’un')
        return filled(owner, 'Nommer quelqu’un', () => ({
          person: scorer.id,
          role: 'scorer',
          stages: ['prequalification'],
        }))
      },
    })
  }
  return true
}

/** The day before: a candidate, and an interview on that day. */
export async function planOne(
  stage: Stage,
  { owner, title, hour }: Cast,
  name: string,
  day: string,
): Promise<void> {
  await stage.doing.get({
    who: owner,
    what: 'add',
    done: { sql: `select 1 from texts where application = ${APPLICATION}`, values: [name] },
    attempt: async () => {
      const channel = await channelOf(stage, title)
      await owner.command(channel, '/recrutement candidat')
      await owner.press(channel, 'Ajouter quelqu’un')
      return filled(owner, 'Nouvelle candidature', () => ({ name }))
    },
  })
  await stage.doing.get({
    who: owner,
    what: 'schedule',
    done: happenedTo('InterviewScheduled', name),
    attempt: async () => {
      await owner.command(await channelOf(stage, title), '/recrutement planifier')
      return filled(owner, 'Planifier un entretien', () => ({
        stage: 'prequalification',
        when: `${day} ${hour}`,
        place: 'https://visio.exemple.gouv.fr/essai',
        informed: true,
      }))
    },
  })
}

/** The day itself: somebody speaks too early, then both file their notes. */
export async function scoreOne(stage: Stage, cast: Cast, name: string): Promise<void> {
  const { scorers, title } = cast
  const channel = await channelOf(stage, title)
  const post = await scorers[0].say(channel, `${name} m’a fait très bonne impression`)
  stage.written.push(post)
  // Whoever reads the event stream may be dead just now: another has to see it, before the debrief opens.
  await stage.doing.get({
    who: scorers[0],
    what: 'hold',
    done: {
      sql: `select 1 from events where type = 'MessageHeld' and data->'written'->>'post' = $1`,
      values: [post],
    },
    attempt: async () => false,
  })
  await Promise.all(
    scorers.map((scorer) =>
      stage.doing.get({
        who: scorer,
        what: 'file',
        done: {
          sql: `select 1 from events f join events s on s.type = 'InterviewScheduled'
                  and s.data->>'interview' = f.data->>'interview'
                where f.type = 'ScorecardFiled' and f.by = $2 and s.data->>'application' = ${APPLICATION}`,
          values: [name, scorer.id],
        },
        attempt: async () => {
          await scorer.command(channel, '/recrutement notes')
          return filled(scorer, 'Mes notes', ({ fields }) => notesIn(fields, '2', name), name)
        },
      }),
    ),
  )
}

/** The day after: the owner goes no further. */
export async function stopOne(stage: Stage, { owner, title }: Cast, name: string): Promise<void> {
  await stage.doing.get({
    who: owner,
    what: 'stop',
    done: happenedTo('ApplicationStopped', name),
    attempt: async () => {
      const channel = await channelOf(stage, title)
      await owner.command(channel, '/recrutement clore')
      await owner.press(channel, 'Arrêter cette candidature')
      return filled(owner, 'Arrêter la suite', () => ({}))
    },
  })
}

function happenedTo(type: string, name: string): Step['done'] {
  const sql = `select 1 from events where type = '${type}' and data->>'application' = ${APPLICATION}`
  return { sql, values: [name] }
}

async function channelOf({ db }: Stage, title: string): Promise<string> {
  const { rows } = await db.query<{ channel: string }>(
    `select channel from channels where recruitment = ${RECRUITMENT}`,
    [title],
  )
  const [row] = rows
  if (!row) throw new Error('no channel yet')
  return row.channel
}

/**
 * The form of that title, sent once; true when the bot took it. Those that earlier tries opened are passed
 * over: forms of another kind, and those about somebody else than `candidate`.
 */
async function filled(
  person: MattermostActor,
  title: string,
  values: (form: ShownForm) => Values,
  candidate = '',
): Promise<boolean> {
  for (;;) {
    const form = await person.form()
    if (form.title !== title || !isAbout(form, candidate)) continue
    const { closed, error, errors } = await form.submit(values(form))
    if (!closed) throw new Error(error ?? JSON.stringify(errors))
    return true
  }
}

function isAbout({ intro }: ShownForm, candidate: string): boolean {
  return candidate === '' || intro.includes(`avec ${candidate}.`)
}

/** As people write a date. */
export function dayOf(at: Temporal.ZonedDateTime): string {
  return at.toLocaleString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' })
}
