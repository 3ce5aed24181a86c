/** What is due while the database refuses to write is said once it no longer does, and once. */
import { afterAll, describe, expect, test } from 'vitest'
import { migratedDatabase } from '../store/support/database.ts'
import { refuseWrites } from '../support/refusing-database.ts'
import { interviewStage } from './support/speaking.ts'

const { pool, url, close } = await migratedDatabase()
afterAll(close)

describe('what is due when the disk of the database is full', () => {
  test.each(['leases', 'agenda'])('is not said before that can be written: %s', async (table) => {
    const set = await interviewStage(pool)
    const makeRoom = await refuseWrites(url, table, '53100')
    await expect(set.speak(set.conversation)).rejects.toMatchObject({ code: '53100' })
    await expect(set.speak(set.conversation)).rejects.toMatchObject({ code: '53100' })
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`])
    await makeRoom()
    expect(await set.speak(set.conversation)).toBe('said')
    expect(set.heardBy(set.scorer)).toEqual([
      `framing/${set.scorer}`,
      `invitation/${set.interview}/${set.scorer}`,
    ])
  })

  test('is not said again when only its end could not be written', async () => {
    const set = await interviewStage(pool)
    const makeRoom: (() => Promise<void>)[] = []
    set.chat.onPost = async ({ send }) => {
      makeRoom.push(await refuseWrites(url, 'agenda', '53100'))
      return send()
    }
    for (let times = 0; times < 3; times += 1) {
      await expect(set.speak(set.conversation)).rejects.toMatchObject({ code: '53100' })
    }
    await makeRoom[0]?.()
    expect(await set.speak(set.conversation)).toBe('said')
    const key = `invitation/${set.interview}/${set.scorer}`
    expect(set.heardBy(set.scorer)).toEqual([`framing/${set.scorer}`, key])
    expect(await set.store.messageOf(set.id, key)).toEqual(set.chat.posts.at(-1)?.ref)
  })
})
