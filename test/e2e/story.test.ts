import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addCandidate,
  answered,
  at,
  direct,
  firstMonday,
  frame,
  nameTeam,
  open,
  schedule,
  sees,
  seesButton,
  timesSaid,
} from './support/story.ts'
import { notesIn } from './support/notes.ts'
import { realServices } from './support/services.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

/** With nothing set, and as in production. */
const SETTINGS = [
  {
    name: 'on the embedded database',
    services: async () => ({ env: { DATABASE_URL: '' }, stop: async () => {} }),
  },
  { name: 'on Postgres and Redis', services: realServices },
]

describe.each(SETTINGS)(
  'a recruitment, opened, framed, met and debriefed, $name',
  ({ services }) => {
    let world: World
    const cleanups: (() => Promise<void>)[] = []
    let channel: string
    const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

    beforeAll(async () => {
      const { env, stop } = await services()
      cleanups.unshift(stop)
      world = await createWorld(env)
      cleanups.unshift(() => world.stop())
      await world.moveTo(at(monday, 0, 9))
    })
    afterAll(async () => {
      for (const cleanup of cleanups) await cleanup()
    })

    it('opens in a private channel where only the owner and the advisor are', async () => {
      channel = await open(world)
      const { intra, referente } = world.people
      const people = async () => {
        const members = await intra.client.getChannelMembers(channel)
        return members.map((member) => member.user_id).filter((id) => id !== world.botId)
      }
      await expect.poll(people).toHaveLength(2)
      expect((await people()).toSorted()).toEqual([intra.id, referente.id].toSorted())
    })

    it('refuses to close the framing before the advisor was consulted, then closes it', async () => {
      await frame(world, channel)
      await answered(world.people.intra, channel, 'Le cadrage est clos')
    })

    it('brings the team into the channel as it is named', async () => {
      await nameTeam(world, channel)
      await sees(world.people.equipe2, channel, 'Sélection ouverte')
    })

    it('invites everyone named for the stage when an interview is scheduled', async () => {
      await addCandidate(world, channel, 'Camille Durand')
      await schedule(world, channel, 'mercredi 14 h')
      const invitation = await direct(world.people.metier, 'Préqualification · Camille Durand')
      expect(invitation.files).toEqual(['entretien.ics'])
      expect(invitation.buttons).toEqual(['Je serai là', 'Je ne peux pas'])
      await world.people.metier.press(await world.people.metier.directChannel(), 'Je serai là')
      await direct(world.people.equipe2, 'tu assistes, sans évaluer')
    })

    it('sends the brief the working day before at the same hour, not earlier', async () => {
      const { metier } = world.people
      await world.moveTo(at(monday, 1, 13, 59))
      expect(await timesSaid(metier, 'L’objectif')).toBe(0)
      await world.moveTo(at(monday, 1, 14, 1))
      const brief = await direct(metier, 'L’objectif')
      expect(brief.text).toContain('Demain à 14 h · Préqualification · Camille Durand · 30 min')
      expect(brief.buttons).toContain('☐ J’ai testé le lien')
    })

    it('keeps the boxes of the brief ticked', async () => {
      const { metier, equipe1 } = world.people
      const mine = await metier.directChannel()
      await metier.press(mine, '☐ J’ai testé le lien')
      await seesButton(metier, mine, '☑ J’ai testé le lien')
      const theirs = await direct(equipe1, 'L’objectif')
      expect(theirs.buttons).toContain('☐ J’ai testé le lien')
    })

    it('sends the link fifteen minutes before, and asks for notes at the planned end', async () => {
      const { metier } = world.people
      await world.moveTo(at(monday, 2, 13, 46))
      await direct(metier, 'Dans 15 min : Préqualification avec Camille Durand')
      await world.moveTo(at(monday, 2, 14, 31))
      await direct(metier, 'Dépose tes notes sur Camille Durand')
      expect(await timesSaid(world.people.equipe2, 'Dépose tes notes')).toBe(0)
    })

    it('takes down what is said of the candidate too early, and tells its author alone', async () => {
      const { equipe1, metier } = world.people
      const post = await equipe1.say(channel, 'Camille m’a bluffé, on la prend')
      await direct(equipe1, '🔒 Ton message est mis de côté')
      const left = await metier.reads(channel)
      expect(left.map((message) => message.post)).not.toContain(post)
      await equipe1.press(await equipe1.directChannel(), 'Retirer')
      await direct(equipe1, 'Ton message est retiré')
      expect(await timesSaid(metier, 'bluffé')).toBe(0)
    })

    it('refuses a level without evidence, and files the rest', async () => {
      const { metier } = world.people
      await metier.press(await metier.directChannel(), 'Déposer mes notes')
      const form = await metier.form()
      const notes = notesIn(form.fields, '3', 'A cité trois incidents et leurs suites')
      const evidence = form.fields.find((name) => name.startsWith('evidence-')) ?? ''
      const refused = await form.submit({ ...notes, [evidence]: '' })
      expect(refused.closed).toBe(false)
      expect(refused.errors[evidence]).toContain('Écris ce que tu as vu ou entendu')
      expect(await form.submit(notes)).toEqual({ closed: true, errors: {} })
      await direct(metier, 'Le débrief attend encore')
    })

    it('reminds who is late after four working hours, then each working morning', async () => {
      const { equipe1, metier } = world.people
      await world.moveTo(at(monday, 3, 9, 29))
      expect(await timesSaid(equipe1, 'sont attendues')).toBe(0)
      await world.moveTo(at(monday, 3, 9, 31))
      await direct(equipe1, 'Tes notes sur Camille Durand (préqualification) sont attendues')
      await world.moveTo(at(monday, 4, 9, 1))
      await direct(equipe1, 'Tes notes sur Camille Durand manquent encore')
      expect(await timesSaid(metier, 'manquent encore')).toBe(0)
    })

    it('keeps the debrief shut for everyone, and tells the owner after two working days', async () => {
      const { intra } = world.people
      await intra.command(channel, '/recrutement débrief')
      const shut = await sees(intra, channel, '🔒 Débrief fermé')
      expect(shut.text).not.toContain('trois incidents')
      await world.moveTo(at(monday, 4, 14, 31))
      const told = await direct(intra, 'n’a pas déposé ses notes sur Camille Durand')
      expect(told.buttons).toEqual(['Relancer', 'Dispenser'])
      await intra.press(await intra.directChannel(), 'Relancer')
      await direct(world.people.equipe1, 'attend tes notes sur Camille Durand')
    })

    it('opens the debrief once the last notes are filed', async () => {
      const { intra, metier, equipe1 } = world.people
      await equipe1.command(channel, '/recrutement notes')
      const form = await equipe1.form()
      const notes = notesIn(form.fields, '1', 'N’a pas su dire ce qui protège les données')
      expect(await form.submit(notes)).toEqual({ closed: true, errors: {} })
      const thread = await sees(metier, channel, '✅ Débrief ouvert')
      const evidence = await sees(metier, channel, 'N’a pas su dire ce qui protège les données')
      expect(evidence.thread).toBe(thread.post)
      expect(evidence.text).not.toContain('démontré')
      await direct(intra, '✅ Le débrief est ouvert')
      await intra.press(channel, 'Lire avec les niveaux')
      const full = await answered(intra, channel, 'Avis partagés')
      expect(full.text).toContain('3, démontré, preuves fortes')
      expect(full.text).toContain('1, partiel')
    })
  },
)
