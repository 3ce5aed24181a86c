/** `/recrutement exporter`: everything held on a candidate, and what is not to be read yet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Attachment } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import type { TestDatabase } from '../../store/support/database.ts'
import { mission, privately } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

const LINK = 'https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/abc123'

function fileOf(answer: Answer): Attachment {
  const [file] = privately(answer).files ?? []
  if (!file) throw new Error('no file')
  return file
}

/** The page without its marks: what somebody reads, heading by heading. */
function pageOf(answer: Answer): string {
  const { content } = fileOf(answer)
  return String(content)
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<h(\d)>/g, (_mark, level) => `\n\n${'#'.repeat(Number(level))} `)
    .replaceAll('<dt>', '\n- ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

describe('exporting a candidate', () => {
  let database: TestDatabase
  let office: Mission
  let shut: Answer
  let opened: Answer
  const levels = /démontré|non validé/

  beforeAll(async () => {
    database = await migratedDatabase()
    office = await mission(database.pool)
    await office.add({ name: 'Camille <b>Durand</b>', link: LINK, email: 'camille@exemple.fr' })
    await office.add({ name: 'Alex Moreau' })
    const about = { r: office.recruitment }
    const correct = formOf(
      await office.press('intra', 'correct-candidate', {
        ...about,
        application: await office.applicationOf('Camille <b>Durand</b>'),
      }),
    )
    await office.send('intra', correct, { name: 'Camille Durand', also: 'Cam, CD' })
    const talk = await office.plan('Camille Durand', 'interview', 'mardi 9h')
    await office.moveTo('2026-03-03T08:30:00Z')
    await office.writes('equipe1', office.channel, 'Camille Durand me semble très à l’aise')
    await office.file('metier', talk, '3', 'Preuve de metier')
    shut = await office.command('intra', 'exporter camille')
    await office.file('equipe1', talk, '0', 'Preuve d’équipe')
    await office.moveTo('2026-03-04T10:00:00Z')
    opened = await office.command('intra', 'exporter durand')
  })
  afterAll(() => database.close())

  it('says in words what is in the file, and what is not yet', () => {
    expect(readableMessage(privately(shut))).toMatchInlineSnapshot(`
      "Voici tout ce que je garde sur Camille Durand.
      ## Ce qui n’y est pas encore
      Entretien métier : des notes restent fermées jusqu’au débrief.
      Exporte à nouveau ensuite.
      Relis avant de transmettre : des notes peuvent parler d’autres personnes. Supprime ce fichier ensuite.
      📎 candidature.html"
    `)
    expect(readableMessage(privately(opened))).toMatchInlineSnapshot(`
      "Voici tout ce que je garde sur Camille Durand.
      Relis avant de transmettre : des notes peuvent parler d’autres personnes. Supprime ce fichier ensuite.
      📎 candidature.html"
    `)
  })

  it('gives identity, course and everything written, once it may be read', async () => {
    const page = pageOf(opened)
    await expect(page).toMatchFileSnapshot('dossier.txt')
    for (const held of [LINK, 'camille@exemple.fr', 'Cam, CD', 'visio.exemple.gouv.fr']) {
      expect(page).toContain(held)
    }
    expect(page).toMatch(levels)
    expect(page).toContain('Preuve de metier')
    expect(page).toContain('Preuve d’équipe')
    expect(page).toContain('me semble très à l’aise')
  })

  it('keeps sealed what is sealed, and says so in the file too', () => {
    const page = pageOf(shut)
    expect(page).not.toContain('Preuve')
    expect(page).not.toContain('à l’aise')
    expect(page).not.toMatch(levels)
    expect(page).toContain('Ce qui n’y est pas encore')
  })

  it('names nobody of the team, nor any other candidate', () => {
    const page = pageOf(opened)
    expect(page).not.toMatch(/Name of|metier\b(?! )|equipe1|Alex/)
    expect(page).toContain('Notes 1')
    expect(page).toContain('Notes 2')
  })

  it('shows what was typed as it was, without running it', () => {
    const content = String(fileOf(opened).content)
    expect(content).toContain('Camille &lt;b&gt;Durand&lt;/b&gt;')
    expect(content).not.toContain('<b>')
  })

  it('is for the owner alone', async () => {
    for (const person of ['metier', 'equipe1', 'equipe2']) {
      const answer = await office.command(person, 'exporter camille')
      expect(privately(answer).files).toBeUndefined()
      expect(readableAnswer(answer)).toContain('Name of intra')
    }
    expect(readableAnswer(await office.command('stranger', 'exporter camille'))).not.toContain(
      'Durand',
    )
  })

  it('asks whom when nobody, or nobody of that name, was typed', async () => {
    const form = formOf(await office.command('intra', 'exporter'))
    expect(form.fields[0]).toMatchObject({
      options: [{ label: 'Camille Durand' }, { label: 'Alex Moreau' }],
    })
    const unknown = formOf(await office.command('intra', 'exporter Zoé'))
    expect(unknown.intro).toEqual([
      'Je ne trouve pas « Zoé ». Tu recevras un fichier avec tout ce que je garde.',
    ])
    const close = formOf(await office.command('intra', 'exporter morau'))
    expect(close.fields[0]).toMatchObject({ options: [{ label: 'Alex Moreau' }] })
    const application = await office.applicationOf('Alex Moreau')
    expect(pageOf(await office.send('intra', form, { application }))).toContain('Alex Moreau')
  })

  it('refuses a candidate that is not there', async () => {
    const form = formOf(await office.command('intra', 'exporter'))
    expect(readableAnswer(await office.send('intra', form, { application: 'nobody' }))).toContain(
      'Je ne trouve pas cette candidature',
    )
  })
})
