/** What the bot says, as plain lines that a person can read from top to bottom. */
import type { Answer, Block, Field, Form, Message } from '../../../src/chat/port.ts'
import { plain } from '../../../src/chat/text.ts'

/** No-break spaces are shown as spaces, so that tests can be typed. */
const typeable = (shown: string): string => shown.replaceAll(/[\u00A0\u202F]/g, ' ')

export function readableMessage({ headline, blocks = [], files = [] }: Message): string {
  const lines = [
    plain(headline),
    ...blocks.flatMap(readableBlock),
    ...files.map(({ name }) => `📎 ${name}`),
  ]
  return typeable(lines.join('\n'))
}

export function readableAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'private':
    case 'shared':
    case 'replace':
      return readableMessage(answer.message)
    case 'form':
      return readableForm(answer.form)
    case 'invalid':
      return [
        ...(answer.message === undefined ? [] : [answer.message]),
        ...Object.entries(answer.fields ?? {}).map(([field, sentence]) => `${field} : ${sentence}`),
      ].join('\n')
    case 'nothing':
      return '(rien)'
  }
}

export function readableForm({ title, intro = [], fields, submit }: Form): string {
  return [
    `┌ ${title}`,
    ...plain(intro)
      .split('\n')
      .filter(Boolean)
      .map((line) => `│ ${line}`),
    ...fields.map((field) => `│ ${readableField(field)}`),
    `└ [${submit}]`,
  ].join('\n')
}

function readableField(field: Field): string {
  const options =
    'options' in field ? ` {${field.options.map(({ label }) => label).join(' | ')}}` : ''
  const optional = field.optional ? ' (facultatif)' : ''
  const help = field.help === undefined ? '' : ` — ${field.help}`
  const value = 'value' in field && field.value !== undefined ? ` = ${String(field.value)}` : ''
  return `${field.label}${optional}${options}${value}${help}`
}

function readableBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [plain(block.text)]
    case 'section':
      return [`## ${block.title}`, plain(block.text)].filter(Boolean)
    case 'fields':
      return block.fields.map(({ label, value }) => `${label} : ${plain(value)}`)
    case 'bullets':
      return block.items.map((item) => `• ${plain(item)}`)
    case 'numbered':
      return block.items.map((item, i) => `${i + (block.first ?? 1)}. ${plain(item)}`)
    case 'quote':
      return plain(block.text)
        .split('\n')
        .map((line) => `> ${line}`)
    case 'table':
      return [block.head, ...block.rows.map((row) => row.map(plain))].map((row) => row.join(' | '))
    case 'checklist':
      return block.items.map(({ label, done }) => `${done ? '☑' : '☐'} ${label}`)
    case 'buttons':
      return [block.buttons.map(({ label }) => `[${label}]`).join(' ')]
  }
}
