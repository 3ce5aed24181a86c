/** What people ask for, as few words as an example needs. */
import {
  addApplications,
  answerCandidates,
  informCandidate,
  resume,
  withdraw,
} from '../../../src/process/decide/applications.ts'
import {
  closeRecruitment,
  completeFollowUp,
  dateFollowUp,
  reopenFraming,
} from '../../../src/process/decide/closing.ts'
import {
  advance,
  askAnother,
  choose,
  stop,
  stopAll,
} from '../../../src/process/decide/decisions.ts'
import { remindScorer, waiveScorer } from '../../../src/process/decide/notes.ts'
import {
  removeParticipant,
  replaceParticipant,
  setParticipant,
} from '../../../src/process/decide/participants.ts'
import { changeSettings } from '../../../src/process/decide/settings.ts'
import type { Role } from '../../../src/process/events.ts'
import { DEFAULT_SETTINGS } from '../../../src/process/settings.ts'
import type { Settings } from '../../../src/process/settings.ts'
import type { FollowUp, Stage } from '../../../src/process/vocabulary.ts'
import type { Command } from './history.ts'

const because = (reason: string | undefined) => (reason === undefined ? {} : { reason })

export function adding(...applications: readonly string[]): Command {
  const added = applications.map((application) => ({
    application,
    candidate: `candidate-${application}`,
    tracked: false,
  }))
  return (state, actor) => addApplications(state, added, actor)
}

export function informing(application: string): Command {
  return (state, actor) => informCandidate(state, application, actor)
}

export function withdrawing(application: string): Command {
  return (state, actor) => withdraw(state, { application }, actor)
}

export function resuming(application: string, reason?: string): Command {
  return (state, actor) => resume(state, { application, ...because(reason) }, actor)
}

export function answering(...applications: readonly string[]): Command {
  return (state, actor) => answerCandidates(state, applications, actor)
}

export function advancing(application: string, stage: Stage, reason?: string): Command {
  return (state, actor) => advance(state, { application, stage, ...because(reason) }, actor)
}

export function askingAnother(application: string, stage: Stage): Command {
  return (state, actor) => askAnother(state, { application, stage }, actor)
}

export function stopping(application: string): Command {
  return (state, actor) => stop(state, { application }, actor)
}

export const stoppingAll: Command = (state, actor) => stopAll(state, {}, actor)

/** Chooses someone whose comparison gives these means. */
export function choosing(
  application: string,
  means: Readonly<Record<string, number>> = {},
): Command {
  return (state, actor) => choose(state, { application, means }, actor)
}

export const closing: Command = closeRecruitment

export const reopening: Command = (state, actor) =>
  reopenFraming(state, { reason: 'reason-1' }, actor)

export function dating(followUp: FollowUp, date: string): Command {
  return (state, actor) => dateFollowUp(state, { followUp, date }, actor)
}

export function completing(followUp: FollowUp): Command {
  return (state, actor) => completeFollowUp(state, followUp, actor)
}

export function adjusting(settings: Partial<Settings>): Command {
  return (state, actor) => changeSettings(state, { ...DEFAULT_SETTINGS, ...settings }, actor)
}

/** Invites someone to the interview of the story, or changes their role there. */
export function setting(person: string, role: Role, reason?: string): Command {
  return (state, actor) =>
    setParticipant(state, { interview: 'talk', person, role, ...because(reason) }, actor)
}

export function replacing(person: string, by: string, reason?: string): Command {
  return (state, actor) =>
    replaceParticipant(state, { interview: 'talk', person, with: by, ...because(reason) }, actor)
}

export function takingOff(person: string, reason?: string): Command {
  return (state, actor) =>
    removeParticipant(state, { interview: 'talk', person, ...because(reason) }, actor)
}

export function waiving(scorer: string): Command {
  return (state, actor) =>
    waiveScorer(state, { interview: 'talk', scorer, reason: 'reason-1' }, actor)
}

export function reminding(scorer: string): Command {
  return (state, actor) => remindScorer(state, { interview: 'talk', scorer }, actor)
}
