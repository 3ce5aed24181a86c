/**
 * What happened in a recruitment. Events hold ids, instants and choices: never a name, a link, an
 * evidence or a level, which live in the texts that `TextId`s point to.
 */
import type { ApplicationFact } from './facts/applications.ts'
import type { ClosingFact } from './facts/closing.ts'
import type { FramingFact } from './facts/framing.ts'
import type { HeldFact } from './facts/held.ts'
import type { InterviewFact } from './facts/interviews.ts'
import type { NotesFact } from './facts/notes.ts'
import type { OpeningFact } from './facts/opening.ts'
import type { PrivacyFact } from './facts/privacy.ts'
import type { TeamFact } from './facts/team.ts'
import type { PersonId } from './ids.ts'

export type * from './ids.ts'

/** Rises when the shape of a stored event changes; `upcast.ts` lifts the older ones. */
export const EVENT_SCHEMA = 1

export type Fact =
  | OpeningFact
  | FramingFact
  | TeamFact
  | ApplicationFact
  | InterviewFact
  | NotesFact
  | HeldFact
  | ClosingFact
  | PrivacyFact

/** When something happened (ISO instant) and who did it (`SYSTEM` for the bot itself). */
export interface Stamp {
  readonly at: string
  readonly by: PersonId
}
export type Event = Fact & Stamp

export const SYSTEM = 'system'
