/** `/recrutement comparer`: the weighted comparison, to read, to look at, to work on. */
import type { Answer, Attachment, Block, Button } from '../../chat/port.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import type { About, Call, Case, Topic } from '../topic.ts'
import { boardFor } from './board.ts'
import type { Board } from './board.ts'
import { sheetsOf } from './picture.ts'
import { spreadsheet } from './spreadsheet.ts'
import { tables } from './table.ts'

export const comparison: Topic = {
  commands: { comparer: compare },
  buttons: { compare, 'compare-picture': asPicture, 'compare-file': asFile },
}

async function compare(call: About<Call>): Promise<Answer> {
  const board = await boardFor(call)
  if (isEmpty(board)) return nothingYet()
  return say(
    'Voici la comparaison. Elle éclaire la décision, elle ne la prend pas.',
    ...tables(board),
    ...buttons(call, board),
  )
}

function isEmpty({ groups, hidden }: Board): boolean {
  return groups.length === 0 && hidden.length === 0
}

function nothingYet(): Answer {
  return say('Il n’y a rien à comparer pour l’instant : aucun débrief n’est ouvert.')
}

function buttons({ on, by }: About<Call>, { groups }: Board): Block[] {
  if (groups.length === 0) return []
  const args = { [RECRUITMENT_ARG]: on.id }
  return [
    {
      kind: 'buttons',
      buttons: [
        ...(on.state.owner === by ? decideButtons(on, groups) : []),
        { label: 'En image', action: 'compare-picture', args },
        { label: 'En tableur', action: 'compare-file', args },
      ],
    },
  ]
}

const MOST_NAMED = 2

/** By name for one or two people, else one button that asks for whom. */
function decideButtons({ id }: Case, groups: Board['groups']): Button[] {
  const lines = groups.flatMap((group) => group.lines)
  const args = { [RECRUITMENT_ARG]: id }
  return lines.length > MOST_NAMED
    ? [{ label: 'Décider', action: 'decide-whom', args, style: 'primary' }]
    : lines.map(({ application, name }) => ({
        label: `Décider : ${name}`,
        action: 'decide',
        args: { ...args, application },
      }))
}

async function asPicture(call: About<Call>): Promise<Answer> {
  const board = await boardFor(call)
  const sheets = sheetsOf(board)
  if (sheets.length === 0) return nothingYet()
  const files = await Promise.all(
    sheets.map(async (sheet, i): Promise<Attachment> => ({
      name: sheets.length === 1 ? 'comparaison.png' : `comparaison-${i + 1}.png`,
      type: 'image/png',
      content: await call.desk.draw(sheet),
    })),
  )
  return sent(
    'Voici la comparaison en image. Elle vaut pour maintenant : de nouvelles notes la changeront.',
    files,
  )
}

async function asFile(call: About<Call>): Promise<Answer> {
  const board = await boardFor(call)
  if (board.groups.length === 0) return nothingYet()
  return sent(
    'Voici la comparaison pour un tableur. Ne la laisse pas traîner : efface-la quand tu n’en as plus besoin.',
    [{ name: 'comparaison.csv', type: 'text/csv', content: spreadsheet(board) }],
  )
}

function sent(headline: string, files: readonly Attachment[]): Answer {
  return { kind: 'private', message: { headline: [headline], files } }
}
