/** The levels as one picture, with the same in words. */
import { describe, expect, it } from 'vitest'
import { notesFor } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'
import { filesOf, met, opened } from './support.ts'

describe('the picture of the levels', () => {
  it('is offered beside the debrief to those who may know them', async () => {
    const office = await opened()
    expect(await office.read('equipe2')).toContain('[Les niveaux en image]')
  })

  it('comes with the same in words, widest disagreements first', async () => {
    const office = await opened()
    await office.amend('equipe1', '3', 'A fini par raconter')
    const answer = await office.press('intra', 'see-matrix', office.about)
    const [head, ...lines] = readableAnswer(answer).split('\n')
    expect(head).toBe('Les niveaux d’un coup d’œil : Entretien métier, Camille Durand.')
    const levels = lines.filter((line) => line.startsWith('• '))
    expect(levels.at(0)).toMatch(/ : Name of metier 3, Name of equipe1 0$/)
    expect(levels.at(-1)).toMatch(/ : Name of metier 3, Name of equipe1 3$/)
    expect(lines).toContain('📎 niveaux.png')
    expect(filesOf(answer)[0]).toMatchObject({ type: 'image/png' })
  })

  it('gives signs for a reference call, on its doubts first', async () => {
    const office = await met()
    const { r } = office.about
    const planning = formOf(
      await office.command('intra', 'planifier Camille Durand références', office.channel),
    )
    await office.send('intra', planning, { when: 'jeudi 10h', doubts: 'Tient un calendrier' })
    await office.moveTo('2026-03-05T10:00:00Z')
    const state = await office.desk.store.load(r)
    const call = Object.values(state?.interviews ?? {}).find(({ stage }) => stage === 'references')
    const about = { r, interview: call?.id ?? '' }
    const form = formOf(await office.press('metier', 'file-notes', about))
    await office.send('metier', form, {
      ...notesFor(form, 'contradicts', 'A manqué deux dates'),
      recommended: 'no',
    })
    await office.moveTo('2026-03-05T13:30:00Z')
    const answer = await office.press('intra', 'see-matrix', about)
    const [, first] = readableAnswer(answer).split('\n')
    expect(first).toBe('• Tient un calendrier : Name of metier contredit')
    expect(filesOf(answer)).toHaveLength(1)
  })

  it('is refused while the debrief is shut, even to who filed everything they owed', async () => {
    const office = await met()
    await office.file('metier', office.interview, '3', 'A raconté la fuite de mars')
    for (const person of ['intra', 'metier', 'equipe1', 'equipe2']) {
      const answer = await office.press(person, 'see-matrix', office.about)
      expect(readableAnswer(answer)).toContain('ne sont pas encore lisibles')
      expect(filesOf(answer)).toEqual([])
    }
  })

  it('is refused to a scorer who owes notes on the same application', async () => {
    const office = await opened()
    await office.plan('Camille Durand', 'case-study', 'jeudi 10h')
    await office.moveTo('2026-03-05T11:00:00Z')
    const answer = await office.press('equipe1', 'see-matrix', office.about)
    expect(readableAnswer(answer)).toContain('ne sont pas encore lisibles')
    expect(await office.read('equipe1')).not.toContain('[Les niveaux en image]')
  })
})
