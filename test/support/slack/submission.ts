/** What becomes of a modal once the app replied to its submission. */
import { z } from 'zod'

import { Refusal } from './call.ts'
import { inputsOf } from './modal.ts'
import type { View } from './views.ts'
import type { Workspace } from './workspace.ts'

export interface Outcome {
  /** Whether a modal is still there: the same, changed, or the one below it. */
  readonly isOpen: boolean
  /** Beside the fields, by block. */
  readonly errors: Readonly<Record<string, string>>
}

const reply = z.discriminatedUnion('response_action', [
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
])

/** Applies the app's reply; one that Slack cannot follow is a fault, and leaves the modal open. */
export function replyToSubmission(workspace: Workspace, view: View, payload: unknown): Outcome {
  const { views, faults } = workspace
  const after = (errors: Outcome['errors'] = {}): Outcome => ({
    isOpen: views.tops(view.owner).some(({ root }) => root === view.root),
    errors,
  })
  if (payload === undefined) {
    views.close(view)
    return after()
  }
  const parsed = reply.safeParse(payload).data
  if (parsed === undefined) {
    faults.push('a form was acknowledged with what Slack does not know')
    return after()
  }
  try {
    switch (parsed.response_action) {
      case 'errors': {
        const names = new Set(inputsOf(view).map(({ block_id: id }) => id))
        const strange = Object.keys(parsed.errors).filter((name) => !names.has(name))
        if (strange.length > 0)
          faults.push(`errors on fields that are not there: ${strange.join()}`)
        return after(parsed.errors)
      }
      case 'update':
        views.update({ id: view.id, externalId: '', hash: '' }, parsed.view)
        return after()
      case 'push':
        views.pushOn(view, parsed.view)
        return after()
      case 'clear':
        views.clear(view)
        return after()
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults.push(
      `a form was answered with a view that Slack refuses: ${JSON.stringify(error.details)}`,
    )
    return after()
  }
}
