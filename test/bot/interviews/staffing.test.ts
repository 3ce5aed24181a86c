import { afterAll, describe, expect, it } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { buttonOf, mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

describe('the people of a planned interview', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  /** Metier and Equipe1 score, Equipe2 observes, on Wednesday at ten. */
  async function planned() {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    const office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    const args = { r: office.recruitment, interview }
    const told = (kind: string, to: string) => {
      const posts = office.chat.posts.filter(
        (post) => post.entry.startsWith(`${kind}/`) && 'person' in post.to && post.to.person === to,
      )
      const last = posts.at(-1)?.versions.at(-1)
      return last && readableMessage(last)
    }
    const change = async (action: string, values: Values, by = 'intra') => {
      const answer = await office.press(by, action, args)
      if (answer.kind !== 'form') return readableAnswer(answer)
      return readableAnswer(await office.send(by, answer.form, values))
    }
    return { ...office, interview, args, told, change }
  }

  it('change from the message that says that someone cannot come', async () => {
    const office = await planned()
    await office.press('equipe1', 'not-coming', office.args)
    const declined = office.chat.posts.find(({ entry }) => entry.startsWith('declined/'))
    const message = declined?.versions.at(-1)
    if (!message) throw new Error('the owner was not told')
    expect(readableMessage(message)).toContain('[Remplacer] [Déplacer] [Annuler]')
    const { action, args = {} } = buttonOf(message, 'Remplacer')
    const form = formOf(await office.press('intra', action, args))
    await office.send('intra', form, { person: 'nouvelle' })
    expect(office.told('invitation', 'nouvelle')).toContain('tu évalues')
    expect(office.told('uninvited', 'equipe1')).toContain('Tu n’as plus à venir : Entretien métier')
    expect(office.told('uninvited', 'equipe1')).toContain('📎 entretien.ics')
  })

  it('never become nobody to score', async () => {
    const office = await planned()
    await office.change('change-participant', { leaving: 'metier', role: 'gone' })
    const refused = await office.change('change-participant', {
      leaving: 'equipe1',
      role: 'observer',
    })
    expect(refused).toContain('Cette personne est seule à évaluer')
  })

  it('once it has begun, only an observer who attended becomes a scorer', async () => {
    const office = await planned()
    await office.moveTo('2026-03-04T09:30:00Z')
    expect(await office.change('add-participant', { person: 'nouvelle', role: 'scorer' })).toBe(
      'person : L’entretien a commencé : seule une personne qui y assistait peut maintenant l’évaluer.',
    )
    expect(await office.change('change-participant', { leaving: 'equipe2', role: 'scorer' })).toBe(
      'C’est fait : Name of equipe2 évalue.',
    )
    await office.moveTo('2026-03-04T10:10:00Z')
    expect(office.told('ended', 'equipe2')).toContain('Déposer mes notes')
  })

  it('once it has begun, letting a scorer go is a waiver: it needs a reason', async () => {
    const office = await planned()
    await office.moveTo('2026-03-04T11:00:00Z')
    const gone = { leaving: 'equipe1', role: 'gone' }
    expect(await office.change('change-participant', gone)).toContain('indique la raison')
    expect(await office.change('change-participant', { ...gone, reason: 'En congé' })).toContain(
      'ne participe plus',
    )
    const gate = readableAnswer(await office.command('intra', 'débrief', office.channel))
    expect(gate).toContain('Avec dispense : Name of equipe1')
  })

  it('are the business of the owner and the deputy', async () => {
    const office = await planned()
    expect(await office.change('replace-participant', {}, 'metier')).toContain(
      'Cela revient à Name of intra',
    )
  })

  it('are not taken twice: someone met elsewhere at that time is refused, without saying where', async () => {
    const office = await planned()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'jeudi 10h')
    const moved = formOf(await office.press('intra', 'move', office.args))
    const refused = await office.send('intra', moved, { when: 'jeudi 10h' })
    expect(readableAnswer(refused)).toBe(
      'when : Name of metier a déjà un entretien à ce moment-là. Choisis un autre horaire.',
    )
  })
})
