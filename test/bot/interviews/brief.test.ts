import { afterAll, describe, expect, it } from 'vitest'
import { aimBlocks, timeline, wording } from '../../../src/bot/interviews/script.ts'
import type { Case } from '../../../src/bot/topic.ts'
import { plain } from '../../../src/chat/text.ts'
import { loadGuides } from '../../../src/guides/load.ts'
import type { Craft } from '../../../src/process/vocabulary.ts'
import { stateAfter } from '../../process/support/history.ts'
import { ready } from '../../process/support/story.ts'
import { notesFor } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'
import { planningOffice } from './support/planning.ts'

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

describe('the brief', () => {
  it('has on one screen what is needed to run the interview, in the order of use', async () => {
    const office = await planningOffice(cleanups)
    await office.plan('Camille Durand', 'interview', 'mercredi 10h', { conductor: 'metier' })
    await office.moveTo('2026-03-03T09:01:00Z')
    const brief = office.told('brief', 'metier')
    expect(brief).toMatch(
      /^🗓 Demain à 10 h · Entretien métier · Camille Durand · 60 min · https:\/\/visio/,
    )
    expect(brief).toContain(
      'Ton rôle : tu mènes l’entretien et tu évalues\nAvec : Name of equipe1 (évalue), Name of equipe2 (assiste)',
    )
    const titles = brief.split('\n').filter((line) => line.startsWith('## '))
    expect(titles).toEqual(['## L’objectif', '## Le déroulé', '## À vérifier', '## Avant l’appel'])
    expect(brief.split('\n').slice(-7)).toEqual([
      '## Avant l’appel',
      'Coche au fur et à mesure. C’est pour toi, rien ne te bloque.',
      '☐ J’ai une ou deux questions prêtes par critère',
      '☐ J’ai testé le lien',
      '[Exemples de questions]',
      expect.stringContaining('première impression'),
      expect.stringContaining('Rien sur la famille'),
    ])
    // An observer has no questions to prepare.
    expect(office.told('brief', 'equipe2')).not.toContain('questions prêtes')
  })

  it('keeps its boxes ticked', async () => {
    const office = await planningOffice(cleanups)
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    await office.moveTo('2026-03-03T09:01:00Z')
    const args = { r: office.recruitment, interview, item: 'link' }
    await office.press('metier', 'tick', args)
    expect(office.told('brief', 'metier')).toContain('☑ J’ai testé le lien')
    expect(office.told('brief', 'equipe1')).toContain('☐ J’ai testé le lien')
    await office.press('metier', 'tick', args)
    expect(office.told('brief', 'metier')).toContain('☐ J’ai testé le lien')
  })

  it('gives the earlier evidence without levels or opinions, and the questions already asked', async () => {
    const office = await planningOffice(cleanups)
    const first = await office.plan('Camille Durand', 'interview', 'lundi 14h')
    await office.moveTo('2026-03-02T14:05:00Z')
    for (const person of ['metier', 'equipe1']) {
      const args = { r: office.recruitment, interview: first }
      const form = formOf(await office.press(person, 'file-notes', args))
      const questions = form.fields.find(({ name }) => name === 'questions')
      const [asked] = questions && 'options' in questions ? questions.options : []
      const notes = notesFor(form, '1', 'A repris un service en panne')
      await office.send(person, form, { ...notes, questions: [asked?.value ?? ''] })
    }
    await office.moveTo('2026-03-03T08:01:00Z')
    const application = await office.applicationOf('Camille Durand')
    await office.pressed('intra', 'decide-another', { application }, { stage: 'interview' })
    await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    await office.moveTo('2026-03-03T09:01:00Z')
    const brief = office.told('brief', 'equipe2')
    expect(brief).toContain('Entretien métier, Name of metier : A repris un service en panne')
    expect(brief).toMatch(/→ [^\n]+ \(déjà posée\)/)
    expect(brief).toContain('## Déjà posées\nNe les repose pas, creuse plutôt.')
    expect(brief).toContain('☐ J’ai lu ce que les entretiens d’avant ont montré')
    expect(brief).not.toMatch(/partiel|poursuivre|niveau/i)
  })

  it('starts with the doubts for a reference call, and how to ask about each', async () => {
    const office = await planningOffice(cleanups)
    await office.plan('Camille Durand', 'references', 'mercredi 10h', {
      referee: 'Dominique Blanc',
      contact: '06 00 00 00 00',
      doubts: 'Tient-elle dans la durée ?',
      place: 'Par téléphone',
    })
    await office.moveTo('2026-03-03T09:01:00Z')
    const brief = office.told('brief', 'metier')
    expect(brief).toContain('Contact de référence : Dominique Blanc, 06 00 00 00 00')
    expect(brief).toContain(
      '## À faire préciser\n• Tient-elle dans la durée ?\nPour chacun : « Dans quelle situation avez-vous pu le voir ? Que s’est-il passé ? »',
    )
    expect(brief.indexOf('À faire préciser')).toBeLessThan(brief.indexOf('Le déroulé'))
    expect(brief).toContain(
      '☐ J’ai une question prête pour chaque doute\n☐ Je sais qui appeler, et à quel numéro',
    )
    await office.moveTo('2026-03-04T08:46:00Z')
    const nudge = office.told('nudge', 'metier')
    expect(nudge).toContain(
      '🗓 Dans 15 min : Prise de références avec Camille Durand · Par téléphone',
    )
    expect(nudge).toContain('Dominique Blanc, 06 00 00 00 00')
    expect(nudge).toContain('• Tient-elle dans la durée ?')
  })

  it('covers both stages of a merged meeting', async () => {
    const office = await planningOffice(cleanups)
    await office.pressed('intra', 'change-settings', {}, { merged: true })
    await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    await office.moveTo('2026-03-03T09:01:00Z')
    const guides = await loadGuides('guides')
    const brief = office.told('brief', 'metier')
    expect(brief).toContain('Premier entretien · Camille Durand')
    for (const stage of ['prequalification', 'interview'] as const) {
      expect(brief).toContain(guides.find('developer', stage).guide.aim)
    }
  })

  it('names the stage that comes next in this recruitment, which nobody has to fill in', async () => {
    const office = await planningOffice(cleanups)
    await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    await office.moveTo('2026-03-03T09:01:00Z')
    const brief = office.told('brief', 'metier')
    expect(brief).toContain('« Si nous continuons, tu auras une date pour l’entretien métier ;')
    expect(brief).not.toContain('(à compléter)')
  })

  it('names no stage where none comes next, and leaves nothing to fill in for it', async () => {
    const { guide } = (await loadGuides('guides')).find('developer', 'prequalification')
    const script = readableMessage({
      headline: [],
      blocks: [timeline(guide, new Set(), undefined)],
    })
    expect(script).toContain('tu auras une date pour l’étape suivante ;')
    expect(script).not.toContain('(à compléter)')
  })

  it('has the case of the case study, or says whom to ask', async () => {
    const office = await planningOffice(cleanups)
    await office.plan('Camille Durand', 'case-study', 'mercredi 10h')
    await office.moveTo('2026-03-03T09:01:00Z')
    expect(office.told('brief', 'metier')).toContain('## Le cas\nIl n’est pas encore écrit.')
    const written = { case: 'Un formulaire perd la moitié des gens.', reason: 'Écrit tard' }
    await office.pressed('intra', 'write-case', {}, written)
    expect(office.told('brief', 'metier')).toContain('## Le cas\nUn formulaire perd la moitié')
  })

  it('tells in one line that a guide is everyone’s', async () => {
    const guides = await loadGuides('guides')
    const line = (craft: Craft) => {
      const on: Case = { id: 'r', state: { ...stateAfter(...ready), craft } }
      const blocks = aimBlocks(on, guides.find('other', 'interview').guide)
      return readableMessage({ headline: [], blocks }).split('\n').at(-1)
    }
    expect(line('other')).toBe('Cette trame est commune à tous les métiers : adapte-la au tien.')
    expect(line('coach')).toBe(
      'Cette trame est commune à tous les métiers : il n’y en a pas encore pour « Coaching ».',
    )
  })
})

describe('example wordings', () => {
  it('flag what is still to be filled in', () => {
    const example = '« Avez-vous vu [prénom] face à [situation] ? »'
    expect(wording(example)).toContainEqual({ kind: 'bold', text: '[prénom]' })
    expect(plain(wording(example))).toBe(`${example} (à compléter)`)
    expect(wording('« Raconte. »')).toEqual(['« Raconte. »'])
  })

  it('are for those who take part', async () => {
    const office = await planningOffice(cleanups)
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    const ask = (person: string) => office.pressed(person, 'examples', { interview })
    expect(await ask('metier')).toMatch(/^Des formulations à adapter à ta façon de parler\.\n## /)
    expect(await ask('intra')).toBe('Tu ne participes pas à cet entretien.')
    expect(
      readableAnswer(await office.press('metier', 'examples', { r: office.recruitment })),
    ).toContain('Je ne trouve pas cet entretien.')
  })
})
