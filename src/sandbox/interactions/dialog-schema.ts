/**
 * Dialogs as a Mattermost 10.11 server and its clients accept them. The server only logs a dialog
 * that breaks these rules; here it is refused, so that the mistake shows. Lengths are in bytes.
 */
import { z } from 'zod'

const bytes = (max: number): z.ZodString =>
  z.string().refine((text) => Buffer.byteLength(text) <= max, {
    message: `plus de ${max} octets`,
  })

const optionSchema = z.object({ text: z.string().min(1), value: z.string().min(1) })

const TEXT_SUBTYPES = ['', 'text', 'email', 'number', 'password', 'tel', 'url'] as const

const nullToEmpty = (max: number): z.ZodType<string> =>
  z.preprocess((value) => value ?? '', bytes(max))

const common = {
  name: bytes(300).min(1),
  display_name: bytes(24).min(1),
  help_text: nullToEmpty(150),
  optional: z.boolean().default(false),
  placeholder: nullToEmpty(150),
}

const lengths = {
  min_length: z.number().int().min(0).default(0),
  max_length: z.number().int().min(0).default(0),
}

const textSchema = z.object({
  ...common,
  ...lengths,
  type: z.literal('text'),
  subtype: z.enum(TEXT_SUBTYPES).default(''),
  default: nullToEmpty(150),
})

const textareaSchema = z.object({
  ...common,
  ...lengths,
  type: z.literal('textarea'),
  subtype: z.enum(TEXT_SUBTYPES).default(''),
  default: nullToEmpty(3000),
})

const selectSchema = z.object({
  ...common,
  type: z.literal('select'),
  data_source: z.enum(['', 'users', 'channels']).default(''),
  options: z.array(optionSchema).nullish(),
  default: nullToEmpty(3000),
})

const radioSchema = z.object({
  ...common,
  type: z.literal('radio'),
  options: z.array(optionSchema).nullish(),
  default: nullToEmpty(3000),
})

const boolSchema = z.object({
  ...common,
  type: z.literal('bool'),
  default: z.preprocess((value) => value ?? '', z.enum(['', 'true', 'false'])),
})

const shapeSchema = z.discriminatedUnion('type', [
  textSchema,
  textareaSchema,
  selectSchema,
  radioSchema,
  boolSchema,
])
export type DialogElement = z.infer<typeof shapeSchema>

/** Whether the choice is among the options written in the dialog itself. */
const hasOwnOptions = (
  element: DialogElement,
): element is Extract<DialogElement, { type: 'select' | 'radio' }> =>
  element.type === 'radio' || (element.type === 'select' && element.data_source === '')

export function isOption(element: DialogElement, value: string): boolean {
  if (!hasOwnOptions(element)) return true
  return (element.options ?? []).some((option) => option.value === value)
}

const elementSchema = shapeSchema
  .refine((element) => !('min_length' in element) || element.min_length <= element.max_length, {
    message: 'min_length dépasse max_length',
    path: ['min_length'],
  })
  .refine((element) => element.default === '' || isOption(element, element.default), {
    message: 'le choix par défaut n’est pas dans les options',
    path: ['default'],
  })

export const dialogSchema = z.object({
  callback_id: z.string().default(''),
  title: bytes(24).min(1),
  introduction_text: z.string().default(''),
  icon_url: z.union([z.literal(''), z.url()]).default(''),
  elements: z
    .array(elementSchema)
    .nullish()
    .refine(
      (elements) => new Set(elements?.map(({ name }) => name)).size === (elements ?? []).length,
      {
        message: 'deux champs portent le même nom',
      },
    ),
  submit_label: z.string().default(''),
  notify_on_cancel: z.boolean().default(false),
  state: z.string().default(''),
})
export type Dialog = z.infer<typeof dialogSchema>
