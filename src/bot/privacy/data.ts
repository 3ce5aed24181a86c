/** What can be done with what is kept about one candidate. */
import type { Temporal } from 'temporal-polyfill'
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { refuseErasure } from '../../process/decide/privacy.ts'
import { retentionOf } from '../../process/retention.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import { applicationIn } from '../candidates/found.ts'
import { argsOf } from '../candidates/leading.ts'
import { say, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall } from '../topic.ts'

export async function showData(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const found = await applicationIn(call, call.args['application'])
  if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
  const { application, candidate } = found
  const retention = retentionOf(on.state, application)
  const zone = await zoneOf(desk, by)
  const when = (at: Temporal.Instant) => lastingMoment(at, zone, desk.clock.now())
  const args = argsOf(on, found)
  return say(
    text`Ce que je garde sur ${bold(candidate.name)}`,
    {
      kind: 'text',
      text: [
        retention?.eraseAt
          ? `J’efface tout ${when(retention.eraseAt)}.`
          : retention
            ? `J’efface tout ${when(retention.endAt)}. Je te préviens deux semaines avant.`
            : 'Je garde tout tant que tu ne me demandes pas d’effacer.',
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Exporter', action: 'export-candidate', args },
        ...(refuseErasure(on.state, application)
          ? []
          : [{ label: 'Effacer', action: 'erase-candidate', args, style: 'danger' as const }]),
      ],
    },
  )
}
