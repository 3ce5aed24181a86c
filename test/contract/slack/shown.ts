/** What a person sees of a Slack message. */
import { shownIn, unescaped, type Seen as SeenBlocks } from '../../chat/slack/support/shown.ts'
import type { Seen } from '../../support/slack/person.ts'
import type { ShownMessage } from '../platform.ts'

/** What Slack reads in words that come without blocks. */
const SIGNS = {
  mention: /<[@!][^>]+>/u,
  channel: /<#[^>]+>/u,
  link: /<(?:https?|mailto):[^>]+>/u,
  strong: /(?:^|\s)\*\S[^*\n]*\*/u,
  emphasis: /(?:^|\s)_\S[^_\n]*_/u,
  code: /`[^`\n]+`/u,
  emoji: /:[a-z0-9_+-]+:/u,
}

export function shown({ ts, threadTs, text, blocks, files }: Seen): ShownMessage {
  return {
    ...(blocks.length > 0 ? shownIn(blocks) : shownWords(text)),
    files,
    ...(threadTs === undefined || threadTs === ts ? {} : { thread: threadTs }),
    post: ts,
  }
}

function shownWords(text: string): SeenBlocks {
  return {
    text: unescaped(text.replaceAll(/<(?:[^<>|]*\|)?([^<>]*)>/gu, '$1')),
    marks: Object.entries(SIGNS).flatMap(([mark, sign]) => (sign.test(text) ? [mark] : [])),
    links: [...text.matchAll(/<(https?:[^<>|]+)/gu)].map(([, url = '']) => url),
    buttons: [],
  }
}
