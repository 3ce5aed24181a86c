import { describe, expect, it } from 'vitest'
import { readableAnswer, readableMessage } from '../support/readable.ts'
import { formOf, labelsOf, recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

/** Awa and Bo are stopped, on their file and after an interview; Cleo is chosen; others await nothing. */
async function decided() {
  const recruitment = await recruiting()
  const { add, plan, debriefed, happens, moveTo } = recruitment
  const awa = await add({ name: 'Awa Diop', email: 'awa@exemple.fr' })
  const bo = await add({ name: 'Bo Chen' })
  const cleo = await add({ name: 'Cleo Fay' })
  const dina = await add({ name: 'Dina Roux' })
  const eli = await add({ name: 'Eli Sand' })
  const interview = await plan(bo, 'interview', '2026-03-02T13:00:00Z')
  await moveTo('2026-03-02T14:00:00Z')
  await debriefed(interview)
  await happens(
    'ines',
    { type: 'ApplicationStopped', application: awa },
    { type: 'ApplicationStopped', application: bo },
    { type: 'CandidateChosen', application: cleo },
    { type: 'CandidateWithdrew', application: dina },
  )
  return { ...recruitment, awa, bo, cleo, dina, eli }
}

async function whom({ candidat, click }: Recruiting, person = 'ines') {
  return formOf(await click(person, await candidat(person), 'Répondre aux personnes non retenues'))
}

describe('answers', () => {
  it('are for those stopped, ticked beforehand, and the one chosen; not for those who withdrew', async () => {
    const recruitment = await decided()
    const [people] = (await whom(recruitment)).fields
    expect(people).toMatchObject({
      kind: 'several',
      options: [
        { label: 'Awa Diop, sur dossier' },
        { label: 'Bo Chen, après des entretiens' },
        { label: 'Cleo Fay, personne retenue' },
      ],
      values: [recruitment.awa, recruitment.bo],
    })
  })

  it('come one by one, each recorded once it was sent', async () => {
    const recruitment = await decided()
    const { fill, click, awa, bo } = recruitment
    const first = await fill('ines', await whom(recruitment), { people: [awa, bo] })
    expect(readableAnswer(first)).toContain('Réponse à Awa Diop (sur dossier) : complète')
    expect(readableAnswer(first)).toContain('Adresse : awa@exemple.fr')
    expect(labelsOf(first)).toEqual(['C’est envoyé', 'Passer (encore 1)', 'Tout en un seul texte'])
    const second = await click('ines', first, 'C’est envoyé')
    expect(readableAnswer(second)).toContain(
      '✅ C’est noté. Réponse à Bo Chen (après des entretiens)',
    )
    expect(labelsOf(second)).toEqual(['C’est envoyé'])
    const state = await recruitment.state()
    expect(state.applications[awa]?.answeredAt).toBeDefined()
    expect(state.applications[bo]?.answeredAt).toBeUndefined()
    const last = await click('ines', second, 'C’est envoyé')
    expect(readableAnswer(last)).toContain('✅ C’est noté. 1 personne attend encore ta réponse.')
  })

  it('can be passed over, and stay due', async () => {
    const recruitment = await decided()
    const { fill, click, awa, bo } = recruitment
    const first = await fill('ines', await whom(recruitment), { people: [awa, bo] })
    const second = await click('ines', first, 'Passer (encore 1)')
    expect(readableAnswer(second)).toMatch(/^Réponse à Bo Chen/)
    await click('ines', second, 'C’est envoyé')
    expect((await recruitment.state()).applications[awa]?.answeredAt).toBeUndefined()
  })

  it('come as one text with names, recorded together', async () => {
    const recruitment = await decided()
    const { fill, click, awa, bo, cleo } = recruitment
    const first = await fill('ines', await whom(recruitment), { people: [awa, bo, cleo] })
    const all = await click('ines', first, 'Tout en un seul texte')
    const said = readableAnswer(all)
    for (const name of ['Awa Diop', 'Bo Chen', 'Cleo Fay']) expect(said).toContain(`> ${name}\n`)
    expect(labelsOf(await click('ines', all, 'Un par un'))).toEqual(labelsOf(first))
    const done = await click('ines', all, 'C’est envoyé à ces 3 personnes')
    expect(readableAnswer(done)).toBe('✅ C’est noté. Tout le monde a sa réponse.')
    expect(readableAnswer(await recruitment.press('ines', 'answer-candidates', { r: 'r' }))).toBe(
      'Tout le monde a sa réponse.',
    )
  })

  it('pressed twice are recorded once', async () => {
    const recruitment = await decided()
    const { fill, click, moveTo, awa, bo } = recruitment
    const first = await fill('ines', await whom(recruitment), { people: [awa, bo] })
    await click('ines', first, 'C’est envoyé')
    const at = (await recruitment.state()).applications[awa]?.answeredAt
    await moveTo('2026-03-02T15:00:00Z')
    expect(readableAnswer(await click('sacha', first, 'C’est envoyé'))).toContain('Bo Chen')
    expect((await recruitment.state()).applications[awa]?.answeredAt).toEqual(at)
  })

  it('never hold what was noted, and say what is left to complete', async () => {
    const recruitment = await decided()
    const { fill, awa, bo } = recruitment
    const letter = readableAnswer(
      await fill('ines', await whom(recruitment), { people: [bo, awa] }),
    )
    expect(letter).toContain('complète ce qui est entre crochets')
    expect(letter.match(/\[À compléter : [^\]]+\]/g)).toHaveLength(1)
    expect(letter).not.toMatch(/livrer|démontré|validé|partiel/)
  })

  it('go to one person from their page, and can be read again afterwards', async () => {
    const recruitment = await decided()
    const { candidat, click } = recruitment
    const letter = await click('ines', await candidat('ines', 'cleo'), 'Répondre')
    expect(readableAnswer(letter)).toMatch(/^Réponse à Cleo Fay \(personne retenue\)/)
    await click('ines', letter, 'C’est envoyé')
    const again = await click('ines', await candidat('ines', 'cleo'), 'Revoir la réponse')
    expect(readableAnswer(again)).toMatch(/^Réponse à Cleo Fay/)
    expect(labelsOf(again)).toEqual([])
  })

  it('wait for a decision, and are not owed to whoever withdrew', async () => {
    const { press, id, dina, eli } = await decided()
    const running = await press('ines', 'answer-candidates', { r: id, application: eli })
    expect(readableAnswer(running)).toBe(
      'Il reste à décider pour Eli Sand. Fais-le avec /recrutement décision.',
    )
    const withdrawn = await press('ines', 'answer-candidates', { r: id, application: dina })
    expect(readableAnswer(withdrawn)).toMatch(/^Cette personne s’est retirée/)
  })

  it('are refused on their field when nobody is ticked, and to whoever does not lead', async () => {
    const recruitment = await decided()
    const form = await whom(recruitment)
    expect(readableAnswer(await recruitment.fill('ines', form, { people: [] }))).toBe(
      'people : Coche au moins une personne.',
    )
    const forced = await recruitment.fill('malik', form, { people: [recruitment.awa] })
    expect(readableAnswer(forced)).toMatch(/^Cela revient à Inès Garnier/)
    for (const action of [
      'answer-candidates',
      'next-answer',
      'all-answers',
      'candidates-answered',
    ]) {
      const args = { r: recruitment.id, applications: recruitment.awa }
      expect(readableAnswer(await recruitment.press('malik', action, args))).toMatch(
        /^Cela revient à Inès Garnier/,
      )
    }
  })

  it('are given by the deputy too, and even once the recruitment is closed', async () => {
    const recruitment = await decided()
    await recruitment.happens('ines', { type: 'RecruitmentClosed' })
    const form = await whom(recruitment, 'sacha')
    const letter = await recruitment.fill('sacha', form, { people: [recruitment.awa] })
    const done = await recruitment.click('sacha', letter, 'C’est envoyé')
    expect(readableAnswer(done)).toContain('✅ C’est noté.')
  })

  it('of many come twenty at a time', async () => {
    const recruitment = await recruiting()
    for (let i = 1; i <= 22; i += 1) {
      const application = await recruitment.add({ name: `Personne N${i}A` })
      await recruitment.happens('ines', { type: 'ApplicationStopped', application })
    }
    const form = await whom(recruitment)
    expect(form.fields[0]).toMatchObject({ kind: 'several', options: { length: 20 } })
    expect(JSON.stringify(form.intro)).toContain('2 autres ensuite')
  })
})

describe('the owner who has yet to answer', () => {
  it('is reminded the next working day, then each morning, with a way out from the third on', async () => {
    const reminders = await remindersBy(await decided(), '2026-03-05T09:00:00Z')
    expect(reminders).toEqual([
      {
        to: 'ines',
        said: '2 personnes attendent ta réponse depuis hier (Développement). Le message est prêt à copier.\n[Répondre]',
      },
      {
        to: 'ines',
        said: '2 personnes attendent toujours ta réponse depuis lundi (Développement).\n[Répondre]',
      },
      {
        to: 'ines',
        said: '2 personnes attendent toujours ta réponse depuis lundi (Développement).\nPas le temps ? Sacha Blanc peut répondre à ta place : /recrutement candidat.\n[Répondre]',
      },
    ])
  })

  it('hears nothing more once everyone has an answer', async () => {
    const recruitment = await decided()
    const { awa, bo } = recruitment
    await recruitment.happens(
      'ines',
      { type: 'CandidateAnswered', application: awa },
      { type: 'CandidateAnswered', application: bo },
    )
    expect(await remindersBy(recruitment, '2026-03-05T09:00:00Z')).toEqual([])
  })
})

async function remindersBy(recruitment: Recruiting, until: string) {
  await recruitment.moveTo(until)
  return recruitment.chat.posts
    .filter(({ entry }) => entry.startsWith('answers/'))
    .map(({ to, versions }) => ({
      to: 'person' in to ? to.person : '',
      said: versions.map(readableMessage).at(-1),
    }))
}
