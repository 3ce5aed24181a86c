import { checkCoverage } from './coverage.ts'
import { NO_CRITERIA, readCriteria } from './criteria.ts'
import type { GuideFault, Report } from './fault.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Guide } from './guide.ts'
import { readParts } from './parts.ts'
import { NO_SCRIPT, readScript } from './script.ts'
import { unreadable } from './unreadable.ts'
import { readWarnings } from './warnings.ts'

/** A guide with the lines that faults between files point at. */
export interface LocatedGuide {
  readonly file: string
  readonly guide: Guide
  /** Where the file says which craft and stage it is for. */
  readonly line: number
  readonly criterionLines: ReadonlyMap<string, number>
}

/** Reads one guide file. Gives every fault of the file at once, by line. Never throws. */
export function parseGuide(
  file: string,
  source: string,
): { guide: Guide } | { faults: GuideFault[] } {
  const read = locateGuide(file, source)
  return 'faults' in read ? read : { guide: read.guide }
}

/** Like `parseGuide`, and keeps the lines. */
export function locateGuide(file: string, source: string): LocatedGuide | { faults: GuideFault[] } {
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const refusal = unreadable(text)
  if (refusal !== undefined) return { faults: [{ file, ...refusal }] }
  const faults = new Map<string, GuideFault>()
  const lastLine = text.trimEnd().split('\n').length
  const report: Report = (line, message) => {
    const within = Math.min(Math.max(line, 1), lastLine)
    faults.set(`${within} ${message}`, { file, line: within, message })
  }
  const { guide, line, criterionLines } = readText(text, lastLine, report)
  if (faults.size === 0 && guide !== undefined) return { file, guide, line, criterionLines }
  return { faults: [...faults.values()].toSorted((a, b) => a.line - b.line) }
}

function readText(text: string, lastLine: number, report: Report) {
  const { header, line, body } = readFrontMatter(text, report)
  const parts = readParts(body, lastLine, report)
  const criteria = parts.criteria ? readCriteria(parts.criteria, report) : NO_CRITERIA
  const script = parts.script ? readScript(parts.script, header?.duree, report) : NO_SCRIPT
  const warnings = parts.warnings ? readWarnings(parts.warnings, report) : []
  if (parts.criteria && parts.script) {
    checkCoverage(parts.criteria.line, header, criteria, script, report)
  }
  const guide: Guide | undefined = header && {
    craft: header.metier,
    stage: header.etape,
    title: header.titre,
    aim: header.objectif,
    duration: header.duree,
    script: script.sections,
    criteria: criteria.criteria,
    warnings,
  }
  return { guide, line, criterionLines: criteria.lines }
}
