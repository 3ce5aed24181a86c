/** The doubts that a reference call has to settle, and what it said of each. */
import { describe, expect, it } from 'vitest'
import { mission, notesFor } from '../support/mission.ts'
import { emptyDatabase } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

/** Camille was met; metier gave 3 and equipe1 gave 1 on everything. */
async function met() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:30:00Z')
  await office.file('metier', interview, '3')
  await office.file('equipe1', interview, '1')
  await office.moveTo('2026-03-04T13:30:00Z')
  const planning = async (person: string) =>
    formOf(await office.command(person, 'planifier Camille Durand références', office.channel))
  const doubts = async (person: string) => {
    const field = (await planning(person)).fields.find(({ name }) => name === 'doubts')
    return field && 'value' in field ? String(field.value) : ''
  }
  return { ...office, planning, doubts }
}

describe('the doubts for a reference call', () => {
  it('are gathered from opened debriefs, five at most, without a level or a name', async () => {
    const lines = (await (await met()).doubts('intra')).split('\n')
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.length).toBeLessThanOrEqual(5)
    for (const line of lines) {
      expect(line).toMatch(/^La personne /)
      expect(line).not.toMatch(/Name of|validé|partiel|[0-3]$/)
    }
  })

  it('come back, one by one, with what the call said of each', async () => {
    const office = await met()
    const form = await office.planning('intra')
    await office.send('intra', form, {
      when: 'jeudi 10h',
      doubts: 'Tient un calendrier serré\nTravaille avec des juristes',
      informed: true,
    })
    await office.moveTo('2026-03-05T10:00:00Z')
    const notes = formOf(await office.command('metier', 'notes', office.channel))
    await office.send('metier', notes, {
      ...notesFor(notes, 'qualifies', 'A tenu deux dates sur trois'),
      recommended: 'yes',
    })
    await office.moveTo('2026-03-05T13:30:00Z')
    const state = await office.desk.store.load(office.recruitment)
    const call = Object.values(state?.interviews ?? {}).find(({ stage }) => stage === 'references')
    const about = { r: office.recruitment, interview: call?.id ?? '' }
    const debrief = readableAnswer(await office.press('intra', 'see-debrief', about))
    expect(debrief).toMatch(
      /## Tient un calendrier serré\nName of metier · nuance : A tenu deux dates/,
    )
    expect(debrief).toMatch(/## Travaille avec des juristes\nName of metier · nuance/)
  })
})
