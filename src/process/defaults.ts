/** Every figure of the process, in one place (product.md section 8). */
export const DEFAULTS = {
  /** Minutes before the start at which the link is sent again. */
  nudgeMinutes: 15,
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
} as const
