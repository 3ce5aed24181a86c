/** What events call people and things by. */
export type PersonId = string
export type TextId = string
export type CriterionId = string
export type ApplicationId = string
export type InterviewId = string
/** A message kept until a debrief opens. */
export type HeldId = string

export type Role = 'scorer' | 'observer'
