/** Ten people in front of the chat server. Whatever fails, they try again until it is done. */
import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import { SANDBOX_BOT_USERNAME, SANDBOX_PASSWORD } from '../../../src/sandbox/people.ts'
import { actor } from '../../contract/mattermost/actor.ts'
import type { MattermostActor } from '../../contract/mattermost/actor.ts'

const SHIPPED = ['intra', 'metier', 'equipe1', 'equipe2', 'referente']
const HIRED = ['ada', 'basile', 'chloe', 'driss', 'elise']

export async function tenPeople(chatUrl: string): Promise<readonly MattermostActor[]> {
  const admin = await actor(chatUrl, 'admin', SANDBOX_PASSWORD, '')
  const bot = await admin.client.getUserByUsername(SANDBOX_BOT_USERNAME)
  const team = await admin.client.getTeamByName('demo')
  const square = await admin.client.getChannelByName(team.id, 'town-square')
  for (const username of HIRED) {
    const user = await admin.client.createUser(
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
      {
        username,
        email: `${username}@exemple.gouv.fr`,
        password: SANDBOX_PASSWORD,
        first_name: username,
        last_name: 'Essai',
      } as Parameters<typeof admin.client.createUser>[0],
      '',
      '',
    )
    await admin.client.addToTeam(team.id, user.id)
    await admin.client.addToChannel(user.id, square.id).catch(() => undefined)
  }
  admin.stop()
  return Promise.all(
    [...SHIPPED, ...HIRED].map((name) => actor(chatUrl, name, SANDBOX_PASSWORD, bot.id)),
  )
}

/** A thing to get done, and how to know from the database that it is. */
export interface Step {
  readonly who: MattermostActor
  readonly what: string
  /** Gives one row or more once it is done. */
  readonly done: { readonly sql: string; readonly values: readonly unknown[] }
  /** Answers true when the bot acknowledged it. */
  readonly attempt: () => Promise<boolean>
}

export interface Doing {
  /** Does it, however often it takes; false when it was given up. */
  readonly get: (step: Step) => Promise<boolean>
  /** Steps that the bot acknowledged. */
  readonly acknowledged: readonly Step[]
  /** What never got done, with the last trouble. */
  readonly givenUp: readonly string[]
  readonly attempts: () => number
}

/**
 * On a busy machine the bot lives for a second between two starts. Whoever gave up would leave the rest of the
 * recruitment to wait for what never comes, and let the clock pass the opening of what is still to be held.
 */
const PATIENCE_MS = 900_000
const PAUSE_MS = 300
/** Tells each trouble, for whoever wonders what keeps people from getting on. */
const isTalkative = process.env['CHAOS_VERBOSE'] === '1'

/** Each person does one thing at a time. */
export function doing(isDone: (step: Step) => Promise<boolean>): Doing {
  const busy = new Map<MattermostActor, Promise<unknown>>()
  const acknowledged: Step[] = []
  const givenUp: string[] = []
  let attempts = 0

  async function attempt(step: Step): Promise<boolean> {
    let trouble = ''
    const until = Date.now() + PATIENCE_MS
    while (Date.now() < until) {
      if (await isDone(step).catch(() => false)) return true
      attempts += 1
      try {
        if (await step.attempt()) {
          acknowledged.push(step)
          return true
        }
        trouble = 'refused'
      } catch (error) {
        // The bot, its database or the platform was away: people try again.
        trouble = String(error)
      }
      if (isTalkative) process.stderr.write(`${step.what}: ${trouble}\n`)
      await setTimeout(PAUSE_MS)
    }
    givenUp.push(`${step.what}: ${trouble}`)
    return false
  }

  return {
    acknowledged,
    givenUp,
    attempts: () => attempts,
    get(step) {
      const before = busy.get(step.who) ?? Promise.resolve()
      const turn = before.then(() => attempt(step))
      busy.set(step.who, turn)
      return turn
    },
  }
}

export async function isStored(db: Pool, { done }: Step): Promise<boolean> {
  const { rows } = await db.query(done.sql, [...done.values])
  return rows.length > 0
}
