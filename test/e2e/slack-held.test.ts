/** What is said too early on Slack: taken down where an administrator lent their right, else answered in place. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutScreen } from './support/api-hands.ts'
import type { Hands } from './support/hands.ts'
import { slackScene } from './support/slack-scene.ts'
import type { SlackScene } from './support/slack-scene.ts'
import { at, direct, firstMonday, sees } from './support/story.ts'

const TOO_EARLY = 'Noé Lambert m’a beaucoup plu'

async function interviewOver(world: SlackScene): Promise<string> {
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))
  let channel = world.townSquare
  const hands: Hands = await withoutScreen(world, () => channel)
  await world.moveTo(at(monday, 0, 9))
  await hands.command('intra', '/recrutement nouveau')
  const about = { product: 'Mes Aides', craft: 'product-manager', contract: 'agent' }
  await hands.fill('intra', { title: 'Responsable de produit', ...about })
  channel = await world.privateChannel()
  await hands.sees('intra', 'channel', 'Recrutement ouvert')
  await hands.command('intra', '/recrutement cadrage')
  await hands.press('intra', 'channel', 'Reprendre le cadrage proposé')
  await hands.command('intra', '/recrutement cadrage')
  await hands.press('intra', 'channel', 'Clore le cadrage')
  await hands.sees('intra', 'either', 'Le cadrage est clos')
  for (const who of ['metier', 'equipe1'] as const) {
    await hands.command('intra', '/recrutement équipe')
    await hands.press('intra', 'channel', 'Nommer quelqu’un')
    const stages = ['prequalification']
    await hands.fill('intra', { person: world.people[who].id, role: 'scorer', stages })
    await hands.sees(who, 'channel', 'Recrutement ouvert')
  }
  await hands.command('intra', '/recrutement candidat')
  await hands.press('intra', 'channel', 'Ajouter quelqu’un')
  await hands.fill('intra', { name: 'Noé Lambert' })
  await hands.command('intra', '/recrutement planifier Noé')
  const when = { stage: 'prequalification', when: 'demain 14 h', place: 'Salle 1', informed: true }
  await hands.fill('intra', when)
  await hands.sees('metier', 'direct', 'Salle 1')
  await world.moveTo(at(monday, 1, 14, 31))
  return channel
}

describe('a message about somebody whose debrief is shut', () => {
  let world: SlackScene
  let channel: string
  const worlds: SlackScene[] = []
  afterAll(async () => {
    for (const one of worlds) await one.stop()
  })

  describe('with the token of an administrator who is in the channel', () => {
    beforeAll(async () => {
      world = await slackScene('socket')
      worlds.push(world)
      channel = await interviewOver(world)
      world.slack.workspace.state.channels.get(channel)?.members.add(world.slack.admin.id)
    })

    it('is taken down, its author told, and republished at their wish', async () => {
      const { equipe1, metier } = world.people
      const post = await equipe1.say(channel, TOO_EARLY)
      await direct(equipe1, '🔒 Ton message est mis de côté')
      expect((await metier.reads(channel)).map((message) => message.post)).not.toContain(post)
      await equipe1.press(await equipe1.directChannel(), 'C’est pratique, republier')
      await sees(metier, channel, 'Message pratique de')
    })
  })

  describe('without it', () => {
    beforeAll(async () => {
      world = await slackScene('http', { SLACK_ADMIN_TOKEN: '' })
      worlds.push(world)
      channel = await interviewOver(world)
    })

    it('is answered in place, and its author is told what to do', async () => {
      const { equipe1, metier } = world.people
      const post = await equipe1.say(channel, TOO_EARLY)
      const told = await direct(equipe1, '🔒 Ton message se voit encore')
      expect(told.text).toContain('Je n’ai pas le droit de le retirer')
      const answer = await sees(metier, channel, 'ce message parle d’un entretien')
      expect(answer.thread).toBe(post)
    })

    it('is let go once its author deleted it', async () => {
      const { equipe1 } = world.people
      const post = (await equipe1.reads(channel)).find(({ text }) => text.includes(TOO_EARLY))?.post
      equipe1.person.remove(post ?? '')
      await direct(equipe1, '🔒 Ton message est mis de côté')
    })
  })
})
