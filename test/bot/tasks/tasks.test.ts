import { afterAll, describe, expect, it } from 'vitest'
import { migratedDatabase } from '../../store/support/database.ts'
import { buttonOf, mission, privately } from '../support/mission.ts'
import { readableAnswer } from '../support/readable.ts'

const PAGE = 'https://www.welcomekit.co/dashboard/o/beta/jobs/dev/card/abc123'

describe('`/recrutement tâches`', () => {
  const cleanups: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })
  async function begun() {
    const { pool, close } = await migratedDatabase()
    cleanups.push(close)
    return mission(pool)
  }

  it('lists what I owe, oldest first, each with the button that does it', async () => {
    const office = await begun()
    await office.add({ name: 'Camille Durand' })
    await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    await office.moveTo('2026-03-05T08:30:00Z')
    const shown = readableAnswer(await office.command('metier', 'tâches'))
    expect(shown).toBe(
      [
        '2 choses à faire.',
        '• Lire le cadrage de Développement, depuis lundi',
        '• ✍️ Tes notes sur Camille Durand (préqualification), depuis hier',
        '[Lire le cadrage] [Notes : Camille Durand]',
      ].join('\n'),
    )
  })

  it('asks the owner to decide, and the scorer to log the report, once the debrief is open', async () => {
    const office = await begun()
    await office.add({ name: 'Camille Durand', link: PAGE })
    const interview = await office.plan('Camille Durand', 'prequalification', 'mercredi 10h')
    await office.moveTo('2026-03-04T10:00:00Z')
    await office.file('metier', interview, '3')
    const owner = privately(await office.command('intra', 'tâches'))
    const { action, args = {} } = buttonOf(owner, 'Décider : Camille Durand')
    expect(readableAnswer(await office.press('intra', action, args))).toContain('À toi de décider')
    const scorer = privately(await office.command('metier', 'tâches'))
    const report = buttonOf(scorer, 'Compte rendu : Camille Durand')
    const text = readableAnswer(await office.press('metier', report.action, report.args ?? {}))
    expect(text).toContain('[C’est noté] [Je n’ai pas accès]')
  })

  it('is paged when there is more than a message carries well', async () => {
    const office = await begun()
    for (const [i, name] of ['Ana', 'Bao', 'Cleo', 'Dan', 'Eli'].entries()) {
      await office.add({ name })
      await office.plan(name, 'prequalification', `mercredi ${9 + i}h`)
    }
    await office.moveTo('2026-03-05T08:30:00Z')
    const first = privately(await office.command('metier', 'tâches'))
    expect(readableAnswer({ kind: 'private', message: first })).toContain('6 choses à faire.')
    const { action, args = {} } = buttonOf(first, 'Encore 2 autres')
    const next = readableAnswer(await office.press('metier', action, args))
    expect(next).toContain('La suite de ce qui t’attend.')
    expect(next).toContain('Notes : Eli')
  })
})

describe('`/recrutement` alone', () => {
  it('gives my tasks, then what I can do here', async () => {
    const { pool, close } = await migratedDatabase()
    const office = await mission(pool)
    const shown = readableAnswer(await office.command('intra', '', office.channel))
    expect(shown).toContain('Tu n’as rien à faire pour l’instant.')
    expect(shown).toContain('## Pour Développement')
    expect(shown).toContain('[Candidatures] [Équipe] [Cadrage]')
    const outsider = readableAnswer(await office.command('ailleurs', '', office.channel))
    expect(outsider).not.toContain('Développement')
    expect(outsider).toContain('/recrutement nouveau')
    await close()
  })
})
