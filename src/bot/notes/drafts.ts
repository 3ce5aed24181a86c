/** Notes set aside, to be finished later. */
import type { Answer, Values } from '../../chat/port.ts'
import { saveDraft } from '../../process/decide/notes.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message } from '../desk.ts'
import type { About, Call, FormCall } from '../topic.ts'
import { KEEPS } from './form.ts'

const SECONDS_IN_PLACE = 60

/**
 * Keeps what the form brought, for its author alone. A page keeps what is typed at each pause: within the
 * minute the draft is written again in place, so that the log does not follow every sentence.
 */
export async function keepDraft(
  call: About<FormCall>,
  interview: Interview,
  done: () => ReturnType<typeof message> | Promise<ReturnType<typeof message>>,
): Promise<Answer> {
  const { [KEEPS]: _ticked, ...body } = call.values
  const draft = idFrom(call, 'draft')
  const after = Number(call.args['after'])
  if (await keptInPlace(call, interview, body)) return { kind: 'private', message: await done() }
  const changed = await change(
    call,
    (state, actor) => saveDraft(state, { interview: interview.id, draft, after }, actor),
    [
      {
        id: draft,
        kind: 'draft',
        body,
        application: interview.application,
        interview: interview.id,
      },
    ],
    draftsOf(interview, call.by).filter((id) => id !== draft),
  )
  return formOutcome(call, changed, done)
}

async function keptInPlace(
  { desk, by, args }: About<FormCall>,
  interview: Interview,
  body: Values,
): Promise<boolean> {
  const draft = interview.drafts[by]
  if (!draft || Number(args['after']) !== (interview.filings[by]?.length ?? 0)) return false
  const age = draft.at.until(desk.clock.now()).total('seconds')
  if (age >= SECONDS_IN_PLACE) return false
  return desk.store.rewriteDraft({ id: draft.text, by, body })
}

/** The draft of a person, to be erased once it is filed or replaced. */
export function draftsOf({ drafts }: Interview, person: string): readonly string[] {
  const draft = drafts[person]
  return draft ? [draft.text] : []
}

/** Said to whoever keeps a draft on demand. */
export function draftKept({ on }: About<Call>, interview: Interview) {
  return message('Ton brouillon est gardé. Rien n’est déposé : personne d’autre ne le lit.', {
    kind: 'buttons',
    buttons: [
      {
        label: 'Reprendre mes notes',
        action: 'file-notes',
        args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
        style: 'primary',
      },
    ],
  })
}
