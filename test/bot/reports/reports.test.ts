import { afterAll, describe, expect, it } from 'vitest'
import type { Posted, ReportDesk } from '../../../src/wttj/port.ts'
import { migratedDatabase } from '../../store/support/database.ts'
import { mission } from '../support/mission.ts'
import type { Mission } from '../support/mission.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

const PAGE = 'https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/abc123'
const EVIDENCE = 'A raconté la fuite de données de mars'

const said = ({ chat }: Mission, kind: string, to: string) =>
  chat.posts.filter(
    (post) => post.entry.startsWith(`${kind}/`) && 'person' in post.to && post.to.person === to,
  )

/** Answers each request as told, and keeps what it was sent. */
function desk(...answers: readonly Posted[]) {
  const sent: { candidate: string; content: string }[] = []
  const reports: ReportDesk = {
    post: async (candidate, content) => {
      sent.push({ candidate, content })
      return answers[sent.length - 1] ?? { kind: 'posted', comment: 'late' }
    },
  }
  return { reports, sent }
}

const latest = (office: Mission, kind: string, to: string) => {
  const message = said(office, kind, to).at(-1)?.versions.at(-1)
  if (!message) throw new Error(`nothing of kind ${kind} to ${to}`)
  return readableMessage(message)
}

describe('the report of an opened debrief', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  /** A candidate met by one scorer, whose notes open the debrief. */
  async function filed(reports?: ReportDesk, link: string | undefined = PAGE) {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    const office = await mission(pool, reports ? { reports } : {})
    await office.add({ name: 'Camille Durand', ...(link !== '' && { link }) })
    const interview = await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    await office.moveTo('2026-03-04T10:00:00Z')
    await office.file('metier', interview, '3', EVIDENCE)
    const args = { r: office.recruitment, interview, scorer: 'metier' }
    return { ...office, interview, args }
  }

  it('gives the scorer the text to paste, with evidence and questions but no level', async () => {
    const office = await filed()
    const text = latest(office, 'report', 'metier')
    expect(text).toContain('Ajoute ton compte rendu sur Welcome to the Jungle : Camille Durand')
    expect(text).toContain(PAGE)
    expect(text).toContain(EVIDENCE)
    expect(text).toContain('[C’est noté] [Je n’ai pas accès]')
    expect(text).not.toMatch(/démontré|validé|partiel|poursuivre/)
  })

  it('stops asking once it is logged', async () => {
    const office = await filed()
    await office.press('metier', 'report-logged', office.args)
    expect(latest(office, 'report', 'metier')).toBe(
      '✅ Ton compte rendu sur Camille Durand est sur Welcome to the Jungle.',
    )
    await office.moveTo('2026-03-06T10:00:00Z')
    expect(said(office, 'report-late', 'metier')).toEqual([])
  })

  it('reminds each working morning until it is logged', async () => {
    const office = await filed()
    await office.moveTo('2026-03-05T07:59:00Z')
    expect(said(office, 'report-late', 'metier')).toEqual([])
    await office.moveTo('2026-03-06T08:01:00Z')
    expect(said(office, 'report-late', 'metier')).toHaveLength(2)
    expect(latest(office, 'report-late', 'metier')).toContain('n’est pas encore sur Welcome')
  })

  it('goes to the owner when the scorer has no access', async () => {
    const office = await filed()
    await office.press('metier', 'report-no-access', office.args)
    const text = latest(office, 'report-handed', 'intra')
    expect(text).toContain('Ajoute sur Welcome to the Jungle le compte rendu de Name of metier')
    expect(text).toContain(EVIDENCE)
    expect(latest(office, 'report', 'metier')).toContain('Tu n’as plus rien à faire')
    const refused = await office.press('equipe1', 'report-logged', office.args)
    expect(readableAnswer(refused)).toContain('celui de quelqu’un d’autre')
    await office.press('intra', 'report-logged', office.args)
    expect(latest(office, 'report-handed', 'intra')).toContain('✅')
  })

  it('does not exist for a candidate without a page on Welcome to the Jungle', async () => {
    const office = await filed(undefined, '')
    await office.moveTo('2026-03-06T10:00:00Z')
    expect(said(office, 'report', 'metier')).toEqual([])
  })

  it('is not shown to anybody else, nor before the opening', async () => {
    const office = await filed()
    const other = readableAnswer(await office.press('equipe1', 'see-report', office.args))
    expect(other).not.toContain(EVIDENCE)
    const own = readableAnswer(await office.press('metier', 'see-report', office.args))
    expect(own).toContain(EVIDENCE)
  })

  describe('with a key', () => {
    it('is posted by the bot, once, and the scorer is asked nothing', async () => {
      const { reports, sent } = desk({ kind: 'posted', comment: 'c-1' })
      const office = await filed(reports)
      await office.moveTo('2026-03-06T10:00:00Z')
      expect(sent).toHaveLength(1)
      expect(sent[0]?.candidate).toBe('abc123')
      expect(sent[0]?.content).toContain(EVIDENCE)
      expect(sent[0]?.content).not.toMatch(/démontré|poursuivre/)
      expect(said(office, 'report', 'metier')).toEqual([])
    })

    it('asks the scorer to look rather than post twice, after an uncertain answer', async () => {
      const { reports, sent } = desk({ kind: 'uncertain' })
      const office = await filed(reports)
      await office.moveTo('2026-03-06T10:00:00Z')
      expect(sent).toHaveLength(1)
      expect(latest(office, 'report', 'metier')).toContain('Je l’ai peut-être déjà ajouté')
    })

    it('asks the scorer to paste it when the system refuses', async () => {
      const { reports } = desk({ kind: 'refused', why: 'unknown-candidate' })
      const office = await filed(reports)
      expect(latest(office, 'report', 'metier')).toContain('Je n’ai pas pu l’ajouter à ta place')
    })
  })
})
