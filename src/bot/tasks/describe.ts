/** One thing owed, in a line, with the button that does it. */
import type { Button } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import { titleOf } from '../choose.ts'
import { followUpName } from '../closing/follow-ups.ts'
import { RECRUITMENT_ARG, nameOf, read } from '../desk.ts'
import { since } from '../french/times.ts'
import { viewOf } from '../interviews/view.ts'
import type { InterviewView } from '../interviews/view.ts'
import type { Case, Desk } from '../topic.ts'

export type Owed = Awaited<ReturnType<Desk['store']['obligationsOf']>>[number]

export interface Task {
  readonly what: Text
  readonly button: Button
}

/** Nothing when it can no longer be done, such as answering an invitation after the start. */
export async function describe(desk: Desk, by: string, owed: Owed): Promise<Task | undefined> {
  const state = await desk.store.load(owed.recruitment)
  if (!state) return undefined
  const on: Case = { id: owed.recruitment, state }
  const waiting = since(owed.since, desk.clock.now())
  const button = (label: string, action: string, args: Readonly<Record<string, string>> = {}) => ({
    label,
    action,
    args: { [RECRUITMENT_ARG]: owed.recruitment, ...args },
  })
  const title = () => titleOf(desk, on, by)
  const meeting = (say: (view: InterviewView, interview: string) => Task) =>
    aboutMeeting(desk, on, by, owed, say)
  switch (owed.kind) {
    case 'confirm-advice':
      return {
        what: text`Donner ton avis sur le cadrage de ${await title()}, ${waiting}`,
        button: button('Nous en avons parlé', 'advice-given'),
      }
    case 'read-framing':
      return {
        what: text`Lire le cadrage de ${await title()}, ${waiting}`,
        button: button('Lire le cadrage', 'see-framing'),
      }
    case 'answer-invitation':
      return meeting(({ interview, candidate, stage, when }, id) => ({
        what: text`🗓 Dire si tu viens : ${candidate} (${stage.toLowerCase()}), ${when}`,
        button: button(`Je serai là : ${candidate}`, 'coming', { interview: interview.id ?? id }),
      }))
    case 'file-notes':
      return meeting(({ candidate, stage }, interview) => ({
        what: text`✍️ Tes notes sur ${candidate} (${stage.toLowerCase()}), ${waiting}`,
        button: button(`Notes : ${candidate}`, 'file-notes', { interview }),
      }))
    case 'log-report': {
      const { scorer = by } = owed
      const whose =
        scorer === by ? 'Ton compte rendu' : `Le compte rendu de ${await nameOf(desk, scorer)}`
      return meeting(({ candidate, stage }, interview) => ({
        what: text`✍️ ${whose} sur Welcome to the Jungle : ${candidate} (${stage.toLowerCase()}), ${waiting}`,
        button: button(`Compte rendu : ${candidate}`, 'see-report', { interview, scorer }),
      }))
    }
    case 'decide':
      return aboutCandidate(desk, on, by, owed, (candidate, application) => ({
        what: text`Décider pour ${candidate}, ${waiting}`,
        button: button(`Décider : ${candidate}`, 'decide', { application }),
      }))
    case 'schedule':
      return aboutCandidate(desk, on, by, owed, (candidate, application) => ({
        what: text`🗓 Planifier la suite avec ${candidate}, ${waiting}`,
        button: button(`Planifier : ${candidate}`, 'schedule', { application }),
      }))
    case 'answer-candidates':
      return {
        what: text`Répondre aux personnes non retenues (${await title()}), ${waiting}`,
        button: button('Répondre', 'answer-candidates'),
      }
    case 'follow-up': {
      if (!owed.followUp) return undefined
      return {
        what: text`${await followUpName(desk, on, owed.followUp, by)} (${await title()})`,
        button: button('C’est fait', 'follow-up-done', { followUp: owed.followUp }),
      }
    }
  }
}

async function aboutMeeting(
  desk: Desk,
  on: Case,
  by: string,
  { interview, kind }: Owed,
  say: (view: InterviewView, interview: string) => Task,
): Promise<Task | undefined> {
  const view = await viewOf(desk, on, interview, by)
  if (!view || interview === undefined) return undefined
  const { start } = slotOf(view.interview)
  if (kind === 'answer-invitation' && !isBefore(desk.clock.now(), start)) return undefined
  return say(view, interview)
}

async function aboutCandidate(
  desk: Desk,
  on: Case,
  by: string,
  { application }: Owed,
  say: (candidate: string, application: string) => Task,
): Promise<Task | undefined> {
  const known = on.state.applications[application ?? '']
  if (!known) return undefined
  const texts = await read(desk, on, by, [known.candidate])
  return say(texts.get('candidate', known.candidate)?.name ?? 'une candidature effacée', known.id)
}
