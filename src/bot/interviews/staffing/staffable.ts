/** What the three ways of changing people share. */
import type { Answer, Field, Form, Option } from '../../../chat/port.ts'
import { bold, text } from '../../../chat/text.ts'
import { refuseUnlessStaffable as refuse } from '../../../process/decide/participants.ts'
import type { Role, TextId } from '../../../process/events.ts'
import { isBefore } from '../../../process/instants.ts'
import { slotOf } from '../../../process/recruitment.ts'
import type { Interview } from '../../../process/recruitment.ts'
import type { Refusal } from '../../../process/refusal.ts'
import type { NewText } from '../../../store/texts.ts'
import { RECRUITMENT_ARG, idFrom, namesOf, say } from '../../desk.ts'
import { SHORT, typed } from '../../fields.ts'
import { explain } from '../../refusals/explain.ts'
import type { About, ButtonCall, Call, FormCall } from '../../topic.ts'
import { inShort } from '../upcoming.ts'
import { viewOf } from '../view.ts'

export const ROLES = ['scorer', 'observer'] as const satisfies readonly Role[]
export const ROLE_NAMES = { scorer: 'évalue', observer: 'assiste, sans évaluer' } as const

/** What letting a scorer go means once the interview has begun (section 4). */
export const AFTER_START =
  'L’entretien a commencé : seule une personne qui y assistait peut maintenant évaluer. Ne plus attendre les notes de quelqu’un vaut dispense : la raison s’affichera dans le débrief.'

export function refuseUnlessStaffable(
  { desk, on, by }: About<Call>,
  interview: Interview | undefined,
): Refusal | undefined {
  return refuse(on.state, interview, { by, at: desk.clock.now() })
}

export function hasStarted({ desk }: Call, interview: Interview): boolean {
  return !isBefore(desk.clock.now(), slotOf(interview).start)
}

/** A form about one interview, for those who may submit it: others are told why not. */
export async function openStaffing(
  call: About<ButtonCall>,
  build: (interview: Interview) => Promise<Pick<Form, 'form' | 'title' | 'submit' | 'fields'>>,
  before: string,
): Promise<Answer> {
  const { desk, on, by, args } = call
  const view = await viewOf(desk, on, args['interview'], by)
  const refusal = refuseUnlessStaffable(call, view?.interview)
  if (!view || refusal) {
    return say(await explain(desk, on, refusal ?? { code: 'unknown-interview' }, by))
  }
  const { interview } = view
  return {
    kind: 'form',
    form: {
      ...(await build(interview)),
      intro: text`${bold(inShort(view))}\n${hasStarted(call, interview) ? AFTER_START : before}`,
      args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
    },
  }
}

export async function peopleOf(
  { desk }: Call,
  { participants }: Interview,
): Promise<readonly Option[]> {
  const ids = Object.keys(participants)
  const names = await namesOf(desk, ids)
  return ids.map((value, i) => ({ value, label: names[i] ?? value }))
}

/** Asked where a waiver may come of it. */
export function reasonField(call: Call, interview: Interview): Field[] {
  if (!hasStarted(call, interview)) return []
  return [
    {
      kind: 'text',
      name: 'reason',
      label: 'Raison',
      help: 'Nécessaire si tu n’attends plus les notes de quelqu’un.',
      optional: true,
      maxLength: SHORT,
    },
  ]
}

interface Staffed {
  readonly about: { readonly interview: string; readonly reason?: TextId }
  readonly texts: readonly NewText[]
}

/** The interview that a form is about, with the reason that was typed. */
export function staffed(call: About<FormCall>): Staffed {
  const { interview = '' } = call.args
  const application = call.on.state.interviews[interview]?.application
  const body = typed(call.values, 'reason')
  if (body === undefined || application === undefined) return { about: { interview }, texts: [] }
  const reason = idFrom(call, 'reason')
  return {
    about: { interview, reason },
    texts: [{ id: reason, kind: 'reason', application, interview, body }],
  }
}
