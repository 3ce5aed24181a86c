import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addCandidate,
  at,
  direct,
  firstMonday,
  frame,
  nameTeam,
  open,
  schedule,
  timesSaid,
} from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

describe('a bot that was down while three things fell due', () => {
  let world: World
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    world = await createWorld()
    await world.moveTo(at(monday, 0, 9))
    const channel = await open(world)
    await frame(world, channel)
    await nameTeam(world, channel)
    await addCandidate(world, channel, 'Camille Durand')
    await schedule(world, channel, 'mercredi 14 h')
    await direct(world.people.metier, 'Préqualification · Camille Durand')
    await world.killBot()
    // The brief (Tuesday), the link (13:45) and the end (14:30) all fall due meanwhile.
    await world.moveTo(at(monday, 2, 14, 45))
    await world.startBot()
  })
  afterAll(() => world.stop())

  it('says what is still useful, once', async () => {
    const { metier } = world.people
    await direct(metier, 'Dépose tes notes sur Camille Durand')
    await world.moveTo(at(monday, 2, 15))
    expect(await timesSaid(metier, 'Dépose tes notes sur Camille Durand')).toBe(1)
  })

  it('keeps to itself what no longer helps', async () => {
    const { metier } = world.people
    expect(await timesSaid(metier, 'L’objectif')).toBe(0)
    expect(await timesSaid(metier, 'Dans 15 min')).toBe(0)
  })

  it('makes one reminder of several that were missed', async () => {
    const { equipe1 } = world.people
    await world.killBot()
    await world.moveTo(at(monday, 7, 10))
    await world.startBot()
    await direct(equipe1, 'Tes notes sur Camille Durand manquent encore')
    await world.moveTo(at(monday, 7, 11))
    expect(await timesSaid(equipe1, 'manquent encore')).toBe(1)
    expect(await timesSaid(equipe1, 'sont attendues')).toBe(0)
  })
})
