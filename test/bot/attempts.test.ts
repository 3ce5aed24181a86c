/**
 * Attempts at reading a scorecard before its debrief opens, one for each way there is. Whoever tries,
 * whatever they press or type, the words that only its author wrote stay with them.
 */
import type { Pool } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { BUTTONS, COMMAND_WORDS } from '../../src/bot/bot.ts'
import type { Answer } from '../../src/chat/port.ts'
import { mission } from './support/mission.ts'
import type { Mission } from './support/mission.ts'
import { emptyDatabase, goingOn } from './support/opened.ts'
import { formOf } from './support/prequalification.ts'

/** Words that nobody else could write by chance. */
const SEALED = {
  evidence: 'ZEBULON-PREUVE',
  deciding: 'ZEBULON-DECISION',
  draft: 'ZEBULON-BROUILLON',
  held: 'ZEBULON-MESSAGE',
} as const
const AUTHORS = { card: 'metier', draft: 'equipe1', held: 'equipe2' } as const

type Sealed = Mission &
  ReturnType<typeof goingOn> & { readonly interview: string; readonly pool: Pool }

/** Camille met metier, who filed, and equipe1, who has a draft; equipe2 wrote too early in the channel. */
async function sealed(): Promise<Sealed> {
  const pool = await emptyDatabase()
  const office = await mission(pool)
  const all = { ...office, ...goingOn(office), pool }
  const { r } = all.about
  const deputy = formOf(await office.press('intra', 'name-deputy', { r }))
  await office.send('intra', deputy, { person: 'adjointe' })
  await office.add({ name: 'Camille Durand', link: 'https://www.welcomekit.co/candidates/AB12' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  await office.moveTo('2026-03-04T10:05:00Z')
  const card = formOf(await office.press('metier', 'file-notes', { r, interview }))
  await office.file('metier', interview, '3', SEALED.evidence)
  expect(card.fields.map(({ name }) => name)).toContain('deciding')
  const again = formOf(await office.press('metier', 'file-notes', { r, interview }))
  await office.send('metier', again, { deciding: SEALED.deciding })
  const draft = formOf(await office.press('equipe1', 'file-notes', { r, interview }))
  await office.send('equipe1', draft, { deciding: SEALED.draft, draft: true })
  await office.writes('equipe2', office.channel, `Camille Durand : ${SEALED.held}`)
  await office.settle()
  return { ...all, interview }
}

/** The ids of everything that somebody could try to name, sealed texts first. */
async function guessable({ pool, recruitment }: Sealed): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from texts where recruitment = $1
     and kind in ('evidence', 'verdict', 'draft', 'held', 'candidate')`,
    [recruitment],
  )
  return rows.map(({ id }) => id)
}

const ARGUMENTS = ['application', 'criterion', 'held', 'evidence', 'draft', 'text', 'scorer', 'of']

/** Presses every button that there is, with whatever ids fit and whatever do not. */
async function pressEverything(
  office: Sealed,
  by: string,
  about: Readonly<Record<string, string>>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const action of BUTTONS) answers.push(await office.press(by, action, about))
  return answers
}

async function typeEverything(office: Sealed, by: string): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const word of COMMAND_WORDS) {
    for (const rest of ['', ' Camille Durand', ' 1']) {
      answers.push(await office.command(by, `${word}${rest}`, office.channel))
    }
  }
  return answers
}

/** Everything that this person got, by answers or by messages, as one text. */
function gotBy(office: Sealed, person: string, answers: readonly Answer[]): string {
  const messages = office.chat.posts
    .filter(({ to }) => !('person' in to) || to.person === person)
    .map(({ versions }) => versions)
  return JSON.stringify([answers, messages])
}

/** What of the sealed words is in what someone got, except their own. */
function leaked(got: string, person: string): readonly string[] {
  const own = new Set<string>([
    ...(person === AUTHORS.card ? [SEALED.evidence, SEALED.deciding] : []),
    ...(person === AUTHORS.draft ? [SEALED.draft] : []),
    ...(person === AUTHORS.held ? [SEALED.held] : []),
  ])
  return Object.values(SEALED).filter((words) => !own.has(words) && got.includes(words))
}

describe('a scorecard whose debrief is shut cannot be read', () => {
  let office: Sealed
  beforeEach(async () => {
    office = await sealed()
  })

  const application = () => office.applicationOf('Camille Durand')
  const isShut = async () => {
    const state = await office.desk.store.load(office.recruitment)
    return state?.interviews[office.interview]?.openedAt === undefined
  }

  it('but by its author, so that what follows can fail', async () => {
    const about = { r: office.recruitment, interview: office.interview }
    const mine = JSON.stringify(await office.press('metier', 'file-notes', about))
    expect(mine).toContain(SEALED.evidence)
    expect(mine).toContain(SEALED.deciding)
    expect(JSON.stringify(await office.press('equipe1', 'file-notes', about))).toContain(
      SEALED.draft,
    )
  })

  it.each([
    ['another scorer', 'equipe1'],
    ['the owner', 'intra'],
    ['the deputy', 'adjointe'],
    ['an observer', 'equipe2'],
    ['an administrator of the workspace', 'admin'],
    ['a stranger', 'ailleurs'],
  ])('by %s, whatever they type or press', async (_, person) => {
    if (person === 'admin') office.alter('admin', { isAdmin: true })
    const typed = await typeEverything(office, person)
    const about = {
      r: office.recruitment,
      interview: office.interview,
      application: await application(),
      scorer: 'metier',
    }
    const pressed = await pressEverything(office, person, about)
    expect(leaked(gotBy(office, person, [...typed, ...pressed]), person)).toEqual([])
    expect(await isShut()).toBe(true)
  })

  it('by who was taken off the team', async () => {
    const removal = formOf(await office.press('intra', 'remove-member', office.about))
    await office.send('intra', removal, { person: 'equipe2' })
    const answers = [
      ...(await typeEverything(office, 'equipe2')),
      ...(await pressEverything(office, 'equipe2', {
        ...office.about,
        interview: office.interview,
      })),
    ]
    expect(leaked(gotBy(office, 'equipe2', answers), 'equipe2')).toEqual([])
  })

  it('by who left the workspace and acts through an old window', async () => {
    office.alter('equipe1', { active: false })
    const answers = await pressEverything(office, 'equipe1', {
      ...office.about,
      interview: office.interview,
    })
    expect(leaked(gotBy(office, 'equipe1', answers), 'equipe1')).toEqual([])
  })

  it('by guessing ids of texts', async () => {
    const ids = await guessable(office)
    expect(ids.length).toBeGreaterThan(4)
    const actions = [
      'see-debrief',
      'see-report',
      'file-draft',
      'correct-notes',
      'note-held',
      'see-matrix',
    ]
    const answers: Answer[] = []
    for (const id of ids) {
      const everywhere = Object.fromEntries(ARGUMENTS.map((name) => [name, id]))
      for (const action of actions) {
        const args = { ...everywhere, ...office.about, interview: office.interview }
        answers.push(await office.press('intra', action, args))
      }
      answers.push(await office.press('intra', 'see-debrief', { ...office.about, interview: id }))
    }
    expect(leaked(gotBy(office, 'intra', answers), 'intra')).toEqual([])
  })

  it('through another recruitment, whose owner names this interview', async () => {
    const form = formOf(await office.command('ailleurs', 'nouveau'))
    const wanted = { title: 'Design', product: 'Autre', craft: 'designer', contract: 'agent' }
    await office.send('ailleurs', form, wanted)
    const mine = office.chat.channels.at(-1)?.name.replace('recrutement-', '') ?? ''
    expect(mine).not.toBe(office.recruitment)
    const answers = await pressEverything(office, 'ailleurs', {
      r: mine,
      interview: office.interview,
      application: await application(),
      scorer: 'metier',
    })
    expect(leaked(gotBy(office, 'ailleurs', answers), 'ailleurs')).toEqual([])
  })

  it('by filing the draft of somebody else', async () => {
    const about = { ...office.about, interview: office.interview }
    const answers = [
      await office.press('metier', 'file-draft', about),
      await office.press('metier', 'correct-notes', about),
    ]
    expect(leaked(JSON.stringify(answers), 'metier')).toEqual([])
  })

  it('by settling the held message of somebody else', async () => {
    const state = await office.desk.store.load(office.recruitment)
    const [held] = Object.keys(state?.held ?? {})
    expect(held).toBeDefined()
    const answers: Answer[] = []
    for (const action of ['release-held', 'note-held', 'withdraw-held']) {
      answers.push(await office.press('intra', action, { ...office.about, held: held ?? '' }))
    }
    expect(leaked(gotBy(office, 'intra', answers), 'intra')).toEqual([])
  })

  it('by editing a message until it names the candidate', async () => {
    const post = await office.writes('equipe2', office.channel, 'Un point tout à l’heure ?')
    await office.writes('equipe2', office.channel, `Camille Durand : ${SEALED.held}`, {
      over: post,
    })
    expect(office.chat.removed).toContainEqual({ channel: office.channel, post })
    expect(leaked(gotBy(office, 'intra', []), 'intra')).toEqual([])
  })

  it('in the files that the bot sends', () => {
    const files = office.chat.posts.flatMap(({ versions }) =>
      versions.flatMap((version) => version.files ?? []),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(files.map(({ name }) => name).filter((name) => name !== 'entretien.ics')).toEqual([])
    expect(leaked(JSON.stringify(files), 'nobody')).toEqual([])
  })

  it('in the brief of the next interview', async () => {
    await office.plan('Camille Durand', 'case-study', 'vendredi 10h')
    await office.moveTo('2026-03-05T09:30:00Z')
    const briefs = office.chat.posts.filter(
      ({ entry, to }) =>
        entry.startsWith('brief/') && 'person' in to && to.person === AUTHORS.draft,
    )
    expect(briefs.length).toBeGreaterThan(1)
    expect(leaked(gotBy(office, 'equipe1', []), 'equipe1')).toEqual([])
  })

  it('in the report for Welcome to the Jungle, which exists once the debrief is open, without levels', async () => {
    const about = { ...office.about, interview: office.interview, scorer: 'metier' }
    expect(
      leaked(JSON.stringify(await office.press('intra', 'see-report', about)), 'intra'),
    ).toEqual([])
    await office.file('equipe1', office.interview, '2')
    await office.moveTo('2026-03-04T15:00:00Z')
    const reports = office.chat.posts.filter(({ entry }) => entry.startsWith('report'))
    const said = JSON.stringify(reports.map(({ versions }) => versions))
    expect(said).toContain(SEALED.evidence)
    expect(said).not.toMatch(/démontré|partiel|poursuivre/)
  })

  it('in the picture and the file of the comparison', async () => {
    for (const person of ['intra', 'equipe1', 'equipe2']) {
      for (const action of ['compare', 'compare-picture', 'compare-file', 'see-matrix']) {
        const answer = await office.press(person, action, {
          ...office.about,
          interview: office.interview,
        })
        expect(answer).toMatchObject({ kind: 'private' })
        expect(answer.kind === 'private' && answer.message.files).toBeFalsy()
      }
    }
  })

  it('in what the owner sees of who read what', async () => {
    const about = { ...office.about, interview: office.interview }
    const record = JSON.stringify(await office.press('intra', 'see-record', about))
    expect(record).toContain('Notes de Name of metier')
    expect(leaked(record, 'intra')).toEqual([])
  })

  it('in what the queue and the agenda keep', async () => {
    const { rows } = await office.pool.query<{ kept: string }>(
      `select coalesce(json_agg(a)::text, '') as kept from agenda a
       union all select coalesce(json_agg(e)::text, '') from events e
       union all select coalesce(json_agg(o)::text, '') from obligations o`,
    )
    const kept = rows.map((row) => row.kept).join('\n')
    expect(kept).toContain('ScorecardFiled')
    expect(kept).not.toMatch(/ZEBULON|Camille|Durand/)
  })
})
