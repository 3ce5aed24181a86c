import { afterAll, describe, expect, test } from 'vitest'
import { tickBriefItem } from '../../src/process/decide/attending.ts'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { nameMember } from '../../src/process/decide/team.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { fileNotes, moving, unique } from '../store/support/scene.ts'
import {
  FRIDAY,
  MONDAY_MORNING,
  THURSDAY,
  THURSDAY_END,
  WEDNESDAY,
  interviewStage,
  postsTo,
  stage,
} from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** Entries that are still to be said in the conversation, in order. */
async function pending({ conversation }: Stage): Promise<readonly string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `select key from agenda where conversation = $1 and status = 'pending' order by due_at, key`,
    [conversation],
  )
  return rows.map(({ key }) => key)
}

async function rowOf({ id }: Stage, key: string) {
  const { rows } = await pool.query<{ status: string; attempted_at: string | null }>(
    'select status, attempted_at from agenda where recruitment = $1 and key = $2',
    [id, key],
  )
  return rows[0]
}

describe('what is due', () => {
  test('is said in order, each thing once', async () => {
    const { interview, ...set } = await interviewStage(pool)
    const said = () => set.heardBy(set.scorer)
    expect(await set.speak(set.conversation)).toBe('said')
    expect(said()).toEqual([`framing/${set.scorer}`, `invitation/${interview}/${set.scorer}`])
    set.clock.move(WEDNESDAY)
    await set.speak(set.conversation)
    set.clock.move('2026-03-05T12:45:00Z')
    await set.speak(set.conversation)
    set.clock.move(THURSDAY_END)
    await set.speak(set.conversation)
    await set.speak(set.conversation)
    expect(said().slice(2)).toEqual([
      `brief/${interview}/0/${set.scorer}`,
      `nudge/${interview}/0/${set.scorer}`,
      `ended/${interview}/0/${set.scorer}`,
    ])
  })

  test('is said in one message after a silence, still in order', async () => {
    const set = await interviewStage(pool)
    set.clock.move('2026-03-05T12:50:00Z')
    await set.speak(set.conversation)
    const { interview, scorer } = set
    expect((await postsTo(set, scorer)).slice(1)).toEqual([
      [
        `invitation/${interview}/${scorer}`,
        `brief/${interview}/0/${scorer}`,
        `nudge/${interview}/0/${scorer}`,
      ],
    ])
  })

  test('is not said a second before its instant', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move('2026-03-04T12:59:59Z')
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('goes to its own conversation only', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    expect(set.heardBy(set.other)).toEqual([])
  })

  test('follows in the thread of the invitation', async () => {
    const { interview, ...set } = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move(WEDNESDAY)
    await set.speak(set.conversation)
    const [, invitation, brief] = set.chat.posts
    expect(invitation?.entry).toBe(`invitation/${interview}/${set.scorer}`)
    expect(brief?.to).toEqual({ person: set.scorer, thread: invitation?.ref })
  })

  test('is attempted on disk before the request leaves, and settled with its reference after', async () => {
    const set = await interviewStage(pool)
    const key = `invitation/${set.interview}/${set.scorer}`
    const during: unknown[] = []
    set.chat.onPost = async ({ send }) => {
      during.push(await rowOf(set, key))
      return send()
    }
    await set.speak(set.conversation)
    expect(during).toEqual([{ status: 'pending', attempted_at: '2026-03-02 09:00:00+00' }])
    expect(await rowOf(set, key)).toEqual({ status: 'said', attempted_at: null })
    expect(await set.store.messageOf(set.id, key)).toEqual(set.chat.posts.at(-1)?.ref)
  })

  test('is looked up on the platform only after an attempt that was not finished', async () => {
    const set = await interviewStage(pool)
    set.clock.move(WEDNESDAY)
    await set.speak(set.conversation)
    expect(set.chat.searches).toEqual([])
  })

  test('is skipped once it is of no more use', async () => {
    const { interview, ...set } = await interviewStage(pool)
    set.clock.move(THURSDAY)
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`])
    for (const kind of ['brief', 'nudge']) {
      const row = await rowOf(set, `${kind}/${interview}/0/${set.scorer}`)
      expect(row).toEqual({ status: 'skipped', attempted_at: null })
    }
  })

  test('is not said when it no longer follows from the state', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move(WEDNESDAY)
    await set.done(set.owner, (state, actor) => cancelInterview(state, set.interview, actor))
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer).slice(2)).toEqual([`cancelled/${set.interview}/${set.scorer}`])
  })

  test('is not said when it was withdrawn while it was being composed', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move(WEDNESDAY)
    const { person } = set.chat
    let cancelled = false
    set.chat.person = async (id) => {
      if (!cancelled) {
        cancelled = true
        await set.done(set.owner, (state, actor) => cancelInterview(state, set.interview, actor))
      }
      return person(id)
    }
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer).slice(2)).toEqual([`cancelled/${set.interview}/${set.scorer}`])
  })
})

describe('what the bot does by itself', () => {
  test('makes the channel once, says the first word there and lets everyone in', async () => {
    const set = await stage(pool)
    await set.speak(set.channel)
    await set.speak(set.channel)
    expect(set.chat.channels).toHaveLength(1)
    const { channel } = await set.state()
    expect(set.chat.posts.map(({ to, entry }) => [to, entry])).toEqual([
      [{ channel: channel?.id }, 'welcome'],
    ])
    expect(set.chat.members.map(({ person }) => person)).toEqual([set.owner, set.scorer, set.other])
  })

  test('lets in someone who is named later', async () => {
    const set = await stage(pool)
    await set.speak(set.channel)
    const named = {
      person: unique('late'),
      role: 'observer',
      stages: ['references'],
      expert: false,
    } as const
    await set.done(set.owner, (state, actor) => nameMember(state, named, actor))
    await set.speak(set.channel)
    expect(set.chat.members.map(({ person }) => person).slice(3)).toEqual([named.person])
  })
})

describe('a message', () => {
  test('is rewritten in place when what it shows has changed', async () => {
    const { interview, ...set } = await interviewStage(pool)
    await set.speak(set.conversation)
    await set.done(set.owner, moving(interview, '2026-03-06T13:00:00Z'))
    await set.speak(set.conversation)
    const [, invitation, moved] = set.chat.posts
    expect(set.heardBy(set.scorer).slice(1)).toEqual([
      `invitation/${interview}/${set.scorer}`,
      `moved/${interview}/1/${set.scorer}`,
    ])
    expect(invitation?.versions).toHaveLength(2)
    expect(invitation?.versions[1]).not.toEqual(invitation?.versions[0])
    expect(moved?.versions).toHaveLength(1)
    await set.speak(set.conversation)
    expect(invitation?.versions).toHaveLength(2)
  })

  test('is rewritten even when it would be too late to say it', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move(WEDNESDAY)
    await set.speak(set.conversation)
    set.clock.move(THURSDAY)
    const ticked = { interview: set.interview, item: 'link', done: true }
    await set.done(set.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
    await set.speak(set.conversation)
    expect(set.chat.posts.at(-1)).toMatchObject({
      entry: `brief/${set.interview}/0/${set.scorer}`,
      versions: [{}, {}],
    })
  })

  test('whose content changes while it is being said is rewritten at once', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.clock.move(WEDNESDAY)
    set.chat.onPost = async ({ send }) => {
      const ref = send()
      const ticked = { interview: set.interview, item: 'link', done: true }
      await set.done(set.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
      return ref
    }
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(3)
    expect(set.chat.posts.at(-1)?.versions).toHaveLength(2)
  })
})

function late(set: Stage & { readonly interview: string }, occurrence: number): string {
  return `late/${set.interview}/0/${set.scorer}/${occurrence}`
}

/** An interview has ended, and the scorer was asked for notes; `since` tells what came after. */
async function reminded() {
  const set = await interviewStage(pool)
  await set.speak(set.conversation)
  set.clock.move(THURSDAY_END)
  await set.speak(set.conversation)
  const before = set.heardBy(set.scorer).length
  return { ...set, since: () => set.heardBy(set.scorer).slice(before) }
}

function stopHere(): Promise<never> {
  return Promise.reject(new Error('stopped here'))
}

describe('a reminder that comes back', () => {
  test('keeps only its next occurrence', async () => {
    const set = await reminded()
    expect(await pending(set)).toEqual([late(set, 1)])
    set.clock.move(FRIDAY)
    await set.speak(set.conversation)
    expect(set.since()).toEqual([late(set, 1)])
    expect(await pending(set)).toEqual([late(set, 2)])
    set.clock.move(MONDAY_MORNING)
    await set.speak(set.conversation)
    expect(set.since()).toEqual([late(set, 1), late(set, 2)])
    expect(await pending(set)).toEqual([late(set, 3)])
  })

  test('that was missed several times is said once, then comes back on its day', async () => {
    const set = await reminded()
    set.clock.move('2026-03-11T10:00:00Z')
    await set.speak(set.conversation)
    expect(set.since()).toEqual([late(set, 4)])
    expect(await pending(set)).toEqual([late(set, 5)])
    set.clock.move('2026-03-12T08:00:00Z')
    await set.speak(set.conversation)
    expect(set.since()).toEqual([late(set, 4), late(set, 5)])
  })

  test('stops once the notes are filed', async () => {
    const set = await reminded()
    await fileNotes(set, set.interview, set.scorer)
    set.clock.move(MONDAY_MORNING)
    await set.speak(set.conversation)
    expect(set.since()).toEqual([])
    expect(await pending(set)).toEqual([])
  })

  test('comes back even when the bot stopped just as it had said it', async () => {
    const set = await reminded()
    set.clock.move(FRIDAY)
    const dying = set.another({ failing: { derive: stopHere } })
    await expect(dying.speak(set.conversation)).rejects.toThrow('stopped here')
    await set.another().speak(set.conversation)
    expect(set.since()).toEqual([late(set, 1)])
    expect(await pending(set)).toEqual([late(set, 2)])
  })
})
