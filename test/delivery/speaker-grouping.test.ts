import { afterAll, describe, expect, test } from 'vitest'
import { tickBriefItem } from '../../src/process/decide/attending.ts'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { fileNotes, moving } from '../store/support/scene.ts'
import { shown } from '../support/shown.ts'
import { TOMORROW, owing, scheduled } from './support/grouping.ts'
import { FRIDAY, MONDAY_MORNING, THURSDAY } from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

function tick(set: Stage & { readonly interview: string }) {
  const ticked = { interview: set.interview, item: 'place', done: true }
  return set.done(set.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
}

describe('an interview set for tomorrow', () => {
  test('makes one message of the invitation and the brief', async () => {
    const set = await scheduled(pool, TOMORROW)
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([[set.invitation, set.brief]])
    const said = set.chat.posts.at(-1)
    expect(said?.to).toEqual({ person: set.scorer })
    const message = shown(said?.versions[0])
    expect(message).toMatch(/^🗓 Mardi 3 mars à 10 h · Entretien métier · Camille Test · 60 min\n/)
    expect(message).toContain('[Je serai là] [Je ne peux pas]\n*🗓 Demain à 10 h · Entretien métier')
    expect(message).toContain('Ton rôle : tu évalues. Ta fiche est en dessous.')
    expect(message.match(/Ton rôle/g)).toHaveLength(1)
    expect(said?.versions[0]?.files?.map(({ name }) => name)).toEqual(['entretien.ics'])
  })

  test('says what follows in the thread of that message', async () => {
    const set = await scheduled(pool, TOMORROW)
    await set.speak(set.conversation)
    set.clock.move('2026-03-03T08:45:00Z')
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([[set.invitation, set.brief], [set.nudge]])
    const [root, nudge] = set.chat.posts.slice(-2)
    expect(nudge?.to).toEqual({ person: set.scorer, thread: root?.ref })
  })
})

describe('an interview set in twenty minutes', () => {
  test('makes one message, that starts with the link', async () => {
    const set = await scheduled(pool, '2026-03-02T09:20:00Z')
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([[set.invitation, set.brief, set.nudge]])
    const message = shown(set.chat.posts.at(-1)?.versions[0])
    expect(message).toMatch(/^🗓 Dans 20 min : Entretien métier avec Camille Test/)
    expect(message).toContain('*🗓 Lundi 2 mars à 10 h 20')
    expect(message.match(/À vérifier/g)).toHaveLength(1)
  })

  test('asks for notes at the planned end, not before', async () => {
    const set = await scheduled(pool, '2026-03-02T09:20:00Z', 5)
    await set.speak(set.conversation)
    set.clock.move('2026-03-02T09:24:59Z')
    await set.speak(set.conversation)
    expect(await set.heard()).toHaveLength(1)
    set.clock.move('PT1S')
    await set.speak(set.conversation)
    expect((await set.heard()).at(-1)).toEqual([`ended/${set.interview}/0/${set.scorer}`])
  })
})

describe('a message that says several things', () => {
  test('is rewritten with all of them when one changes', async () => {
    const set = await scheduled(pool, TOMORROW)
    await set.speak(set.conversation)
    await tick(set)
    await set.speak(set.conversation)
    expect(await set.heard()).toHaveLength(1)
    const [before, after, ...more] = set.chat.posts.at(-1)?.versions.map(shown) ?? []
    expect(before).toContain('☐ Je sais où c’est et comment y entrer')
    expect(after).toBe(before?.replace('☐ Je sais où', '☑ Je sais où'))
    expect(more).toEqual([])
  })

  test('is rewritten without those that no longer hold', async () => {
    const set = await scheduled(pool, TOMORROW)
    await set.speak(set.conversation)
    await set.done(set.owner, (state, actor) => cancelInterview(state, set.interview, actor))
    await set.speak(set.conversation)
    const [root, cancelled] = set.chat.posts.slice(-2)
    expect(shown(root?.versions.at(-1))).toBe(
      'Annulé : mardi 3 mars à 10 h · Entretien métier · Camille Test · 60 min',
    )
    expect(cancelled?.to).toEqual({ person: set.scorer, thread: root?.ref })
  })

  test('leaves the brief to the day before when the interview is moved further away', async () => {
    const set = await scheduled(pool, TOMORROW)
    await set.speak(set.conversation)
    await set.done(set.owner, moving(set.interview, THURSDAY))
    await set.speak(set.conversation)
    const root = set.chat.posts.at(-2)
    expect(shown(root?.versions.at(-1))).not.toContain('L’objectif')
    set.clock.move('2026-03-04T13:00:00Z')
    await set.speak(set.conversation)
    expect((await set.heard()).at(-1)).toEqual([`brief/${set.interview}/1/${set.scorer}`])
  })

  test('says nothing of a move or a cancellation that its invitation already shows', async () => {
    const set = await scheduled(pool, THURSDAY)
    await set.done(set.owner, moving(set.interview, '2026-03-06T13:00:00Z'))
    await set.done(set.owner, (state, actor) => cancelInterview(state, set.interview, actor))
    await set.speak(set.conversation)
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([[set.invitation]])
  })
})

describe('reminders of two recruitments', () => {
  test('make one message on a working morning, outside any thread', async () => {
    const set = await owing(pool, 55)
    for (const moment of [FRIDAY, '2026-03-06T10:00:00Z', MONDAY_MORNING]) {
      set.clock.move(moment)
      await set.speak(set.conversation)
    }
    const [first, second] = set.late(1)
    expect(await set.heard()).toEqual([[first], [second], set.late(2).toSorted()])
    const digest = set.chat.posts.at(-1)
    expect(digest?.to).toEqual({ person: set.scorer })
    const line = '- ✍️ Tes notes sur Camille Test (entretien métier) manquent encore.'
    expect(set.last()).toBe(
      [
        '✍️ 2 choses t’attendent ce matin.',
        line,
        line,
        '[Notes : Camille Test · entretien métier] [Notes : Camille Test · entretien métier]',
      ].join('\n'),
    )
    const alone = set.chat.posts.at(-2)
    expect(alone?.to).toMatchObject({ thread: {} })
    expect(shown(alone?.versions[0])).toContain('[Déposer mes notes]')
  })

  test('come together when they are half an hour apart, and come back the next morning', async () => {
    const set = await owing(pool)
    set.clock.move(FRIDAY)
    await set.speak(set.conversation)
    set.clock.move('2026-03-06T09:25:00Z')
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([set.late(1).toSorted()])
    await fileNotes(set.second, set.second.interview, set.second.other)
    set.clock.move(MONDAY_MORNING)
    await set.speak(set.conversation)
    expect((await set.heard()).slice(1)).toEqual([set.late(2).toSorted()])
  })

  test('lead each to its own recruitment', async () => {
    const set = await owing(pool)
    set.clock.move(FRIDAY)
    await set.speak(set.conversation)
    const buttons = set.chat.posts
      .at(-1)
      ?.versions[0]?.blocks?.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(buttons?.map(({ args }) => args)).toEqual(
      [set, set.second].map(({ id, interview }) => ({ r: id, interview })),
    )
  })

  test('leave out what is done meanwhile', async () => {
    const set = await owing(pool)
    await fileNotes(set.second, set.second.interview, set.scorer)
    set.clock.move(FRIDAY)
    await set.speak(set.conversation)
    expect(await set.heard()).toEqual([[set.late(1)[0]]])
    expect(set.last()).toMatch(/^✍️ Tes notes sur Camille Test \(entretien métier\) sont attendues/)
  })
})
