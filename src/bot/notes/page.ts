/** The notes form on a page of its own, for who writes at length. */
import type { Answer } from '../../chat/port.ts'
import { link, text } from '../../chat/text.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call } from '../topic.ts'
import { UNKNOWN, mayWrite } from './writers.ts'

/** The address of that page, for this person only. */
export function notesPage({ desk, on, by }: About<Call>, interview: string): string {
  const args = { [RECRUITMENT_ARG]: on.id, interview }
  return desk.pageFor({ by, action: 'file-notes', args })
}

export async function givePage(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const id = args['interview'] ?? ''
  const interview = on.state.interviews[id]
  const refusal = interview ? mayWrite(interview, by, desk.clock.now()) : UNKNOWN
  if (refusal) return say(await explain(desk, on, refusal, by))
  return say(
    text`✍️ ${link(notesPage(call, id), 'Ouvre ta page de notes')}. Le brouillon s’y garde tout seul.`,
    {
      kind: 'text',
      text: [
        'Le lien est pour toi : il s’ouvre sur un seul appareil, dans les 12 heures. Redemande-le quand tu veux.',
      ],
    },
  )
}
