import { beforeAll, describe, expect, it } from 'vitest'
import { readableAnswer } from '../support/readable.ts'
import { labelsOf, recruiting, sharedRecruiting } from './support/recruiting.ts'

const CAMILLE = {
  name: 'Camille Durand',
  email: 'camille@exemple.fr',
  link: 'https://app.welcomekit.co/card/abc1',
}

describe('the page of a candidate', () => {
  it('shows how to reach the person, how far they are and each interview, and nothing that is sealed', async () => {
    const { add, happens, plan, debriefed, moveTo, candidat } = await recruiting()
    const application = await add(CAMILLE)
    await happens('ines', { type: 'CandidateInformed', application })
    const cancelled = await plan(application, 'prequalification', '2026-03-03T08:00:00Z')
    await happens('ines', { type: 'InterviewCancelled', interview: cancelled })
    const held = await plan(application, 'prequalification', '2026-03-03T13:00:00Z')
    await moveTo('2026-03-04T08:30:00Z')
    await debriefed(held)
    await happens('ines', { type: 'ApplicationAdvanced', application, stage: 'case-study' })
    await plan(application, 'case-study', '2026-03-06T13:00:00Z')
    expect(readableAnswer(await candidat('malik', 'camille'))).toBe(
      [
        'Camille Durand : Mise en situation vendredi 6 mars à 14 h',
        'Dossier : ouvrir (https://app.welcomekit.co/card/abc1)',
        'Adresse : camille@exemple.fr',
        'Étape : Mise en situation',
        'Information : donnée lundi 2 mars à 10 h',
        '• Préqualification, hier à 9 h : annulé',
        '• Préqualification, hier à 14 h : débrief ouvert',
        '• Mise en situation, vendredi 6 mars à 14 h',
      ].join('\n'),
    )
  })

  it('says of an interview whose notes are awaited whose they are', async () => {
    const { add, plan, happens, moveTo, candidat } = await recruiting()
    const interview = await plan(await add(CAMILLE), 'prequalification', '2026-03-03T13:00:00Z')
    await moveTo('2026-03-03T13:10:00Z')
    expect(readableAnswer(await candidat('ines', 'camille'))).toContain('14 h : en cours')
    await moveTo('2026-03-03T14:00:00Z')
    const filed = { evidence: 'e', verdict: 'v', interview } as const
    await happens('malik', { type: 'ScorecardFiled', scorer: 'malik', ...filed })
    expect(readableAnswer(await candidat('ines', 'camille'))).toContain(
      'aujourd’hui à 14 h : notes de Léa Petit attendues',
    )
    await happens('lea', { type: 'ScorecardFiled', scorer: 'lea', ...filed })
    expect(readableAnswer(await candidat('ines', 'camille'))).toContain('débrief demain à 9 h')
  })

  it('has the buttons that make sense now, the next step first, four at most', async () => {
    const { add, happens, plan, debriefed, moveTo, candidat } = await recruiting()
    const application = await add(CAMILLE)
    const labels = async (person = 'ines') => labelsOf(await candidat(person, 'camille'))
    expect(await labels()).toEqual([
      'Message d’information',
      'Planifier',
      'La personne se retire',
      'Corriger',
    ])
    expect(await labels('malik')).toEqual([])
    await happens('ines', { type: 'CandidateInformed', application })
    expect(await labels()).toEqual([
      'Planifier',
      'Message de préparation',
      'La personne se retire',
      'Corriger',
    ])
    const interview = await plan(application, 'prequalification', '2026-03-03T13:00:00Z')
    expect(await labels()).toEqual([
      'Message de préparation',
      'L’entretien',
      'La personne se retire',
      'Corriger',
    ])
    await moveTo('2026-03-03T14:00:00Z')
    expect(await labels()).toEqual(['L’entretien', 'La personne se retire', 'Corriger'])
    await debriefed(interview)
    expect(await labels()).toEqual(['Décider', 'La personne se retire', 'Corriger'])
    expect(await labels('sacha')).toEqual(['La personne se retire', 'Corriger'])
    await happens('ines', { type: 'ApplicationStopped', application })
    expect(await labels()).toEqual([
      'Répondre',
      'Reprendre la candidature',
      'Corriger',
      'Ses données',
    ])
    expect(await labels('sacha')).toEqual(['Répondre', 'Corriger'])
    await happens('ines', { type: 'CandidateAnswered', application })
    expect(await labels()).toEqual([
      'Revoir la réponse',
      'Reprendre la candidature',
      'Corriger',
      'Ses données',
    ])
  })
})

describe('a name typed', () => {
  it('finds the person whatever the accents, the case, the order or what is left out', async () => {
    const { add, candidat } = await recruiting()
    await add({ name: 'Zoé Lemaître-Roux' })
    for (const typed of ['zoe', 'ZOÉ', 'roux zoe', 'lemai', 'Lemaitre Roux']) {
      expect(readableAnswer(await candidat('ines', typed))).toMatch(/^Zoé Lemaître-Roux : /)
    }
  })

  it('offers a choice between several people of that name', async () => {
    const { add, candidat, click } = await recruiting()
    await add({ name: 'Camille Durand' })
    await add({ name: 'Camille Petit' })
    const choice = await candidat('ines', 'camille')
    expect(readableAnswer(choice)).toContain('Plusieurs personnes portent ce nom. Laquelle ?')
    expect(readableAnswer(await click('ines', choice, 'Camille Petit'))).toMatch(
      /^Camille Petit : /,
    )
  })

  it('means the person who bears it in full, not those whose name starts like it', async () => {
    const { add, candidat } = await recruiting()
    await add({ name: 'Anne Martin' })
    await add({ name: 'Anne Martineau' })
    expect(readableAnswer(await candidat('ines', 'anne martin'))).toMatch(/^Anne Martin : /)
  })

  it('on an old button, of somebody erased since, says what to do', async () => {
    const { press, id } = await recruiting()
    for (const action of ['see-candidate', 'inform-candidate', 'withdraw-candidate']) {
      const answer = await press('ines', action, { r: id, application: 'gone' })
      expect(readableAnswer(answer)).toContain('Je ne trouve pas cette candidature')
    }
  })
})

describe('a name typed wrong', () => {
  const shared = sharedRecruiting()
  beforeAll(async () => {
    await shared().add({ name: 'Camille Durand' })
    await shared().add({ name: 'Bo Li' })
  })

  it.each(['camile', 'cmaille', 'camille durnd'])(
    '(« %s ») suggests who may be meant',
    async (typed) => {
      const answer = await shared().candidat('ines', typed)
      expect(readableAnswer(answer)).toContain(`Je ne trouve pas « ${typed} ». Tu voulais dire :`)
      expect(labelsOf(answer)).toEqual(['Camille Durand'])
    },
  )

  it.each(['xavier', 'ba', '---', '🙂'])(
    '(« %s ») that nobody has says what to do',
    async (typed) => {
      expect(readableAnswer(await shared().candidat('ines', typed))).toBe(
        'Je ne trouve pas cette candidature. Tape /recrutement candidat pour voir la liste.',
      )
    },
  )
})
