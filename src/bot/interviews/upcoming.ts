/** Which interview to move or to call off, among those that have not started. */
import type { Answer, Field, Form } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { refuseUnlessUpcoming } from '../../process/decide/timing.ts'
import type { InterviewId } from '../../process/events.ts'
import { isBefore } from '../../process/instants.ts'
import { applicationsOf, withName } from '../candidates/found.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { typed } from '../fields.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, CommandCall, FormCall } from '../topic.ts'
import { viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

/** Builds a form about one of these interviews: all of them are offered. */
export type FormFor = (upcoming: readonly [InterviewView, ...InterviewView[]]) => Form

/** Offers those of the person named, or all of them. */
export async function askAmong(call: About<CommandCall>, formFor: FormFor): Promise<Answer> {
  const { desk, on, by, rest } = call
  const named = withName(await applicationsOf(desk, on, by), rest)
  const [first, ...others] = (await upcomingIn(call)).filter(
    ({ interview }) =>
      rest === '' || named.some(({ application }) => application.id === interview.application),
  )
  if (first) return { kind: 'form', form: formFor([first, ...others]) }
  return say(
    text`Aucun entretien à venir${rest === '' ? '' : ` avec « ${rest} »`}. Pour en prévoir un : ${code('/recrutement planifier')}.`,
  )
}

/** The form for the interview that a button is about, or why it is too late. */
export async function askAbout(call: About<ButtonCall>, formFor: FormFor): Promise<Answer> {
  const { desk, on, by, args } = call
  const view = await viewOf(desk, on, args['interview'], by)
  const actor = { by, at: desk.clock.now() }
  const refusal = refuseUnlessUpcoming(view?.interview, actor)
  if (view && !refusal) return { kind: 'form', form: formFor([view]) }
  return say(await explain(desk, on, refusal ?? { code: 'unknown-interview' }, by))
}

async function upcomingIn({ desk, on, by }: About<Call>): Promise<readonly InterviewView[]> {
  const actor = { by, at: desk.clock.now() }
  const upcoming = Object.values(on.state.interviews).filter(
    (interview) => !refuseUnlessUpcoming(interview, actor),
  )
  const views = await Promise.all(upcoming.map(({ id }) => viewOf(desk, on, id, by)))
  return views
    .filter((view) => view !== undefined)
    .toSorted((a, b) => (isBefore(a.start, b.start) ? -1 : 1))
}

/** Asks which when there is a choice. */
export function which([only, ...others]: readonly [InterviewView, ...InterviewView[]]): Field[] {
  if (others.length === 0) return []
  return [
    {
      kind: 'choice',
      name: 'interview',
      label: 'Quel entretien',
      options: [only, ...others].map((view) => ({
        value: view.interview.id,
        label: inShort(view),
      })),
    },
  ]
}

/** The interview itself, when there is no choice. */
export function argsFor(
  recruitment: string,
  [only, ...others]: readonly [InterviewView, ...InterviewView[]],
): Readonly<Record<string, string>> {
  const args = { [RECRUITMENT_ARG]: recruitment }
  return others.length === 0 ? { ...args, interview: only.interview.id } : args
}

export function inShort({ candidate, stage, when }: InterviewView): string {
  return `${candidate} · ${stage} · ${when}`
}

export function chosenIn({ args, values }: FormCall): InterviewId {
  return args['interview'] ?? typed(values, 'interview') ?? ''
}
