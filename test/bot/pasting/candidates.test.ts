import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedCandidates } from '../../../src/bot/pasting/candidates.ts'
import type { PastedCandidate } from '../../../src/bot/pasting/candidates.ts'
import { A_MOMENT, effortOf, hundredKilobytes } from '../support/effort.ts'

/** « name | link | e-mail » of each line, or its problem: what a preview would show. */
function read(pasted: string): readonly string[] {
  return readPastedCandidates(pasted).map((one) =>
    'problem' in one
      ? `${one.line}: ${one.problem}${one.with === undefined ? '' : ` ${one.with}`}`
      : shown(one.candidate),
  )
}

function shown({ name, link, email }: PastedCandidate): string {
  return [name, link, email].filter((part) => part !== undefined).join(' | ')
}

const CAMILLE = 'Camille Durand | https://jungle.example/c | camille@exemple.fr'

describe('one candidate a line', () => {
  it.each([
    'Camille Durand\thttps://jungle.example/c\tcamille@exemple.fr',
    'Camille Durand;https://jungle.example/c;camille@exemple.fr',
    'Camille Durand ; https://jungle.example/c ; camille@exemple.fr',
    'Camille Durand, https://jungle.example/c, camille@exemple.fr',
    'Camille Durand,https://jungle.example/c,camille@exemple.fr',
    'Camille Durand | https://jungle.example/c | camille@exemple.fr',
    '| Camille Durand | https://jungle.example/c | camille@exemple.fr |',
    'Camille Durand - https://jungle.example/c - camille@exemple.fr',
    'Camille Durand – https://jungle.example/c – camille@exemple.fr',
    'Camille Durand — https://jungle.example/c / camille@exemple.fr',
    'Camille Durand https://jungle.example/c camille@exemple.fr',
    'Camille Durand : https://jungle.example/c, camille@exemple.fr.',
    'Camille Durand, camille@exemple.fr ; https://jungle.example/c',
  ])('« %s » is read whatever separates its parts', (line) => {
    expect(read(line)).toEqual([CAMILLE])
  })

  it.each([
    'camille@exemple.fr ; https://jungle.example/c ; Camille Durand',
    'https://jungle.example/c\tCamille Durand\tcamille@exemple.fr',
    'camille@exemple.fr – Camille Durand – https://jungle.example/c',
    'camille@exemple.fr,Camille Durand,https://jungle.example/c',
  ])('« %s » is read whatever the order of its parts', (line) => {
    expect(read(line)).toEqual([CAMILLE])
  })

  it.each([
    'Camille Durand <camille@exemple.fr> https://jungle.example/c',
    'Camille Durand<camille@exemple.fr> <https://jungle.example/c>',
    '"Camille Durand" <camille@exemple.fr>, https://jungle.example/c',
    'Camille Durand (mail : camille@exemple.fr, lien : https://jungle.example/c)',
    'Nom : Camille Durand, e-mail : camille@exemple.fr, WTTJ : https://jungle.example/c',
    '[Camille Durand](https://jungle.example/c) mailto:camille@exemple.fr',
  ])('« %s » is read as a mail program or a document writes it', (line) => {
    expect(read(line)).toEqual([CAMILLE])
  })

  it.each([
    '- Camille Durand',
    '* Camille Durand',
    '•Camille Durand',
    '•\tCamille Durand',
    '– Camille Durand',
    '1. Camille Durand',
    '12) Camille Durand',
    '(3) Camille Durand',
    '4.Camille Durand',
    '5 - Camille Durand',
    'n° 6 : Camille Durand',
    '- [ ] Camille Durand',
    '  ◦ 7. Camille Durand',
    '\u00A0Camille\u00A0Durand\u00A0',
    '\uFEFFCamille\u200B Durand',
  ])('« %s » loses its bullet, its number and what nobody sees', (line) => {
    expect(read(line)).toEqual(['Camille Durand'])
  })

  it('skips blank lines and rules, and counts them as an editor does', () => {
    const pasted = 'Camille Durand\r\n\r\n   \u00A0\r\n-----\r\nYann Le Goff\rinconnu@exemple.fr\n'
    expect(read(pasted)).toEqual(['Camille Durand', 'Yann Le Goff', '6: no-name'])
  })

  it('keeps each line as it was pasted', () => {
    const [first, second] = readPastedCandidates('  - Camille\tDurand \r\n\r\n1. ???\r\n')
    expect(first).toEqual({
      line: 1,
      raw: '  - Camille\tDurand ',
      candidate: { name: 'Camille Durand' },
      unread: [],
    })
    expect(second).toEqual({ line: 3, raw: '1. ???', problem: 'no-name' })
  })
})

describe('a name', () => {
  it.each([
    ['Camille\tDurand\tcamille@exemple.fr', 'Camille Durand | camille@exemple.fr'],
    ['Durand;Camille;camille@exemple.fr', 'Durand Camille | camille@exemple.fr'],
    ['DURAND, Camille, camille@exemple.fr', 'DURAND Camille | camille@exemple.fr'],
    ['"Durand, Camille",camille@exemple.fr', 'Durand Camille | camille@exemple.fr'],
    ['camille@exemple.fr, "Durand, Camille"', 'Durand Camille | camille@exemple.fr'],
    ['"Durand, Camille" <camille@exemple.fr>', 'Durand Camille | camille@exemple.fr'],
    ['de La Tour, Anne', 'de La Tour Anne'],
    ['Jean-Pierre ; Le Goff', 'Jean-Pierre Le Goff'],
  ])('« %s » in two parts keeps its order', (line, expected) => {
    expect(read(line)).toEqual([expected])
  })

  it.each([
    '🦊 Camille Durand',
    'Camille @all Durand',
    '<!channel> Camille',
    '`Camille` *Durand*',
    '<@U123> & Cie',
    'Camille "Cam" Durand',
    'Anne-Sophie d’Arc (ex Martin)',
    'Дарья Иванова',
    '李 小龙',
  ])('« %s » stays as typed', (name) => {
    expect(read(name)).toEqual([name])
  })

  it('is as long as a title at most', () => {
    expect(read(`${'é'.repeat(120)}\n${'a'.repeat(121)}`)).toEqual([
      'é'.repeat(120),
      '2: name-too-long',
    ])
  })

  it.each(['camille@exemple.fr', 'https://jungle.example/c', '🎉🎉', '06 12 34 56 78', '??? ; !!'])(
    'is missing from « %s »',
    (line) => {
      expect(read(line)).toEqual(['1: no-name'])
    },
  )

  it('does not swallow what stands beside it', () => {
    const [one] = readPastedCandidates(
      'Camille Durand ; Développeuse ; 06 12 34 56 78 ; c@exemple.fr ; d@exemple.fr',
    )
    expect(one).toMatchObject({
      candidate: { name: 'Camille Durand', email: 'c@exemple.fr' },
      unread: ['Développeuse', '06 12 34 56 78', 'd@exemple.fr'],
    })
  })
})

describe('a link', () => {
  it.each([
    ['www.camille.example', 'https://www.camille.example'],
    [
      'app.welcometothejungle.com/candidates/42?tab=cv',
      'https://app.welcometothejungle.com/candidates/42?tab=cv',
    ],
    ['linkedin.com/in/camille-durand/', 'https://linkedin.com/in/camille-durand/'],
    ['camille-durand.fr', 'https://camille-durand.fr'],
    ['HTTP://Camille.example/CV', 'HTTP://Camille.example/CV'],
    ['<https://camille.example/a>.', 'https://camille.example/a'],
    ['(https://camille.example/a)', 'https://camille.example/a'],
    ['https://camille.example/a_(b)', 'https://camille.example/a_(b)'],
    ['https://social.example/@camille', 'https://social.example/@camille'],
  ])('« %s » is %s', (typed, link) => {
    expect(read(`Camille Durand\t${typed}`)).toEqual([`Camille Durand | ${link}`])
  })

  it.each([
    'htp://camille.example',
    'ftp://camille.example/cv',
    'https://',
    'https//camille.example',
    'https:camille.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'www..fr',
  ])('« %s » is not one', (typed) => {
    expect(read(`Camille Durand\t${typed}`)).toEqual(['1: link-not-a-link'])
  })

  it.each(['J.-P. Martin', 'M./Mme Martin', 'Jean.Martin'])('« %s » is a name, not one', (name) => {
    expect(read(name)).toEqual([name])
  })
})

describe('an e-mail address', () => {
  it.each(['camille@', 'camille@exemple', 'camille@exemple.', 'a@b@exemple.fr', 'mailto:camille'])(
    '« %s » is incomplete',
    (typed) => {
      expect(read(`Camille Durand ; ${typed}`)).toEqual(['1: email-incomplete'])
    },
  )

  it('may be of any alphabet and any domain', () => {
    expect(read('Zoé <zoé.o’neil+job@café.gouv.fr>')).toEqual(['Zoé | zoé.o’neil+job@café.gouv.fr'])
  })
})

describe('a table', () => {
  it.each([
    'Nom\tPrénom\tE-mail\tLien\nDurand\tCamille\tcamille@exemple.fr\thttps://jungle.example/c',
    'prénom,nom,email,lien\nCamille,Durand,camille@exemple.fr,https://jungle.example/c',
    'LIEN ; MAIL ; NOM ; PRÉNOM\nhttps://jungle.example/c ; camille@exemple.fr ; Durand ; Camille',
    '| Candidat·e | Adresse mail | Lien WTTJ |\n|---|:--:|---|\n| Camille Durand | camille@exemple.fr | https://jungle.example/c |',
    'Nom,Statut,Courriel,CV\n"Camille Durand",reçue,camille@exemple.fr,https://jungle.example/c',
    'Candidats :\nCamille Durand - camille@exemple.fr - https://jungle.example/c',
    'Nom Mail Lien\nCamille Durand camille@exemple.fr https://jungle.example/c',
  ])('%j is read under its header, which is not a person', (pasted) => {
    expect(read(pasted)).toEqual([CAMILLE])
  })

  it('tells first from last name by its header, and leaves other columns unread', () => {
    const [one] = readPastedCandidates(
      'N°\tNom\tPrénom\tPoste\tTéléphone\n1\tLe Goff Martin\tAnne Marie\tDesign\t06 12 34 56 78',
    )
    expect(one).toMatchObject({
      candidate: { name: 'Anne Marie Le Goff Martin' },
      unread: ['1', 'Design', '06 12 34 56 78'],
    })
  })

  it('may have empty cells, and cells that say so', () => {
    expect(read('Nom\tMail\tLien\nCamille Durand\t\t-\n\tseul@exemple.fr\tn/a')).toEqual([
      'Camille Durand',
      '3: no-name',
    ])
  })

  it('says when a cell does not hold what its header says', () => {
    expect(read('Nom;Mail;Lien\nCamille Durand;à venir;\nYann Le Goff;;bientôt')).toEqual([
      '2: email-incomplete',
      '3: link-not-a-link',
    ])
  })

  it('does not take a person for a header', () => {
    expect(read('Camille Page\nCamille, Dossier, c@exemple.fr')).toEqual([
      'Camille Page',
      'Camille Dossier | c@exemple.fr',
    ])
  })
})

describe('someone pasted twice', () => {
  it.each([
    ['Camille Durand', 'CAMILLE  DURAND'],
    ['Camille Durand ; c@exemple.fr', 'DURAND, Camille ; other@exemple.fr'],
    ['Éloïse Noël', 'Noel Eloise'],
    ['Camille ; c@exemple.fr', 'Sacha ; C@EXEMPLE.FR'],
  ])('« %s » then « %s » points at the first', (first, second) => {
    expect(read(`\n${first}\n\n${second}`)[1]).toBe('4: twice 2')
  })

  it('is not two people who share a link, nor a line that has another problem', () => {
    const pasted = [
      'A ; https://offre.example',
      'B ; https://offre.example',
      'C ; c@',
      'C ; c@d.fr',
    ]
    expect(read(pasted.join('\n'))).toEqual([
      'A | https://offre.example',
      'B | https://offre.example',
      '3: email-incomplete',
      'C | c@d.fr',
    ])
  })
})

describe('whatever is pasted', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom(...'aB1é"\'<>()[]@.,;|/:-–•*# \t\r\n\u00A0'.split(''), '🎉', '\uD800'),
      maxLength: 200,
    }),
    fc
      .array(
        fc.constantFrom(
          'Nom',
          'Mail',
          'www.',
          'https://',
          'a@b.fr',
          '\t',
          ';',
          ',',
          '\n',
          '"',
          ' ',
        ),
      )
      .map((parts) => parts.join('')),
  )

  it('every line that says something gives one result, and none throws', () => {
    fc.assert(
      fc.property(anything, (pasted) => {
        const lines = pasted.split(/\r\n?|[\n\u0085\u2028\u2029]/)
        const read = readPastedCandidates(pasted)
        for (const one of read) expect(one.raw).toBe(lines[one.line - 1])
        expect(new Set(read.map(({ line }) => line)).size).toBe(read.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('what is accepted would be accepted in the form for one candidate', () => {
    fc.assert(
      fc.property(anything, (pasted) => {
        for (const one of readPastedCandidates(pasted)) {
          if ('problem' in one) continue
          const { name, link, email } = one.candidate
          expect(name).toMatch(/\p{L}/u)
          expect(name.length).toBeLessThanOrEqual(120)
          if (link !== undefined) expect(new URL(link).protocol).toMatch(/^https?:$/)
          if (email !== undefined) expect(email).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['words', 'Camille Durand '],
    ['separators', ',;|'],
    ['spaces', ' '],
    ['quotes', '"a",'],
    ['open quotes', '"'],
    ['dots', 'a@.'],
    ['brackets', '<(['],
    ['links', 'https://a.fr/,'],
    ['hosts', 'a.'],
    ['people', 'Camille\tDurand\tc@exemple.fr\n'],
    ['short lines', 'a\n'],
    ['markdown', '[a](b'],
    ['names in brackets', 'a(<'],
  ])('100 kB of %s take a moment', (_, unit) => {
    const pasted = hundredKilobytes(unit)
    expect(effortOf(() => readPastedCandidates(pasted))).toBeLessThan(A_MOMENT)
  })
})
