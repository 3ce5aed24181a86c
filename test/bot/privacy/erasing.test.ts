/** `/recrutement effacer`: everything goes, what cannot go is said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/chat/port.ts'
import { PermanentChatError } from '../../../src/chat/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import type { TestDatabase } from '../../store/support/database.ts'
import { mission } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

const NAME = 'Camille Durand'
const LINK = 'https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/abc123'
/** Nothing else in these stories is spelt like that. */
const TRACES = /Camil|Durr?and|abc123|Preuve de (?:metier|equipe1)|souvenir de jury/

/** With what stands around each, for whoever reads the failure. */
function tracesIn(all: string, traces = TRACES): readonly string[] {
  return [...all.matchAll(new RegExp(`.{0,60}(?:${traces.source}).{0,20}`, 'g'))].map(
    ([found]) => found,
  )
}

describe('erasing a candidate', () => {
  let database: TestDatabase
  let office: Mission
  let application: string

  beforeEach(async () => {
    database = await migratedDatabase()
    office = await mission(database.pool)
    await office.add({ name: 'Camile Durrand' })
    await office.add({ name: 'Alex Moreau' })
    application = await office.applicationOf('Camile Durrand')
    const about = { r: office.recruitment, application }
    const correct = formOf(await office.press('intra', 'correct-candidate', about))
    await office.send('intra', correct, { name: NAME, link: LINK })
    const talk = await office.plan(NAME, 'interview', 'mardi 9h')
    await office.plan('Alex Moreau', 'interview', 'mercredi 9h')
    await office.moveTo('2026-03-03T08:30:00Z')
    await office.writes('equipe1', office.channel, `${NAME} : un souvenir de jury`)
    await office.file('metier', talk, '3', 'Preuve de metier')
    await office.file('equipe1', talk, '0', 'Preuve de equipe1')
    await office.moveTo('2026-03-04T10:00:00Z')
    const withdraw = formOf(await office.press('intra', 'withdraw-candidate', about))
    await office.send('intra', withdraw, { reason: 'Camille a trouvé ailleurs' })
  })
  afterEach(() => database.close())

  const erase = async (typed = NAME): Promise<Answer> =>
    office.send('intra', formOf(await office.command('intra', 'effacer camille')), { name: typed })

  async function everythingStored(): Promise<string> {
    const { rows: tables } = await database.pool.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public'`,
    )
    const dumps = await Promise.all(
      tables.map(async ({ tablename }) => {
        const { rows } = await database.pool.query(`select * from ${tablename}`)
        return JSON.stringify(rows)
      }),
    )
    return dumps.join('\n')
  }
  const everythingShown = () => JSON.stringify(office.chat.posts)

  it('leaves nothing of them in the database, nor in what the bot said', async () => {
    expect(tracesIn(await everythingStored())).not.toEqual([])
    expect(tracesIn(everythingShown())).not.toEqual([])
    expect(readableAnswer(await erase())).toContain('Je retire maintenant mes messages')
    expect(tracesIn(await everythingStored())).toEqual([])
    expect(tracesIn(everythingShown())).toEqual([])
  })

  it('leaves the others as they were', async () => {
    await erase()
    expect(everythingShown()).toContain('Alex Moreau')
    const statut = readableAnswer(await office.command('intra', 'statut', office.channel))
    expect(statut).toContain('Alex Moreau')
    expect(statut).not.toMatch(TRACES)
  })

  it('tells the owner what is done and what stays', async () => {
    office.chat.onRetract = async ({ post }) => (post.endsWith('5') ? 'blanked' : 'gone')
    await erase()
    const said = office.chat.posts.find(({ entry }) => entry === `erased/${application}`)
    expect(said && readableMessage(said.versions.at(-1) ?? { headline: [] }))
      .toMatchInlineSnapshot(`
        "✅ Développement : la candidature est effacée, comme demandé mercredi 4 mars à 11 h.
        • 16 de mes messages sont retirés.
        • 1 fil où des personnes ont répondu : mes mots n’y sont plus, les leurs y restent. Relis-les.
        Ce que je n’atteins pas
        • Sa fiche sur Welcome to the Jungle : supprime-la là-bas.
        • Ce que vous avez écrit vous-mêmes, et ce que la messagerie garde des messages supprimés.
        • Ce qui cite la personne dans une autre candidature ou dans un autre recrutement.
        • Les fichiers déjà exportés, et les sauvegardes jusqu’à leur renouvellement."
      `)
  })

  it('is confirmed by typing the name, which nothing is lost of', async () => {
    expect(await erase('Camille')).toEqual({
      kind: 'invalid',
      fields: { name: 'Ce n’est pas le nom de cette candidature : Camille Durand.' },
    })
    expect(tracesIn(await everythingStored())).not.toEqual([])
    expect(readableAnswer(await erase('  DURAND camille '))).toContain('effacées')
  })

  it('asked twice, from two windows, is done once', async () => {
    const form = formOf(await office.command('intra', 'effacer camille'))
    await office.send('intra', form, { name: NAME })
    expect(readableAnswer(await office.send('intra', form, { name: NAME }))).toContain(
      'déjà demandé',
    )
    expect(office.chat.posts.filter(({ entry }) => entry.startsWith('erased/'))).toHaveLength(1)
  })

  it('waits while a message about them may still be on its way, and takes it back afterwards', async () => {
    const form = formOf(await office.command('intra', 'effacer camille'))
    const { rows } = await database.pool.query<{ key: string }>(
      `select key from agenda where entry->>'application' = $1 and message is not null limit 1`,
      [application],
    )
    await database.pool.query(
      `update agenda set status = 'pending', attempted_at = $1, message = null where key = $2`,
      [office.desk.clock.now().toString(), rows[0]?.key],
    )
    await office.send('intra', form, { name: NAME }).catch(() => undefined)
    expect(office.chat.posts.some(({ entry }) => entry.startsWith('erased/'))).toBe(false)
    await database.pool.query('update agenda set attempted_at = $1 where key = $2', [
      office.desk.clock.now().subtract({ minutes: 3 }).toString(),
      rows[0]?.key,
    ])
    await office.settle()
    expect(office.chat.posts.some(({ entry }) => entry.startsWith('erased/'))).toBe(true)
    expect(tracesIn(everythingShown())).toEqual([])
  })

  it('goes on when the platform keeps a message, and says so', async () => {
    let refused = 0
    office.chat.onRetract = async () => {
      refused += 1
      if (refused > 1) return 'gone'
      throw new PermanentChatError('no permission')
    }
    await erase()
    const said = office.chat.posts.find(({ entry }) => entry === `erased/${application}`)
    expect(JSON.stringify(said?.versions)).toContain(
      '1 message que la messagerie ne me laisse pas retirer',
    )
  })

  it('finds what the bot said of them while its clock was a day ahead of the platform’s', async () => {
    const { chat } = office
    // An answer, not in the agenda: it is found by its words only.
    await chat.post({ person: 'intra' }, { headline: [`${NAME} est en cours`] }, 'an answer')
    const answer = chat.posts.pop()
    const added = Date.parse('2026-03-02T09:00:00Z')
    if (answer) chat.posts.push({ ...answer, at: added - 24 * 3_600_000 })
    await erase()
    expect(tracesIn(everythingShown())).toEqual([])
  })

  it('goes on where it was when the platform was away', async () => {
    office.chat.onRetract = async () => {
      throw new Error('away')
    }
    await erase().catch(() => undefined)
    expect(
      tracesIn(await everythingStored(), /Preuve de (?:metier|equipe1)|souvenir de jury/),
    ).toEqual([])
    office.chat.onRetract = async () => 'gone'
    await office.settle()
    expect(tracesIn(await everythingStored())).toEqual([])
    expect(tracesIn(everythingShown())).toEqual([])
  })

  it('offers those who are out of the running only, and nobody else may', async () => {
    const form = formOf(await office.command('intra', 'effacer'))
    expect(form.fields[0]).toMatchObject({ options: [{ label: NAME }] })
    expect(readableAnswer(await office.command('intra', 'effacer alex'))).toContain(
      'encore en cours',
    )
    expect(readableAnswer(await office.command('metier', 'effacer camille'))).toContain(
      'Name of intra',
    )
  })

  it('makes buttons on older messages answer with a sentence', async () => {
    await erase()
    const about = { r: office.recruitment, application }
    for (const action of [
      'see-candidate',
      'export-candidate',
      'erase-candidate',
      'resume-candidate',
    ]) {
      expect(readableAnswer(await office.press('intra', action, about))).toContain(
        'Je ne trouve pas cette candidature',
      )
    }
  })
})

describe('closing a recruitment', () => {
  it('takes the notes of reference calls away, and what quoted them', async () => {
    const database = await migratedDatabase()
    const office = await mission(database.pool)
    await office.add({ name: NAME })
    const application = await office.applicationOf(NAME)
    const about = { r: office.recruitment, application }
    const call = await office.plan(NAME, 'references', 'mardi 9h', {
      referee: 'Dominique Garant',
      contact: '06 00 00 00 00',
    })
    await office.moveTo('2026-03-03T12:00:00Z')
    await office.file('metier', call, 'confirms', 'Preuve de la référence')
    await office.moveTo('2026-03-04T10:00:00Z')
    const quoted = () => JSON.stringify(office.chat.posts)
    expect(quoted()).toContain('Dominique Garant')
    const withdraw = formOf(await office.press('intra', 'withdraw-candidate', about))
    await office.send('intra', withdraw, {})
    await office.send('intra', formOf(await office.press('intra', 'close', about)), {})
    const { rows } = await database.pool.query('select body from texts')
    expect(JSON.stringify(rows)).not.toMatch(/Dominique|Preuve de la/)
    expect(quoted()).not.toMatch(/Dominique|Preuve de la/)
    expect(JSON.stringify(rows)).toContain(NAME)
    await database.close()
  })
})
