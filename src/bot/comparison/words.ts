/** How the comparison is worded, wherever it is shown. */
import type { Assessment } from '../../process/comparison/assessment.ts'
import type { Sign } from '../../process/scorecard.ts'
import { decimal, percent } from '../french/numbers.ts'
import { count, enumerate, times } from '../french/words.ts'
import { SIGN_NAMES } from '../notes/words.ts'
import type { Board, BoardGroup, BoardLine, NamedCriterion, Turn } from './board.ts'
import type { WhyLeftOut } from './left-out.ts'

/** For what has no value. */
export const NONE = '–'

export const HOW_TO_READ =
  'Score : part des points possibles sur les critères évalués, chacun selon son poids. Couverture : part du poids total qui a été évaluée. Les références n’ajoutent pas de points.'

export function rankOf({ rank }: BoardLine): string {
  return rank === undefined ? NONE : String(rank)
}

export function scoreOf({ score }: BoardLine): string {
  return score === undefined ? NONE : percent(score)
}

export function assessmentOf(assessment: Assessment | undefined): string {
  if (!assessment) return 'à vérifier'
  const mean = decimal(assessment.mean)
  return assessment.shared ? `${mean}, avis partagés` : mean
}

/** « poids 3, obligatoire ». */
export function standingOf({ weight, mandatory }: NamedCriterion): string {
  return `poids ${weight}${mandatory ? ', obligatoire' : ''}`
}

/** How many criteria nobody assessed for any of those shown. */
export function unseenIn({
  criteria,
  lines,
}: Pick<BoardGroup, 'criteria' | 'lines'>): readonly string[] {
  const unseen = criteria.filter((_, i) => !lines.some(({ assessments }) => assessments[i])).length
  return unseen === 0 ? [] : [`Reste à évaluer : ${count(unseen, 'critère')}.`]
}

/** What keeps someone from being chosen, and what referees said. */
export function warningsOf({ cannotBeChosen, toVerify, signs }: BoardLine): readonly string[] {
  return [
    ...(cannotBeChosen.length > 0
      ? [`ne peut pas être retenue, obligatoire et non validé : ${quoted(cannotBeChosen)}`]
      : []),
    ...(toVerify.length > 0 ? [`obligatoire, à vérifier : ${quoted(toVerify)}`] : []),
    ...(signs.length > 0 ? [`références : ${signsIn(signs)}`] : []),
  ]
}

function quoted(names: readonly string[]): string {
  return enumerate(names.map((name) => `« ${name} »`))
}

function signsIn(signs: readonly Sign[]): string {
  const kinds = [...new Set(signs)]
  return enumerate(
    kinds.map((kind) => {
      const n = signs.filter((sign) => sign === kind).length
      return `${SIGN_NAMES[kind]} ${count(n, 'fois', 'fois')}`
    }),
  )
}

/** Whether the order holds, then each step of a weight that changes it. */
export function firmnessOf({ turns }: BoardGroup): readonly string[] {
  if (!turns) return []
  if (turns.length === 0) {
    return ['L’ordre tient : changer un poids d’un cran ne le modifie pas.']
  }
  return ['L’ordre dépend de peu. Il deviendrait :', ...turns.map(turnOf)]
}

function turnOf({ criterion, weight, order }: Turn): string {
  const tied = new Set(order.map(({ rank }) => rank)).size < order.length
  const people = order.map(({ name, rank }) => (tied ? `${name} (${rank})` : name))
  return `« ${criterion} » à ${weight} : ${people.join(', ')}`
}

/** Why those without a score have none, one line each; those out of the running together. */
export function leftOutIn({ leftOut }: Board): readonly string[] {
  return WHY_LEFT_OUT.flatMap(([why, said, isOver]) => {
    const names = leftOut.filter((one) => one.why === why).map(({ name }) => name)
    if (names.length === 0) return []
    return (isOver ? [enumerate(names)] : names).map(
      (name) => `Pas de score pour ${name} : ${said}.`,
    )
  })
}

const WHY_LEFT_OUT: readonly (readonly [WhyLeftOut, string, boolean?])[] = [
  ['shut', 'débrief encore fermé'],
  ['unassessed', 'aucun critère évalué'],
  ['upcoming', 'entretien à venir'],
  ['not-met', 'pas encore d’entretien'],
  ['stopped', 'candidature arrêtée', true],
  ['withdrawn', 'candidature retirée', true],
]

/** Who is left out of what the reader sees, and why. */
export function hiddenIn({ hidden }: Board): readonly string[] {
  return hidden.length === 0
    ? []
    : [
        `Tu dois encore des notes sur ${enumerate(hidden)} : sans elles, rien de ce que les autres ont noté ne t’est montré.`,
      ]
}

export function changesIn({ changes }: Board): readonly string[] {
  return changes === 0
    ? []
    : [`Le cadrage a changé ${times(changes)} depuis qu’il est clos, pour toutes les candidatures.`]
}
