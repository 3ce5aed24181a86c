/** The Home tab on Slack: what somebody owes and where each of their recruitments is, with its buttons. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownIn } from '../chat/slack/support/shown.ts'
import { withoutScreen } from './support/api-hands.ts'
import type { Hands } from './support/hands.ts'
import { slackScene } from './support/slack-scene.ts'
import type { SlackScene } from './support/slack-scene.ts'

describe('the Home tab', () => {
  let world: SlackScene
  let hands: Hands
  let channel: string

  const home = () => {
    const blocks = world.people.intra.person.home()?.blocks ?? []
    return shownIn(blocks).text
  }
  /** What is shown once everything that was asked is answered. */
  async function shows(words: string): Promise<void> {
    await expect.poll(home, { timeout: 10_000 }).toContain(words)
  }

  beforeAll(async () => {
    world = await slackScene('socket')
    channel = world.townSquare
    hands = await withoutScreen(world, () => channel)
  })
  afterAll(() => world.stop())

  it('says how to begin to whoever takes part in nothing', async () => {
    world.people.intra.person.openHome()
    await shows('Pour en ouvrir un, tape /recrutement nouveau')
  })

  it('shows what is owed and every recruitment that goes on', async () => {
    for (const title of ['Développeuse', 'Cheffe de produit']) {
      await hands.command('intra', '/recrutement nouveau')
      const about = { product: 'Mes Aides', craft: 'product-manager', contract: 'agent' }
      await hands.fill('intra', { title, ...about })
    }
    channel = await world.privateChannel()
    await hands.sees('intra', 'channel', 'Recrutement ouvert')
    await hands.command('intra', '/recrutement candidat')
    await hands.press('intra', 'channel', 'Ajouter quelqu’un')
    await hands.fill('intra', { name: 'Noé Lambert' })
    world.people.intra.person.openHome()
    await shows('Tu participes à 2 recrutements.')
    expect(home()).toContain('Développeuse : 1 candidature en cours')
    expect(home()).toContain('Noé Lambert · ')
    expect(home()).toContain('Cheffe de produit : aucune candidature en cours')
  })
})
