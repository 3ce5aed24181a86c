/**
 * The most that a recruitment may hold: the longest guide, twelve criteria, eight people who evaluate. Whatever
 * is said or asked on the way fits in what Slack takes: the office refuses it otherwise.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { notesFor, privately } from '../support/mission.ts'
import { opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableMessage } from '../support/readable.ts'

const CRITERIA = Array.from(
  { length: 12 },
  (_, i) =>
    `La personne est capable de conduire, seule ou avec d’autres, le chantier numéro ${i + 1}, de son cadrage jusqu’à son bilan (poids ${(i % 3) + 1}, entretien métier)`,
)
const SCORERS = ['metier', ...Array.from({ length: 7 }, (_, i) => `collegue${i + 1}`)]
const EVIDENCE = `A raconté ${'une situation précise, avec ses chiffres, ses erreurs et ce qui en est resté, '.repeat(8)}`

describe('the longest guide, twelve criteria and eight scorers', () => {
  let office: Opened
  let interview: string

  beforeAll(async () => {
    office = await opened({ craft: 'coach', contract: 'contractor' })
    const { about, press, send, name } = office
    const paste = formOf(await press('intra', 'paste-criteria', about))
    await send('intra', paste, { list: CRITERIA.join('\n') })
    await press('intra', 'close-framing', about)
    for (const person of SCORERS) await name(person, { role: 'scorer', stages: ['interview'] })
    const adding = formOf(await press('intra', 'add-candidate', about))
    await send('intra', adding, { name: 'Camille Durand' })
    const planning = formOf(await office.command('intra', 'planifier', office.channel))
    const when = { stage: 'interview', when: 'mercredi 14 h', place: 'Salle B', informed: true }
    await send('intra', planning, when)
    await office.moveTo('2026-03-04T14:31:00Z')
    interview =
      office.chat.posts.find(({ entry }) => entry.startsWith('brief/'))?.entry.split('/')[1] ?? ''
  })

  test('have a brief that names every criterion', () => {
    const brief = office.said('brief', 'metier')
    for (let n = 1; n <= 12; n += 1) expect(brief).toContain(`le chantier numéro ${n},`)
  })

  test('are noted in one form, by everyone, and read side by side', async () => {
    const about = { ...office.about, interview }
    for (const [i, person] of SCORERS.entries()) {
      const form = formOf(await office.press(person, 'file-notes', about))
      expect(form.fields.filter(({ name }) => name.startsWith('level-'))).toHaveLength(12)
      const notes = notesFor(form, String(i % 4), `${EVIDENCE} ${i}`)
      const remarks = await office.send(person, form, notes)
      await office.pressOn(person, remarks, 'Déposer telles quelles')
    }
    await office.moveTo('2026-03-05T08:01:00Z')
    const shown = await office.command('intra', 'débrief', office.channel)
    const full = await office.pressOn('intra', shown, 'Les niveaux en image')
    expect(readableMessage(privately(full)).split('le chantier numéro')).toHaveLength(13)
    const compared = await office.command('intra', 'comparer', office.channel)
    expect(readableMessage(privately(compared))).toContain('Camille Durand')
  })
})
