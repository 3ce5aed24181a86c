import { expect, it } from 'vitest'
import { toDialog } from '../../../src/chat/mattermost/dialog.ts'
import { formOf, recruiting } from './support/recruiting.ts'

it('forms about candidates fit in a Mattermost dialog, whatever their names', async () => {
  const { add, happens, press, fill, click, id } = await recruiting()
  const long = await add({ name: 'É'.repeat(120) })
  const other = await add({ name: 'Bo Chen' })
  const about = { r: id }
  const withdraw = formOf(
    await press('ines', 'withdraw-candidate', { ...about, application: long }),
  )
  const paste = formOf(await press('ines', 'paste-candidates', about))
  const preview = await fill('ines', paste, { list: 'Awa Diop\n'.repeat(300) })
  const correct = formOf(await click('ines', preview, 'Corriger'))
  for (const application of [long, other]) {
    await happens('ines', { type: 'ApplicationStopped', application })
  }
  const answer = formOf(await press('ines', 'answer-candidates', about))
  const one = formOf(await press('ines', 'add-candidate', about))
  const dialogs = [one, paste, correct, withdraw, answer].map((form) =>
    toDialog(form, '', () => undefined),
  )
  const shown = dialogs.flatMap(({ title, submit_label: submit, elements }) => [
    title,
    submit,
    ...elements.flatMap(({ display_name: label, help_text: help = '' }) => [label, help]),
  ])
  expect(shown.filter((one) => one.endsWith('…'))).toEqual([])
  // What a box cannot hold is said in full above it.
  expect(dialogs.at(-1)?.introduction_text).toContain(`${'É'.repeat(120)}, sur dossier`)
})
