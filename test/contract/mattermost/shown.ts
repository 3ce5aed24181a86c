/** What a person sees of a Mattermost post. */
import type { MessageAttachment } from '@mattermost/types/message_attachments'
import type { Post } from '@mattermost/types/posts'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

import type { ShownMessage } from '../platform.ts'

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly MarkdownNode[]
}

/** Kinds of Markdown node that a reader does not see as formatting. */
const PLAIN = new Set(['root', 'paragraph', 'text', 'break'])
/** What Mattermost reads in words, beyond Markdown. */
const SIGNS = {
  mention: /(?:^|[^\p{L}\d@])@[a-z0-9._-]+/iu,
  hashtag: /(?:^|\W)#\p{L}[\p{L}\d_.-]+/u,
  emoji: /:[a-z0-9_+-]+:/iu,
  link: /[a-z][a-z\d.+-]*:\/\/\S|www\.\S/iu,
  channel: /(?:^|\W)~[a-z0-9_-]+/iu,
}

export function shown(post: Post): ShownMessage {
  const attachments = attachmentsOf(post)
  const sources = [post.message, ...attachments.map(({ text }) => text ?? '')]
  const parts = sources.filter((source) => source !== '').map(read)
  return {
    text: parts
      .map(({ words }) => words)
      .join('\n')
      .replaceAll('\u200b', ''),
    marks: parts.flatMap(({ marks }) => marks),
    links: parts.flatMap(({ links }) => links),
    buttons: attachments.flatMap(({ actions }) => actions ?? []).map(({ name }) => name),
    files: (post.metadata?.files ?? []).map(({ name }) => name),
    ...(post.root_id === '' ? {} : { thread: post.root_id }),
    post: post.id,
  }
}

export function attachmentsOf(post: Post): MessageAttachment[] {
  const found = post.props['attachments']
  return Array.isArray(found) ? found : []
}

interface Read {
  readonly words: string
  readonly marks: readonly string[]
  readonly links: readonly string[]
}

/** Whoever waits for a message reads a channel again and again: each text is parsed once. */
const alreadyRead = new Map<string, Read>()

function read(markdown: string): Read {
  const known = alreadyRead.get(markdown)
  if (known) return known
  const tree: MarkdownNode = unified().use(remarkParse).parse(markdown)
  const words = textOf(tree)
  const fresh = { words, marks: [...marksOf(tree), ...signsIn(words)], links: linksOf(tree) }
  alreadyRead.set(markdown, fresh)
  return fresh
}

function textOf(node: MarkdownNode): string {
  if (node.children === undefined) return node.type === 'break' ? '\n' : (node.value ?? '')
  const separator = node.type === 'root' || node.type.startsWith('list') ? '\n' : ''
  return node.children.map(textOf).join(separator)
}

function marksOf(node: MarkdownNode): string[] {
  const own = PLAIN.has(node.type) ? [] : [node.type]
  return [...own, ...(node.children ?? []).flatMap(marksOf)]
}

function linksOf(node: MarkdownNode): string[] {
  const own = node.url === undefined ? [] : [node.url]
  return [...own, ...(node.children ?? []).flatMap(linksOf)]
}

function signsIn(words: string): string[] {
  return Object.entries(SIGNS).flatMap(([mark, sign]) => (sign.test(words) ? [mark] : []))
}
