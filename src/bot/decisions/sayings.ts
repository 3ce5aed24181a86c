/** What the bot says about decisions by itself. */
import { bold, text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Decision } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message, nameOf, read } from '../desk.ts'
import { since } from '../french/times.ts'
import { STAGE_NAMES, STAGE_WITH_ARTICLE } from '../french/words.ts'
import { viewOf } from '../interviews/view.ts'
import type { Composer } from '../topic.ts'
import { decisionButtons } from './asking.ts'

/** To the owner, who has yet to decide after an opened debrief. */
export const decisionAwaited: Composer = async ({ desk, on, entry, along }) => {
  const { to = '', application = '', occurrence = 1 } = entry
  const view = await viewOf(desk, on, entry.interview, to)
  if (!view?.interview.openedAt) return undefined
  const { candidate, stage, interview } = view
  const waiting = since(view.interview.openedAt, desk.clock.now())
  return message(
    occurrence === 1
      ? text`Ta décision est attendue pour ${bold(candidate)} (${stage.toLowerCase()}).`
      : text`${bold(candidate)} attend ta décision ${waiting}.`,
    along.length > 0
      ? {
          kind: 'buttons',
          buttons: [
            {
              label: `Décider : ${candidate}`,
              action: 'decide',
              args: { [RECRUITMENT_ARG]: on.id, application },
            },
          ],
        }
      : decisionButtons(on, application, interview.id),
  )
}

/** In the thread of the debrief: what the owner decided, and why if they said so. */
export const decided: Composer = async ({ desk, on, entry }) => {
  const application = on.state.applications[entry.application ?? '']
  const { decision } = application ?? {}
  if (!application || !decision) return undefined
  const texts = await read(desk, on, CHANNEL, [application.candidate, decision.reason])
  const candidate = texts.get('candidate', application.candidate)?.name ?? 'une candidature effacée'
  const reason = texts.get('reason', decision.reason)
  const owner = await nameOf(desk, decision.by)
  return message(
    text`${owner} a décidé pour ${bold(candidate)} : ${outcomeOf(decision)}.`,
    ...(reason === undefined ? [] : [{ kind: 'quote' as const, text: [reason] }]),
  )
}

function outcomeOf({ kind, stage }: Decision): string {
  switch (kind) {
    case 'advanced':
      return stage ? `la suite, avec l’étape « ${STAGE_NAMES[stage]} »` : 'la suite'
    case 'another':
      return stage
        ? `un entretien de plus pour ${STAGE_WITH_ARTICLE[stage]}`
        : 'un entretien de plus'
    case 'stopped':
      return 'la candidature s’arrête là'
    case 'chosen':
      return 'c’est la personne retenue'
  }
}
