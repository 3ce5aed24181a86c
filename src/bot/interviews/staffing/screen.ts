/** One interview: who is on it, when, and what whoever leads can change. */
import type { Answer, Block } from '../../../chat/port.ts'
import { person, text } from '../../../chat/text.ts'
import type { Text } from '../../../chat/text.ts'
import { RECRUITMENT_ARG, say } from '../../desk.ts'
import { explain } from '../../refusals/explain.ts'
import type { About, ButtonCall } from '../../topic.ts'
import type { InterviewView } from '../view.ts'
import { viewOf } from '../view.ts'
import { AFTER_START, ROLE_NAMES, hasStarted, refuseUnlessStaffable } from './staffable.ts'

export async function show(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const view = await viewOf(desk, on, args['interview'], by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  const refusal = refuseUnlessStaffable(call, view.interview)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const started = hasStarted(call, view.interview)
  return say(
    text`${view.stage} avec ${view.candidate}, ${view.when}.`,
    {
      kind: 'bullets',
      items: Object.keys(view.interview.participants).map((id) => line(view, id)),
    },
    ...(started ? [{ kind: 'text' as const, text: [AFTER_START] }] : []),
    ...buttons(on.id, view, started),
  )
}

function line({ interview }: InterviewView, id: string): Text {
  const { participants, conductor, waivers } = interview
  return text`${person(id)} ${ROLE_NAMES[participants[id] ?? 'observer']}${conductor === id ? ', mène l’entretien' : ''}${waivers[id] ? ', avec une dispense' : ''}`
}

/** What has begun is neither moved nor called off, and nobody is added to it: they were not there. */
function buttons(recruitment: string, { interview }: InterviewView, started: boolean): Block[] {
  const args = { [RECRUITMENT_ARG]: recruitment, interview: interview.id }
  const add = { label: 'Ajouter quelqu’un', action: 'add-participant', args }
  const people: Block = {
    kind: 'buttons',
    buttons: [
      { label: 'Remplacer quelqu’un', action: 'replace-participant', args, style: 'primary' },
      ...(started ? [] : [add]),
      { label: 'Changer un rôle', action: 'change-participant', args },
    ],
  }
  const slot: Block = {
    kind: 'buttons',
    buttons: [
      { label: 'Déplacer', action: 'move', args },
      { label: 'Annuler l’entretien', action: 'cancel', args },
    ],
  }
  return started ? [people] : [people, slot]
}
