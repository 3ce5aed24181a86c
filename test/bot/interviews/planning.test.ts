import { afterAll, describe, expect, it } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission, notesFor } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

describe('`/recrutement planifier`', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  async function begun() {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    const office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const plan = async (values: Values, by = 'intra') => {
      const answer = await office.command(by, 'planifier camille', office.channel)
      if (answer.kind !== 'form') return readableAnswer(answer)
      const place = 'https://visio.exemple.gouv.fr/abc'
      return readableAnswer(await office.send(by, answer.form, { place, ...values }))
    }
    const latest = (kind: string, to: string) => {
      const post = office.chat.posts.findLast(
        (one) => one.entry.startsWith(`${kind}/`) && 'person' in one.to && one.to.person === to,
      )
      const message = post?.versions.at(-1)
      return message ? readableMessage(message) : ''
    }
    return { ...office, planned: plan, latest }
  }

  it('asks first whether the candidate knows how they are assessed, once', async () => {
    const office = await begun()
    const when = 'mercredi 14h'
    expect(await office.planned({ stage: 'prequalification', when })).toMatch(
      /^informed : Avant son premier entretien/,
    )
    expect(await office.planned({ stage: 'prequalification', when, informed: true })).toContain(
      '🗓 C’est prévu : Préqualification avec Camille Durand, mercredi 4 mars à 14 h.',
    )
    const again = formOf(await office.command('intra', 'planifier camille', office.channel))
    expect(again.fields.map(({ name }) => name)).not.toContain('informed')
  })

  it('understands days and hours as people type them', async () => {
    const office = await begun()
    const typed = {
      'demain 14h': 'mardi 3 mars à 14 h',
      'dans 3 jours à 10h30': 'jeudi 5 mars à 10 h 30',
      'le 9 mars à 9h': 'lundi 9 mars à 9 h',
    }
    for (const [when, shown] of Object.entries(typed)) {
      await office.planned({ stage: 'references', when, informed: true })
      expect(office.latest('invitation', 'metier').toLowerCase()).toContain(shown)
    }
  })

  const REFUSED = {
    'hier à 14h': 'when : Cette date est passée. Choisis un moment à venir.',
    bientôt: 'when : Je n’ai pas compris cette date. Écris par exemple « mardi 14 h » ou',
    mardi: 'when : Il manque l’heure. Écris par exemple « mardi 14 h ».',
    'mardi 23h': 'night : C’est entre 22 h et 7 h. Si c’est voulu, coche « Heure tardive ».',
    'dimanche 29 mars à 2h30': 'when : Cette heure n’existe pas, sans doute à cause du changement',
    'dans 2 ans à 10h': 'when : C’est dans plus d’un an. Vérifie la date.',
  }
  it('refuses dates that cannot be, on their field, with a sentence each', async () => {
    const office = await begun()
    for (const [when, sentence] of Object.entries(REFUSED)) {
      const answer = await office.planned({ stage: 'prequalification', when, informed: true })
      expect(answer).toContain(sentence)
    }
  })

  it('leaves the next stage to the owner’s decision when a deputy plans', async () => {
    const office = await begun()
    const deputy = formOf(await office.press('intra', 'name-deputy', { r: office.recruitment }))
    await office.send('intra', deputy, { person: 'sacha' })
    const first = { stage: 'prequalification', when: 'mardi 9h', informed: true }
    expect(await office.planned(first, 'sacha')).toContain('C’est prévu')
    const next = { stage: 'interview', when: 'jeudi 9h' }
    expect(await office.planned(next, 'sacha')).toMatch(
      /^stage : Name of intra n’a pas encore décidé/,
    )
  })

  it('shows who leads, and hands the referee and the doubts to whoever takes references', async () => {
    const office = await begun()
    await office.planned({
      stage: 'references',
      when: 'mardi 9h',
      informed: true,
      conductor: 'metier',
      referee: 'Dominique Blanc',
      contact: '06 00 00 00 00',
      doubts: '- Tient-elle dans la durée ?\n\nAime-t-elle transmettre ?',
    })
    const invitation = office.latest('invitation', 'metier')
    expect(invitation).toContain('Qui mène : toi')
    expect(invitation).toContain('Contact de référence : Dominique Blanc, 06 00 00 00 00')
    expect(invitation).toContain('## À faire préciser\n• Tient-elle dans la durée ?')
    await office.moveTo('2026-03-03T09:00:00Z')
    const interview = office.chat.posts
      .find(({ entry }) => entry.startsWith('invitation/'))
      ?.entry.split('/')[1]
    const args = { r: office.recruitment, interview: interview ?? '' }
    const form = formOf(await office.press('metier', 'file-notes', args))
    const said = readableAnswer({ kind: 'form', form })
    expect(said).toContain('│ 1. Tient-elle dans la durée ?')
    await office.send('metier', form, notesFor(form, 'confirms', 'Trois ans au même endroit'))
    const debrief = readableAnswer(await office.press('intra', 'see-debrief', args))
    expect(debrief).toContain('## Tient-elle dans la durée ?\nName of metier · confirme')
  })

  it('holds several reference calls for one candidate', async () => {
    const office = await begun()
    const one = { stage: 'references', when: 'mardi 9h', informed: true, referee: 'A. Blanc' }
    expect(await office.planned(one)).toContain('C’est prévu')
    expect(await office.planned({ ...one, when: 'mardi 10h', referee: 'B. Noir' })).toContain(
      'C’est prévu',
    )
  })
})
