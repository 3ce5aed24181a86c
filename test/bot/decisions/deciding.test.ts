import { afterAll, describe, expect, it } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm, readableMessage } from '../support/readable.ts'

describe('the owner’s decision', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  /** Candidates met by Metier alone, with that level everywhere; notes open the debrief. */
  async function met(level = '3', names: readonly string[] = ['Camille Durand']) {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    const office = await mission(pool)
    for (const name of names) await office.add({ name })
    const interviews: string[] = []
    for (const [i, name] of names.entries()) {
      interviews.push(await office.plan(name, 'prequalification', `mercredi ${9 + i}h`))
    }
    await office.moveTo('2026-03-04T16:00:00Z')
    for (const interview of interviews) await office.file('metier', interview, level)
    const applications = await Promise.all(names.map((name) => office.applicationOf(name)))
    const decide = async (choice: string, values: Values = {}, which = 0) => {
      const args = { r: office.recruitment, application: applications[which] ?? '' }
      const answer = await office.press('intra', `decide-${choice}`, args)
      if (answer.kind !== 'form') return readableAnswer(answer)
      return readableAnswer(await office.send('intra', answer.form, values))
    }
    return { ...office, decide, applications, interview: interviews[0] ?? '' }
  }

  it('is asked with its four answers, and its debrief at hand', async () => {
    const office = await met()
    const asked = readableAnswer(await office.command('intra', 'décision', office.channel))
    expect(asked).toContain('À toi de décider pour Camille Durand, après : préqualification.')
    expect(asked).toContain(
      '[Poursuivre] [Un entretien de plus] [Arrêter] [Retenir] [Relire le débrief]',
    )
  })

  it('belongs to the owner alone: a deputy is told who decides', async () => {
    const office = await met()
    const form = formOf(await office.press('intra', 'name-deputy', { r: office.recruitment }))
    await office.send('intra', form, { person: 'equipe1' })
    const asked = readableAnswer(await office.command('equipe1', 'décision', office.channel))
    expect(asked).toBe('Cette décision revient à Name of intra. Demande-lui.')
  })

  it('to go on is told in the thread of the debrief, with its reason', async () => {
    const office = await met()
    const said = await office.decide('advance', { stage: 'interview', reason: 'Très concret' })
    expect(said).toContain('Camille Durand passe à l’étape « Entretien métier »')
    expect(said).toContain('[Planifier]')
    const told = office.chat.posts.find(({ entry }) => entry.startsWith('decided/'))
    const message = told?.versions.at(-1)
    expect(message && readableMessage(message)).toBe(
      'Name of intra a décidé pour Camille Durand : la suite, avec l’étape « Entretien métier ».\n> Très concret',
    )
    expect(told?.to).toHaveProperty('thread')
  })

  it('waits for the debrief of what has been held', async () => {
    const office = await met()
    await office.plan('Camille Durand', 'interview', 'jeudi 10h')
    await office.moveTo('2026-03-05T10:30:00Z')
    expect(await office.decide('stop')).toContain('Le débrief est encore fermé')
  })

  it('to stop calls off what was planned, and can be taken back', async () => {
    const office = await met()
    await office.plan('Camille Durand', 'interview', 'lundi 10h')
    expect(await office.decide('stop')).toContain('[Répondre] [Revenir en arrière]')
    const cancelled = office.chat.posts.filter(({ entry }) => entry.startsWith('cancelled/'))
    expect(cancelled).toHaveLength(3)
    const status = readableAnswer(await office.command('intra', 'statut', office.channel))
    expect(status).toContain('1 candidature arrêtée, dont 1 sans réponse')
  })

  it('to choose is refused while a mandatory criterion is not validated, or not assessed', async () => {
    const weak = await met('1')
    expect(await weak.decide('choose')).toContain('ne peut pas être retenue : « ')
    const early = await met('3')
    expect(await early.decide('choose')).toContain('Personne n’a encore vérifié')
  })

  it('to choose without references is made with a warning', async () => {
    const office = await met()
    const args = { r: office.recruitment, application: office.applications[0] ?? '' }
    const form = formOf(await office.press('intra', 'decide-choose', args))
    expect(readableForm(form)).toContain(
      'Aucune référence n’a été prise : un appel de 15 minutes évite bien des surprises.',
    )
  })

  it('asks for a reason when a fourth candidate reaches collaboration', async () => {
    const names = ['Camille Durand', 'Alex Moreau', 'Sam Petit', 'Lou Martin']
    const office = await met('3', names)
    for (const which of [0, 1, 2]) {
      expect(await office.decide('advance', { stage: 'collaboration' }, which)).toContain('✅')
    }
    const refused = await office.decide('advance', { stage: 'collaboration' }, 3)
    expect(refused).toBe(
      'reason : Déjà 3 personnes sont au cadre de collaboration, le maximum habituel. Pour une de plus, indique la raison.',
    )
    const reason = 'Profil très différent'
    expect(await office.decide('advance', { stage: 'collaboration', reason }, 3)).toContain('✅')
  })

  it('about single-scorer meetings is called to mind in one message each half-day', async () => {
    const office = await met('2', ['Camille Durand', 'Alex Moreau', 'Sam Petit'])
    const before = office.chat.posts.length
    await office.moveTo('2026-03-05T08:01:00Z')
    const said = office.chat.posts
      .slice(before)
      .filter(({ to }) => 'person' in to && to.person === 'intra')
    expect(said).toHaveLength(1)
    const message = said[0]?.versions.at(-1)
    const shown = message ? readableMessage(message) : ''
    for (const name of ['Camille Durand', 'Alex Moreau', 'Sam Petit']) {
      expect(shown).toContain(name)
    }
  })
})
