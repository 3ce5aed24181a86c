/** A shorter recruitment, for a post: one candidate, met twice, chosen; the administration's own file. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Hands, Means } from '../support/hands.ts'
import { at, firstMonday } from '../support/story.ts'
import type { Scene } from '../support/scene.ts'

/** Told once by each kind of hands. */
export function tellPost<S extends Scene>(means: Means<S>): void {
  describe('a post, from the opening to the arrival', () => {
    let world: S
    let hands: Hands
    let channel: string
    const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

    beforeAll(async () => {
      world = await means.scene()
      channel = world.townSquare
      hands = await means.hands(world, () => channel)
      await world.moveTo(at(monday, 0, 9))
    })
    afterAll(async () => {
      await means.release()
      await world.stop()
    })

    it('opens with a word on the administration’s own grids, and is framed by a pasted list', async () => {
      await hands.command('intra', '/recrutement nouveau')
      await hands.fill('intra', {
        title: 'Responsable de produit',
        product: 'Mes Aides',
        craft: 'product-manager',
        contract: 'agent',
      })
      channel = await world.privateChannel()
      await hands.sees('intra', 'channel', 'Recrutement ouvert')
      await hands.sees('intra', 'channel', 'ton administration')
      await hands.command('intra', '/recrutement cadrage')
      await hands.press('intra', 'channel', 'Coller une liste')
      const list = [
        'La personne est capable de tenir un budget (poids 3, obligatoire, préqualification)',
        'La personne fait preuve d’écoute (poids 2, cadre de collaboration)',
      ].join('\n')
      await hands.fill('intra', { list })
      await hands.command('intra', '/recrutement cadrage')
      await hands.press('intra', 'channel', 'Clore le cadrage')
      await hands.sees('intra', 'either', 'Le cadrage est clos')
    })

    it('meets one candidate alone: the debrief opens at filing, and the owner decides', async () => {
      await hands.command('intra', '/recrutement équipe')
      await hands.press('intra', 'channel', 'Nommer quelqu’un')
      const stages = ['prequalification', 'collaboration']
      await hands.fill('intra', { person: world.people.metier.id, role: 'scorer', stages })
      await hands.command('intra', '/recrutement candidat')
      await hands.press('intra', 'channel', 'Ajouter quelqu’un')
      await hands.fill('intra', { name: 'Noé Lambert' })
      for (const [i, stage] of stages.entries()) {
        await hands.command('intra', '/recrutement planifier Noé')
        const place = 'Salle du Conseil'
        await hands.fill('intra', { stage, when: 'demain 14 h', place, informed: true })
        await hands.sees('metier', 'direct', 'Salle du Conseil')
        await world.moveTo(at(monday, i + 1, 16))
        await hands.command('metier', '/recrutement notes')
        await hands.fillNotes('metier', '3')
        await hands.sees('metier', 'either', 'Le débrief est ouvert')
        if (stage === 'prequalification') {
          await hands.command('intra', '/recrutement décision Noé')
          await hands.press('intra', 'channel', 'Poursuivre')
          await hands.fill('intra', { stage: 'collaboration' })
        }
      }
    })

    it('is chosen with a word on the references not taken, answered, and closed', async () => {
      await hands.command('intra', '/recrutement décision Noé')
      await hands.press('intra', 'channel', 'Retenir')
      await hands.fill('intra', {})
      await hands.command('intra', '/recrutement clore')
      await hands.press('intra', 'channel', 'Répondre')
      await hands.press('intra', 'either', 'C’est envoyé')
      await hands.command('intra', '/recrutement clore')
      await hands.sees('intra', 'channel', 'Tout le monde a sa réponse')
      await hands.press('intra', 'channel', 'Clore')
      await hands.fill('intra', {})
      await hands.sees('metier', 'channel', '✅ Recrutement clos')
      await world.moveTo(at(monday, 4, 9, 1))
      await hands.sees('intra', 'direct', 'Transmets le dossier de Noé Lambert')
    })
  })
}
