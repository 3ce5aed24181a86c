import { afterAll, describe, expect, it } from 'vitest'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'
import { planningOffice } from './support/planning.ts'

describe('the people of a planned interview', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  /** Metier and Equipe1 score, Equipe2 observes, on Wednesday at ten; `conductor` leads. */
  async function planned(conductor?: string) {
    const office = await planningOffice(cleanups)
    const values = conductor === undefined ? {} : { conductor }
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h', values)
    return { ...office, interview, args: { r: office.recruitment, interview } }
  }

  it('are shown to whoever leads, with what can be changed', async () => {
    const office = await planned('metier')
    expect(await office.pressed('intra', 'staff-interview', office.args)).toBe(
      [
        'Entretien métier avec Camille Durand, mercredi 4 mars à 10 h.',
        '• metier évalue, mène l’entretien',
        '• equipe1 évalue',
        '• equipe2 assiste, sans évaluer',
        '[Remplacer quelqu’un] [Ajouter quelqu’un] [Changer un rôle]',
        '[Déplacer] [Annuler l’entretien]',
      ].join('\n'),
    )
    expect(await office.pressed('equipe1', 'staff-interview', office.args)).toContain(
      'Cela revient à Name of intra',
    )
  })

  it('change from the message that says that someone cannot come', async () => {
    const office = await planned()
    await office.pressOn('equipe1', 'invitation', 'Je ne peux pas')
    expect(office.told('declined', 'intra')).toBe(
      [
        'Name of equipe1 ne peut pas venir : Entretien métier avec Camille Durand, mercredi 4 mars à 10 h.',
        'Trouve quelqu’un d’autre, ou un autre moment.',
        '[Remplacer] [Déplacer] [Annuler]',
      ].join('\n'),
    )
    const form = formOf(await office.pressOn('intra', 'declined', 'Remplacer'))
    expect(readableForm(form)).toContain('│ Qui laisse sa place')
    expect(readableForm(form)).toContain('= equipe1')
    expect(readableAnswer(await office.send('intra', form, { person: 'nouvelle' }))).toBe(
      'C’est fait : Name of nouvelle remplace Name of equipe1. Les deux reçoivent un message.',
    )
    expect(office.told('invitation', 'nouvelle')).toContain('Ton rôle : tu évalues.')
    expect(office.told('uninvited', 'equipe1')).toBe(
      'Tu n’as plus à venir : Entretien métier avec Camille Durand, mercredi 4 mars à 10 h.\n📎 entretien.ics',
    )
    // Everyone else reads who comes now.
    expect(office.told('invitation', 'metier')).toContain(
      'Avec : Name of equipe2 (assiste), Name of nouvelle (évalue)',
    )
  })

  it('get the brief at once when they come after it was due', async () => {
    const office = await planned()
    await office.moveTo('2026-03-03T12:00:00Z')
    await office.pressed(
      'intra',
      'replace-participant',
      { ...office.args, person: 'equipe1' },
      {
        person: 'nouvelle',
      },
    )
    expect(office.told('invitation', 'nouvelle')).toContain('Ta fiche est en dessous.')
    expect(office.told('invitation', 'nouvelle')).toContain('## L’objectif')
  })

  it('hear everything again when they come back', async () => {
    const office = await planned()
    const change = (role: string) =>
      office.pressed('intra', 'change-participant', office.args, { who: 'equipe2', role })
    expect(await change('gone')).toBe(
      'C’est fait : Name of equipe2 ne participe plus. Un message l’en prévient.',
    )
    expect(
      await office.pressed('intra', 'add-participant', office.args, {
        person: 'equipe2',
        role: 'scorer',
      }),
    ).toBe('C’est fait : Name of equipe2 évalue. L’invitation est partie.')
    expect(office.allTold('invitation', 'equipe2')).toHaveLength(2)
    expect(office.told('invitation', 'equipe2')).toContain('Ton rôle : tu évalues.')
  })

  it('read in their invitation that their role changed', async () => {
    const office = await planned()
    const promoted = { who: 'equipe2', role: 'scorer' }
    expect(await office.pressed('intra', 'change-participant', office.args, promoted)).toBe(
      'C’est fait : Name of equipe2 évalue. Son invitation est à jour.',
    )
    expect(office.told('invitation', 'equipe2')).toContain('Ton rôle : tu évalues.')
    const demoted = { who: 'metier', role: 'observer' }
    await office.pressed('intra', 'change-participant', office.args, demoted)
    expect(office.told('invitation', 'metier')).toContain('Ton rôle : tu assistes, sans évaluer.')
  })

  it('agree on who leads when whoever led is gone', async () => {
    const office = await planned('metier')
    const gone = { leaving: 'metier', person: 'nouvelle' }
    expect(await office.pressed('intra', 'replace-participant', office.args, gone)).toContain(
      'Cette personne menait l’entretien : dites-vous qui le mène maintenant.',
    )
    expect(office.told('invitation', 'equipe1')).not.toContain('mène')
  })

  it('are never the candidate, whose account is recognised by its address', async () => {
    const office = await planned()
    await office.add({ name: 'Alex Moreau', email: 'alex@exemple.fr' })
    const { person } = office.chat
    office.chat.person = async (id) => ({ ...(await person(id)), email: `${id}@exemple.fr` })
    const added = { person: 'alex', role: 'observer' }
    expect(await office.pressed('intra', 'add-participant', office.args, added)).toBe(
      'person : Cette personne est candidate ici. Choisis quelqu’un d’autre.',
    )
  })

  it('never become nobody to score', async () => {
    const office = await planned()
    const change = (values: Record<string, string>) =>
      office.pressed('intra', 'change-participant', office.args, values)
    await change({ who: 'metier', role: 'gone' })
    expect(await change({ who: 'equipe1', role: 'observer' })).toMatch(
      /^role : Cette personne est seule à évaluer/,
    )
  })

  it('are not taken twice: the field of the person says so, not with what', async () => {
    const office = await planned()
    await office.add({ name: 'Alex Moreau' })
    const other = await office.plan('Alex Moreau', 'prequalification', 'mercredi 11h')
    const added = { r: office.recruitment, interview: other }
    expect(
      await office.pressed('intra', 'add-participant', added, { person: 'lou', role: 'scorer' }),
    ).toContain('C’est fait')
    await office.pressed('intra', 'move', added, { when: 'mercredi 10h30' })
    const clash =
      'Name of lou a déjà un entretien à ce moment-là. Choisis un autre horaire, ou quelqu’un d’autre.'
    await office.pressed('intra', 'change-participant', added, { who: 'metier', role: 'gone' })
    await office.pressed('intra', 'move', added, { when: 'mercredi 10h30' })
    expect(
      await office.pressed('intra', 'add-participant', office.args, {
        person: 'lou',
        role: 'scorer',
      }),
    ).toBe(`person : ${clash}`)
    expect(
      await office.pressed('intra', 'replace-participant', office.args, {
        leaving: 'equipe1',
        person: 'lou',
      }),
    ).toBe(`person : ${clash}`)
    await office.pressed('intra', 'add-participant', office.args, {
      person: 'lou',
      role: 'observer',
    })
    expect(
      await office.pressed('intra', 'change-participant', office.args, {
        who: 'lou',
        role: 'scorer',
      }),
    ).toBe(`who : ${clash}`)
  })

  it('once it has begun, only an observer who attended becomes a scorer', async () => {
    const office = await planned()
    await office.moveTo('2026-03-04T09:30:00Z')
    expect(await office.pressed('intra', 'staff-interview', office.args)).toContain(
      'L’entretien a commencé : seule une personne qui y assistait peut maintenant évaluer. Ne plus attendre les notes de quelqu’un vaut dispense : la raison s’affichera dans le débrief.\n[Remplacer quelqu’un] [Changer un rôle]',
    )
    const late = { person: 'nouvelle', role: 'scorer' }
    expect(await office.pressed('intra', 'add-participant', office.args, late)).toBe(
      'person : L’entretien a commencé : seule une personne qui y assistait peut maintenant l’évaluer.',
    )
    const promoted = { who: 'equipe2', role: 'scorer' }
    expect(await office.pressed('intra', 'change-participant', office.args, promoted)).toBe(
      'C’est fait : Name of equipe2 évalue.',
    )
    await office.moveTo('2026-03-04T10:10:00Z')
    expect(office.told('ended', 'equipe2')).toContain('Déposer mes notes')
  })

  it('once it has ended, letting a scorer go is a waiver: the owner gives a reason', async () => {
    const office = await planned()
    await office.pressed('intra', 'name-deputy', {}, { person: 'sacha' })
    await office.moveTo('2026-03-04T11:00:00Z')
    const gone = { who: 'equipe1', role: 'gone' }
    const change = (by: string, values: Record<string, string>) =>
      office.pressed(by, 'change-participant', office.args, values)
    expect(await change('intra', gone)).toMatch(/^reason : .*indique la raison/)
    expect(await change('sacha', { ...gone, reason: 'En congé' })).toContain(
      'Cette décision revient à Name of intra',
    )
    expect(await change('intra', { ...gone, reason: 'En congé' })).toBe(
      'C’est fait : les notes de Name of equipe1 ne sont plus attendues. Le débrief dira pourquoi.',
    )
    const gate = readableAnswer(await office.command('intra', 'débrief', office.channel))
    expect(gate).toContain('Avec dispense : Name of equipe1')
    expect(await change('intra', { who: 'metier', role: 'gone', reason: 'En congé' })).toMatch(
      /^role : Il faut les notes d’au moins une personne/,
    )
  })

  it('take over once it has ended, with a reason, if they attended', async () => {
    const office = await planned()
    await office.moveTo('2026-03-04T11:00:00Z')
    const values = { leaving: 'equipe1', person: 'equipe2' }
    const replace = (more: Record<string, string>) =>
      office.pressed('intra', 'replace-participant', office.args, { ...values, ...more })
    expect(await replace({})).toMatch(/^reason : /)
    expect(await replace({ reason: 'En congé' })).toBe(
      'C’est fait : Name of equipe2 remplace Name of equipe1. Les notes de Name of equipe1 ne sont plus attendues : le débrief dira pourquoi.',
    )
    expect(office.told('ended', 'equipe2')).toContain('Déposer mes notes')
  })
})
