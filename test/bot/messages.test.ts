/** Everything the bot says by itself, once each: `messages.md` is to be read from top to bottom. */
import type { Pool } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import type { EffectKind, EntryKind } from '../../src/process/agenda/entry.ts'
import { recordChannelUnreachable, recordUnreachable } from '../../src/process/decide/team.ts'
import { SYSTEM } from '../../src/process/events.ts'
import { fromJson } from '../../src/store/agenda.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { buttonOf, mission } from './support/mission.ts'
import type { Office } from './support/office.ts'
import { formOf, prequalification } from './support/prequalification.ts'
import { readableMessage } from './support/readable.ts'

type SaidKind = Exclude<EntryKind, EffectKind>

/** In the order in which people meet them; the type leaves none out. */
const KINDS: Readonly<Record<SaidKind, string>> = {
  welcome: 'Canal · le recrutement est ouvert',
  'advisor-consulted': 'Personne référente · son avis est demandé',
  'advisor-confirmed': 'Responsable · l’avis est donné',
  'framing-to-read': 'Membre · le cadrage est clos',
  invitation: 'Participant · invitation',
  moved: 'Participant · déplacé',
  cancelled: 'Participant · annulé',
  declined: 'Responsable · quelqu’un ne peut pas venir',
  uninvited: 'Participant · plus à venir',
  brief: 'Participant · la fiche, la veille',
  nudge: 'Participant · 15 minutes avant',
  ended: 'Évaluation · à la fin prévue',
  late: 'Évaluation · notes en retard',
  reminded: 'Évaluation · relance à la main',
  'owner-told-late': 'Responsable · notes en retard',
  'not-held': 'Responsable · l’entretien n’a pas eu lieu',
  'debrief-thread': 'Canal · le débrief',
  held: 'Membre · son message est mis de côté',
  republished: 'Canal · un message pratique est republié',
  'right-to-remove': 'Responsable · le droit de retirer des messages',
  debrief: 'Canal · ce qui a été vu et entendu',
  'debrief-ready': 'Évaluation · le débrief est ouvert',
  report: 'Évaluation · le compte rendu à ajouter',
  'report-late': 'Évaluation · le compte rendu manque',
  'report-handed': 'Responsable · le compte rendu de quelqu’un d’autre',
  'decision-awaited': 'Responsable · une décision est attendue',
  decided: 'Canal · la décision',
  'answers-awaited': 'Responsable · répondre aux personnes non retenues',
  ownership: 'Nouvelle personne responsable · ce que cela change',
  closed: 'Canal · c’est clos',
  'follow-up': 'Responsable · un suivi',
  'erasure-near': 'Responsable · des candidatures seront effacées',
  erased: 'Responsable · une candidature est effacée',
  unreachable: 'Responsable · une personne n’est plus joignable',
  'channel-unreachable': 'Responsable · le canal n’est plus joignable',
}

describe('what the bot says by itself', () => {
  const cleanups: (() => Promise<void>)[] = []
  const said = new Map<string, string>()
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  async function database(): Promise<Pool> {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    return pool
  }

  /** Keeps the first words of each kind that is in the agenda by now. */
  async function listen(pool: Pool, { desk, compose }: Office): Promise<void> {
    const { rows } = await pool.query<{ recruitment: string; entry: Record<string, unknown> }>(
      'select recruitment, entry from agenda order by due_at, position',
    )
    for (const { recruitment, entry: stored } of rows) {
      const entry = fromJson(stored)
      const state = await desk.store.load(recruitment)
      if (said.has(entry.kind) || !(entry.kind in KINDS) || !state) continue
      const saying = await compose([{ recruitment, entry, state, shows: entry.shows }])
      if (saying.kind === 'message') said.set(entry.kind, readableMessage(saying.message))
    }
  }

  it('while a first recruitment is framed, and its first interview debriefed', async () => {
    const pool = await database()
    const office = await prequalification(pool)
    await listen(pool, office)
    await office.file('metier', '3', 'A raconté une panne et sa suite')
    await office.moveTo('2026-03-06T15:00:00Z')
    const args = { r: office.recruitment, interview: office.interview, scorer: 'equipe1' }
    await office.press('intra', 'remind', args)
    await listen(pool, office)
    await office.file('equipe1', '1', 'N’a pas su dire ce qui a cassé')
    await listen(pool, office)
    expect(said.get('late')).toContain('sont attendues')
  })

  it('while people come and go, reports are logged, and a mission is decided and closed', async () => {
    const pool = await database()
    const office = await mission(pool)
    const about = { r: office.recruitment }
    const link = 'https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/abc123'
    await office.add({ name: 'Camille Durand', link })
    await office.add({ name: 'Alex Moreau' })
    const first = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
    const args = { ...about, interview: first }
    await office.press('equipe1', 'not-coming', args)
    await listen(pool, office)
    const replace = formOf(await office.press('intra', 'replace-participant', args))
    await office.send('intra', replace, { leaving: 'equipe1', person: 'nouvelle' })
    const move = formOf(await office.press('intra', 'move', args))
    await office.send('intra', move, { when: 'mercredi 11h' })
    await listen(pool, office)
    const cancel = formOf(await office.press('intra', 'cancel', args))
    await office.send('intra', cancel, {})
    const missed = await office.plan('Alex Moreau', 'prequalification', 'mercredi 15h')
    const held = await office.plan('Camille Durand', 'prequalification', 'mercredi 9h')
    await office.moveTo('2026-03-04T08:10:00Z')
    await office.writes('intra', office.channel, 'Camille a cinq minutes de retard')
    await listen(pool, office)
    office.chat.onRemove = async () => 'no-right'
    await office.writes('equipe1', office.channel, 'Camille me plaît bien')
    const kept = office.chat.posts.find(({ entry }) => entry.startsWith('held/'))
    const release = buttonOf(kept?.versions[0] ?? { headline: [] }, 'C’est pratique, republier')
    await office.press('intra', release.action, release.args ?? {})
    await listen(pool, office)
    await office.moveTo('2026-03-04T15:00:00Z')
    const gone = formOf(await office.press('metier', 'not-held', { ...about, interview: missed }))
    await office.send('metier', gone, { why: 'guest-absent' })
    await office.file('metier', held, '3')
    await office.moveTo('2026-03-05T14:00:00Z')
    await listen(pool, office)
    await office.press('metier', 'report-no-access', {
      ...about,
      interview: held,
      scorer: 'metier',
    })
    const stop = formOf(await office.press('intra', 'stop-all', about))
    await office.send('intra', stop, { reason: 'Le besoin a changé' })
    await listen(pool, office)
    const over = formOf(await office.press('intra', 'hand-over', about))
    await office.send('intra', over, { person: 'relais' })
    const at = office.desk.clock.now()
    const actor = { by: SYSTEM, at }
    for (const rule of [
      (state: Parameters<typeof recordUnreachable>[0]) => recordUnreachable(state, 'metier', actor),
      (state: Parameters<typeof recordUnreachable>[0]) => recordChannelUnreachable(state, actor),
    ]) {
      await office.desk.store.change({
        recruitment: office.recruitment,
        ...actor,
        decide: (state) => (state ? rule(state) : { events: [] }),
      })
    }
    await listen(pool, office)
    expect(said.get('uninvited')).toContain('Tu n’as plus à venir')
  })

  it('when a choice is made and followed up', async () => {
    const pool = await database()
    const office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const interviews = [
      await office.plan('Camille Durand', 'prequalification', 'mardi 9h'),
      await office.plan('Camille Durand', 'interview', 'mardi 11h'),
    ]
    await office.moveTo('2026-03-03T16:00:00Z')
    for (const interview of interviews) await office.file('metier', interview, '3')
    const last = interviews[1] ?? ''
    await office.file('equipe1', last, '3')
    await office.moveTo('2026-03-05T09:00:00Z')
    await listen(pool, office)
    const application = await office.applicationOf('Camille Durand')
    const about = { r: office.recruitment, application }
    const choose = formOf(await office.press('intra', 'decide-choose', about))
    await office.send('intra', choose, { reason: 'La plus solide' })
    await office.press('intra', 'candidate-answered', { ...about, applications: application })
    const close = formOf(await office.press('intra', 'close', about))
    await office.send('intra', close, {})
    await office.moveTo('2026-03-12T09:00:00Z')
    await listen(pool, office)
    expect(said.get('closed')).toContain('✅ Sélection close')
  })

  it('when an unsuccessful application is kept no longer', async () => {
    const pool = await database()
    const office = await mission(pool)
    await office.add({ name: 'Camille Durand' })
    const application = await office.applicationOf('Camille Durand')
    const about = { r: office.recruitment }
    const stop = formOf(await office.press('intra', 'stop-all', about))
    await office.send('intra', stop, {})
    await office.press('intra', 'candidate-answered', { ...about, applications: application })
    await office.moveTo('2028-02-18T12:00:00Z')
    await listen(pool, office)
    expect(said.get('erasure-near')).toContain('Camille Durand')
    await office.moveTo('2028-03-03T12:00:00Z')
    await listen(pool, office)
    expect(said.get('erased')).not.toContain('Camille')
  })

  it('is all in one file, for reading', async () => {
    expect(Object.keys(KINDS).filter((kind) => !said.has(kind))).toEqual([])
    const parts = Object.entries(KINDS).map(
      ([kind, title]) => `## ${title}\n\n\`\`\`text\n${said.get(kind) ?? ''}\n\`\`\``,
    )
    await expect(`# Messages\n\n${parts.join('\n\n')}\n`).toMatchFileSnapshot('messages.md')
  })
})
