import { afterAll, describe, expect, test } from 'vitest'
import { PermanentChatError } from '../../src/chat/port.ts'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { nameDeputy } from '../../src/process/decide/ownership.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { moving } from '../store/support/scene.ts'
import { keptLog } from '../support/kept-log.ts'
import {
  THURSDAY,
  WEDNESDAY,
  interviewStage,
  stage,
  twoInterviewsStage,
} from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** The server has the message, but its answer is lost. */
function loseAnswers({ chat }: Stage): void {
  chat.onPost = async ({ send }) => {
    send()
    throw new Error('the answer was lost')
  }
}

function failBeforePosting({ chat }: Stage): void {
  chat.onPost = () => Promise.reject(new Error('the server is away'))
}

function recover({ chat }: Stage): void {
  chat.onPost = async ({ send }) => send()
}

function refuse({ chat, scorer }: Stage): void {
  chat.onPost = ({ to, send }) =>
    'person' in to && to.person === scorer
      ? Promise.reject(new PermanentChatError('deactivated'))
      : Promise.resolve(send())
}

async function statusOf({ id }: Stage, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ status: string }>(
    'select status from agenda where recruitment = $1 and key = $2',
    [id, key],
  )
  return rows[0]?.status
}

describe('a bot that stops after the request and before writing that it ended', () => {
  test('finds its message when it comes back, and does not say it again', async () => {
    const set = await interviewStage(pool)
    loseAnswers(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('the answer was lost')
    recover(set)
    await set.another().speak(set.conversation)
    const key = `invitation/${set.interview}/${set.scorer}`
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`, key])
    expect(set.chat.searches).toEqual([key])
    expect(await set.store.messageOf(set.id, key)).toEqual(set.chat.posts.at(-1)?.ref)
  })

  test('finds it however often it stops, and however late', async () => {
    const set = await interviewStage(pool)
    loseAnswers(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('lost')
    const { find } = set.chat
    set.chat.find = () => Promise.reject(new Error('away'))
    await expect(set.another().speak(set.conversation)).rejects.toThrow('away')
    set.clock.move('2026-03-03T09:00:00Z')
    await expect(set.another().speak(set.conversation)).rejects.toThrow('away')
    set.chat.find = find
    await set.another().speak(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('finds a message that the platform dates a little before the attempt', async () => {
    const set = await interviewStage(pool)
    loseAnswers(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('lost')
    const last = set.chat.posts.pop()
    if (last) set.chat.posts.push({ ...last, at: last.at - 5_000 })
    recover(set)
    await set.another().speak(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('still finds it when it is too late to say it, so that it can be rewritten', async () => {
    const set = await interviewStage(pool)
    loseAnswers(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('lost')
    recover(set)
    set.clock.move(THURSDAY)
    await set.another().speak(set.conversation)
    const key = `invitation/${set.interview}/${set.scorer}`
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`, key])
    expect(await set.store.messageOf(set.id, key)).toEqual(set.chat.posts.at(-1)?.ref)
  })
})

describe('a bot that stops before the request', () => {
  test('says it once when it comes back', async () => {
    const set = await interviewStage(pool)
    failBeforePosting(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('the server is away')
    recover(set)
    const { speak } = set.another()
    await speak(set.conversation)
    await speak(set.conversation)
    expect(set.heardBy(set.scorer).slice(1)).toEqual([`invitation/${set.interview}/${set.scorer}`])
  })

  test('skips it when it has become useless meanwhile', async () => {
    const set = await interviewStage(pool)
    failBeforePosting(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('away')
    recover(set)
    set.clock.move(THURSDAY)
    await set.another().speak(set.conversation)
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`])
    const key = `invitation/${set.interview}/${set.scorer}`
    expect(await statusOf(set, key)).toBe('skipped')
  })
})

describe('a failure that may pass', () => {
  test('keeps what follows in the conversation for later, in order', async () => {
    const { interview, next, ...set } = await twoInterviewsStage(pool)
    set.chat.onPost = ({ entry, send }) =>
      entry.includes(interview) ? Promise.reject(new Error('away')) : Promise.resolve(send())
    await expect(set.speak(set.conversation)).rejects.toThrow('away')
    expect(set.heardBy(set.scorer)).toHaveLength(1)
    recover(set)
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer).slice(1)).toEqual([
      `invitation/${interview}/${set.scorer}`,
      `invitation/${next}/${set.scorer}`,
    ])
  })

  test('does not hold another conversation', async () => {
    const set = await interviewStage(pool)
    set.chat.onPost = ({ to, send }) =>
      'person' in to && to.person === set.scorer
        ? Promise.reject(new Error('away'))
        : Promise.resolve(send())
    const [failed, said] = await Promise.allSettled([
      set.speak(set.conversation),
      set.speak(`person/${set.other}`),
    ])
    expect([failed.status, said.status]).toEqual(['rejected', 'fulfilled'])
    expect(set.heardBy(set.other)).toContain(`invitation/${set.interview}/${set.other}`)
  })

  test('leaves the conversation free for another instance at once', async () => {
    const set = await interviewStage(pool)
    failBeforePosting(set)
    await expect(set.speak(set.conversation)).rejects.toThrow('away')
    recover(set)
    expect(await set.another().speak(set.conversation)).toBe('said')
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('of a rewriting is tried again', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    await set.done(set.owner, moving(set.interview, '2026-03-06T13:00:00Z'))
    set.chat.onUpdate = () => Promise.reject(new Error('away'))
    await expect(set.speak(set.conversation)).rejects.toThrow('away')
    set.chat.onUpdate = async (_ref, rewrite) => rewrite()
    await set.speak(set.conversation)
    const key = `invitation/${set.interview}/${set.scorer}`
    const invitation = set.chat.posts.find(({ entry }) => entry === key)
    expect(invitation?.versions).toHaveLength(2)
  })
})

describe('a channel that the platform refuses for good', () => {
  test('is told to the owner once, and what else is due there ends too', async () => {
    const set = await stage(pool)
    set.chat.onPost = ({ to, send }) =>
      'channel' in to ? Promise.reject(new PermanentChatError('archived')) : Promise.resolve(send())
    expect(await set.speak(set.channel)).toBe('said')
    expect(await statusOf(set, 'welcome')).toBe('failed')
    await set.speak(`person/${set.owner}`)
    expect(set.heardBy(set.owner)).toEqual(['channel-unreachable'])
  })
})

describe('what is logged while something is said', () => {
  test('names its recruitment and its entry of the agenda', async () => {
    const set = await interviewStage(pool)
    const { log, lines } = keptLog()
    set.chat.onPost = async ({ send }) => {
      log.info('posting')
      return send()
    }
    await set.speak(set.conversation)
    expect(lines).toMatchObject([
      { recruitment: set.id, entry: `invitation/${set.interview}/${set.scorer}` },
    ])
  })
})

describe('a person whom the platform refuses for good', () => {
  test('ends each entry without holding the others, and the owner hears of it once', async () => {
    const { interview, ...set } = await interviewStage(pool)
    refuse(set)
    set.clock.move(WEDNESDAY)
    expect(await set.speak(set.conversation)).toBe('said')
    for (const key of [
      `invitation/${interview}/${set.scorer}`,
      `brief/${interview}/0/${set.scorer}`,
    ]) {
      expect(await statusOf(set, key)).toBe('failed')
    }
    await set.speak(`person/${set.owner}`)
    set.clock.move(THURSDAY)
    await set.speak(set.conversation)
    await set.speak(`person/${set.owner}`)
    expect(set.heardBy(set.owner)).toEqual([`unreachable/${set.scorer}`])
  })

  test('is not tried again for the same entry', async () => {
    const set = await interviewStage(pool)
    refuse(set)
    await set.speak(set.conversation)
    recover(set)
    await set.another().speak(set.conversation)
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`])
  })

  test('is heard of again in later messages, should the account come back', async () => {
    const set = await interviewStage(pool)
    refuse(set)
    await set.speak(set.conversation)
    recover(set)
    set.clock.move(WEDNESDAY)
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer).slice(1)).toEqual([`brief/${set.interview}/0/${set.scorer}`])
  })

  test('is told to the deputy when it is the owner', async () => {
    const set = await interviewStage(pool)
    await set.done(set.owner, (state, actor) => nameDeputy(state, set.other, actor))
    set.chat.onAddMember = (person) =>
      person === set.owner
        ? Promise.reject(new PermanentChatError('deactivated'))
        : Promise.resolve(undefined)
    await set.speak(set.channel)
    await set.speak(`person/${set.other}`)
    expect(set.heardBy(set.other)).toContain(`unreachable/${set.owner}`)
    expect(set.chat.members.map(({ person }) => person)).toEqual([set.other, set.scorer])
  })

  test('cannot be let into the channel: the others are, and the owner hears of it', async () => {
    const set = await stage(pool)
    set.chat.onAddMember = (person) =>
      person === set.scorer
        ? Promise.reject(new PermanentChatError('not in the team'))
        : Promise.resolve(undefined)
    expect(await set.speak(set.channel)).toBe('said')
    await set.speak(`person/${set.owner}`)
    expect(set.heardBy(set.owner)).toEqual([`unreachable/${set.scorer}`])
    expect(set.chat.members.map(({ person }) => person)).toEqual([set.owner, set.other])
  })

  test('whose message cannot be rewritten does not hold the conversation', async () => {
    const set = await interviewStage(pool)
    await set.speak(set.conversation)
    set.chat.onUpdate = () => Promise.reject(new PermanentChatError('gone'))
    await set.done(set.owner, (state, actor) => cancelInterview(state, set.interview, actor))
    expect(await set.speak(set.conversation)).toBe('said')
    expect(set.heardBy(set.scorer).at(-1)).toBe(`cancelled/${set.interview}/${set.scorer}`)
  })
})
