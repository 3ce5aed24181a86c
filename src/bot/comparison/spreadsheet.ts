/** The comparison as a file for a spreadsheet. */
import Papa from 'papaparse'
import { decimal } from '../french/numbers.ts'
import { STAGE_NAMES } from '../french/words.ts'
import type { Board, BoardGroup, BoardLine, NamedCriterion } from './board.ts'
import { standingOf } from './words.ts'

/** Without it, some spreadsheets take UTF-8 for an older encoding. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What a spreadsheet would take for a formula, full-width signs and leading blanks included: it is shown
 * as it is, after an apostrophe. OWASP, « CSV Injection ».
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/**
 * One line a candidate, one column a criterion, with the separators that French spreadsheets expect.
 * An empty cell is what nobody assessed.
 */
export function spreadsheet({ groups }: Board): string {
  const criteria = groups[0]?.criteria ?? []
  const fields = [
    'Stade',
    'Rang',
    'Candidature',
    'Score (%)',
    'Couverture (%)',
    'Ne peut pas être retenue : non validé',
    'Obligatoire, à vérifier',
    'Avis partagés',
    ...criteria.map((criterion) => `${criterion.name} (${standingOf(criterion)})`),
  ]
  const data = groups.flatMap((group) => group.lines.map((line) => rowOf(group, line)))
  const options = { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA }
  return BYTE_ORDER_MARK + Papa.unparse({ fields, data }, options)
}

function rowOf({ stage, criteria }: BoardGroup, line: BoardLine): readonly string[] {
  const { rank, name, score, coverage, assessments, cannotBeChosen, toVerify } = line
  return [
    STAGE_NAMES[stage],
    rank === undefined ? '' : String(rank),
    name,
    score === undefined ? '' : percentage(score),
    percentage(coverage),
    cannotBeChosen.join(' | '),
    toVerify.join(' | '),
    sharedAmong(criteria, line).join(' | '),
    ...assessments.map((one) => (one ? decimal(one.mean) : '')),
  ]
}

function percentage(ratio: number): string {
  return tenths.format(ratio * 100)
}

function sharedAmong(
  criteria: readonly NamedCriterion[],
  { assessments }: BoardLine,
): readonly string[] {
  return criteria.flatMap(({ name }, i) => (assessments[i]?.shared ? [name] : []))
}
