/** Filing notes. */
import type { Answer, Block } from '../../chat/port.ts'
import { fileScorecard } from '../../process/decide/notes.ts'
import { missingScorers, opensAt } from '../../process/gate.ts'
import type { Interview } from '../../process/recruitment.ts'
import { change, formOutcome, idFrom, message, namesOf, outcome, read, zoneOf } from '../desk.ts'
import { ticked } from '../fields.ts'
import { moment } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, FormCall } from '../topic.ts'
import { draftKept, draftsOf, keepDraft } from './drafts.ts'
import { KEEPS } from './form.ts'
import { REMARKED, contextOf, framingOf, openNotes } from './opening.ts'
import { readNotes } from './reading.ts'
import type { Scorecard } from './reading.ts'
import { remarksMessage, remarksOn } from './remarks.ts'
import { UNKNOWN } from './writers.ts'

/** Files what the form brought, or sets it aside: on demand, or when a remark is worth a second look. */
export async function submitNotes(call: About<FormCall>): Promise<Answer> {
  const { on, args, values, by, desk } = call
  const interview = on.state.interviews[args['interview'] ?? '']
  if (!interview) return { kind: 'invalid', message: await explain(desk, on, UNKNOWN, by) }
  if (ticked(values, KEEPS)) return keepDraft(call, interview, () => draftKept(call, interview))
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
    whatNext(call, after, interview.id, scorecard),
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
  return outcome(call, changed, (on) => whatNext(call, on, interview.id, scorecard))
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

/** After filing: when the debrief opens, or who is still awaited. */
async function whatNext({ desk, by }: Call, on: Case, id: string, { verdict }: Scorecard) {
  const interview = on.state.interviews[id]
  if (!interview || interview.openedAt) return message('✅ Notes déposées. Le débrief est ouvert.')
  const isFirst = interview.filings[by]?.length === 1
  const aside = isFirst && isEven(verdict) ? [SECOND_LOOK] : []
  const missing = missingScorers(interview)
  if (missing.length > 0) {
    const names = enumerate(await namesOf(desk, missing))
    return message(
      `✅ Notes déposées. Le débrief attend encore ${names}. Tu peux compléter tes notes avec \`/recrutement notes\`.`,
      ...aside,
    )
  }
  const opening = opensAt(on.state, interview)
  const when = opening ? moment(opening, await zoneOf(desk, by), desk.clock.now()) : 'bientôt'
  return message(
    `✅ Notes déposées. Tout le monde l’a fait : le débrief s’ouvre ${when}.`,
    ...aside,
  )
}

/** Said once, after the first filing; never that the levels are wrong. */
const SECOND_LOOK: Block = {
  kind: 'text',
  text: [
    'Tu as donné le même niveau à tous les critères : relis tes preuves une fois, tu peux encore compléter.',
  ],
}
/** Fewer levels than that may well be the same. */
const FEWEST_EVEN = 3

function isEven({ levels }: Scorecard['verdict']): boolean {
  const given = Object.values(levels).filter((level) => level !== null)
  return given.length >= FEWEST_EVEN && new Set(given).size === 1
}
