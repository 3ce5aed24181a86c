/** Forms that are sent: their errors, or the view that waits for a slow answer. */
import type { types } from '@slack/bolt'

import { WAIT } from '../answers.ts'
import { cache } from '../cache.ts'
import type { Interaction } from '../port.ts'
import { sha256 } from '../signing.ts'
import { codeOf, type SlackClient } from './client.ts'
import { refusalOf, type Deliver } from './deliver.ts'
import type { Interact, Settled } from './interact.ts'
import type { Later } from './later.ts'
import { sayingView } from './modal.ts'
import { fieldErrors, refusedView } from './refused.ts'
import type { ViewRequest } from './requests.ts'
import { readerOf, type Reader, type Respond } from './respond.ts'
import { readMetadata, toValues, type Metadata } from './submission.ts'
import { DONE, FILED, STILL_FILING } from './words.ts'

/** What Slack is told when a form was sent: errors, another view, or nothing, which closes it. */
export type ViewReply =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: types.ModalView }
  | undefined

export type File = (request: ViewRequest) => Promise<ViewReply>

const REMEMBERED = 10_000
/** How long a form sent again finds the work under way. */
const SLOW_FORM_MS = 60_000

interface FilingNeeds {
  readonly quick: SlackClient
  readonly respond: Pick<Respond, 'privately'>
  readonly deliver: Deliver
  readonly interact: Interact
  readonly later: Later
}

export function filing({ quick, respond, deliver, interact, later }: FilingNeeds): File {
  /** Submissions, by what was submitted: the same one again finds the work under way. */
  const forms = cache<Promise<Settled>>(REMEMBERED, SLOW_FORM_MS)

  /** Tells the answer to a form whose sender looks at a view that waits. */
  async function settle(
    answer: Settled,
    interaction: Interaction,
    { view }: ViewRequest,
    reader: Reader,
  ): Promise<void> {
    const isRefused = answer.kind === 'invalid'
    const next = isRefused ? refusedView(view, answer) : sayingView(DONE, [FILED])
    const isOpen = await quick.views.update({ view_id: view.id, view: next }).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'not_found') return false
        throw error
      },
    )
    if (!isRefused) await deliver(answer, interaction, reader)
    // They closed it: a refusal still has to reach them.
    else if (!isOpen) await respond.privately(reader, refusalOf(answer))
  }

  return async (request) => {
    const kept = readMetadata(request.view.private_metadata)
    if (kept === undefined) return undefined
    const interaction = interactionOf(request, kept)
    const reader = readerOf(interaction)
    const sent = `${interaction.id} ${sha256(JSON.stringify(request.view.state)).toString('base64url')}`
    const underWay = forms.get(sent)
    const work = underWay ?? interact(interaction, '')
    forms.set(sent, work)
    const answer = await later.inTime(work)
    if (answer === undefined) {
      if (underWay === undefined) {
        later.follow(work.then((late) => settle(late, interaction, request, reader)))
      }
      return { response_action: 'update', view: sayingView(WAIT, [STILL_FILING]) }
    }
    if (answer.kind !== 'invalid') {
      if (underWay === undefined) later.follow(deliver(answer, interaction, reader))
      return undefined
    }
    // Asked anew when it is sent again: what it depended on may have changed.
    forms.delete(sent)
    const errors = fieldErrors(request.view, answer)
    return errors === undefined
      ? { response_action: 'update', view: refusedView(request.view, answer) }
      : { response_action: 'errors', errors }
  }
}

function interactionOf({ user, view }: ViewRequest, kept: Metadata): Interaction {
  return {
    kind: 'form',
    id: kept.nonce,
    by: user.id,
    channel: kept.channel,
    ...(kept.team === undefined ? {} : { team: kept.team }),
    direct: kept.direct,
    ...(kept.thread === undefined ? {} : { thread: kept.thread }),
    form: kept.form,
    args: kept.args,
    values: toValues(view),
  }
}
