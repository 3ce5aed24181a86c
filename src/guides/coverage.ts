import { quote, type Report } from './fault.ts'
import type { ReadCriteria } from './criteria.ts'
import type { Header } from './front-matter.ts'
import { ANY_CRITERION } from './proof.ts'
import type { ReadScript } from './script.ts'

/** What prequalification may carry: it is short. */
const PREQUALIFICATION_LIMIT = 4

/** Checks that criteria and questions need each other: none unknown, none without its question. */
export function checkCoverage(
  partLine: number,
  header: Header | undefined,
  { lines, count, allNamed }: ReadCriteria,
  { questions }: ReadScript,
  report: Report,
): void {
  checkCount(partLine, header, count, report)
  if (!allNamed) return
  const mentions = questions.flatMap((question) => question.mentions)
  for (const { id, line } of mentions) {
    if (id !== ANY_CRITERION && !lines.has(id)) {
      report(
        line,
        `Le critère ${quote(id)} n'existe pas dans ce guide : corrige-le ou ajoute-le sous « ## Critères ».`,
      )
    }
  }
  const covered = new Set(mentions.map(({ id }) => id))
  for (const [id, line] of lines) {
    if (!covered.has(id)) {
      report(
        line,
        `Aucune question ne vérifie le critère ${quote(id)} : nomme-le dans la ligne « Critères » d'une question.`,
      )
    }
  }
}

function checkCount(line: number, header: Header | undefined, count: number, report: Report): void {
  if (header === undefined) return
  if (header.metier === 'generic' && count > 0) {
    report(
      line,
      'Un guide générique sert à tous les métiers : retire ses critères, ceux du cadrage serviront.',
    )
  }
  if (header.metier !== 'generic' && count === 0) {
    report(line, "Ce guide n'a aucun critère : ajoutes-en au moins un sous un titre « ### ».")
  }
  if (header.etape === 'prequalification' && count > PREQUALIFICATION_LIMIT) {
    report(
      line,
      `La préqualification vérifie ${PREQUALIFICATION_LIMIT} critères au plus : déplaces-en vers une autre étape.`,
    )
  }
}
