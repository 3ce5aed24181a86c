/** What each event changes in the notes of an interview, its gate and its reports. */
import type { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import type { NotesFact } from '../facts/notes.ts'
import type { Interview, Report } from '../recruitment.ts'

export function notesAfter(
  interview: Interview,
  event: NotesFact & Stamp,
  at: Temporal.Instant,
): Interview {
  switch (event.type) {
    case 'DraftSaved': {
      const draft = { text: event.draft, at }
      return { ...interview, drafts: { ...interview.drafts, [event.scorer]: draft } }
    }
    case 'ScorecardFiled': {
      const { scorer, evidence, verdict } = event
      const before = interview.filings[scorer] ?? []
      const { [scorer]: _finished, ...drafts } = interview.drafts
      const { [scorer]: _fallen, ...waivers } = interview.waivers
      return {
        ...interview,
        drafts,
        filings: { ...interview.filings, [scorer]: [...before, { evidence, verdict, at }] },
        waivers: interview.openedAt ? interview.waivers : waivers,
      }
    }
    case 'ScorerReminded': {
      const times = (interview.reminded[event.scorer]?.times ?? 0) + 1
      return {
        ...interview,
        reminded: { ...interview.reminded, [event.scorer]: { at, times } },
      }
    }
    case 'ScorerWaived': {
      const waiver = { at, by: event.by, reason: event.reason }
      return { ...interview, waivers: { ...interview.waivers, [event.scorer]: waiver } }
    }
    case 'DebriefOpened':
      return { ...interview, openedAt: at }
    case 'ReportNotSent': {
      const { [event.scorer]: _attempt, ...reports } = interview.reports
      return { ...interview, reports }
    }
    case 'ReportAttempted':
      return reported(interview, event.scorer, { status: 'attempted', at })
    case 'ReportHandedOver':
      return reported(interview, event.scorer, { status: 'handed-over', at, handedAt: at })
    case 'ReportAsked': {
      const { why } = event
      const asked = { status: 'asked' as const, at, askedAt: at, ...(why !== undefined && { why }) }
      return reported(interview, event.scorer, asked)
    }
    case 'ReportLogged': {
      const { comment } = event
      const logged = { status: 'logged' as const, at, ...(comment !== undefined && { comment }) }
      return reported(interview, event.scorer, logged)
    }
  }
}

function reported(interview: Interview, scorer: string, report: Report): Interview {
  const { askedAt, handedAt, why } = interview.reports[scorer] ?? {}
  const kept = { ...(askedAt && { askedAt }), ...(handedAt && { handedAt }), ...(why && { why }) }
  return { ...interview, reports: { ...interview.reports, [scorer]: { ...kept, ...report } } }
}
