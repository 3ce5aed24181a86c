/** `/recrutement notes`: file, amend, remind, let off. */
import { createHash } from 'node:crypto'
import type { Answer, Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { fileScorecard, remindScorer, waiveScorer } from '../../process/decide/notes.ts'
import { missingScorers, opensAt } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { criteriaOf, participantsWith, slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import type { Refusal } from '../../process/refusal.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  nameOf,
  namesOf,
  outcome,
  read,
  say,
  zoneOf,
} from '../desk.ts'
import { typed } from '../fields.ts'
import { moment } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import { viewOf } from '../interviews/view.ts'
import { explain } from '../refusals.ts'
import type { About, ButtonCall, Call, Case, CommandCall, FormCall, Topic } from '../topic.ts'
import { notesForm, readNotes } from './form.ts'
import type { NotesContext } from './form.ts'
import { ended, late, ownerToldLate, reminded } from './reminders.ts'

export const notes: Topic = {
  commands: { notes: ask },
  buttons: {
    'file-notes': (call) => open(call, call.args['interview'] ?? ''),
    remind,
    waive: askWaiver,
  },
  forms: { notes: submit, waiver: submitWaiver },
  sayings: { ended, late, reminded, 'owner-told-late': ownerToldLate },
}

/** Opens the form at once when there is one thing to write; asks which between several. */
async function ask(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by } = call
  const now = desk.clock.now()
  const mine = Object.values(on.state.interviews).filter(
    (one) =>
      one.status === 'scheduled' &&
      one.participants[by] === 'scorer' &&
      !isBefore(now, slotOf(one).start),
  )
  const owed = mine.filter((one) => missingScorers(one).includes(by))
  const [only, ...others] = owed
  if (only && others.length === 0) return open(call, only.id)
  const offered = owed.length > 0 ? owed : mine.slice(-MOST_CHOICES)
  if (offered.length === 0) {
    return say(
      on.state.members[by]?.role === 'observer'
        ? 'Tu assistes : pas de notes à déposer.'
        : 'Tu n’as pas de notes à déposer pour l’instant.',
    )
  }
  const headline =
    owed.length > 0
      ? `Tu dois des notes sur ${owed.length} entretiens. Lequel ?`
      : 'Tu es à jour. Tu peux compléter des notes déjà déposées.'
  return say(headline, { kind: 'buttons', buttons: await choices(call, offered) })
}

const MOST_CHOICES = 8

async function choices(
  { desk, on, by }: About<Call>,
  those: readonly Interview[],
): Promise<readonly Button[]> {
  return Promise.all(
    those.slice(0, MOST_CHOICES).map(async ({ id }): Promise<Button> => {
      const view = await viewOf(desk, on, id, by)
      return {
        label: `${view?.candidate ?? ''} · ${view?.stage ?? ''}`,
        action: 'file-notes',
        args: { [RECRUITMENT_ARG]: on.id, interview: id },
      }
    }),
  )
}

async function open(call: About<Call>, id: string): Promise<Answer> {
  const { desk, on, by } = call
  const interview = on.state.interviews[id]
  const refusal = interview ? mayOpen(interview, by, desk.clock.now()) : unknownInterview
  if (!interview || refusal) return say(await explain(desk, on, refusal ?? unknownInterview, by))
  const versions = interview.filings[by] ?? []
  const args = {
    [RECRUITMENT_ARG]: on.id,
    interview: id,
    after: String(versions.length),
    framing: framingOf(on, interview),
  }
  return { kind: 'form', form: notesForm(args, await contextOf(call, interview)) }
}

/** Which criteria a notes form was made for: notes on others are not silently dropped. */
function framingOf({ state }: Case, { stage }: Interview): string {
  const ids = criteriaOf(state.framing, stage).map(({ id }) => id)
  return createHash('sha256').update(ids.toSorted().join('\0')).digest('hex').slice(0, 16)
}

const unknownInterview: Refusal = { code: 'unknown-interview' }

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
  const criteria = criteriaOf(on.state.framing, interview.stage)
  const last = interview.filings[by]?.at(-1)
  const application = on.state.applications[interview.application]
  const texts = await read(desk, on, by, [
    ...criteria.map(({ label }) => label),
    application?.candidate,
    last?.evidence,
    last?.verdict,
  ])
  const evidence = texts.get('evidence', last?.evidence)
  const verdict = texts.get('verdict', last?.verdict)
  return {
    stage: interview.stage,
    candidate: texts.get('candidate', application?.candidate)?.name ?? 'une candidature effacée',
    criteria: criteria.map((criterion) => ({
      criterion,
      label: texts.get('criterion', criterion.label) ?? '…',
    })),
    guide: desk.guides.find(on.state.craft, interview.stage).guide,
    ...(evidence && verdict && { before: { evidence, verdict } }),
  }
}

async function submit(call: About<FormCall>): Promise<Answer> {
  const { on, args, values, by } = call
  const interview = on.state.interviews[args['interview'] ?? '']
  if (!interview) {
    return { kind: 'invalid', message: await explain(call.desk, on, unknownInterview, by) }
  }
  if (args['framing'] !== framingOf(on, interview)) {
    const changed = await explain(call.desk, on, { code: 'framing-changed-meanwhile' }, by)
    return { kind: 'invalid', message: changed }
  }
  const filed = readNotes(values, await contextOf(call, interview))
  if ('fields' in filed) return { kind: 'invalid', fields: filed.fields }
  const evidence = { id: idFrom(call, 'evidence'), content: filed.evidence }
  const verdict = { id: idFrom(call, 'verdict'), content: filed.verdict }
  const after = Number(args['after'])
  const about = { application: interview.application, interview: interview.id }
  const changed = await change(
    call,
    (state, actor) =>
      fileScorecard(state, { interview: interview.id, evidence, verdict, after }, actor),
    [
      { id: evidence.id, kind: 'evidence', body: evidence.content, ...about },
      { id: verdict.id, kind: 'verdict', body: verdict.content, ...about },
    ],
  )
  return formOutcome(call, changed, async (on) => message(await whatNext(call, on, interview.id)))
}

/** After filing: when the debrief opens, or who is still awaited. */
async function whatNext({ desk, by }: Call, on: Case, id: string): Promise<string> {
  const interview = on.state.interviews[id]
  if (!interview || interview.openedAt) return '✅ Notes déposées. Le débrief est ouvert.'
  const missing = missingScorers(interview)
  if (missing.length > 0) {
    const names = enumerate(await namesOf(desk, missing))
    return `✅ Notes déposées. Le débrief attend encore ${names}. Tu peux compléter tes notes avec \`/recrutement notes\`.`
  }
  const opening = opensAt(interview)
  const when = opening ? moment(opening, await zoneOf(desk, by), desk.clock.now()) : 'bientôt'
  return `✅ Notes déposées. Tout le monde l’a fait : le débrief s’ouvre ${when}.`
}

async function remind(call: About<ButtonCall>): Promise<Answer> {
  const { interview = '', scorer = '' } = call.args
  const changed = await change(call, (state, actor) =>
    remindScorer(state, { interview, scorer }, actor),
  )
  return outcome(call, changed, async () =>
    message(`C’est fait : ${await nameOf(call.desk, scorer)} reçoit un message.`),
  )
}

async function askWaiver(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const { interview: id = '', scorer = '' } = args
  const interview = on.state.interviews[id]
  const alone = interview && participantsWith(interview, 'scorer').length === 1
  if (alone) return say(await explain(desk, on, { code: 'waive-last' }, by))
  return {
    kind: 'form',
    form: {
      form: 'waiver',
      title: 'Ne plus l’attendre',
      intro: text`Si ${await nameOf(desk, scorer)} n’écrit pas, le débrief pourra s’ouvrir quand même. La raison y sera montrée.`,
      submit: 'Dispenser',
      args: { [RECRUITMENT_ARG]: on.id, interview: id, scorer },
      fields: [{ kind: 'text', name: 'reason', label: 'Raison', maxLength: 300 }],
    },
  }
}

async function submitWaiver(call: About<FormCall>): Promise<Answer> {
  const { interview = '', scorer = '' } = call.args
  const body = typed(call.values, 'reason')
  if (!body) return { kind: 'invalid', fields: { reason: 'Indique la raison en une phrase.' } }
  const reason = idFrom(call, 'reason')
  const changed = await change(
    call,
    (state, actor) => waiveScorer(state, { interview, scorer, reason }, actor),
    [{ id: reason, kind: 'reason', interview, body }],
  )
  return formOutcome(call, changed, async () =>
    message(
      text`${await nameOf(call.desk, scorer)} n’a plus à écrire ici. Tape ${code('/recrutement débrief')} pour voir la suite.`,
    ),
  )
}
