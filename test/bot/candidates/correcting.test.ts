import { describe, expect, it } from 'vitest'
import { readableAnswer, readableForm } from '../support/readable.ts'
import { formOf, recruiting } from './support/recruiting.ts'

const CAMILLE = { name: 'Camile Durant', email: 'camille@exemple.fr' }

async function correcting(person = 'ines') {
  const office = await recruiting()
  const application = await office.add(CAMILLE)
  const args = { r: office.id, application }
  const answer = await office.press(person, 'correct-candidate', args)
  return { ...office, application, args, answer }
}

describe('correcting a candidate', () => {
  it('starts from what is known, and changes it everywhere from then on', async () => {
    const office = await correcting()
    const form = formOf(office.answer)
    expect(readableForm(form)).toContain('Camile Durant')
    expect(readableForm(form)).toContain('camille@exemple.fr')
    const link = 'https://app.welcomekit.co/card/abc1'
    const done = await office.fill('ines', form, { name: 'Camille Durand', link })
    expect(readableAnswer(done)).toBe('✅ C’est corrigé : Camille Durand.')
    const page = readableAnswer(await office.candidat('ines', 'durand'))
    expect(page).toContain('Camille Durand : ')
    expect(page).toContain(`Dossier : ouvrir (${link})`)
    expect(page).not.toContain('camille@exemple.fr')
    expect(await office.applications()).toMatchObject([{ tracked: true }])
  })

  it('keeps what was wrong only to find it again the day that all is erased', async () => {
    const office = await correcting()
    await office.fill('ines', formOf(office.answer), { name: 'Camille Durand' })
    const { rows } = await office.pool.query<{ body: unknown }>(
      `select body from texts where kind = 'candidate'`,
    )
    expect(rows).toEqual([
      { body: { name: 'Camille Durand', formerly: ['Camile Durant', 'camille@exemple.fr'] } },
    ])
    expect(readableAnswer(await office.candidat('ines', 'durand'))).not.toContain('Durant')
  })

  it('refuses on its field what adding refuses, but not the person as they are', async () => {
    const office = await correcting()
    await office.add({ name: 'Alex Moreau', email: 'alex@exemple.fr' })
    const form = formOf(office.answer)
    const refused = await office.fill('ines', form, {
      name: 'Alex Moreau',
      email: 'alex@exemple.fr',
      link: 'pas-un-lien',
    })
    expect(Object.keys((refused.kind === 'invalid' && refused.fields) || {}).toSorted()).toEqual([
      'email',
      'link',
      'name',
    ])
    expect((await office.fill('ines', form, CAMILLE)).kind).toBe('private')
  })

  it('is for the owner and the deputy', async () => {
    expect((await correcting('sacha')).answer.kind).toBe('form')
    expect(readableAnswer((await correcting('malik')).answer)).toContain('Cela revient à')
  })

  it('takes the nicknames by which people are recognised before the debrief', async () => {
    const office = await correcting()
    const values = { ...CAMILLE, also: 'Cam ; CD, ' }
    await office.fill('ines', formOf(office.answer), values)
    const again = formOf(await office.press('ines', 'correct-candidate', office.args))
    expect(again.fields.find(({ name }) => name === 'also')).toMatchObject({ value: 'Cam, CD' })
    await office.plan(office.application, 'prequalification', '2026-03-03T13:00:00Z')
    await office.moveTo('2026-03-03T13:10:00Z')
    await office.writes('malik', office.channel, 'Cam est top')
    await office.writes('malik', office.channel, 'CD aussi')
    await office.writes('malik', office.channel, 'un cd de musique')
    expect(office.chat.removed).toHaveLength(2)
  })
})
