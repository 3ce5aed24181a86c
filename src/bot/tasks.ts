/** `/recrutement tâches`, and `/recrutement` alone: what I owe, with its buttons. */
import type { Answer, Button } from '../chat/port.ts'
import { code, text } from '../chat/text.ts'
import type { Text } from '../chat/text.ts'
import { isBefore } from '../process/instants.ts'
import { slotOf } from '../process/recruitment.ts'
import type { Recruitment } from '../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../process/roles.ts'
import { titleOf } from './choose.ts'
import { RECRUITMENT_ARG, say } from './desk.ts'
import { since } from './french/times.ts'
import { count } from './french/words.ts'
import { viewOf } from './interviews/view.ts'
import type { Case, CommandCall, Desk, Topic } from './topic.ts'

export const tasks: Topic = { freeCommands: { tâches: show } }

/** Messages carry a few buttons well; the next ones come once these are done. */
const PER_PAGE = 4

type Owed = Awaited<ReturnType<Desk['store']['obligationsOf']>>[number]

async function show({ desk, by }: CommandCall): Promise<Answer> {
  const now = desk.clock.now()
  const all = await desk.store.obligationsOf(by)
  const due = all.filter(({ since }) => !isBefore(now, since))
  const feasible = await Promise.all(due.map((one) => canStillBeDone(desk, one)))
  const owed = due.filter((_, i) => feasible[i])
  if (owed.length === 0) return say('Tu n’as rien à faire pour l’instant.', await idle(desk, by))
  const page = owed.slice(0, PER_PAGE)
  const lines = await Promise.all(page.map((one) => describe(desk, by, one)))
  const known = lines.filter((line) => line !== undefined)
  const rest = owed.length - page.length
  return say(
    owed.length === 1 ? 'Une chose à faire.' : `${count(owed.length, 'chose')} à faire.`,
    { kind: 'bullets', items: known.map((line) => line.what) },
    { kind: 'buttons', buttons: known.map((line) => line.button) },
    ...(rest > 0
      ? [
          {
            kind: 'text' as const,
            text: text`Encore ${count(rest, 'autre')} ensuite : tape ${code('/recrutement tâches')} quand c’est fait.`,
          },
        ]
      : []),
  )
}

/** An invitation is no longer answered once the interview has started. */
async function canStillBeDone(
  desk: Desk,
  { recruitment, kind, interview }: Owed,
): Promise<boolean> {
  if (kind !== 'answer-invitation') return true
  const meeting = (await desk.store.load(recruitment))?.interviews[interview ?? '']
  return meeting !== undefined && isBefore(desk.clock.now(), slotOf(meeting).start)
}

/** What someone without tasks can do. */
async function idle(desk: Desk, by: string) {
  const mine = await desk.store.recruitmentsOf(by)
  const states = await Promise.all(mine.map(({ recruitment }) => desk.store.load(recruitment)))
  const led = states.findLast((state) => state && !refuseUnlessOwnerOrDeputy(state, by))
  const next = led
    ? text`Pour avancer : ${code(`/recrutement ${nextCommand(led)}`)}. La liste complète : ${code('/recrutement aide')}.`
    : text`Pour ouvrir un recrutement : ${code('/recrutement nouveau')}. La liste complète : ${code('/recrutement aide')}.`
  return { kind: 'text' as const, text: next }
}

/** What moves a recruitment on, for whoever leads it. */
function nextCommand({ framing, members, applications, interviews }: Recruitment): string {
  if (!framing.closedAt) return 'cadrage'
  if (Object.keys(members).length === 0) return 'équipe'
  if (Object.keys(applications).length === 0) return 'candidat'
  const waiting = Object.values(interviews).some(
    ({ status, openedAt }) => status === 'scheduled' && !openedAt,
  )
  return waiting ? 'débrief' : 'planifier'
}

async function describe(
  desk: Desk,
  by: string,
  { recruitment, kind, interview, since: from }: Owed,
): Promise<{ readonly what: Text; readonly button: Button } | undefined> {
  const state = await desk.store.load(recruitment)
  if (!state) return undefined
  const on: Case = { id: recruitment, state }
  const waiting = since(from, desk.clock.now())
  const button = (label: string, action: string, args: Record<string, string> = {}): Button => ({
    label,
    action,
    args: { [RECRUITMENT_ARG]: recruitment, ...args },
  })
  if (kind === 'confirm-advice' || kind === 'read-framing') {
    const title = await titleOf(desk, on, by)
    return kind === 'confirm-advice'
      ? {
          what: text`Donner ton avis sur le cadrage de ${title}, ${waiting}`,
          button: button('Nous en avons parlé', 'advice-given'),
        }
      : {
          what: text`Lire le cadrage de ${title}, ${waiting}`,
          button: button('Lire le cadrage', 'see-framing'),
        }
  }
  const view = await viewOf(desk, on, interview, by)
  if (!view || interview === undefined) return undefined
  const about = `${view.candidate} (${view.stage.toLowerCase()})`
  return kind === 'file-notes'
    ? {
        what: text`✍️ Tes notes sur ${about}, ${waiting}`,
        button: button(`Notes : ${view.candidate}`, 'file-notes', { interview }),
      }
    : {
        what: text`🗓 Dire si tu viens : ${about}, ${view.when}`,
        button: button(`Je serai là : ${view.candidate}`, 'coming', { interview }),
      }
}
