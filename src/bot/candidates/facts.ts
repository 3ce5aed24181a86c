/** What is known of an application beside its interviews: how far, told or not, how it ended. */
import type { Temporal } from 'temporal-polyfill'
import type { TextId } from '../../process/events.ts'
import { interviewsOf, reachedBy } from '../../process/progress.ts'
import type { Application } from '../../process/recruitment.ts'
import { read, zoneOf } from '../desk.ts'
import { moment } from '../french/times.ts'
import { meetingName } from '../french/words.ts'
import type { About, Call } from '../topic.ts'
import type { LabelledText } from './blocks.ts'

export async function factsOf(
  { desk, on, by }: About<Call>,
  application: Application,
): Promise<readonly LabelledText[]> {
  const { id, status, reached, informedAt, answeredAt } = application
  const zone = await zoneOf(desk, by)
  const at = (instant: Temporal.Instant) => moment(instant, zone, desk.clock.now())
  const end = endOf(application)
  const reason = (await read(desk, on, by, [end?.reason])).get('reason', end?.reason)
  const hasBegun = reached !== undefined || interviewsOf(on.state, id).length > 0
  const stage = reachedBy(on.state, id)
  const merged = on.state.settings.merged && stage === 'interview'
  const isAnswerDue = status === 'stopped' || status === 'chosen'
  return [
    ...(hasBegun ? [field('Étape', meetingName({ stage, merged }))] : []),
    ...(informedAt
      ? [field('Information', `donnée ${at(informedAt)}`)]
      : status === 'active'
        ? [field('Information', 'à donner avant le premier entretien')]
        : []),
    ...(end ? [field(end.label, at(end.at))] : []),
    ...(reason === undefined ? [] : [field('Raison', reason)]),
    ...(isAnswerDue
      ? [field('Réponse', answeredAt ? `envoyée ${at(answeredAt)}` : 'à envoyer')]
      : []),
  ]
}

function field(label: string, value: string): LabelledText {
  return { label, value: [value] }
}

interface End {
  readonly label: string
  readonly at: Temporal.Instant
  readonly reason: TextId | undefined
}

/** How it ended, when it did; somebody stopped earlier may have withdrawn since. */
function endOf({ status, decision, withdrawnAt, withdrawalReason }: Application): End | undefined {
  if (status === 'active') return undefined
  if (status === 'withdrawn') {
    return withdrawnAt && { label: 'Retrait', at: withdrawnAt, reason: withdrawalReason }
  }
  const label = status === 'chosen' ? 'Choix' : 'Arrêt'
  return decision && { label, at: decision.at, reason: decision.reason }
}
