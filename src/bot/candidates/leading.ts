/** What only the owner and the deputy start here. */
import type { Answer } from '../../chat/port.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Case } from '../topic.ts'
import { applicationIn } from './found.ts'
import type { Found } from './found.ts'

export function leads({ on, by }: Pick<About<Call>, 'on' | 'by'>): boolean {
  return !refuseUnlessOwnerOrDeputy(on.state, by)
}

/** Goes on for the owner and the deputy of a recruitment that is not closed. */
export async function leading<C extends About<Call>>(
  call: C,
  then: (call: C) => Promise<Answer>,
): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by) ?? refuseClosed(call.on.state)
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : then(call)
}

/** Goes on for the application that the arguments name. */
export async function about<C extends About<Call>>(
  call: C,
  id: string | undefined,
  then: (call: C, found: Found) => Promise<Answer>,
): Promise<Answer> {
  const found = await applicationIn(call, id)
  return found ? then(call, found) : unknown(call)
}

export async function unknown({ desk, on, by }: About<Call>): Promise<Answer> {
  return say(await explain(desk, on, { code: 'unknown-application' }, by))
}

/** Arguments of the buttons and forms about one application. */
export function argsOf(on: Case, { application }: Found): Readonly<Record<string, string>> {
  return { [RECRUITMENT_ARG]: on.id, application: application.id }
}
