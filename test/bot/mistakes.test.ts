import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Form } from '../../src/chat/port.ts'
import { plain } from '../../src/chat/text.ts'
import { openPool } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { formOf, prequalification } from './support/prequalification.ts'
import type { Prequalification } from './support/prequalification.ts'

describe('a mistake', () => {
  let office: Prequalification
  const cleanups: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const database = await createTestDatabase()
    const pool: Pool = openPool(database.url)
    cleanups.push(() => pool.end(), database.drop)
    await migrate(pool)
    office = await prequalification(pool)
  })
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  const about = () => ({ r: office.recruitment, interview: office.interview })

  it('in a command is met with what was meant', async () => {
    expect(said(await office.command('intra', 'debrif'))).toContain('/recrutement débrief')
    expect(said(await office.command('intra', 'xyzzy'))).toContain('/recrutement aide')
  })

  it('of pressing a button of an old message is told what to do', async () => {
    const gone = 'Ce message n’est plus à jour. Tape /recrutement pour voir ce que tu peux faire.'
    const args = { r: office.recruitment }
    expect(said(await office.press('intra', 'a-button-of-long-ago', args))).toBe(gone)
    expect(said(await office.press('intra', 'see-framing', { r: 'no-such-recruitment' }))).toBe(
      gone,
    )
    const old = await office.press('intra', 'schedule', { ...args, application: 'gone' })
    expect(said(old)).toContain('Je ne trouve pas cette candidature')
  })

  it('of typing a command where there is no recruitment says how to begin', async () => {
    expect(said(await office.command('ailleurs', 'statut'))).toContain('/recrutement nouveau')
  })

  it('in a name adds nobody', async () => {
    const form = formOf(await office.press('intra', 'add-candidate', about()))
    for (const name of ['', '🙂🙂', '\u200b', 'a'.repeat(300)]) {
      expect(refusedFields(await office.fill('intra', form, { name }))).toEqual(['name'])
    }
    const link = { name: 'Alix Roy', link: 'pas-un-lien' }
    expect(refusedFields(await office.fill('intra', form, link))).toEqual(['link'])
  })

  it('of the same form sent twice is one candidate', async () => {
    const form = formOf(await office.press('intra', 'add-candidate', about()))
    const twice = { name: 'Sacha Petit' }
    const send = office.sender('intra', form)
    expect(said(await send(twice))).toContain('Sacha Petit est dans la liste')
    expect(said(await send(twice))).toContain('Sacha Petit est dans la liste')
    const list = said(await office.command('intra', 'candidat', office.channel))
    expect(list.match(/Sacha Petit/g)).toHaveLength(1)
  })

  it('of changing a form between two presses loses nothing silently', async () => {
    const send = office.sender('metier', await notesOf('metier'))
    const notes = (evidence: string) => office.notes('2', evidence)
    expect(said(await send(notes('Une première version')))).toContain('Notes déposées')
    expect(said(await send(notes('Une version plus longue')))).toContain('Ton premier envoi')
    const again = JSON.stringify(await notesOf('metier'))
    expect(again).toContain('Une première version')
  })

  it('of filing from two windows keeps the second open', async () => {
    const first = office.sender('metier', await notesOf('metier'))
    const second = office.sender('metier', await notesOf('metier'))
    expect(said(await first(office.notes('2', 'Depuis la première')))).toContain('Notes déposées')
    const refused = await second(office.notes('1', 'Depuis la seconde'))
    expect(refused.kind).toBe('invalid')
    expect(said(refused)).toContain('depuis une autre fenêtre')
  })

  it('of changing the framing under an open form is told, not swallowed', async () => {
    const send = office.sender('equipe1', await notesOf('equipe1'))
    const criterion = formOf(await office.press('intra', 'add-criterion', about()))
    await office.fill('intra', criterion, {
      label: 'La personne fait preuve de curiosité',
      weight: '1',
      stages: ['interview', 'prequalification'],
      reason: 'Oublié',
    })
    const removed = formOf(await office.command('intra', 'cadrage 4', office.channel))
    await office.fill('intra', removed, { remove: true, label: 'x', reason: 'De trop' })
    const refused = await send(office.notes('1', 'Un fait'))
    expect(said(refused)).toContain('Le cadrage a changé')
  })

  async function notesOf(person: string): Promise<Form> {
    return formOf(await office.press(person, 'file-notes', about()))
  }
})

function said(answer: Answer): string {
  if (answer.kind === 'invalid') {
    return [answer.message, ...Object.values(answer.fields ?? {})].join(' ')
  }
  if (answer.kind !== 'private') return ''
  const { headline, blocks = [] } = answer.message
  const rest = blocks.flatMap((block) => {
    if ('items' in block && block.kind !== 'checklist') return block.items.map(plain)
    return 'text' in block ? [plain(block.text)] : []
  })
  return [plain(headline), ...rest].join('\n')
}

function refusedFields(answer: Answer): readonly string[] {
  return answer.kind === 'invalid' ? Object.keys(answer.fields ?? {}) : []
}
