import * as fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'

import { clean } from '../../../src/chat/clean.ts'
import { disarm, escapeMarkdown } from '../../../src/chat/mattermost/escape.ts'
import { toMarkdown } from '../../../src/chat/mattermost/markdown.ts'
import { bold, code, italic, link, person, text } from '../../../src/chat/text.ts'

const nobody = () => undefined
const usernames = (id: string) => (id === 'p1' ? 'zoe.b' : undefined)

/** What a reader sees: white space at the ends of lines is never shown. */
function seen(typed: string): string {
  return typed
    .replaceAll('\u200b', '')
    .split(/\r\n|[\n\r]/u)
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

function parse(markdown: string) {
  return unified().use(remarkParse).parse(markdown)
}

/** What Mattermost reads beyond Markdown, after its own web and mobile clients. */
const MATTERMOST_SIGNS = [
  /(?:\B|\b_+)@([a-z0-9.\-_]+)/giu,
  /(?:^|\W)~[a-z0-9_-]+/giu,
  /(?:^|\W)#\p{L}[\p{L}\d\-_.]*[\p{L}\d]/giu,
  /:[a-zA-Z0-9_+-]+:/gu,
  /(?:^|\B)(?::-?[)([\]\\/|$@dpso]|;-?\)|:-x|:['’`]-?\()(?:$|\B)/giu,
  /<\/?3/gu,
  /\bx-d\b/giu,
  /[A-Za-z][A-Za-z\d.+-]*:(?:\/{1,3}|[\p{L}\d%])/gu,
  /www\d{0,3}[.]/giu,
  /[\p{L}\d.-]+[.]\p{L}{2,4}\/\S/gu,
  /[\p{L}\d]@[\p{L}\d.-]+[.]\p{L}{2,5}/gu,
  /\$[^$\n]+\$(?!\w)/gu,
  /~~\S[\s\S]*?\S~~/gu,
]

const HOSTILE_WORDS = [
  '@all|@channel|@here|@metier|~town-square|#urgent|:smile:|:-)|;)|<3|x-d|$x$|&lt;|&amp|&#42;',
  'https://exemple.fr/a?b=c|www.exemple.fr|exemple.fr/x|a@exemple.fr|tel:0612|<https://x.fr>',
  '# Titre|- |-|+ |1. |2) |> |---|===|    |\t|\n|<b>|</b>|<!channel>|[a](b)|![a](b)|[x]: /u',
  '`|```|~~~|*|**|_|__|~~|\\|\\*|é|🧑‍💻|Zoé| |. |\u2424|\u202e',
].flatMap((words) => words.split('|'))
const hostileWord = fc.constantFrom(...HOSTILE_WORDS, '|', '| --- |')
const hostile = fc.oneof(
  fc.array(hostileWord, { maxLength: 8 }).map((words) => words.join('')),
  fc.array(hostileWord, { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

describe('typed text', () => {
  test('comes out of French prose without a single added sign', () => {
    const prose = [
      'Demain 9 h – 18 h, l’entretien (45 min) : lien dans la fiche.',
      "Qu'as-tu vu ou entendu ? « Un fait, une citation » ; pas d'avis.",
      'Rendez-vous à 14:30, salle 3.14 ; budget 600 € (HT) et/ou 12 % de R.',
      'Camille D. est-elle prête ? Oui !',
    ]
    for (const line of prose) expect(escapeMarkdown(line)).toBe(line)
  })

  test('is one piece of plain text to a Markdown reader, equal to what was typed', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        // Paragraphs are tested apart: here every line follows the one before.
        const lines = clean(typed).replace(/\s*\n\s*/gu, '\n')
        const tree = parse(`mot ${escapeMarkdown(lines)} fin`)
        expect(tree.children).toHaveLength(1)
        const [paragraph] = tree.children
        if (paragraph?.type !== 'paragraph') throw new Error(`read as ${paragraph?.type}`)
        expect(paragraph.children.map(({ type }) => type)).toEqual(['text'])
        const [only] = paragraph.children
        if (only?.type !== 'text') throw new Error('no text')
        expect(seen(only.value).replace(/\s+/gu, ' ')).toBe(
          seen(`mot ${lines} fin`).replace(/\s+/gu, ' '),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('starts no block of its own at the start of a line', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const types = parse(escapeMarkdown(typed)).children.map(({ type }) => type)
        expect(types.filter((type) => type !== 'paragraph')).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('holds nothing that Mattermost turns into a mention, a link, a hashtag or an emoji', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const markdown = toMarkdown([typed], nobody)
        for (const sign of MATTERMOST_SIGNS) expect(markdown.match(sign)).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  test('is not assembled into a mention across two strings of one text', () => {
    expect(toMarkdown(['@', 'all'], nobody)).toBe('@\u200ball')
    expect(toMarkdown(['1', '. point'], nobody)).toBe('\u200b1. point')
  })

  test('stays readable where only plain text is shown', () => {
    expect(disarm('Relancer *Zoé* : 14:30')).toBe('Relancer *Zoé* : 14:30')
    expect(disarm(':fire: @all')).toBe(':\u200bfire: @\u200ball')
  })

  test('loses the signs that would reorder the words around it, and keeps its lines', () => {
    expect(escapeMarkdown('abc\u202edef\u2066g\u0007')).toBe('abcdefg')
    expect(clean('a\r\nb\u2028c\u2424d\te')).toBe('a\nb\nc\nd\te')
  })
})

describe('emphasis, links and mentions', () => {
  test('exist only as nodes, and hold typed text as it is', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(bold, italic), (typed, emphasise) => {
        const words = seen(clean(typed)).replace(/\s+/gu, ' ').trim()
        fc.pre(words !== '')
        const tree = parse(toMarkdown(['a', emphasise(words), 'b'], nobody))
        const [paragraph] = tree.children
        if (paragraph?.type !== 'paragraph') throw new Error(`read as ${paragraph?.type}`)
        const [before, node, after] = paragraph.children
        expect([before?.type, after?.type]).toEqual(['text', 'text'])
        if (node?.type !== 'strong' && node?.type !== 'emphasis')
          throw new Error(`read as ${node?.type}`)
        const [inner] = node.children
        expect(node.children).toHaveLength(1)
        expect(inner?.type === 'text' && seen(inner.value)).toBe(words)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a link shows its label and leads to its address', () => {
    const [paragraph] = parse(
      toMarkdown([link('https://x.fr/a(b)?c=d|e', 'Fiche [1] *')], nobody),
    ).children
    expect(paragraph).toMatchObject({
      children: [
        {
          type: 'link',
          url: 'https://x.fr/a%28b%29?c=d%7Ce',
          children: [{ value: 'Fiche [1] *' }],
        },
      ],
    })
  })

  test('an address that is its own label is one link, and can be copied as it is shown', () => {
    const addresses = [
      'https://visio.numerique.gouv.fr/selection',
      'https://www.exemple.fr:8443/a_b/_c_?d=e&lt;f=g%20h#fin',
      'http://exemple.fr',
    ]
    for (const address of addresses) {
      const markdown = toMarkdown(['Lien : ', link(address, address)], nobody)
      expect(markdown).not.toContain('\u200b')
      const [paragraph] = parse(markdown).children
      expect(paragraph).toMatchObject({
        children: [
          { value: 'Lien : ' },
          { type: 'link', children: [{ type: 'text', value: address }] },
        ],
      })
    }
  })

  test('an address that is its own label calls nobody and shows no emoji', () => {
    const dangers = MATTERMOST_SIGNS.filter((sign) => !/\bhttps:|www/.exec(sign.source))
    for (const end of ['@all', '~town-square', '#urgent', ':smile:', 'x-d', '<3', '$x$']) {
      const address = `https://exemple.fr/${end}`
      const label = /\[(.*)\]\(/u.exec(toMarkdown([link(address, address)], nobody))?.[1] ?? ''
      expect(label).not.toBe('')
      for (const sign of dangers) expect(label.match(sign)).toBeNull()
    }
  })

  test('a link to anything but the web or mail is only text', () => {
    expect(toMarkdown([link('javascript:alert(1)', 'clic')], nobody)).toBe(
      'clic (javascript:\u200balert(1))',
    )
    expect(toMarkdown([link('pas un lien', 'clic')], nobody)).toBe('clic (pas un lien)')
  })

  test('an exclamation mark before a link does not make a picture', () => {
    expect(toMarkdown(['Va voir !', link('https://x.fr/', 'ici')], nobody)).toBe(
      'Va voir !\u200b[ici](https://x.fr/)',
    )
  })

  test('a person is mentioned by username, apart from the words around', () => {
    expect(toMarkdown(text`Bonjour ${person('p1')}, ça va ?`, usernames)).toBe(
      'Bonjour @zoe.b, ça va ?',
    )
    expect(toMarkdown(text`à ${person('p1')}.`, usernames)).toBe('à @zoe.b\u200b.')
    expect(toMarkdown(text`de ${person('p2')}`, usernames)).toBe('de une personne inconnue')
  })

  test('code shows backquotes and bars as they are', () => {
    const [paragraph] = parse(toMarkdown([code('a`b``c')], nobody)).children
    expect(paragraph).toMatchObject({ children: [{ type: 'inlineCode', value: 'a`b``c' }] })
    expect(toMarkdown([code('a|b')], nobody)).toBe('a\\|b')
  })
})
