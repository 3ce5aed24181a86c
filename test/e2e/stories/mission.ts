/**
 * A whole selection: twelve candidates pasted, six met in a merged first meeting, three at the
 * collaboration stage, one chosen, everyone answered.
 */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hands, Means } from '../support/hands.ts'
import { at, firstMonday, timesSaid } from '../support/story.ts'
import type { Name, Scene } from '../support/scene.ts'

/** Met, in the order of their meetings; the others are never met. */
const MET = ['Ana Belin', 'Bao Tran', 'Cléo Marchand', 'Dario Costa', 'Esma Kaya', 'Farid Haddad']
const NOT_MET = ['Gil Robin', 'Hana Sato', 'Ivo Petit', 'Jade Morel', 'Kim Leroy', 'Lou Garnier']
const PLACE = 'https://visio.exemple.gouv.fr/abc'
const page = (n: number) => `https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/c${n}00`

/** Told once by each kind of hands. */
export function tellMission<S extends Scene>(means: Means<S>): void {
  describe('a mission, from the first framing to the last answer', () => {
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

    const day = (days: number, hour: number, minute = 0) =>
      world.moveTo(at(monday, days, hour, minute))

    async function name(who: Name, role: string, stages: readonly string[]): Promise<void> {
      await hands.command('intra', '/recrutement équipe')
      await hands.press('intra', 'channel', 'Nommer quelqu’un')
      await hands.fill('intra', { person: world.people[who].id, role, stages, expert: true })
    }

    async function plan(
      candidate: string,
      values: Record<string, string | boolean>,
    ): Promise<void> {
      await hands.command('intra', `/recrutement planifier ${candidate}`)
      await hands.fill('intra', { place: PLACE, informed: true, ...values })
      await hands.sees('intra', 'either', `avec ${candidate}`)
    }

    async function decide(
      candidate: string,
      answer: string,
      values: Record<string, string> = {},
    ): Promise<void> {
      await hands.command('intra', `/recrutement décision ${candidate}`)
      await hands.sees('intra', 'channel', `À toi de décider pour ${candidate}`)
      await hands.press('intra', 'channel', answer)
      await hands.fill('intra', values)
    }

    /** Writes about each of them; asked which while several are still to write about. */
    async function write(
      who: Name,
      stage: string,
      notes: readonly (readonly [candidate: string, level: string])[],
      owed = notes.length,
    ): Promise<void> {
      for (const [i, [candidate, level]] of notes.entries()) {
        await hands.command(who, '/recrutement notes')
        if (owed - i > 1) await hands.press(who, 'channel', `${candidate} · ${stage}`)
        await hands.fillNotes(who, level)
      }
    }

    it('opens, merges the first two stages, and is framed with the advisor', async () => {
      await hands.command('intra', '/recrutement nouveau')
      await hands.fill('intra', {
        title: 'Développeuse ou développeur fullstack',
        product: 'Mes Démarches',
        incubator: 'Fabrique',
        craft: 'developer',
        contract: 'contractor',
        first: true,
        advisor: world.people.referente.id,
      })
      channel = await world.privateChannel()
      await hands.sees('intra', 'channel', 'Sélection ouverte')
      await hands.command('intra', '/recrutement réglages')
      await hands.press('intra', 'channel', 'Changer')
      await hands.fill('intra', { merged: true })
      await hands.command('intra', '/recrutement cadrage')
      await hands.press('intra', 'channel', 'Reprendre le cadrage proposé')
      await hands.sees('intra', 'either', 'Le cadrage proposé est repris')
      await hands.sees('referente', 'direct', 'a besoin de ton regard sur le cadrage')
      await hands.press('referente', 'direct', 'Nous en avons parlé')
      await hands.sees('intra', 'direct', 'a confirmé votre échange')
      await hands.command('intra', '/recrutement cadrage')
      await hands.press('intra', 'channel', 'Clore le cadrage')
      await hands.sees('intra', 'either', 'Le cadrage est clos')
    })

    it('names who scores, who observes and who stands in', async () => {
      await name('metier', 'scorer', ['interview', 'references'])
      await name('equipe1', 'scorer', ['interview', 'collaboration'])
      await name('equipe2', 'observer', ['interview', 'collaboration'])
      await hands.sees('equipe2', 'direct', 'Lis le cadrage')
    })

    it('pastes twelve candidates and shows what was understood before adding them', async () => {
      await hands.command('intra', '/recrutement candidat')
      await hands.press('intra', 'channel', 'Coller une liste')
      const list = [...MET, ...NOT_MET]
        .map((one, i) => `${one} ; personne${i}@exemple.fr ; ${page(i)}`)
        .join('\n')
      await hands.fill('intra', { list })
      await hands.sees('intra', 'either', 'Ana Belin')
      await hands.press('intra', 'either', 'Ajouter ces 12 personnes')
      await hands.sees('intra', 'either', '12 personnes ajoutées')
    })

    it('lets six go on paper, and plans the six meetings once they know how it goes', async () => {
      for (const candidate of NOT_MET) await decide(candidate, 'Arrêter')
      for (const [i, candidate] of MET.entries()) {
        await plan(candidate, {
          stage: 'interview',
          when: `${i < 3 ? 'mercredi' : 'jeudi'} ${9 + 2 * (i % 3)} h`,
          conductor: world.people.metier.id,
        })
      }
      await hands.sees('metier', 'direct', 'Premier entretien · Ana Belin')
    })

    it('replaces who cannot come, moves a meeting, and lets a candidate withdraw', async () => {
      await hands.press('equipe2', 'direct', 'Je ne peux pas')
      await hands.sees('intra', 'direct', 'ne peut pas venir')
      await hands.press('intra', 'direct', 'Remplacer')
      await hands.fill('intra', { person: world.people.referente.id })
      await hands.sees('equipe2', 'direct', 'Tu n’as plus à venir')
      await hands.command('intra', '/recrutement déplacer Bao')
      await hands.fill('intra', { when: 'mercredi 16 h' })
      await hands.sees('equipe1', 'direct', 'Déplacé : Premier entretien avec Bao Tran')
      await hands.command('intra', '/recrutement candidat Farid')
      await hands.press('intra', 'channel', 'La personne se retire')
      await hands.fill('intra', { reason: 'A trouvé ailleurs' })
      await hands.sees('equipe1', 'direct', 'Annulé : Premier entretien avec Farid Haddad')
    })

    it('stops everything for a no-show, and plans again', async () => {
      await day(3, 13, 30)
      await hands.sees('metier', 'direct', 'Dépose tes notes sur Esma Kaya')
      await hands.press('metier', 'direct', 'L’entretien n’a pas eu lieu')
      await hands.fill('metier', { why: 'guest-absent' })
      await hands.sees('intra', 'direct', 'n’a pas eu lieu')
      await plan('Esma Kaya', { stage: 'interview', when: 'vendredi 9 h' })
      await day(4, 10, 30)
      await hands.sees('metier', 'direct', 'Dépose tes notes sur Esma Kaya')
    })

    it('keeps every debrief shut until both have written, or one is let off', async () => {
      const met = MET.slice(0, 5)
      await write(
        'metier',
        'Premier entretien',
        met.map((one) => [one, '3'] as const),
      )
      const others = met.slice(0, 4)
      await write(
        'equipe1',
        'Premier entretien',
        others.map((one) => [one, one === 'Dario Costa' ? '1' : '2'] as const),
        met.length,
      )
      await hands.command('intra', '/recrutement débrief')
      await hands.press('intra', 'channel', '🔒 Esma Kaya · Premier entretien')
      await hands.sees('intra', 'either', 'On attend : Élodie Nguyen')
      await hands.press('intra', 'either', 'Dispenser')
      await hands.fill('intra', { reason: 'En congé' })
      await day(4, 14, 5)
      await hands.sees('intra', 'channel', '✅ Débrief ouvert : Premier entretien, Esma Kaya')
    })

    it('asks each scorer to log the report, and reminds until it is done', async () => {
      await hands.sees('metier', 'direct', 'Ajoute ton compte rendu sur Welcome to the Jungle')
      await hands.press('metier', 'direct', 'C’est noté')
      await day(7, 9, 1)
      expect(await timesSaid(world.people.metier, 'n’est pas encore sur Welcome')).toBeGreaterThan(
        0,
      )
    })

    it('compares, then sends three to collaboration', async () => {
      await hands.command('intra', '/recrutement comparer')
      await hands.sees('intra', 'channel', 'Voici la comparaison')
      for (const candidate of ['Dario Costa', 'Esma Kaya']) await decide(candidate, 'Arrêter')
      const finalists = MET.slice(0, 3)
      for (const candidate of finalists) {
        await decide(candidate, 'Poursuivre', { stage: 'collaboration' })
      }
      for (const [i, candidate] of finalists.entries()) {
        await plan(candidate, { stage: 'collaboration', when: `mardi ${9 + 2 * i} h` })
      }
      await day(8, 15)
      await write(
        'equipe1',
        'Cadre de collaboration',
        finalists.map((one) => [one, one === 'Ana Belin' ? '3' : '2'] as const),
      )
      await hands.sees('intra', 'channel', '✅ Débrief ouvert : Cadre de collaboration, Ana Belin')
    })

    it('takes references from two people, on the doubts that are left', async () => {
      await decide('Bao Tran', 'Arrêter')
      await decide('Cléo Marchand', 'Arrêter')
      await decide('Ana Belin', 'Poursuivre', { stage: 'references' })
      for (const [referee, when] of [
        ['Paul Blanc', 'mercredi 9 h'],
        ['Rita Noir', 'mercredi 10 h'],
      ] as const) {
        await plan('Ana Belin', {
          stage: 'references',
          when,
          referee,
          contact: '06 00 00 00 00',
          doubts: 'Tient-elle le rythme sur la durée ?',
        })
      }
      await hands.sees('metier', 'direct', 'À faire préciser')
      await day(9, 10, 20)
      await write('metier', 'Prise de références', [
        ['Ana Belin', 'confirms'],
        ['Ana Belin', 'qualifies'],
      ])
      await hands.sees('intra', 'channel', '✅ Débrief ouvert : Prise de références, Ana Belin')
    })

    it('chooses, and answers eleven people from the list of who waits', async () => {
      await decide('Ana Belin', 'Retenir', { reason: 'La plus solide sur la sécurité' })
      await hands.sees('intra', 'either', 'Ana Belin est ton choix')
      await hands.command('intra', '/recrutement clore')
      await hands.sees('intra', 'channel', '11 personnes sans réponse')
      await hands.press('intra', 'channel', 'Répondre')
      await hands.fill('intra', {})
      await hands.press('intra', 'either', 'Tout en un seul texte')
      await hands.press('intra', 'either', 'C’est envoyé à ces 10 personnes')
    })

    it('answers the one chosen, closes, and follows up until all is done', async () => {
      await hands.command('intra', '/recrutement clore')
      await hands.sees('intra', 'channel', '1 personne sans réponse')
      await hands.press('intra', 'channel', 'Répondre')
      await hands.sees('intra', 'either', 'Réponse à Ana Belin')
      await hands.press('intra', 'either', 'C’est envoyé')
      await hands.command('intra', '/recrutement clore')
      await hands.sees('intra', 'channel', 'Tout le monde a sa réponse')
      await hands.press('intra', 'channel', 'Clore')
      await hands.fill('intra', {})
      await hands.sees('equipe2', 'channel', '✅ Sélection close')
      await day(11, 9, 1)
      await hands.sees('intra', 'direct', 'sa proposition de prix')
      await hands.press('intra', 'direct', 'C’est fait')
      await hands.command('intra', '/recrutement statut')
      await hands.sees('intra', 'channel', 'retenue, réponse envoyée')
    })
  })
}
