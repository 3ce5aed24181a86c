import { afterAll, describe, expect, it } from 'vitest'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'
import { plannedInterview, planningOffice } from './support/planning.ts'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

/** Five minutes after its planned end. */
async function ended() {
  const office = await plannedInterview(cleanups)
  await office.moveTo('2026-03-04T10:05:00Z')
  return office
}

describe('« L’entretien n’a pas eu lieu »', () => {
  it('asks what happened, tells everyone concerned, and lets the owner plan again', async () => {
    const office = await ended()
    const form = formOf(await office.pressOn('metier', 'ended', 'L’entretien n’a pas eu lieu'))
    expect(readableForm(form)).toBe(
      [
        '┌ Pas eu lieu ?',
        '│ Je préviens les personnes concernées, j’arrête les rappels, et plus personne ne peut y déposer de notes. C’est définitif.',
        '│ Ce qui s’est passé {La personne n’est pas venue | Nous n’avons pas pu | Autre chose}',
        '└ [Il n’a pas eu lieu]',
      ].join('\n'),
    )
    expect(readableAnswer(await office.send('metier', form, {}))).toBe(
      'why : Choisis ce qui s’est passé.',
    )
    expect(readableAnswer(await office.send('metier', form, { why: 'guest-absent' }))).toBe(
      'C’est noté, les rappels s’arrêtent. Name of intra reçoit un message pour la suite.',
    )
    expect(office.told('not-held', 'intra')).toBe(
      [
        'L’entretien n’a pas eu lieu, selon Name of metier : entretien métier avec Camille Durand. La personne n’est pas venue.',
        'Prends des nouvelles de la personne, puis replanifie ou note son retrait.',
        '[Replanifier] [La candidature]',
      ].join('\n'),
    )
    expect(office.told('not-held', 'equipe1')).toBe(
      [
        'L’entretien n’a pas eu lieu, selon Name of metier : entretien métier avec Camille Durand. La personne n’est pas venue. Tu n’as pas de notes à déposer.',
        'Si ce n’est pas ce qui s’est passé, dis-le à Name of intra.',
      ].join('\n'),
    )
    expect(office.told('not-held', 'metier')).toBe('')
    const again = formOf(await office.pressOn('intra', 'not-held', 'Replanifier'))
    expect(readableForm(again)).toContain('│ Camille Durand · Entretien métier.')
    await office.moveTo('2026-03-06T09:00:00Z')
    expect(office.told('late', 'metier')).toBe('')
  })

  it('said by the owner leads straight to planning again', async () => {
    const office = await ended()
    expect(await office.pressed('intra', 'not-held', office.args, { why: 'team-unable' })).toBe(
      [
        'C’est noté, les rappels s’arrêtent.',
        'Convenez d’un autre moment, puis replanifie.',
        '[Replanifier] [La candidature]',
      ].join('\n'),
    )
    expect(office.told('not-held', 'intra')).toBe('')
    expect(office.told('not-held', 'metier')).toContain('L’équipe n’a pas pu.')
  })

  it('cannot be said before the start, by others, nor once somebody wrote', async () => {
    const early = await plannedInterview(cleanups)
    expect(await early.pressed('metier', 'not-held', early.args)).toContain('L’entretien commence')
    const office = await ended()
    await office.pressed(
      'intra',
      'name-member',
      {},
      {
        person: 'lou',
        role: 'scorer',
        stages: ['references'],
      },
    )
    expect(await office.pressed('lou', 'not-held', office.args)).toContain('Cela revient à')
    await office.file('metier', office.interview, '2')
    expect(await office.pressed('metier', 'not-held', office.args)).toContain(
      'Des notes ont déjà été déposées',
    )
  })

  it('speaks of the referee when it was a reference call', async () => {
    const office = await planningOffice(cleanups)
    const interview = await office.plan('Camille Durand', 'references', 'mercredi 10h')
    await office.moveTo('2026-03-04T09:20:00Z')
    const args = { r: office.recruitment, interview }
    expect(readableAnswer(await office.press('metier', 'not-held', args))).toContain(
      '{Le contact n’a pas répondu | Nous n’avons pas pu | Autre chose}',
    )
    await office.pressed('metier', 'not-held', args, { why: 'guest-absent' })
    expect(office.told('not-held', 'intra')).toContain(
      'Essaie un autre moment, ou un autre contact.',
    )
  })
})
