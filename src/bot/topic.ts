/** The shape of a conversation: what people can ask, press, fill in, and what the bot says about it. */
import type { Answer, Interaction, Message, Person, Values } from '../chat/port.ts'
import type { Clock } from '../clock.ts'
import type { Guides } from '../guides/guide.ts'
import type { AgendaEntry, EffectKind, EntryKind } from '../process/agenda/entry.ts'
import type { PersonId } from '../process/events.ts'
import type { DrawSheet } from '../pictures/sheet.ts'
import type { Recruitment } from '../process/recruitment.ts'
import type { Store } from '../store/store.ts'
import type { ReportDesk } from '../wttj/port.ts'

/** What every conversation has at hand. */
export interface Desk {
  readonly store: Store
  readonly guides: Guides
  readonly clock: Clock
  readonly person: (id: PersonId) => Promise<Person>
  /** The account with this e-mail address, if any. */
  readonly personByEmail: (email: string) => Promise<Person | undefined>
  readonly sharedTeams: (
    person: PersonId,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Zone of those whose platform does not say. */
  readonly defaultZone: string
  /** Draws a table as a picture. */
  readonly draw: DrawSheet
  /** The address of a page that opens, in a browser of this person, what a button would open in the chat. */
  readonly pageFor: (asked: {
    readonly by: PersonId
    readonly action: string
    readonly args: Readonly<Record<string, string>>
  }) => string
  /** Posts reports on the applicant tracking system; without it people paste them. */
  readonly reports?: ReportDesk
}

/** A recruitment that the person may know of. */
export interface Case {
  readonly id: string
  readonly state: Recruitment
}

type Kind<K extends Interaction['kind']> = Extract<Interaction, { kind: K }>

export interface Call {
  readonly desk: Desk
  readonly interaction: Interaction
  readonly by: PersonId
}
export interface CommandCall extends Call {
  /** What was typed after the command's word. */
  readonly rest: string
}
export interface ButtonCall extends Call {
  readonly interaction: Kind<'button'>
  readonly args: Readonly<Record<string, string>>
}
export interface FormCall extends Call {
  readonly interaction: Kind<'form'>
  readonly args: Readonly<Record<string, string>>
  readonly values: Values
}
/** A call about one recruitment, in which whoever calls has a standing. */
export type About<C extends Call> = C & { readonly on: Case }

export type Handler<C extends Call> = (call: C) => Promise<Answer>
type Handlers<C extends Call> = Readonly<Record<string, Handler<C>>>

/** For composing one entry of the agenda, as its reader will see it. */
export interface SayingCall {
  readonly desk: Desk
  readonly on: Case
  readonly entry: AgendaEntry
  /**
   * What else is said in the same message. A reminder that is not alone is one line of a list: its
   * headline and its first button each have to tell what it is about.
   */
  readonly along: readonly EntryKind[]
}
/** Nothing when it no longer makes sense. */
export type Composer = (call: SayingCall) => Promise<Message | undefined>

/** One conversation. What is `free` is about no recruitment in particular. */
export interface Topic {
  /** About the recruitment of the channel, the person's only one, or the one they choose. */
  readonly commands?: Handlers<About<CommandCall>>
  readonly freeCommands?: Handlers<CommandCall>
  /**
   * For the rare thing that is not about one recruitment in which the person has a standing. Asked before the
   * others; nothing lets the command find its recruitment as usual.
   */
  readonly outsideCommands?: Readonly<
    Record<string, (call: CommandCall) => Promise<Answer | undefined>>
  >
  readonly buttons?: Handlers<About<ButtonCall>>
  readonly freeButtons?: Handlers<ButtonCall>
  readonly forms?: Handlers<About<FormCall>>
  readonly freeForms?: Handlers<FormCall>
  readonly sayings?: Partial<Readonly<Record<Exclude<EntryKind, EffectKind>, Composer>>>
}
