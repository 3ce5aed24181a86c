/** Opening the notes of an interview, where they were left. */
import { createHash } from 'node:crypto'
import type { Answer, Values } from '../../chat/port.ts'
import { criteriaOf, stagesOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, read, say, zoneOf } from '../desk.ts'
import { moment } from '../french/times.ts'
import { meetingName } from '../french/words.ts'
import { guideOf } from '../interviews/guide.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, Desk } from '../topic.ts'
import { notesForm } from './form.ts'
import type { NotesContext } from './form.ts'
import { notesPage } from './page.ts'
import { valuesOf } from './reading.ts'
import { subjectsOf } from './subjects.ts'
import type { NamedSubject } from './subjects.ts'
import { UNKNOWN, mayWrite } from './writers.ts'

/** Said once: a form opened after a remark is filed as it is. */
export const REMARKED = 'remarked'

/** Opens the notes of an interview for one of its scorers, where they were left. */
export async function openNotes(
  call: About<Call>,
  id: string,
  args: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { desk, on, by } = call
  const interview = on.state.interviews[id]
  const refusal = interview ? mayWrite(interview, by, desk.clock.now()) : UNKNOWN
  if (!interview || refusal) return say(await explain(desk, on, refusal ?? UNKNOWN, by))
  const page = call.interaction.page ? undefined : notesPage(call, id)
  const form = notesForm(
    {
      [RECRUITMENT_ARG]: on.id,
      interview: id,
      after: String(interview.filings[by]?.length ?? 0),
      framing: framingOf(on, interview),
      ...args,
    },
    { ...(await contextOf(call, interview)), ...(page !== undefined && { page }) },
  )
  return { kind: 'form', form }
}

/** Opens the form again after a remark, which is not made twice. */
export function correctNotes(call: About<ButtonCall>): Promise<Answer> {
  return openNotes(call, call.args['interview'] ?? '', { [REMARKED]: 'yes' })
}

/** Which criteria a notes form was made for: notes on others are not silently dropped. */
export function framingOf({ state }: Case, interview: Interview): string {
  const ids = criteriaOf(state.framing, ...stagesOf(interview)).map(({ id }) => id)
  return createHash('sha256').update(ids.toSorted().join('\0')).digest('hex').slice(0, 16)
}

/** What the form of that person needs: its subjects, its guide, and what it starts from. */
export async function contextOf(
  { desk, on, by }: About<Call>,
  interview: Interview,
): Promise<NotesContext> {
  const last = interview.filings[by]?.at(-1)
  const draft = interview.drafts[by]
  const application = on.state.applications[interview.application]
  const texts = await read(desk, on, by, [
    application?.candidate,
    last?.evidence,
    last?.verdict,
    draft?.text,
  ])
  const evidence = texts.get('evidence', last?.evidence)
  const verdict = texts.get('verdict', last?.verdict)
  const saved = texts.get('draft', draft?.text)
  const filed = evidence && verdict ? valuesOf({ evidence, verdict }) : {}
  const guide = guideOf(desk, on, interview)
  const subjects = inScriptOrder(await subjectsOf(desk, on, interview, by), guide)
  return {
    candidate: texts.get('candidate', application?.candidate)?.name ?? 'une candidature effacée',
    meeting: meetingName(interview),
    stages: stagesOf(interview),
    subjects,
    guide,
    filled: saved ?? filed,
    amends: last !== undefined,
    isOpen: interview.openedAt !== undefined,
    ...(saved && draft && { origin: await originOf(desk, by, draft.at, saved, subjects) }),
  }
}

async function originOf(
  desk: Desk,
  by: string,
  at: Parameters<typeof moment>[0],
  saved: Values,
  subjects: readonly NamedSubject[],
): Promise<string> {
  const when = moment(at, await zoneOf(desk, by), desk.clock.now())
  const written = subjects.filter(({ id }) => saved[`evidence-${id}`]).length
  return `Brouillon gardé ${when} : ${written}/${subjects.length} preuves écrites.`
}

/** In the order in which the script's questions give proof of them; what no question names comes last. */
function inScriptOrder(
  subjects: readonly NamedSubject[],
  guide: NotesContext['guide'],
): readonly NamedSubject[] {
  const questions = guide.script.flatMap((section) => section.questions)
  const place = ({ id, criterion }: NamedSubject) => {
    if (!criterion) return -1
    const at = questions.findIndex(({ criteria }) => criteria.includes(id))
    return at === -1 ? questions.length : at
  }
  return subjects.toSorted((a, b) => place(a) - place(b))
}
