/** Message attachments and their buttons, as they lie in a post's props. */
import { z } from 'zod'
import { newId } from '../ids.ts'

type Props = Readonly<Record<string, unknown>>

const integrationSchema = z.looseObject({
  url: z.string().default(''),
  context: z.record(z.string(), z.unknown()).default({}),
})

const actionSchema = z.looseObject({
  id: z.string().default(''),
  type: z.string().default('button'),
  data_source: z.string().default(''),
  integration: integrationSchema.optional(),
})
export type Action = z.infer<typeof actionSchema>

const attachmentSchema = z.looseObject({
  actions: z.array(actionSchema).nullish(),
})
type Attachment = z.infer<typeof attachmentSchema>

const attachmentsSchema = z.array(attachmentSchema)

function attachmentsOf(props: Props): readonly Attachment[] {
  const parsed = attachmentsSchema.safeParse(props['attachments'])
  return parsed.success ? parsed.data : []
}

/** The props with each of their buttons changed. Props without buttons come back as they are. */
function mapActions(props: Props, change: (action: Action) => Action): Record<string, unknown> {
  const attachments = attachmentsOf(props)
  if (!attachments.some(({ actions }) => actions?.length)) return { ...props }
  return {
    ...props,
    attachments: attachments.map((attachment) =>
      attachment.actions ? { ...attachment, actions: attachment.actions.map(change) } : attachment,
    ),
  }
}

/** Gives an id to the buttons that were sent without one. */
export const withActionIds = (props: Props): Record<string, unknown> =>
  mapActions(props, (action) => (action.id ? action : { ...action, id: newId() }))

/** What a client may see: where a button leads, and with which context, stays here. */
export const withoutIntegrations = (props: Props): Record<string, unknown> =>
  mapActions(props, ({ integration: _kept, ...action }) => action)

export function withoutAttachments({ attachments: _dropped, ...props }: Props): Props {
  return props
}

/** Seals each button's integration in a cookie, for posts that are stored nowhere. */
export const withCookies = (
  props: Props,
  seal: (action: Action) => string,
): Record<string, unknown> => mapActions(props, (action) => ({ ...action, cookie: seal(action) }))

export function findAction(props: Props, id: string): Action | undefined {
  return attachmentsOf(props)
    .flatMap(({ actions }) => actions ?? [])
    .find((action) => action.id === id)
}
