/** The comparison as tables that a phone can show. */
import type { Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { percent } from '../french/numbers.ts'
import { STAGE_NAMES } from '../french/words.ts'
import type { Board, BoardGroup, BoardLine } from './board.ts'
import {
  HOW_TO_READ,
  assessmentOf,
  changesIn,
  firmnessOf,
  hiddenIn,
  leftOutIn,
  rankOf,
  scoreOf,
  standingOf,
  unseenIn,
  warningsOf,
} from './words.ts'

/** Columns that a phone still shows; the others are ranked, without their detail. */
const MOST_COLUMNS = 5

export function tables(board: Board): readonly Block[] {
  return [
    ...board.groups.flatMap(groupTables),
    ...leftOut(board),
    ...[...hiddenIn(board), ...changesIn(board), HOW_TO_READ].map(paragraph),
  ]
}

function leftOut(board: Board): Block[] {
  const items = leftOutIn(board).map((line): Text => [line])
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}

function paragraph(sentence: string): Block {
  return { kind: 'text', text: [sentence] }
}

function groupTables(group: BoardGroup): Block[] {
  const { stage, lines, criteria } = group
  const shown = lines.slice(0, MOST_COLUMNS)
  const isAssessed = (i: number) => shown.some(({ assessments }) => assessments[i])
  return [
    { kind: 'section', title: `Au stade : ${STAGE_NAMES[stage].toLowerCase()}`, text: [] },
    {
      kind: 'table',
      head: ['Rang', 'Candidature', 'Score', 'Couverture'],
      rows: lines.map((line) => [
        [rankOf(line)],
        [line.name],
        [scoreOf(line)],
        [percent(line.coverage)],
      ]),
    },
    ...warnings(lines),
    {
      kind: 'table',
      head: ['Critère', ...shown.map(({ name }) => name)],
      rows: criteria.flatMap((criterion, i) =>
        isAssessed(i)
          ? [
              [
                [`${criterion.name} (${standingOf(criterion)})`],
                ...shown.map(({ assessments }): Text => [assessmentOf(assessments[i])]),
              ],
            ]
          : [],
      ),
    },
    ...unseenIn({ criteria, lines: shown }).map(paragraph),
    ...firmness(group),
  ]
}

function warnings(lines: readonly BoardLine[]): Block[] {
  const items = lines.flatMap((line): Text[] => {
    const said = warningsOf(line)
    return said.length === 0 ? [] : [text`${bold(line.name)} : ${said.join(' ; ')}`]
  })
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}

function firmness(group: BoardGroup): Block[] {
  const [headline, ...turns] = firmnessOf(group)
  if (headline === undefined) return []
  return [
    paragraph(headline),
    ...(turns.length === 0
      ? []
      : [{ kind: 'bullets' as const, items: turns.map((turn): Text => [turn]) }]),
  ]
}
