/** Filing notes: questions ticked, and two remarks that never block (sections 3 and 9). */
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../support/opened.ts'
import { buttonOf, mission, notesFor } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'
import type { Values } from '../../../src/chat/port.ts'

async function met() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:05:00Z')
  const about = { r: office.recruitment, interview }
  const form = async () => formOf(await office.press('metier', 'file-notes', about))
  return {
    ...office,
    interview,
    form,
    /** Files sound notes, changed by `values` of the first criterion or of any field. */
    async files(evidence: string | undefined, values: Values = {}) {
      const opened = await form()
      const notes = notesFor(opened, '2', 'A raconté une panne et sa suite')
      const first = Object.keys(notes).find((name) => name.startsWith('evidence-')) ?? ''
      const changed = evidence === undefined ? {} : { [first]: evidence }
      return office.send('metier', opened, { ...notes, ...changed, ...values })
    },
    filed: async () => {
      const state = await office.desk.store.load(office.recruitment)
      return state?.interviews[interview]?.filings['metier']?.length ?? 0
    },
  }
}

describe('notes', () => {
  it('keep the questions that were asked', async () => {
    const office = await met()
    const questions = (await office.form()).fields.find(({ name }) => name === 'questions')
    const options = questions && 'options' in questions ? questions.options : []
    expect(options.length).toBeGreaterThan(2)
    const ticked = options.slice(0, 2).map(({ value }) => value)
    await office.files(undefined, { questions: ticked })
    const again = (await office.form()).fields.find(({ name }) => name === 'questions')
    expect(again).toMatchObject({ values: ticked })
  })

  it('made of adjectives only get a remark once, and are filed as they are on demand', async () => {
    const office = await met()
    const remarked = await office.files('Très bien, excellente, vraiment super')
    expect(readableAnswer(remarked)).toMatch(/: ce sont des qualificatifs/)
    expect(await office.filed()).toBe(0)
    const { action, args = {} } = buttonOf(
      remarked.kind === 'private' ? remarked.message : { headline: [] },
      'Déposer telles quelles',
    )
    expect(readableAnswer(await office.press('metier', action, args))).toContain('Notes déposées')
    expect(await office.filed()).toBe(1)
  })

  it('with the same level everywhere are filed, with a word to read the evidence again, once', async () => {
    const office = await met()
    const word = 'relis tes preuves'
    expect(readableAnswer(await office.files(undefined))).toContain(word)
    expect(await office.filed()).toBe(1)
    expect(readableAnswer(await office.files('A raconté autre chose'))).not.toContain(word)
    expect(await office.filed()).toBe(2)
  })

  it('with several levels are filed without a word', async () => {
    const office = await met()
    const [, second] = (await office.form()).fields.filter(({ name }) => name.startsWith('level-'))
    const answer = await office.files(undefined, { [second?.name ?? '']: '1' })
    expect(readableAnswer(answer)).toContain('Notes déposées')
    expect(readableAnswer(answer)).not.toContain('relis tes preuves')
  })

  it('can be written on a page, whose address only their scorer gets', async () => {
    const office = await met()
    const about = { r: office.recruitment, interview: office.interview }
    expect(readableAnswer(await office.press('metier', 'ask-notes-page', about))).toContain(
      `Ouvre ta page de notes (https://bot.example/pages/metier-file-notes`,
    )
    const refused = readableAnswer(await office.press('equipe2', 'ask-notes-page', about))
    expect(refused).not.toContain('https://')
  })

  it('corrected after a remark are filed without another', async () => {
    const office = await met()
    const remarked = await office.files('Très bien, excellente, vraiment super')
    const { action, args = {} } = buttonOf(
      remarked.kind === 'private' ? remarked.message : { headline: [] },
      'Corriger',
    )
    const form = formOf(await office.press('metier', action, args))
    expect(JSON.stringify(form.fields)).toContain('vraiment super')
    expect(readableAnswer(await office.send('metier', form, {}))).toContain('Notes déposées')
  })

  it('that touch what may not be collected are questioned once, and kept when that is the mission', async () => {
    const office = await met()
    const remarked = await office.files('Elle est enceinte de six mois et l’a dit d’emblée')
    expect(readableAnswer(remarked)).toContain('« enceinte » touche à la grossesse.')
    expect(readableAnswer(remarked)).toContain('[Corriger] [C’est lié à la mission, garder]')
    const { action, args = {} } = buttonOf(
      remarked.kind === 'private' ? remarked.message : { headline: [] },
      'C’est lié à la mission, garder',
    )
    expect(readableAnswer(await office.press('metier', action, args))).toContain('Notes déposées')
    expect(await office.filed()).toBe(1)
  })
})
