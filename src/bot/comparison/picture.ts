/** The comparison as pictures, one for each stage reached. */
import { VALIDATED } from '../../process/levels.ts'
import type { Assessment } from '../../process/comparison/assessment.ts'
import type { Sheet, SheetCell, SheetRow } from '../../pictures/sheet.ts'
import { decimal, percent } from '../french/numbers.ts'
import { STAGE_NAMES } from '../french/words.ts'
import type { Board, BoardGroup } from './board.ts'
import {
  HOW_TO_READ,
  NONE,
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

/** Columns that stay legible on a phone. */
const MOST_COLUMNS = 6

/** Best first: where there are more people than columns, a stage takes several sheets. */
export function sheetsOf(board: Board): readonly Sheet[] {
  const aside = [...leftOutIn(board), ...hiddenIn(board), ...changesIn(board), HOW_TO_READ]
  return board.groups.flatMap((group) =>
    inColumns(group).map((part) => sheetOf(part, [...firmnessOf(group), ...aside])),
  )
}

function inColumns(group: BoardGroup): readonly BoardGroup[] {
  const parts: BoardGroup[] = []
  for (let at = 0; at < group.lines.length; at += MOST_COLUMNS) {
    parts.push({ ...group, lines: group.lines.slice(at, at + MOST_COLUMNS) })
  }
  return parts
}

function sheetOf({ stage, criteria, lines }: BoardGroup, notes: readonly string[]): Sheet {
  return {
    title: `Comparaison · ${STAGE_NAMES[stage].toLowerCase()}`,
    about: 'Moyennes de 0 à 3. Plein : validé. Creux : non validé. Pointillé : à vérifier.',
    columns: lines.map(({ name }) => name),
    rows: [
      { label: 'Rang', cells: lines.map((line) => plain(rankOf(line))) },
      { label: 'Score', cells: lines.map((line) => plain(scoreOf(line))) },
      { label: 'Couverture', cells: lines.map(({ coverage }) => plain(percent(coverage))) },
      ...criteria.flatMap((criterion, i): SheetRow[] => {
        const assessed = lines.map(({ assessments }) => assessments[i])
        const row = {
          label: criterion.name,
          aside: standingOf(criterion),
          cells: assessed.map(cellOf),
        }
        return assessed.some((one) => one !== undefined) ? [row] : []
      }),
    ],
    notes: [
      ...unseenIn({ criteria, lines }),
      ...lines.flatMap((line) => {
        const said = warningsOf(line)
        return said.length === 0 ? [] : [`${line.name} : ${said.join(' ; ')}`]
      }),
      ...notes,
    ],
  }
}

function plain(text: string): SheetCell {
  return { text, frame: 'none' }
}

function cellOf(assessment: Assessment | undefined): SheetCell {
  if (!assessment) return { text: NONE, frame: 'dashed' }
  return {
    text: decimal(assessment.mean),
    frame: assessment.mean < VALIDATED ? 'hollow' : 'full',
    ...(assessment.shared && { under: 'partagés' }),
  }
}
