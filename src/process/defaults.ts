/** Every figure of the process, in one place (product.md section 8). */
export const DEFAULTS = {
  /** Minutes before the start at which the link is sent again. */
  nudgeMinutes: 15,
  /** Minutes ahead from which something is said along with what is due, in the same message. */
  togetherMinutes: 30,
  /** Working hours after the planned end before the first reminder to file notes. */
  lateAfterHours: 4,
  /** Working hours after the planned end before the owner is told. */
  ownerToldAfterHours: 18,
  /** Criteria that a prequalification can carry. */
  prequalificationCriteria: 4,
  /** Minutes that must pass before the same person can be reminded by hand again. */
  remindAgainAfterMinutes: 60,
  /** Hours, on the clock of whoever schedules, when an interview asks for confirmation. */
  night: { from: 22, until: 7 },
  /** Minutes that an interview may last. */
  interviewMinutes: { min: 5, max: 240 },
  /** Active applications that may reach the collaboration stage; one more needs a reason. */
  atCollaboration: 3,
  /** What `réglages` accepts, in the units of the setting. */
  nudgeRange: { min: 5, max: 60 },
  lateAfterRange: { min: 1, max: 36 },
  ownerToldAfterRange: { min: 9, max: 90 },
  /** Months that unsuccessful applications may be kept (CNIL, recruitment guide, 2023). */
  retentionMonths: { min: 1, max: 24 },
  /** Days between telling the owner that an application will be erased and erasing it. */
  erasureNoticeDays: 14,
  /** Working hours after which an unanswered candidate is called to mind. */
  answerWithinHours: 9,
  /** Working days between the closing and each of its follow-ups. */
  followUpDays: { price: 2, order: 5, 'offer-archived': 5, file: 2, arrival: 10 },
} as const
