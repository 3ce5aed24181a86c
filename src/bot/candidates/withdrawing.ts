/** A candidate withdraws, or comes back. */
import type { Answer, Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { withdraw } from '../../process/decide/applications.ts'
import { attendees } from '../../process/roles.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { change, formOutcome, idFrom, message, namesOf, say, zoneOf } from '../desk.ts'
import { LONG, typed } from '../fields.ts'
import { moment } from '../french/times.ts'
import { enumerate, meetingName } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, FormCall } from '../topic.ts'
import { applicationIn } from './found.ts'
import type { Found } from './found.ts'
import { about, argsOf, leading } from './leading.ts'

export function askWithdrawal(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, (call) =>
    about(call, call.args['application'], async ({ desk, on, by }, found) =>
      found.application.status === 'withdrawn'
        ? say(await explain(desk, on, { code: 'withdrawn-already' }, by))
        : { kind: 'form', form: withdrawalForm(on, found) },
    ),
  )
}

function withdrawalForm(on: Case, found: Found) {
  return {
    form: 'withdraw-candidate',
    title: 'La personne se retire',
    intro: [
      `${found.candidate.name} ne souhaite plus continuer. Ses entretiens à venir sont annulés et les personnes invitées sont prévenues. Tu pourras reprendre la candidature.`,
    ],
    submit: 'Enregistrer',
    args: argsOf(on, found),
    fields: [
      {
        kind: 'long-text' as const,
        name: 'reason',
        label: 'Sa raison',
        help: 'Si elle te l’a dite. L’équipe pourra la lire.',
        optional: true,
        maxLength: LONG,
      },
    ],
  }
}

export async function submitWithdrawal(call: About<FormCall>): Promise<Answer> {
  const { args, values } = call
  const application = args['application'] ?? ''
  const found = await applicationIn(call, application)
  const name = found?.candidate.name ?? 'La personne'
  const body = typed(values, 'reason')
  const reason = idFrom(call, 'reason')
  const changed = await change(
    call,
    (state, actor) =>
      withdraw(state, { application, ...(body !== undefined && { reason }) }, actor),
    body === undefined ? [] : [{ id: reason, kind: 'reason', application, body }],
  )
  return formOutcome(call, changed, async (on) =>
    message(
      text`C’est noté : ${bold(name)} se retire. Sa candidature s’arrête là.`,
      ...(await calledOff({ ...call, on }, application)),
      ...undo({ ...call, on }, found),
    ),
  )
}

/** Interviews that the withdrawal called off, and who hears of it. */
async function calledOff({ desk, on, by }: About<Call>, application: string): Promise<Block[]> {
  const { withdrawnAt } = on.state.applications[application] ?? {}
  const zone = await zoneOf(desk, by)
  const cancelled = Object.values(on.state.interviews).filter(
    (one) =>
      one.application === application &&
      one.status === 'cancelled' &&
      withdrawnAt !== undefined &&
      one.endedAt?.equals(withdrawnAt),
  )
  if (cancelled.length === 0) return []
  const line = async (interview: Interview) => {
    const when = moment(slotOf(interview).start, zone, desk.clock.now())
    const names = enumerate(await namesOf(desk, attendees(on.state, interview)))
    return [`Annulé : ${meetingName(interview)}, ${when}. Je préviens ${names}.`]
  }
  return [{ kind: 'bullets', items: await Promise.all(cancelled.map(line)) }]
}

/** Only the owner takes a withdrawal back. */
function undo({ on, by }: About<Call>, found: Found | undefined): Block[] {
  if (!found) return []
  if (on.state.owner !== by) return []
  return [
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Reprendre la candidature',
          action: 'resume-candidate',
          args: argsOf(on, found),
        },
      ],
    },
  ]
}
