import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGE_NAMES } from '../../../src/bot/french/words.ts'
import { readPastedCriteria } from '../../../src/bot/pasting/criteria.ts'
import type { PastedCriterionLine } from '../../../src/bot/pasting/criteria.ts'
import { STAGES } from '../../../src/process/vocabulary.ts'
import { A_MOMENT, effortOf, hundredKilobytes } from '../support/effort.ts'

/** « label · weight! · stages » of each line, or its problem: what a preview would show. */
function read(pasted: string): readonly string[] {
  return readPastedCriteria(pasted).map(shown)
}

function shown(one: PastedCriterionLine): string {
  if ('problem' in one) {
    return `${one.line}: ${one.problem}${one.with === undefined ? '' : ` ${one.with}`}`
  }
  const { label, weight, mandatory, stages } = one.criterion
  return [label, `${weight}${mandatory ? '!' : ''}`, ...stages].join(' · ')
}

describe('a sentence alone', () => {
  it.each([
    'Est capable de mener un entretien',
    'Est capable de préparer la mise en situation des autres',
    'Fait preuve d’écoute pendant une collaboration difficile',
    'Sait dire ce qui est obligatoire ou facultatif',
    'Distingue ce qui est important de ce qui est un plus',
    'Donne des références précises, une mise en situation à l’appui',
    'Sait animer des formats variés : atelier, entretien, références',
    'Sait animer un atelier, un entretien',
    'Connaît Symfony 2, 3',
    'Gère un budget de 1,5',
    'Connaît les règles de 2024 (15)',
    'Cite ses sources (par exemple, entretien)',
    'Sait coder ; sait tester',
    'Maîtrise C++',
    'Maîtrise .NET',
    'Soulève un poids',
    'Collaboration',
    'Entretien',
  ])(
    '« %s » keeps every word, with the weight, stages and freedom of a line without marks',
    (line) => {
      expect(read(line)).toEqual([`${line} · 2`])
    },
  )

  it('loses its bullet, its number, its quotes and its emphasis', () => {
    const pasted = '- Sait lire\r\n\r\n2) Sait écrire\r\n"Sait compter"\r\n• **Sait tester**\r\n'
    expect(read(pasted)).toEqual([
      'Sait lire · 2',
      'Sait écrire · 2',
      'Sait compter · 2',
      'Sait tester · 2',
    ])
  })

  it('keeps the line as it was pasted', () => {
    expect(readPastedCriteria('\n  - Sait lire (3) \n')).toEqual([
      {
        line: 2,
        raw: '  - Sait lire (3) ',
        criterion: { label: 'Sait lire', weight: 3, mandatory: false, stages: [] },
      },
    ])
  })
})

describe('a weight', () => {
  it.each([
    ['Sait lire (poids 3)', 3],
    ['Sait lire (3)', 3],
    ['Sait lire (3/3)', 3],
    ['Sait lire [1]', 1],
    ['Sait lire, poids 1', 1],
    ['Sait lire poids 3', 3],
    ['Sait lire - Poids : 3', 3],
    ['Sait lire – coef. 3', 3],
    ['Sait lire. Poids 1.', 1],
    ['Sait lire ; 3', 3],
    ['Sait lire, 3', 3],
    ['Sait lire : 1', 1],
    ['Sait lire (×3)', 3],
    ['Poids 3 : Sait lire', 3],
    ['[1] Sait lire', 1],
    ['Sait lire (déterminant)', 3],
    ['Sait lire, déterminante', 3],
    ['Sait lire – important', 2],
    ['Sait lire, un plus', 1],
    ['Sait lire (ce critère est un plus)', undefined],
    ['Sait lire (MAXIMAL)', 3],
    ['Sait lire | moyen', 2],
    ['Sait lire ; faible', 1],
    ['Sait lire (poids élevé)', 3],
    ['Sait lire, importance : haute', 3],
    ['Sait lire (poids 3, déterminant)', 3],
  ])('« %s » is read', (line, weight) => {
    const [expected] = weight === undefined ? [`${line} · 2`] : [`Sait lire · ${weight}`]
    expect(read(line)).toEqual([expected])
  })

  it.each([
    '(poids 4)',
    '(0)',
    '; poids 10',
    ', poids 2,5',
    '(poids : -1)',
    'poids 5',
    '(4/3)',
    '; 9',
  ])('is out of range in « Sait lire %s »', (marks) => {
    expect(read(`Sait lire ${marks}`)).toEqual(['1: weight-out-of-range'])
  })
})

describe('what is mandatory', () => {
  it.each([
    ['Sait lire (obligatoire)', '2!'],
    ['Sait lire, OBLIGATOIRE', '2!'],
    ['Obligatoire : Sait lire', '2!'],
    ['Sait lire – éliminatoire', '2!'],
    ['Sait lire ; obligatoire : oui', '2!'],
    ['Sait lire (critère obligatoire)', '2!'],
    ['Sait lire ; 3 ; oui', '3!'],
    ['Sait lire\t1\tx', '1!'],
    ['Sait lire (facultatif)', '2'],
    ['Sait lire, facultative', '2'],
    ['Sait lire (non obligatoire)', '2'],
    ['Sait lire ; obligatoire : non', '2'],
    ['Sait lire ; 3 ; non', '3'],
  ])('« %s » is read', (line, expected) => {
    expect(read(line)).toEqual([`Sait lire · ${expected}`])
  })
})

describe('the stages', () => {
  it.each([
    ['préqualification', ['prequalification']],
    ['Préqualif', ['prequalification']],
    ['entretien', ['interview']],
    ['entretien métier', ['interview']],
    ['entretien (métier)', ['interview']],
    ['mise en situation', ['case-study']],
    ['étude de cas', ['case-study']],
    ['cadre de collaboration', ['collaboration']],
    ['adéquation', ['collaboration']],
    ['entretien d’adéquation', ['collaboration']],
    ['cadre de collaboration / adéquation', ['collaboration']],
    ['références', ['references']],
    ['prise de références', ['references']],
    ['mise en situation et préqualification', ['prequalification', 'case-study']],
    ['références, entretien + mise en situation', ['interview', 'case-study', 'references']],
    ['vérifié pendant l’entretien', ['interview']],
    ['étapes : entretien, références', ['interview', 'references']],
    ['toutes les étapes', [...STAGES]],
  ])('« %s » is read in brackets and after a separator', (words, stages) => {
    const expected = ['Sait lire · 2', ...stages].join(' · ')
    const lines = [`(${words})`, `– ${words}`, `; ${words}`, `, ${words}`, `. ${words}.`]
    for (const marks of lines) expect(read(`Sait lire ${marks}`)).toEqual([expected])
  })

  it('are known by the names that the bot gives them', () => {
    for (const stage of STAGES) {
      expect(read(`Sait lire (${STAGE_NAMES[stage]})`)).toEqual([`Sait lire · 2 · ${stage}`])
    }
  })

  it('are taken after a comma when the sentence is not an enumeration, or a mark precedes', () => {
    expect(read('Sait lire, entretien, références')).toEqual([
      'Sait lire · 2 · interview · references',
    ])
    expect(read('Maîtrise HTML, CSS, poids 3, entretien')).toEqual([
      'Maîtrise HTML, CSS · 3 · interview',
    ])
    expect(read('Maîtrise HTML, CSS, entretien métier')).toEqual([
      'Maîtrise HTML, CSS · 2 · interview',
    ])
  })
})

describe('several marks', () => {
  const expected = ['Est capable de mener un entretien · 3! · interview · case-study']

  it.each([
    'Est capable de mener un entretien (poids 3, obligatoire, entretien, mise en situation)',
    'Est capable de mener un entretien (obligatoire) (3) – mise en situation, entretien métier',
    'Est capable de mener un entretien ; 3 ; obligatoire ; entretien + mise en situation',
    'Est capable de mener un entretien | déterminant | oui | entretien, mise en situation',
    'Est capable de mener un entretien, mise en situation et entretien, poids 3, obligatoire',
    'Obligatoire – poids 3 – Est capable de mener un entretien – entretien – mise en situation',
    'Est capable de mener un entretien. Poids : 3. Obligatoire. Étapes : entretien, mise en situation.',
    '1. Est capable de mener un entretien – poids 3 (obligatoire ; entretien (métier) ; mise en situation)',
    '1\tEst capable de mener un entretien\t3\toui\tentretien, mise en situation',
    '"Est capable de mener un entretien";3;oui;"entretien, mise en situation"',
  ])('« %s » are read together', (line) => {
    expect(read(line)).toEqual(expected)
  })
})

describe('a table', () => {
  const expected = ['Sait lire · 3! · interview · case-study', 'Sait écrire ; bien · 1']

  it.each([
    '| Critère | Poids | Obligatoire ? | Étapes |\n|---|:-:|---|---|\n| Sait lire | 3 | oui | entretien, mise en situation |\n| Sait écrire ; bien | 1 | non | |',
    'Étapes\tObligatoire\tPoids (1 à 3)\tCritère\nMise en situation + entretien\tx\tmaximal\tSait lire\n\t\tfaible\tSait écrire ; bien',
    'Compétences;Poids;Vérifié pendant;Obligatoire (oui/non)\nSait lire;3 - déterminant;entretien puis mise en situation;Obligatoire\n"Sait écrire ; bien";1;;facultatif',
    'poids,critère,étapes,obligatoire\n3,Sait lire,"entretien, mise en situation",oui\n1,Sait écrire ; bien,,',
    'Critère\tPoids\tObligatoire\tPréqualification\tEntretien métier\tMise en situation\nSait lire\t3\tX\t\tx\t✓\nSait écrire ; bien\t1\t\t\t\t',
    '|  | Poids | Obligatoire | Étape | Commentaire |\n|--|--|--|--|--|\n| Sait lire | 3 | ✅ | entretien (45 min), mise en situation | à creuser |\n| Sait écrire ; bien | 1 | ❌ | ? | |',
  ])('%j is read under its header, whatever the order of its columns', (pasted) => {
    expect(read(pasted)).toEqual(expected)
  })

  it('may have stages to tick and nothing else', () => {
    expect(read('Critère | Préqualif | Références\nSait lire | x | \nSait écrire | | oui')).toEqual(
      ['Sait lire · 2 · prequalification', 'Sait écrire · 2 · references'],
    )
  })

  it('gives the marks of a line without marks to empty cells', () => {
    expect(read('Critère;Poids;Étape\nSait lire;;\nSait écrire;à définir;plus tard')).toEqual([
      'Sait lire · 2',
      'Sait écrire · 2',
    ])
  })

  it('leaves the sentence of its cells alone', () => {
    expect(read('Critère;Poids\nSait mener un débat, entretien;3')).toEqual([
      'Sait mener un débat, entretien · 3',
    ])
  })

  it('says what is wrong in its cells', () => {
    expect(read('Critère;Poids\nSait lire;10\n;3\nSait écrire;0')).toEqual([
      '2: weight-out-of-range',
      '3: empty',
      '4: weight-out-of-range',
    ])
  })

  it('does not take a criterion for a header', () => {
    expect(read('Sait lire, obligatoire, entretien\nCompétences sociales (3)')).toEqual([
      'Sait lire · 2! · interview',
      'Compétences sociales · 3',
    ])
  })
})

describe('a line that is not a criterion', () => {
  it.each([
    'Obligatoires',
    '(poids 3)',
    'Obligatoire ; 3',
    '???',
    '🎉',
    'Savoir-être :',
    '## Technique',
  ])('« %s » is empty', (line) => {
    expect(read(line)).toEqual(['1: empty'])
  })

  it('is skipped when it is blank, a rule or a heading that names criteria', () => {
    expect(read('# Critères\n\n---\nCritères :\nSait lire')).toEqual(['Sait lire · 2'])
  })

  it('is too long beyond what the form for one criterion accepts', () => {
    expect(read(`${'é'.repeat(300)} (3)\n${'a'.repeat(301)}`)).toEqual([
      `${'é'.repeat(300)} · 3`,
      '2: too-long',
    ])
  })

  it('is the same as an earlier one, whatever its marks, case, accents and punctuation', () => {
    expect(read('Sait tester.\n\nsait TESTER (3)\nSait attester')).toEqual([
      'Sait tester. · 2',
      '3: twice 1',
      'Sait attester · 2',
    ])
  })
})

/** What lines are made of, and what may break them. */
const SCRAPS =
  'Sait lire¤poids¤3¤4¤obligatoire¤non¤oui¤entretien¤mise en situation¤Critère¤Étape¤l’¤et¤|¤(¤)¤[¤]¤ – ¤, ¤ ; ¤\t¤"¤ ¤\n¤. ¤: ¤🎉¤\uD800'.split(
    '¤',
  )

describe('whatever is pasted', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((parts) => parts.join('')),
  )

  it('every line that says something gives one result, none throws, and what is accepted is sound', () => {
    fc.assert(
      fc.property(anything, (pasted) => {
        const lines = pasted.split(/\r\n?|[\n\u0085\u2028\u2029]/)
        for (const one of readPastedCriteria(pasted)) {
          expect(one.raw).toBe(lines[one.line - 1])
          if ('problem' in one) continue
          const { label, weight, stages } = one.criterion
          expect(label).toMatch(/\p{L}/u)
          expect(label.length).toBeLessThanOrEqual(300)
          expect([1, 2, 3]).toContain(weight)
          expect(stages).toEqual(STAGES.filter((stage) => stages.includes(stage)))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('what was written of a criterion is read back', () => {
    const label = fc.constantFrom(
      'Sait lire',
      'Maîtrise HTML, CSS',
      'Est capable de mener un entretien',
    )
    const weights = fc.constantFrom(1, 2, 3)
    const stages = fc.subarray([...STAGES])
    const line = fc.record({ label, weight: weights, mandatory: fc.boolean(), stages })
    fc.assert(
      fc.property(line, fc.constantFrom(' · ', ', ', ' ; ', ' + '), (one, between) => {
        const marks = [
          `poids ${one.weight}`,
          ...(one.mandatory ? ['obligatoire'] : []),
          ...one.stages.map((stage) => STAGE_NAMES[stage].toLowerCase()),
        ]
        const [back] = readPastedCriteria(`${one.label} (${marks.join(between)})`)
        expect(back).toMatchObject({ criterion: one })
      }),
    )
  })

  it.each([
    ['words', 'Sait lire '],
    ['separators', ',;|'],
    ['commas', 'a, '],
    ['dashes', ' - '],
    ['brackets', '('],
    ['pairs of brackets', '(3)'],
    ['weights', ' poids 3'],
    ['stages', 'entretien, '],
    ['open quotes', '"'],
    ['dots', '. '],
    ['criteria', 'Sait lire (poids 3, obligatoire, entretien)\n'],
    ['short lines', 'a\n'],
    ['stars', '**'],
  ])('100 kB of %s take a moment', (_, unit) => {
    const pasted = hundredKilobytes(unit)
    expect(effortOf(() => readPastedCriteria(pasted))).toBeLessThan(A_MOMENT)
  })
})
