/** Writing notes: open the form, set a draft aside, file. */
import { createHash } from 'node:crypto'
import type { Answer, Values } from '../../chat/port.ts'
import { fileScorecard, saveDraft } from '../../process/decide/notes.ts'
import { missingScorers, opensAt } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { criteriaOf, slotOf, stagesOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import type { Refusal } from '../../process/refusal.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  namesOf,
  outcome,
  read,
  say,
  zoneOf,
} from '../desk.ts'
import { ticked } from '../fields.ts'
import { moment } from '../french/times.ts'
import { enumerate, meetingName } from '../french/words.ts'
import { guideOf } from '../interviews/guide.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, Desk, FormCall } from '../topic.ts'
import { notesForm } from './form.ts'
import type { NotesContext } from './form.ts'
import { readNotes, valuesOf } from './reading.ts'
import type { Scorecard } from './reading.ts'
import { remarksOn, remarksMessage } from './remarks.ts'
import { subjectsOf } from './subjects.ts'
import type { NamedSubject } from './subjects.ts'

/** Said once: a form opened after a remark is filed as it is. */
const REMARKED = 'remarked'

/** Opens the notes of an interview for one of its scorers, where they were left. */
export async function openNotes(
  call: About<Call>,
  id: string,
  args: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { desk, on, by } = call
  const interview = on.state.interviews[id]
  const refusal = interview ? mayOpen(interview, by, desk.clock.now()) : UNKNOWN
  if (!interview || refusal) return say(await explain(desk, on, refusal ?? UNKNOWN, by))
  const form = notesForm(
    {
      [RECRUITMENT_ARG]: on.id,
      interview: id,
      after: String(interview.filings[by]?.length ?? 0),
      framing: framingOf(on, interview),
      ...args,
    },
    await contextOf(call, interview),
  )
  return { kind: 'form', form }
}

/** Opens the form again after a remark, which is not made twice. */
export function correctNotes(call: About<ButtonCall>): Promise<Answer> {
  return openNotes(call, call.args['interview'] ?? '', { [REMARKED]: 'yes' })
}

const UNKNOWN: Refusal = { code: 'unknown-interview' }

/** Which criteria a notes form was made for: notes on others are not silently dropped. */
function framingOf({ state }: Case, interview: Interview): string {
  const ids = criteriaOf(state.framing, ...stagesOf(interview)).map(({ id }) => id)
  return createHash('sha256').update(ids.toSorted().join('\0')).digest('hex').slice(0, 16)
}

function mayOpen(
  interview: Interview,
  by: string,
  now: Parameters<typeof isBefore>[0],
): Refusal | undefined {
  if (!interview.participants[by]) return { code: 'not-invited' }
  if (interview.participants[by] !== 'scorer') return { code: 'not-a-scorer' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  const { start } = slotOf(interview)
  return isBefore(now, start) ? { code: 'interview-not-started', start } : undefined
}

async function contextOf(
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

/** Files what the form brought, or sets it aside: on demand, or when a remark is worth a second look. */
export async function submitNotes(call: About<FormCall>): Promise<Answer> {
  const { on, args, values, by, desk } = call
  const interview = on.state.interviews[args['interview'] ?? '']
  if (!interview) return { kind: 'invalid', message: await explain(desk, on, UNKNOWN, by) }
  if (ticked(values, 'draft')) return keepDraft(call, interview, () => draftKept(call, interview))
  if (args['framing'] !== framingOf(on, interview)) {
    const sentence = await explain(desk, on, { code: 'framing-changed-meanwhile' }, by)
    return { kind: 'invalid', message: sentence }
  }
  const context = await contextOf(call, interview)
  const scorecard = readNotes(values, context)
  if ('fields' in scorecard) return { kind: 'invalid', fields: scorecard.fields }
  const remarks = args[REMARKED] === undefined ? remarksOn(scorecard, context.subjects) : []
  if (remarks.length > 0) {
    return keepDraft(call, interview, () =>
      remarksMessage(on, interview, context.candidate, remarks),
    )
  }
  return formOutcome(call, await file(call, interview, scorecard, Number(args['after'])), (after) =>
    whatNext(call, after, interview.id),
  )
}

/** Files the draft as it stands, after a remark. */
export async function fileDraft(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const interview = on.state.interviews[args['interview'] ?? '']
  const draft = interview?.drafts[by]
  const saved = draft && (await read(desk, on, by, [draft.text])).get('draft', draft.text)
  if (!interview || !saved) return openNotes(call, args['interview'] ?? '')
  const scorecard = readNotes(saved, await contextOf(call, interview))
  if ('fields' in scorecard) return openNotes(call, interview.id)
  const after = interview.filings[by]?.length ?? 0
  const changed = await file(call, interview, scorecard, after)
  return outcome(call, changed, (on) => whatNext(call, on, interview.id))
}

function file(
  call: About<Call>,
  interview: Interview,
  scorecard: Scorecard,
  after: number,
): ReturnType<typeof change> {
  const evidence = { id: idFrom(call, 'evidence'), content: scorecard.evidence }
  const verdict = { id: idFrom(call, 'verdict'), content: scorecard.verdict }
  const about = { application: interview.application, interview: interview.id }
  return change(
    call,
    (state, actor) =>
      fileScorecard(state, { interview: interview.id, evidence, verdict, after }, actor),
    [
      { id: evidence.id, kind: 'evidence', body: evidence.content, ...about },
      { id: verdict.id, kind: 'verdict', body: verdict.content, ...about },
    ],
    draftsOf(interview, call.by),
  )
}

async function keepDraft(
  call: About<FormCall>,
  interview: Interview,
  done: () => ReturnType<typeof message> | Promise<ReturnType<typeof message>>,
): Promise<Answer> {
  const { draft: _ticked, ...body } = call.values
  const draft = idFrom(call, 'draft')
  const after = Number(call.args['after'])
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

function draftsOf({ drafts }: Interview, person: string): readonly string[] {
  const draft = drafts[person]
  return draft ? [draft.text] : []
}

function draftKept({ on }: About<Call>, interview: Interview) {
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

/** After filing: when the debrief opens, or who is still awaited. */
async function whatNext({ desk, by }: Call, on: Case, id: string) {
  const interview = on.state.interviews[id]
  if (!interview || interview.openedAt) return message('✅ Notes déposées. Le débrief est ouvert.')
  const missing = missingScorers(interview)
  if (missing.length > 0) {
    const names = enumerate(await namesOf(desk, missing))
    return message(
      `✅ Notes déposées. Le débrief attend encore ${names}. Tu peux compléter tes notes avec \`/recrutement notes\`.`,
    )
  }
  const opening = opensAt(on.state, interview)
  const when = opening ? moment(opening, await zoneOf(desk, by), desk.clock.now()) : 'bientôt'
  return message(`✅ Notes déposées. Tout le monde l’a fait : le débrief s’ouvre ${when}.`)
}
