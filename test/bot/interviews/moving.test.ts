import { afterAll, describe, expect, it } from 'vitest'
import { readableAnswer, readableForm } from '../support/readable.ts'
import { formOf } from '../support/prequalification.ts'
import { buttonOf } from '../support/mission.ts'
import { planningOffice } from './support/planning.ts'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

/** Camille meets Metier and Equipe1, with Equipe2 listening, on Wednesday at ten. */
async function planned() {
  const office = await planningOffice(cleanups)
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  return { ...office, interview, args: { r: office.recruitment, interview } }
}

describe('`/recrutement déplacer`', () => {
  it('shows what is moved, keeps what is left empty, and says who hears of it', async () => {
    const office = await planned()
    const form = formOf(await office.command('intra', 'reporter', office.channel))
    expect(readableForm(form)).toBe(
      [
        '┌ Déplacer un entretien',
        '│ Camille Durand · Entretien métier · mercredi 4 mars à 10 h',
        '│ Je préviens l’équipe, je redemande à chaque personne si elle peut venir et je recale les rappels.',
        '│ Quand — Le jour et l’heure, comme tu les dirais : « mardi 14 h », « le 3 à 10 h 30 ».',
        '│ Lien ou lieu (facultatif) — Laisse vide pour garder le même.',
        '│ Durée en minutes (facultatif) — Laisse vide pour 60 minutes.',
        '│ Heure tardive (facultatif) — À cocher seulement si l’entretien commence entre 22 h et 7 h.',
        '└ [Déplacer]',
      ].join('\n'),
    )
    expect(readableAnswer(await office.send('intra', form, { when: 'hier 9h' }))).toBe(
      'when : Cette date est passée. Choisis un moment à venir.',
    )
    expect(readableAnswer(await office.send('intra', form, { when: 'le jeudi 5 à 11h' }))).toBe(
      [
        '🗓 Déplacé : Entretien métier avec Camille Durand, jeudi 5 mars à 11 h.',
        'Name of metier, Name of equipe1 et Name of equipe2 reçoivent un message et redisent si l’horaire convient. À toi de prévenir Camille Durand.',
        '[Message de préparation]',
      ].join('\n'),
    )
    for (const person of ['metier', 'equipe1', 'equipe2']) {
      expect(office.told('moved', person)).toBe(
        [
          '🗓 Déplacé : Entretien métier avec Camille Durand, jeudi 5 mars à 11 h. Dis si tu peux venir.',
          'Où : https://visio.exemple.gouv.fr/abc (https://visio.exemple.gouv.fr/abc)',
          '[Je serai là] [Je ne peux pas]',
          '📎 entretien.ics',
        ].join('\n'),
      )
    }
  })

  it('offers the interviews of the person named, and asks which between several', async () => {
    const office = await planned()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'jeudi 9h')
    const several = readableAnswer(await office.command('intra', 'déplacer', office.channel))
    expect(several).toContain(
      '│ Quel entretien {Camille Durand · Entretien métier · mercredi 4 mars à 10 h | Alex Moreau · Préqualification · jeudi 5 mars à 9 h}',
    )
    const one = readableAnswer(await office.command('intra', 'déplacer alex', office.channel))
    expect(one).toContain('│ Alex Moreau · Préqualification · jeudi 5 mars à 9 h')
    expect(await office.filled('intra', 'déplacer zoé', {})).toBe(
      'Aucun entretien à venir avec « zoé ». Pour en prévoir un : /recrutement planifier.',
    )
  })

  it('is refused once the interview has begun, was called off, or the recruitment is not theirs', async () => {
    const office = await planned()
    expect(await office.pressed('metier', 'move', office.args)).toContain('Cela revient à Name of')
    const form = formOf(await office.press('intra', 'move', office.args))
    await office.moveTo('2026-03-04T09:10:00Z')
    const late = readableAnswer(await office.send('intra', form, { when: 'vendredi 9h' }))
    expect(late).toContain('L’entretien a déjà commencé, il ne peut plus changer.')
    expect(await office.pressed('intra', 'move', office.args)).toContain('a déjà commencé')
    expect(await office.filled('intra', 'déplacer', {})).toContain('Aucun entretien à venir.')
  })

  it('is refused when it would overlap, and nothing moves', async () => {
    const office = await planned()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Alex Moreau', 'prequalification', 'jeudi 10h')
    const moved = await office.pressed('intra', 'move', office.args, { when: 'jeudi 10h' })
    expect(moved).toMatch(/^when : Name of metier a déjà un entretien à ce moment-là\./)
    expect(office.told('moved', 'equipe1')).toBe('')
  })

  it('asks again those who had answered; a button of the former hour does not answer for the new one', async () => {
    const office = await planned()
    const former = buttonOf(office.message('invitation', 'metier'), 'Je serai là')
    await office.press('metier', former.action, former.args ?? {})
    expect(office.told('invitation', 'metier')).toContain('Ta réponse : ✅ tu seras là')
    await office.pressed('intra', 'move', office.args, { when: 'jeudi 11h' })
    expect(office.told('invitation', 'metier')).not.toContain('Ta réponse')
    const again = await office.press('metier', former.action, former.args ?? {})
    expect(readableAnswer(again)).toBe(
      '🗓 L’horaire a changé depuis ce message : Entretien métier avec Camille Durand, jeudi 5 mars à 11 h. Tu peux venir ?\n[Je serai là] [Je ne peux pas]',
    )
    expect(office.told('invitation', 'metier')).not.toContain('Ta réponse')
    await office.pressOn('metier', 'moved', 'Je serai là')
    expect(office.told('moved', 'metier')).toContain('[Finalement, je ne peux pas]')
    expect(office.told('invitation', 'metier')).toContain('Ta réponse : ✅ tu seras là')
  })
})

describe('`/recrutement annuler`', () => {
  it('asks first, tells everyone, and offers to plan again', async () => {
    const office = await planned()
    const form = formOf(await office.command('intra', 'annuler camille', office.channel))
    expect(readableForm(form)).toContain(
      'Pour revenir en arrière, il faudra le planifier à nouveau.',
    )
    const done = readableAnswer(await office.send('intra', form, {}))
    expect(done).toBe(
      [
        'Annulé : Entretien métier avec Camille Durand, mercredi 4 mars à 10 h.',
        'Name of metier, Name of equipe1 et Name of equipe2 reçoivent un message. À toi de prévenir Camille Durand.',
        '[Replanifier]',
      ].join('\n'),
    )
    expect(office.told('cancelled', 'equipe2')).toBe(
      'Annulé : Entretien métier avec Camille Durand, mercredi 4 mars à 10 h. Tu n’as rien à faire.\n📎 entretien.ics',
    )
    expect(office.told('invitation', 'metier')).toMatch(/^Annulé : /)
    expect(await office.pressed('intra', 'cancel', office.args)).toContain('n’a plus lieu')
  })

  it('sends nothing more about what was called off', async () => {
    const office = await planned()
    await office.pressed('intra', 'cancel', office.args, {})
    const before = office.chat.posts.length
    await office.moveTo('2026-03-05T09:00:00Z')
    const since = office.chat.posts.slice(before).map(({ entry }) => entry)
    expect(since.filter((entry) => entry.includes(office.interview))).toEqual([])
  })
})
