/** What the bot asks of the applicant tracking system on which interview reports are kept. */

/** How the applicant tracking system names a candidate. */
export type CandidateReference = string

export type Posted =
  /** The report is there. `comment` is its id, the only proof there will be: it cannot be read back. */
  | { readonly kind: 'posted'; readonly comment: string }
  /** Nothing was written, and the same request would be refused again. */
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** Nothing was written, as nobody was reached: trying later is safe. */
  | { readonly kind: 'not-sent' }
  /** Perhaps written, perhaps not: only a person can look, so another try is theirs to decide. */
  | { readonly kind: 'uncertain' }

export type Refusal = 'not-authorised' | 'unknown-candidate' | 'invalid'

export interface ReportDesk {
  /**
   * Writes `content` on the candidate's page. Sent once, whatever happens: a second try could write a
   * second report that nobody could take back. Never rejects.
   */
  post(candidate: CandidateReference, content: string): Promise<Posted>
}
