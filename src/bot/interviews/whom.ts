/** `/recrutement planifier`: with whom, and for which stage, before when and where. */
import type { Answer, Block, Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { isBefore } from '../../process/instants.ts'
import { progressOf } from '../../process/progress.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { almostNamed, applicationsOf, withName } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { oneOf } from '../fields.ts'
import { meetingName } from '../french/words.ts'
import { readAsked } from '../guide/asked.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, CommandCall } from '../topic.ts'
import { chooseForm, isRunning } from './choosing.ts'
import { openSchedule } from './schedule.ts'
import { meetingFor, stageAhead } from './stages.ts'

/** Goes straight to the form for the person named, or the only one; between several it asks. */
export async function askSchedule(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const all = await applicationsOf(desk, on, by)
  const running = all.filter(isRunning)
  if (rest !== '') return askNamed(call, all, rest)
  const [only, ...others] = running
  if (!only) {
    return all.length === 0
      ? say(text`Ajoute d’abord une candidature : ${code('/recrutement candidat')}.`)
      : say(text`Aucune candidature n’est en cours. La liste : ${code('/recrutement candidat')}.`)
  }
  return others.length === 0 ? openNext(call, only) : askWhom(call, running)
}

/** The same from a button, which says for whom and may say which stage. */
export async function askScheduleFor(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const all = await applicationsOf(desk, on, by)
  const found = all.find(({ application }) => application.id === args['application'])
  if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
  const stage = oneOf(args, 'stage', STAGES)
  return stage ? openSchedule(call, found, stage) : openNext(call, found)
}

async function openNext(call: About<Call>, found: Found): Promise<Answer> {
  const stage = stageAhead(call.on.state, found.application.id)
  return stage || !isRunning(found)
    ? openSchedule(call, found, stage ?? 'prequalification')
    : chooseForm(call, found.application.id)
}

/** « camille références »: a name, then maybe a stage. Someone no longer in the running is told apart. */
async function askNamed(call: About<Call>, all: readonly Found[], typed: string): Promise<Answer> {
  const { desk, on, by } = call
  const named = readNamed(all.filter(isRunning), typed) ?? readNamed(all, typed)
  const [only, ...others] = named?.found ?? []
  if (!named || !only) {
    const close = almostNamed(all.filter(isRunning), typed)
    return close.length === 0
      ? say(await explain(desk, on, { code: 'unknown-application' }, by))
      : say(text`Je ne trouve pas « ${typed} ». Tu voulais dire :`, choices(call, close))
  }
  if (others.length === 0) {
    return named.stage ? openSchedule(call, only, named.stage) : openNext(call, only)
  }
  return say(
    'Plusieurs personnes portent ce nom. Laquelle ?',
    choices(call, named.found, named.stage),
  )
}

function choices(call: About<Call>, found: readonly Found[], stage?: Stage): Block {
  const buttons = found.slice(0, MOST_NAMESAKES).map((one) => scheduleButton(call, one, stage))
  return { kind: 'buttons', buttons }
}

const MOST_NAMESAKES = 8

function readNamed(
  among: readonly Found[],
  typed: string,
): { readonly found: readonly Found[]; readonly stage?: Stage } | undefined {
  const words = typed.split(/\s+/)
  for (let length = words.length; length > 0; length -= 1) {
    const found = withName(among, words.slice(0, length).join(' '))
    if (found.length === 0) continue
    if (length === words.length) return { found }
    const { stages, unknown } = readAsked(words.slice(length).join(' '))
    const [stage, ...others] = stages
    if (stage && others.length === 0 && unknown === undefined) return { found, stage }
  }
  return undefined
}

/** With the last button, a message carries four. */
const MOST_WAITING = 3

/** Those whom nobody has planned to meet yet, the longest wait first; the form has everyone. */
async function askWhom(call: About<Call>, running: readonly Found[]): Promise<Answer> {
  const { desk, on } = call
  const now = desk.clock.now()
  const waiting = running
    .map((one) => ({ one, progress: progressOf(on.state, one.application, now) }))
    .filter(({ one, progress }) => {
      return progress.kind === 'to-schedule' && stageAhead(on.state, one.application.id)
    })
    .toSorted((a, b) => (isBefore(a.progress.since, b.progress.since) ? -1 : 1))
    .map(({ one }) => one)
  if (waiting.length === 0) return chooseForm(call)
  const headline =
    waiting.length > MOST_WAITING
      ? `🗓 ${waiting.length} personnes attendent un entretien. Avec qui ?`
      : '🗓 Un entretien avec qui ?'
  return say(headline, {
    kind: 'buttons',
    buttons: [
      ...waiting.slice(0, MOST_WAITING).map((one) => scheduleButton(call, one)),
      {
        label: 'Autre personne ou étape',
        action: 'choose-interview',
        args: { [RECRUITMENT_ARG]: on.id },
      },
    ],
  })
}

/** « Camille Durand · mise en situation ». */
function scheduleButton({ on }: About<Call>, found: Found, asked?: Stage): Button {
  const { application, candidate } = found
  const stage = asked ?? stageAhead(on.state, application.id)
  const what = stage ? ` · ${meetingName(meetingFor(on.state, stage)).toLowerCase()}` : ''
  return {
    label: `${candidate.name}${what}`,
    action: 'schedule',
    args: {
      [RECRUITMENT_ARG]: on.id,
      application: application.id,
      ...(stage && { stage }),
    },
  }
}
