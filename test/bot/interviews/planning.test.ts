import { afterAll, describe, expect, it } from 'vitest'
import { buttonOf, notesFor, privately } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'
import { PLACE, planningOffice } from './support/planning.ts'

describe('`/recrutement planifier`', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })
  const begun = () => planningOffice(cleanups)
  const slot = { when: 'mercredi 14h', place: PLACE, informed: true }

  it('goes straight to the only candidate and their next stage, with the fields that matter there', async () => {
    const office = await begun()
    const form = formOf(await office.command('intra', 'planifier', office.channel))
    expect(readableForm(form)).toBe(
      [
        '┌ Planifier un entretien',
        '│ Camille Durand · Préqualification. Name of metier reçoit l’invitation.',
        '│ Autre étape : /recrutement planifier Camille Durand entretien.',
        '│ Quand — Le jour et l’heure, comme tu les dirais : « mardi 14 h », « le 3 à 10 h 30 ».',
        '│ Lien ou lieu',
        '│ Durée en minutes (facultatif) — Laisse vide pour 30 minutes.',
        '│ Personne prévenue (facultatif) — Elle sait comment elle est évaluée et ce que deviennent ses données. Message prêt : /recrutement candidat Camille Durand',
        '│ Heure tardive (facultatif) — À cocher seulement si l’entretien commence entre 22 h et 7 h.',
        '└ [Planifier]',
      ].join('\n'),
    )
  })

  it('asks with whom between several, those who wait first, each with their next stage', async () => {
    const office = await begun()
    await office.add({ name: 'Alex Moreau' })
    await office.plan('Camille Durand', 'prequalification', 'mercredi 14h')
    await office.add({ name: 'Lou Garnier' })
    const asked = privately(await office.command('intra', 'planifier', office.channel))
    expect(readableAnswer({ kind: 'private', message: asked })).toBe(
      '🗓 Un entretien avec qui ?\n[Alex Moreau · préqualification] [Lou Garnier · préqualification] [Autre personne ou étape]',
    )
    const { action, args = {} } = buttonOf(asked, 'Lou Garnier · préqualification')
    const form = formOf(await office.press('intra', action, args))
    expect(readableForm(form)).toContain('│ Lou Garnier · Préqualification.')
  })

  it('offers every active candidate and every stage held, for whatever is not next', async () => {
    const office = await begun()
    await office.add({ name: 'Alex Moreau' })
    const asked = privately(await office.command('intra', 'planifier', office.channel))
    const { action, args = {} } = buttonOf(asked, 'Autre personne ou étape')
    const form = formOf(await office.press('intra', action, args))
    expect(readableForm(form)).toBe(
      [
        '┌ Planifier un entretien',
        '│ Avec qui {Camille Durand | Alex Moreau}',
        '│ Étape {L’étape suivante | Préqualification | Entretien métier | Mise en situation | Cadre de collaboration | Prise de références} = next',
        '└ [Continuer]',
      ].join('\n'),
    )
    const application = await office.applicationOf('Alex Moreau')
    const chosen = await office.send('intra', form, { application, stage: 'case-study' })
    expect(readableAnswer(chosen)).toBe('Alex Moreau : mise en situation.\n[Choisir la date]')
    const next = buttonOf(privately(chosen), 'Choisir la date')
    expect(
      readableForm(formOf(await office.press('intra', next.action, next.args ?? {}))),
    ).toContain(
      '│ Alex Moreau · Mise en situation. Name of metier et Name of equipe1 reçoivent l’invitation.',
    )
  })

  it('takes a name, and a stage after it', async () => {
    const office = await begun()
    await office.add({ name: 'Alex Moreau' })
    const opens = async (typed: string) =>
      readableAnswer(await office.command('intra', `planifier ${typed}`, office.channel))
    expect(await opens('moreau')).toContain('│ Alex Moreau · Préqualification.')
    expect(await opens('camille mise en situation')).toContain(
      '│ Camille Durand · Mise en situation',
    )
    expect(await opens('Camille Durand références')).toContain('│ Camille Durand · Prise de réf')
    expect(await opens('alix moreau')).toBe(
      'Je ne trouve pas « alix moreau ». Tu voulais dire :\n[Alex Moreau · préqualification]',
    )
    expect(await opens('Zoé')).toContain('Je ne trouve pas cette candidature')
    await office.add({ name: 'Camille Petit' })
    expect(await opens('camille')).toBe(
      'Plusieurs personnes portent ce nom. Laquelle ?\n[Camille Durand · préqualification] [Camille Petit · préqualification]',
    )
  })

  it('is for candidates in the running: the others are told apart', async () => {
    const office = await begun()
    const application = await office.applicationOf('Camille Durand')
    await office.pressed('intra', 'withdraw-candidate', { application }, {})
    expect(await office.filled('intra', 'planifier camille', {})).toContain(
      'Cette candidature n’est plus en cours.',
    )
    expect(await office.filled('intra', 'planifier', {})).toContain(
      'Aucune candidature n’est en cours.',
    )
  })

  it('names the first two stages « Premier entretien » when they are merged, and asks who leads', async () => {
    const office = await begun()
    await office.pressed('intra', 'change-settings', {}, { merged: true })
    const form = readableAnswer(await office.command('intra', 'planifier', office.channel))
    expect(form).toContain('│ Camille Durand · Premier entretien.')
    expect(form).toContain('│ Qui mène l’entretien (facultatif) {Name of equipe2 | Name of metier')
    const choice = readableAnswer(
      await office.press('intra', 'choose-interview', { r: office.recruitment }),
    )
    expect(choice).toContain('{L’étape suivante | Premier entretien | Mise en situation |')
    const said = await office.filled('intra', 'planifier', { ...slot, conductor: 'equipe1' })
    expect(said).toContain('🗓 C’est prévu : Premier entretien avec Camille Durand')
    expect(office.told('invitation', 'equipe1')).toContain('tu mènes l’entretien et tu évalues')
    expect(office.told('invitation', 'metier')).toContain('Name of equipe1 mène l’entretien')
  })

  it('asks once whether the candidate knows how they are assessed, and offers the message', async () => {
    const office = await begun()
    expect(await office.filled('intra', 'planifier', { ...slot, informed: false })).toMatch(
      /^informed : Avant son premier entretien/,
    )
    const done = await office.filled('intra', 'planifier', slot)
    expect(done).toBe(
      [
        '🗓 C’est prévu : Préqualification avec Camille Durand, mercredi 4 mars à 14 h.',
        'L’invitation part à Name of metier. La fiche suit la veille, ou tout de suite si c’est plus proche. À toi d’inviter Camille Durand. Pour changer : /recrutement déplacer.',
        '[Message de préparation] [Message d’information] [Changer les personnes]',
      ].join('\n'),
    )
    const again = formOf(
      await office.command('intra', 'planifier camille entretien', office.channel),
    )
    expect(again.fields.map(({ name }) => name)).not.toContain('informed')
  })

  it('says before the form opens what would be refused whatever is typed', async () => {
    const office = await begun()
    await office.filled('intra', 'planifier', slot)
    expect(await office.filled('intra', 'planifier camille préqualification', slot)).toMatch(
      /^Cette étape est déjà prévue mercredi 4 mars à 14 h pour cette personne\./,
    )
    expect(await office.filled('metier', 'planifier', slot)).toContain(
      'Cela revient à Name of intra',
    )
  })

  it('leaves the next stage to the owner’s decision when a deputy plans', async () => {
    const office = await begun()
    await office.pressed('intra', 'name-deputy', {}, { person: 'sacha' })
    expect(await office.filled('sacha', 'planifier', slot)).toContain('C’est prévu')
    expect(await office.filled('sacha', 'planifier camille entretien', slot)).toMatch(
      /^Name of intra n’a pas encore décidé/,
    )
  })

  it('keeps the usual length of the stage, 15 minutes for references, unless told', async () => {
    const office = await begun()
    await office.filled('intra', 'planifier camille références', slot)
    expect(office.told('invitation', 'metier')).toContain(
      'Prise de références · Camille Durand · 15 min',
    )
    await office.filled('intra', 'planifier camille situation', {
      ...slot,
      when: 'jeudi 14h',
      minutes: '45',
    })
    expect(office.told('invitation', 'metier')).toContain(
      'Mise en situation · Camille Durand · 45 min',
    )
  })

  it('invites to collaboration on site when possible, and asks why for a fourth candidate', async () => {
    const office = await begun()
    for (const [i, name] of ['Alex Moreau', 'Lou Garnier', 'Sam Roy'].entries()) {
      await office.add({ name })
      await office.plan(name, 'collaboration', `mercredi ${9 + 2 * i}h`)
    }
    const form = formOf(await office.command('intra', 'planifier camille cadre', office.channel))
    expect(readableForm(form)).toContain('│ Lieu ou lien — Sur place si possible')
    expect(readableForm(form)).toContain('│ Pourquoi une de plus — Trois personnes sont déjà')
    const late = { ...slot, when: 'jeudi 9h' }
    expect(readableAnswer(await office.send('intra', form, late))).toMatch(/indique la raison/)
    const reason = { ...late, reason: 'Deux profils se valent' }
    expect(readableAnswer(await office.send('intra', form, reason))).toContain('C’est prévu')
  })

  it('hands the referee and the doubts to whoever takes references, several calls if need be', async () => {
    const office = await begun()
    const call = {
      ...slot,
      when: 'mardi 9h',
      referee: 'Dominique Blanc',
      contact: '06 00 00 00 00',
      doubts: '- Tient-elle dans la durée ?\n\n2. Aime-t-elle transmettre ?',
    }
    const done = await office.filled('intra', 'planifier camille références', call)
    expect(done).toContain('À toi de convenir de l’heure avec Dominique Blanc.')
    expect(done).not.toContain('préparation')
    const invitation = office.told('invitation', 'metier')
    expect(invitation).toContain('Contact de référence : Dominique Blanc, 06 00 00 00 00')
    expect(invitation).toContain(
      '## À faire préciser\n• Tient-elle dans la durée ?\n• Aime-t-elle transmettre ?',
    )
    await office.moveTo('2026-03-03T08:10:00Z')
    const args = {
      r: office.recruitment,
      interview: invitedTo(office.message('invitation', 'metier')),
    }
    const form = formOf(await office.press('metier', 'file-notes', args))
    expect(readableForm(form)).toContain('│ 1. Tient-elle dans la durée ?')
    await office.moveTo('2026-03-03T09:00:00Z')
    await office.send('metier', form, notesFor(form, 'confirms', 'Trois ans au même endroit'))
    const debrief = readableAnswer(await office.press('intra', 'see-debrief', args))
    expect(debrief).toContain('## Tient-elle dans la durée ?\nName of metier · confirme')
    const another = { ...call, when: 'mercredi 9h', referee: 'Noor Haddad' }
    expect(await office.filled('intra', 'planifier camille références', another)).toContain(
      'Noor Haddad',
    )
  })
})

function invitedTo({ blocks = [] }: ReturnType<typeof privately>): string {
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  return buttons[0]?.args?.['interview'] ?? ''
}
