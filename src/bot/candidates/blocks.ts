/** What several messages about candidates show. */
import type { Block, Button } from '../../chat/port.ts'
import { code, link } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { enumerate } from '../french/words.ts'
import type { Found } from './found.ts'

export type LabelledText = Extract<Block, { kind: 'fields' }>['fields'][number]

/** How to reach the person; the address is shown so that it can be copied as it is. */
export function contacts({ candidate }: Found): readonly LabelledText[] {
  return [
    ...(candidate.link === undefined
      ? []
      : [{ label: 'Dossier', value: [link(candidate.link, 'ouvrir')] }]),
    ...(candidate.email === undefined
      ? []
      : [{ label: 'Adresse', value: [code(candidate.email)] }]),
  ]
}

export function contactsBlock(found: Found): readonly Block[] {
  const fields = contacts(found)
  return fields.length === 0 ? [] : [{ kind: 'fields', fields }]
}

/** Names with their addresses, for one message sent to several people without showing them to each other. */
export function addressees(found: readonly Found[]): readonly Block[] {
  const addresses = found.flatMap(({ candidate }) => candidate.email ?? [])
  const without = found.filter(({ candidate }) => candidate.email === undefined)
  return [
    ...(addresses.length === 0
      ? []
      : [
          {
            kind: 'section' as const,
            title: 'Adresses, à mettre en copie cachée',
            text: [code(addresses.join(', '))],
          },
        ]),
    ...(without.length === 0
      ? []
      : [
          {
            kind: 'section' as const,
            title: 'Sans adresse, à joindre autrement',
            text: [enumerate(without.map(({ candidate }) => candidate.name))],
          },
        ]),
  ]
}

/** A text to copy as it is. */
export function toCopy(letter: Text): Block {
  return { kind: 'quote', text: letter }
}

export function buttonsBlock(buttons: readonly Button[]): readonly Block[] {
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}
