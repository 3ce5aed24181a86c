import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toDialog } from '../../../src/chat/mattermost/dialog.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission, notesFor, privately, shownIn } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer } from '../support/readable.ts'

describe('a draft of notes', () => {
  let office: Mission
  let pool: Pool
  let close: () => Promise<void>
  let args: Record<string, string>

  beforeEach(async () => {
    ;({ pool, close } = await migratedDatabase())
    office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    args = { r: office.recruitment, interview }
    await office.moveTo('2026-03-04T10:30:00Z')
    return close
  })

  const opened = async (person = 'metier') => formOf(await office.press(person, 'file-notes', args))
  const intro = async (person: string) =>
    readableAnswer({ kind: 'form', form: await opened(person) })
  const saved = async () =>
    (await pool.query(`select from events where type = 'DraftSaved'`)).rowCount
  const texts = async (kind: string) =>
    (await pool.query<{ author: string }>('select author from texts where kind = $1', [kind])).rows

  it('is kept whatever it holds, files nothing, and comes back as it was', async () => {
    const form = await opened()
    const evidence = form.fields.find(({ name }) => name.startsWith('evidence-'))?.name ?? ''
    const answer = await office.send('metier', form, { [evidence]: 'Début de phrase', draft: true })
    expect(readableAnswer(answer)).toContain('Ton brouillon est gardé. Rien n’est déposé')
    const again = await opened()
    expect(shownIn(again)[evidence]).toBe('Début de phrase')
    expect(readableAnswer({ kind: 'form', form: again })).toContain(
      'Brouillon gardé aujourd’hui à 11 h 30 : 1/',
    )
    const gate = readableAnswer(await office.command('intra', 'débrief', office.channel))
    expect(gate).toContain('On attend : Name of metier')
  })

  it('can be kept with gaps: its dialog asks for nothing that filing needs', async () => {
    const { elements } = toDialog(await opened(), '', () => undefined)
    expect(elements.filter(({ optional }) => !optional)).toEqual([])
  })

  it('once filed, says on each field what is missing, and stays on screen', async () => {
    const form = await opened()
    const answer = await office.send('metier', form, {})
    const fields = answer.kind === 'invalid' ? (answer.fields ?? {}) : {}
    const levels = form.fields.filter(({ name }) => name.startsWith('level-'))
    expect(levels.length).toBeGreaterThan(1)
    expect(fields).toEqual({
      ...Object.fromEntries(
        levels.map(({ name }) => [name, 'Choisis un niveau, ou « non évalué ».']),
      ),
      recommendation: 'Choisis ce que tu recommandes : « à discuter » si tu hésites.',
    })
  })

  it('is read by its author only', async () => {
    const form = await opened()
    await office.send('metier', form, { deciding: 'Un secret', draft: true })
    const other = readableAnswer({ kind: 'form', form: await opened('equipe1') })
    expect(other).not.toContain('Un secret')
    const [draft] = await texts('draft')
    expect(draft?.author).toBe('metier')
  })

  it('replaces the one before, and is gone once the notes are filed', async () => {
    await office.send('metier', await opened(), { deciding: 'Un', draft: true })
    await office.send('metier', await opened(), { deciding: 'Deux', draft: true })
    expect(await texts('draft')).toHaveLength(1)
    const form = await opened()
    await office.send('metier', form, notesFor(form, '2', 'A décrit une panne'))
    expect(await texts('draft')).toEqual([])
    expect(await texts('evidence')).toHaveLength(1)
  })

  it('kept again within the minute is written over, so that the log does not follow each pause', async () => {
    const form = await opened()
    await office.send('metier', form, { deciding: 'Un', draft: true })
    await office.send('metier', form, { deciding: 'Un mot', draft: true })
    expect(await saved()).toBe(1)
    expect(shownIn(await opened())['deciding']).toBe('Un mot')
    await office.moveTo('2026-03-04T10:31:00Z')
    await office.send('metier', form, { deciding: 'Un mot de plus', draft: true })
    expect(await saved()).toBe(2)
    expect(await texts('draft')).toHaveLength(1)
    expect(shownIn(await opened())['deciding']).toBe('Un mot de plus')
  })

  it('starts from what was filed, to amend it', async () => {
    const form = await opened()
    await office.send('metier', form, notesFor(form, '2', 'A décrit une panne'))
    const again = await opened()
    expect(again.title).toBe('Compléter mes notes')
    expect(shownIn(again)['recommendation']).toBe('continue')
    const level = again.fields.find(({ name }) => name.startsWith('level-'))?.name ?? ''
    expect(shownIn(again)[level]).toBe('2')
  })

  it('says who reads: nobody before the debrief opens, everyone entitled to it afterwards', async () => {
    for (const person of ['metier', 'equipe1']) {
      expect(await intro(person)).toContain('Personne ne lit tes notes avant l’ouverture')
      const form = await opened(person)
      await office.send(person, form, notesFor(form, '2', `${person} a noté une panne`))
    }
    await office.moveTo('2026-03-04T13:00:00Z')
    expect(await intro('metier')).toContain(
      'Le débrief est ouvert : un changement s’y lira à côté de ce que tu avais écrit.',
    )
    expect(await intro('metier')).not.toContain('Personne ne lit')
  })

  it('is refused when another window filed in the meantime, and stays on screen', async () => {
    const [first, second] = [await opened(), await opened()]
    await office.send('metier', first, notesFor(first, '2', 'A décrit une panne'))
    const answer = await office.send('metier', second, { deciding: 'Autre', draft: true })
    expect(answer.kind).toBe('invalid')
    expect(readableAnswer(answer)).toContain('depuis une autre fenêtre')
  })
})

describe('notes on a reference call', () => {
  let close: () => Promise<void>
  let pool: Pool
  beforeAll(async () => {
    ;({ pool, close } = await migratedDatabase())
  })
  afterAll(() => close())

  it('give signs on criteria, never a level, and say whether the referee would recommend', async () => {
    const office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const interview = await office.plan('Camille Durand', 'references', 'mercredi 10h')
    await office.moveTo('2026-03-04T10:00:00Z')
    const args = { r: office.recruitment, interview }
    const form = formOf(await office.press('metier', 'file-notes', args))
    expect(form.fields.map(({ name }) => name).filter((name) => /level|advice/.test(name))).toEqual(
      [],
    )
    const filed = await office.send('metier', form, {
      ...notesFor(form, 'qualifies', 'Dit que le rythme a compté'),
      recommended: 'yes',
    })
    privately(filed)
    const debrief = readableAnswer(
      await office.press('intra', 'see-debrief', { r: office.recruitment, interview }),
    )
    expect(debrief).toContain('Name of metier · nuance : Dit que le rythme a compté')
    expect(debrief).toContain('## Recommanderait la personne')
  })
})
