/** Messages as the tests read them. */
import type { Message } from '../../src/chat/port.ts'
import { plain } from '../../src/chat/text.ts'
import type { Inline, Text } from '../../src/chat/text.ts'

/** What a message shows, as one text: what is emphasised is between stars, buttons are in brackets. */
export function shown(message: Message | undefined): string {
  const { headline = [], blocks = [] } = message ?? {}
  const lines = blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'buttons':
        return [block.buttons.map(({ label }) => `[${label}]`).join(' ')]
      case 'checklist':
        return block.items.map(({ done, label }) => `${done ? '☑' : '☐'} ${label}`)
      case 'bullets':
      case 'numbered':
        return block.items.map((item) => `- ${written(item)}`)
      case 'fields':
        return block.fields.map(({ label, value }) => `${label} : ${written(value)}`)
      case 'section':
        return [`*${block.title}*`, written(block.text)]
      case 'text':
      case 'quote':
        return [written(block.text)]
      case 'table':
        return block.rows.map((row) => row.map(written).join(' | '))
    }
  })
  return [written(headline), ...lines].join('\n')
}

function written(content: Text): string {
  return plain(content.map(starred))
}

function starred(part: Inline): Inline {
  return typeof part === 'object' && part.kind === 'bold' ? `*${part.text}*` : part
}
