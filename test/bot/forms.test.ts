import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '../../src/chat/port.ts'
import { toDialog } from '../../src/chat/mattermost/dialog.ts'
import { openPool } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { formOf, prequalification } from './support/prequalification.ts'

describe('every form of the bot', () => {
  let forms: readonly Form[]
  const cleanups: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const database = await createTestDatabase()
    const pool = openPool(database.url)
    cleanups.push(() => pool.end(), database.drop)
    await migrate(pool)
    const { command, press, channel, recruitment, interview } = await prequalification(pool)
    const about = { r: recruitment, interview, scorer: 'equipe1' }
    const answers = [
      await command('intra', 'nouveau'),
      await command('intra', 'cadrage 1', channel),
      await press('intra', 'choose-interview', about),
      await press('intra', 'add-criterion', about),
      await press('intra', 'write-case', about),
      await press('intra', 'name-member', about),
      await press('intra', 'name-deputy', about),
      await press('intra', 'name-advisor', about),
      await press('intra', 'hand-over', about),
      await press('intra', 'remove-member', about),
      await press('intra', 'paste-criteria', about),
      await press('intra', 'change-settings', about),
      await press('intra', 'add-candidate', about),
      await press('metier', 'not-held', about),
      await press('intra', 'waive', about),
      await press('metier', 'file-notes', about),
    ]
    forms = answers.map(formOf)
  })
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  it('fits in a Mattermost dialog without any label being cut', () => {
    const cut = forms.flatMap((form) => {
      const { title, elements, submit_label: submit } = toDialog(form, '', () => undefined)
      return [title, submit, ...elements.map((element) => element.display_name)].filter((label) =>
        label.endsWith('…'),
      )
    })
    expect(cut).toEqual([])
  })

  it('has a handler of its own for what is submitted', () => {
    expect(new Set(forms.map(({ form }) => form)).size).toBeGreaterThan(9)
  })
})
