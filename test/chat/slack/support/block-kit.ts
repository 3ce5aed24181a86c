/**
 * Refuses what Slack refuses of the blocks that the bot sends, and every other block: its own limits,
 * written apart from those of the source so that one checks the other.
 */
import { z } from 'zod'

const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  })
const id = z.string().max(255)
const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  code: z.boolean().optional(),
  strike: z.boolean().optional(),
})

const richElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(3_000),
    style: style.optional(),
  }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().min(1).max(3_000),
    text: z.string().min(1).max(3_000).optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]{2,}$/u) }),
])
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richElement).min(1),
})
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
          offset: z.number().int().min(0).optional(),
          indent: z.number().int().min(0).max(8).optional(),
          border: z.number().int().optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(richElement).min(1),
        }),
      ]),
    )
    .min(1),
})

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.string().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
})
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: id.optional(),
  elements: z
    .array(button)
    .min(1)
    .max(25)
    .refine((all) => new Set(all.map(({ action_id }) => action_id)).size === all.length),
})

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  richText,
])
const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: id.optional(),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length))
  .refine(
    ({ rows, column_settings: settings }) => (settings?.length ?? 0) <= (rows[0]?.length ?? 0),
  )

const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
})
const options = (most: number) =>
  z
    .array(option)
    .min(1)
    .max(most)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length)
const groups = z
  .array(z.strictObject({ label: plain(75), options: options(100) }))
  .min(1)
  .max(100)
const common = { action_id: id.optional(), placeholder: plain(150).optional() }
const listed = {
  ...common,
  options: options(100).optional(),
  option_groups: groups.optional(),
}
const hasOneSource = (element: { options?: unknown; option_groups?: unknown }) =>
  (element.options === undefined) !== (element.option_groups === undefined)

const element = z.union([
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...common,
    dispatch_action_config: z.looseObject({}).optional(),
    multiline: z.boolean().optional(),
    initial_value: z.string().max(3_000).optional(),
    min_length: z.number().int().min(0).max(3_000).optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: id.optional(),
    options: options(10),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: id.optional(),
    options: options(10),
    initial_options: z.array(option).min(1).optional(),
  }),
  z
    .strictObject({
      type: z.literal('static_select'),
      ...listed,
      initial_option: option.optional(),
    })
    .refine(hasOneSource),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...listed,
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(hasOneSource),
  z.strictObject({
    type: z.literal('users_select'),
    ...common,
    initial_user: z.string().min(1).optional(),
  }),
])
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id.optional(),
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  // Slack adds it to a view that it gives back.
  dispatch_action: z.boolean().optional(),
  element,
})

const uniqueIds = (all: readonly { block_id?: string | undefined }[]) => {
  const ids = all.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]))
  return new Set(ids).size === ids.length
}
const messageBlock = z.discriminatedUnion('type', [richText, actions, table])
const message = z
  .array(messageBlock)
  .max(50)
  .refine(uniqueIds)
  .refine((all) => all.filter(({ type }) => type === 'table').length <= 1, 'only_one_table_allowed')
  .refine((all) => Buffer.byteLength(JSON.stringify(all)) <= 13_200, 'msg_blocks_too_long')
const viewBlock = z.discriminatedUnion('type', [richText, actions, input])
const view = z
  .strictObject({
    type: z.enum(['modal', 'home']),
    callback_id: id.optional(),
    private_metadata: z.string().max(3_000).optional(),
    title: plain(24).optional(),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    blocks: z.array(viewBlock).min(1).max(100).refine(uniqueIds),
  })
  .refine((all) => (all.type === 'modal') === (all.title !== undefined))
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every((b) => b.type !== 'input'))
  .refine((all) => Buffer.byteLength(JSON.stringify(all)) <= 250_000)

/** The blocks of one kind, for a test of the checker itself. */
export const KINDS = { richText, actions, table, input, button, option, element, view, message }

/** What Slack would say against the blocks of a message; nothing when it takes them. */
export const faultsOfMessage = (blocks: unknown) => faults(message, blocks)
/** What Slack would say against a view; nothing when it takes it. */
export const faultsOfView = (sent: unknown) => faults(view, sent)

function faults(schema: z.ZodType, value: unknown): readonly string[] {
  const parsed = schema.safeParse(value)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message: says }) => `${path.join('.')}: ${says}`)
}
