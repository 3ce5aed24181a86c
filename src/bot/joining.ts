/** One message out of several that are said together. */
import type { Block, Button, Message } from '../chat/port.ts'
import { code, emphasised, text } from '../chat/text.ts'
import { count } from './french/words.ts'

/** Messages carry a few buttons well. */
const MOST_BUTTONS = 4

/** The first headline is that of the whole; each of the others starts its own part. At least one. */
export function oneAfterTheOther(messages: readonly Message[]): Message {
  return messages.reduce((all, { headline, blocks = [], files = [] }) => ({
    headline: all.headline,
    blocks: [...(all.blocks ?? []), { kind: 'text', text: emphasised(headline) }, ...blocks],
    files: [...(all.files ?? []), ...files],
  }))
}

/**
 * A list of things to do, a line each; then what they add, once when several say the same; then the
 * main button of each. `morning` tells when it is read.
 */
export function digest(messages: readonly Message[], morning: boolean): Message {
  const blocks = messages.flatMap((message) => message.blocks ?? [])
  const details = blocks.filter(({ kind }) => kind !== 'buttons')
  const buttons = messages.flatMap(mainButton)
  return {
    headline: [summary(buttons.length, morning)],
    blocks: [
      { kind: 'bullets', items: messages.map(({ headline }) => headline) },
      ...new Map(details.map((block) => [JSON.stringify(block), block])).values(),
      ...(buttons.length > 0
        ? [{ kind: 'buttons' as const, buttons: buttons.slice(0, MOST_BUTTONS) }]
        : []),
      ...rest(buttons.length - MOST_BUTTONS),
    ],
    files: messages.flatMap(({ files = [] }) => files),
  }
}

/** What is done has no button any more. */
function mainButton({ blocks = [] }: Message): readonly Button[] {
  const [first] = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  return first ? [first] : []
}

function summary(todo: number, morning: boolean): string {
  if (todo === 0) return '✅ Tout est fait.'
  const verb = todo === 1 ? 't’attend' : 't’attendent'
  return `✍️ ${count(todo, 'chose')} ${verb}${morning ? ' ce matin' : ''}.`
}

function rest(more: number): Block[] {
  if (more <= 0) return []
  const others = more === 1 ? 'la dernière' : `les ${more} autres`
  return [{ kind: 'text', text: text`Pour ${others} : ${code('/recrutement tâches')}.` }]
}
