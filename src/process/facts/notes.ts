import type { InterviewId, PersonId, TextId } from '../ids.ts'

/** Why a person is asked to log a report that the bot was to post. */
export type ReportTrouble = 'uncertain' | 'refused'

/** What scorers file, what keeps it sealed, and where its report goes afterwards. */
export type NotesFact =
  | {
      readonly type: 'DraftSaved'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly draft: TextId
    }
  | {
      readonly type: 'ScorecardFiled'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly evidence: TextId
      readonly verdict: TextId
    }
  | { readonly type: 'ScorerReminded'; readonly interview: InterviewId; readonly scorer: PersonId }
  | {
      readonly type: 'ScorerWaived'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly reason: TextId
    }
  | { readonly type: 'DebriefOpened'; readonly interview: InterviewId }
  /** The bot is about to post the report: from then on it may have been posted. */
  | { readonly type: 'ReportAttempted'; readonly interview: InterviewId; readonly scorer: PersonId }
  /** Nothing was sent: the bot may try again. */
  | { readonly type: 'ReportNotSent'; readonly interview: InterviewId; readonly scorer: PersonId }
  /** The scorer is asked to log the report by hand. */
  | {
      readonly type: 'ReportAsked'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly why?: ReportTrouble
    }
  /** The scorer has no access: the report goes to the owner. */
  | {
      readonly type: 'ReportHandedOver'
      readonly interview: InterviewId
      readonly scorer: PersonId
    }
  | {
      readonly type: 'ReportLogged'
      readonly interview: InterviewId
      readonly scorer: PersonId
      /** Id of the comment that the bot posted, as proof. */
      readonly comment?: string
    }
