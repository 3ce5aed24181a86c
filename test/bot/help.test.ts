import { expect, test } from 'vitest'
import { emptyOffice } from './support/opened.ts'
import { readableAnswer } from './support/readable.ts'

test('`/recrutement aide` lists every command in one screen, each ready to be copied', async () => {
  const office = await emptyOffice()
  const help = readableAnswer(await office.command('intra', 'aide'))
  const commands =
    'nouveau cadrage équipe réglages candidat planifier déplacer annuler guide notes débrief comparer décision clore statut tâches'
  for (const command of commands.split(' ')) expect(help).toContain(`/recrutement ${command} `)
  expect(help.split('\n').length).toBeLessThan(30)
})
