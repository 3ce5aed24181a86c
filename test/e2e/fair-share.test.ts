/** A real bot in front of a client gone mad. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

const REFUSED = 'plus vite que je ne les traite'

describe('a person who asks forty things at once', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ ACTIONS_PER_SECOND: '1' })
  })
  afterAll(() => world.stop())

  it('is refused some of them, and somebody else none', async () => {
    const { people, townSquare } = world
    const ask = (name: 'intra' | 'metier') => people[name].command(townSquare, '/recrutement aide')
    await Promise.all(Array.from({ length: 40 }, () => ask('intra')))
    await ask('metier')
    const told = async (name: 'intra' | 'metier') =>
      (await people[name].reads(townSquare)).filter(
        ({ text }) => text.includes('/recrutement') || text.includes(REFUSED),
      )
    await vi.waitFor(async () => expect(await told('intra')).toHaveLength(40), 10_000)
    const refused = (await told('intra')).filter(({ text }) => text.includes(REFUSED))
    expect(refused.length).toBeGreaterThan(5)
    expect(refused.length).toBeLessThanOrEqual(25)
    await vi.waitFor(async () => expect(await told('metier')).toHaveLength(1), 10_000)
    expect((await told('metier'))[0]?.text).not.toContain(REFUSED)
  })
})
