import { afterAll, describe, expect, test } from 'vitest'
import { PermanentChatError } from '../../src/chat/port.ts'
import { nameMember, removeMember } from '../../src/process/decide/team.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { fileNotes, moving, readyScene, scheduling, unique } from '../store/support/scene.ts'
import { shown } from '../support/shown.ts'
import { TOMORROW, owing, scheduled } from './support/grouping.ts'
import type { Owing } from './support/grouping.ts'
import { FRIDAY, MONDAY_MORNING, THURSDAY } from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** The server has the message, but its answer is lost. */
async function loseAnswer({ chat, speak, conversation }: Stage): Promise<void> {
  chat.onPost = async ({ send }) => {
    send()
    throw new Error('the answer was lost')
  }
  await expect(speak(conversation)).rejects.toThrow('the answer was lost')
  chat.onPost = async ({ send }) => send()
}

async function stoppedAfterPosting(): Promise<Owing> {
  const set = await owing(pool)
  set.clock.move(FRIDAY)
  await loseAnswer(set)
  return set
}

async function failBeforePosting({ chat, speak, conversation }: Stage): Promise<void> {
  chat.onPost = () => Promise.reject(new Error('the server is away'))
  await expect(speak(conversation)).rejects.toThrow('the server is away')
  chat.onPost = async ({ send }) => send()
}

async function stoppedBeforePosting(): Promise<Owing> {
  const set = await owing(pool)
  set.clock.move(FRIDAY)
  await failBeforePosting(set)
  return set
}

async function statusesOf({ scorer }: Owing, kind: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ status: string }>(
    `select status from agenda where conversation = $1 and kind = $2 and due_at <= $3 order by due_at`,
    [`person/${scorer}`, kind, MONDAY_MORNING],
  )
  return rows.map(({ status }) => status)
}

describe('a bot that stops after posting a message about several recruitments', () => {
  test('finds it when it comes back, and says none of it twice', async () => {
    const set = await stoppedAfterPosting()
    const posts = set.chat.posts.length
    await set.another().speak(set.conversation)
    expect(set.chat.posts).toHaveLength(posts)
    expect(await set.heard()).toEqual([set.late(1).toSorted()])
    expect(set.chat.searches).toHaveLength(1)
  })

  test('still reminds of each thing the next morning', async () => {
    const set = await stoppedAfterPosting()
    await set.another().speak(set.conversation)
    set.clock.move(MONDAY_MORNING)
    await set.another().speak(set.conversation)
    expect((await set.heard()).slice(1)).toEqual([set.late(2).toSorted()])
  })

  test('says on its own what has come since', async () => {
    const set = await stoppedAfterPosting()
    const third = unique('interview')
    await set.done(
      set.owner,
      scheduling(set.application, third, '2026-03-10T13:00:00Z', 'case-study'),
    )
    const mission = await readyScene({
      store: set.store,
      clock: set.clock,
      people: { scorer: set.scorer },
    })
    await set.another().speak(set.conversation)
    expect((await set.heard()).toSorted()).toEqual(
      [
        set.late(1).toSorted(),
        [`framing/${mission.scorer}`],
        [`invitation/${third}/${set.scorer}`],
      ].toSorted(),
    )
  })

  test('finds it although one of its parts is done meanwhile', async () => {
    const set = await stoppedAfterPosting()
    const posts = set.chat.posts.length
    await fileNotes(set.second, set.second.interview, set.scorer)
    await set.another().speak(set.conversation)
    expect(set.chat.posts).toHaveLength(posts)
    expect(await set.heard()).toEqual([set.late(1).toSorted()])
  })

  test('finds an invitation that showed the former slot, rewrites it and tells the move', async () => {
    const set = await scheduled(pool, TOMORROW)
    await loseAnswer(set)
    await set.done(set.owner, moving(set.interview, THURSDAY))
    await set.another().speak(set.conversation)
    const [root, moved] = set.chat.posts.slice(-2)
    expect(shown(root?.versions.at(-1))).toMatch(/^🗓 Jeudi 5 mars à 14 h/)
    expect(moved?.entry).toBe(`moved/${set.interview}/1/${set.scorer}`)
    expect(moved?.to).toEqual({ person: set.scorer, thread: root?.ref })
  })
})

describe('a bot that stops before posting it', () => {
  test('says it once when it comes back, with what has come since', async () => {
    const set = await stoppedBeforePosting()
    const mission = await readyScene({
      store: set.store,
      clock: set.clock,
      people: { scorer: set.scorer },
    })
    const { speak } = set.another()
    await speak(set.conversation)
    await speak(set.conversation)
    expect(await set.heard()).toEqual([[...set.late(1), `framing/${mission.scorer}`].toSorted()])
    expect(set.last()).toMatch(/^✍️ 3 choses t’attendent ce matin\./)
    expect(set.last()).toContain('[Cadrage : Un poste]')
  })

  test('says what is left of it in its own thread', async () => {
    const set = await stoppedBeforePosting()
    await fileNotes(set.second, set.second.interview, set.scorer)
    await set.another().speak(set.conversation)
    expect(await set.heard()).toEqual([[set.late(1)[0]]])
    expect(set.chat.posts.at(-1)?.to).toMatchObject({ thread: {} })
  })

  test('says later what was withdrawn meanwhile and comes back', async () => {
    const set = await owing(pool)
    const { store, clock, scorer } = set
    const mission = await readyScene({ store, clock, people: { scorer } })
    set.clock.move(FRIDAY)
    await failBeforePosting(set)
    await mission.done(mission.owner, (state, actor) =>
      removeMember(state, { person: scorer }, actor),
    )
    await set.another().speak(set.conversation)
    const named = { person: scorer, role: 'scorer', stages: ['interview'], expert: false } as const
    await mission.done(mission.owner, (state, actor) => nameMember(state, named, actor))
    await set.another().speak(set.conversation)
    expect(await set.heard()).toEqual([set.late(1).toSorted(), [`framing/${scorer}`]])
  })
})

describe('a person whom the platform refuses for good', () => {
  test('ends every part of the message, and each owner hears of it once', async () => {
    const set = await owing(pool)
    set.clock.move(FRIDAY)
    set.chat.onPost = ({ to, send }) =>
      'person' in to && to.person === set.scorer
        ? Promise.reject(new PermanentChatError('deactivated'))
        : Promise.resolve(send())
    expect(await set.speak(set.conversation)).toBe('said')
    expect(await statusesOf(set, 'late')).toEqual(['failed', 'failed', 'pending', 'pending'])
    set.clock.move(MONDAY_MORNING)
    await set.speak(set.conversation)
    for (const { owner } of [set, set.second]) {
      await set.speak(`person/${owner}`)
      expect(set.heardBy(owner).filter((entry) => entry.startsWith('unreachable/'))).toEqual([
        `unreachable/${set.scorer}`,
      ])
    }
  })
})
