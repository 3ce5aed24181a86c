/**
 * Comparisons worked out by hand, with what anybody should read of them: the table, the picture and the
 * file are all held to the same figures. Arithmetic: Σ w·m / 3 Σ w over the assessed criteria.
 */
import type { Contender } from '../../../src/process/comparison/assessment.ts'
import type { Criterion } from '../../../src/process/recruitment.ts'
import type { Sign } from '../../../src/process/scorecard.ts'
import { held, met, reaching, weighing } from '../../process/support/contenders.ts'

export interface ExpectedLine {
  readonly who: string
  readonly rank: string
  readonly score: string
  readonly coverage: string
  /** By criterion; a star for shared opinions, nothing where nobody assessed it. */
  readonly means: Readonly<Record<string, string>>
  readonly cannotBeChosen?: readonly string[]
  readonly toVerify?: readonly string[]
  /** What referees said. */
  readonly references?: string
}

export interface HandMade {
  readonly name: string
  readonly criteria: readonly Criterion[]
  readonly contenders: readonly Contender[]
  readonly signs?: Readonly<Record<string, readonly Sign[]>>
  readonly expected: readonly {
    readonly stage: string
    readonly lines: readonly ExpectedLine[]
    /** Each step of a weight that changes the order; absent without an order. */
    readonly turns?: readonly string[]
  }[]
}

const MANDATORY = { mandatory: true }

export const HAND_MADE: readonly HandMade[] = [
  {
    // A (2 + 1) / 2 = 1.5; B 3; C (2 + 3) / 2 = 2.5: 4.5 + 6 + 5 = 15.5 of 21; weight 7 of 8
    name: 'the worked example of the product',
    criteria: [weighing('A', 3, MANDATORY), weighing('B', 2), weighing('C', 2), weighing('D', 1)],
    contenders: [
      reaching(
        'case-study',
        'Xavier',
        held('interview', { ines: { A: 2, B: 3 }, malik: { A: 1, B: null } }),
        held('case-study', { ines: { C: 2 }, malik: { C: 3 } }),
      ),
    ],
    expected: [
      {
        stage: 'Mise en situation',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '73,8',
            coverage: '87,5',
            means: { A: '1,5*', B: '3', C: '2,5' },
            cannotBeChosen: ['A'],
          },
        ],
      },
    ],
  },
  {
    // 3 × 2 + 2 × 3 + 1 × 1 = 13 of 18
    name: 'a single scorer, everything assessed',
    criteria: [weighing('A', 3, MANDATORY), weighing('B', 2), weighing('C', 1)],
    contenders: [met('Xavier', { A: 2, B: 3, C: 1 })],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '72,2',
            coverage: '100',
            means: { A: '2', B: '3', C: '1' },
          },
        ],
      },
    ],
  },
  {
    // Xavier 6 + 4 + 2 = 12 of 18. Yasmine 6 + 2 × 8/3 + 2/3 = 12 of 18. A at 2: 10 of 15 both.
    // B at 3: 14 and 44/3 of 21. B at 1: 10 and 28/3 of 15. C at 2: 14 and 38/3 of 21.
    name: 'a tie made of fractions',
    criteria: [weighing('A', 3), weighing('B', 2), weighing('C', 1)],
    contenders: [
      met('Xavier', { A: 2, B: 2, C: 2 }),
      reaching(
        'interview',
        'Yasmine',
        held('interview', {
          ines: { A: 2, B: 3, C: 1 },
          malik: { A: 2, B: 3, C: 1 },
          sacha: { A: null, B: 2, C: 0 },
        }),
      ),
    ],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '66,7',
            coverage: '100',
            means: { A: '2', B: '2', C: '2' },
          },
          {
            who: 'Yasmine',
            rank: '1',
            score: '66,7',
            coverage: '100',
            means: { A: '2', B: '2,67', C: '0,67' },
          },
        ],
        turns: [
          '« B » à 3 : Yasmine, Xavier',
          '« B » à 1 : Xavier, Yasmine',
          '« C » à 2 : Xavier, Yasmine',
        ],
      },
    ],
  },
  {
    // A counts from the case study only: 3 × 1 + 1 × 2 = 5 of 12
    name: 'the latest stage takes the place of the earlier one',
    criteria: [weighing('A', 3, MANDATORY), weighing('B', 1)],
    contenders: [
      reaching(
        'case-study',
        'Xavier',
        held('interview', { ines: { A: 3, B: 2 } }),
        held('case-study', { ines: { A: 1 } }),
      ),
    ],
    expected: [
      {
        stage: 'Mise en situation',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '41,7',
            coverage: '100',
            means: { A: '1', B: '2' },
            cannotBeChosen: ['A'],
          },
        ],
      },
    ],
  },
  {
    // (1 + 3) / 2 = 2: exactly validated. 2 × 2 = 4 of 6; weight 2 of 4
    name: 'two interviews of one stage are pooled',
    criteria: [weighing('A', 2, MANDATORY), weighing('B', 2)],
    contenders: [
      reaching(
        'case-study',
        'Xavier',
        held('case-study', { ines: { A: 1, B: null } }),
        held('case-study', { malik: { A: 3 } }),
      ),
    ],
    expected: [
      {
        stage: 'Mise en situation',
        lines: [{ who: 'Xavier', rank: '1', score: '66,7', coverage: '50', means: { A: '2*' } }],
      },
    ],
  },
  {
    // B alone: 3 of 3; weight 1 of 4
    name: 'a mandatory criterion that nobody assessed is to be verified',
    criteria: [weighing('A', 3, MANDATORY), weighing('B', 1)],
    contenders: [met('Xavier', { A: null, B: 3 })],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '100',
            coverage: '25',
            means: { B: '3' },
            toVerify: ['A'],
          },
        ],
      },
    ],
  },
  {
    name: 'nothing is compared where nobody assessed anything',
    criteria: [weighing('A', 3), weighing('B', 1)],
    contenders: [met('Xavier', { A: null, B: null }), met('Yasmine', {})],
    expected: [],
  },
  {
    // Of 9: Xavier 6 + 0, Yasmine 4 + 2, Zoé 0 + 3. A at 3, of 12: 9, 8, 3. A at 1, of 6: 3, 4, 3.
    // B at 2, of 12: 6, 8, 6.
    name: 'three people, and an order that hangs on both weights',
    criteria: [weighing('A', 2), weighing('B', 1)],
    contenders: [
      met('Zoé', { A: 0, B: 3 }),
      met('Yasmine', { A: 2, B: 2 }),
      met('Xavier', { A: 3, B: 0 }),
    ],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          { who: 'Xavier', rank: '1', score: '66,7', coverage: '100', means: { A: '3', B: '0' } },
          { who: 'Yasmine', rank: '1', score: '66,7', coverage: '100', means: { A: '2', B: '2' } },
          { who: 'Zoé', rank: '3', score: '33,3', coverage: '100', means: { A: '0', B: '3' } },
        ],
        turns: [
          '« A » à 3 : Xavier, Yasmine, Zoé',
          '« A » à 1 : Yasmine (1), Zoé (2), Xavier (2)',
          '« B » à 2 : Yasmine (1), Zoé (2), Xavier (2)',
        ],
      },
    ],
  },
  {
    // 2 × 2 = 4 of 6, whatever the referee said
    name: 'references add signs, never points',
    criteria: [weighing('A', 2)],
    contenders: [
      reaching(
        'references',
        'Xavier',
        held('interview', { ines: { A: 2 } }),
        held('references', { ines: { A: 0 } }),
      ),
    ],
    signs: { Xavier: ['confirms', 'contradicts', 'confirms'] },
    expected: [
      {
        stage: 'Prise de références',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '66,7',
            coverage: '100',
            means: { A: '2' },
            references: 'confirme 2 fois et contredit 1 fois',
          },
        ],
      },
    ],
  },
  {
    name: 'those who reached different stages are ranked apart',
    criteria: [weighing('A', 1)],
    contenders: [
      met('Yasmine', { A: 3 }),
      reaching('collaboration', 'Xavier', held('interview', { ines: { A: 1 } })),
    ],
    expected: [
      {
        stage: 'Cadre de collaboration',
        lines: [{ who: 'Xavier', rank: '1', score: '33,3', coverage: '100', means: { A: '1' } }],
      },
      {
        stage: 'Entretien métier',
        lines: [{ who: 'Yasmine', rank: '1', score: '100', coverage: '100', means: { A: '3' } }],
      },
    ],
  },
  {
    // A (2 + 2 + 1) / 3 = 1.67, below 2: no rounding lifts it. 5/3 of 3
    name: 'a mandatory criterion is judged unrounded',
    criteria: [weighing('A', 1, MANDATORY)],
    contenders: [
      reaching(
        'interview',
        'Xavier',
        held('interview', { ines: { A: 2 }, malik: { A: 2 }, sacha: { A: 1 } }),
      ),
    ],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '55,6',
            coverage: '100',
            means: { A: '1,67*' },
            cannotBeChosen: ['A'],
          },
        ],
      },
    ],
  },
  {
    // Yasmine has no score, hence no rank, and one score alone makes no order
    name: 'someone without a score stands last',
    criteria: [weighing('A', 3), weighing('B', 2)],
    contenders: [met('Yasmine', { A: null }), met('Xavier', { A: 2 })],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          { who: 'Xavier', rank: '1', score: '66,7', coverage: '60', means: { A: '2' } },
          { who: 'Yasmine', rank: '', score: '', coverage: '0', means: {} },
        ],
      },
    ],
  },
  {
    // Xavier 6 + 6 + 2 = 14 of 18; Yasmine 3 + 4 + 3 = 10 of 18. No step brings 4 points back:
    // A at 2: 12 and 9 of 15; B at 3: 17 and 12, B at 1: 11 and 8; C at 2: 16 and 13.
    name: 'an order that no single step changes',
    criteria: [weighing('A', 3), weighing('B', 2), weighing('C', 1)],
    contenders: [met('Xavier', { A: 2, B: 3, C: 2 }), met('Yasmine', { A: 1, B: 2, C: 3 })],
    expected: [
      {
        stage: 'Entretien métier',
        lines: [
          {
            who: 'Xavier',
            rank: '1',
            score: '77,8',
            coverage: '100',
            means: { A: '2', B: '3', C: '2' },
          },
          {
            who: 'Yasmine',
            rank: '2',
            score: '55,6',
            coverage: '100',
            means: { A: '1', B: '2', C: '3' },
          },
        ],
        turns: [],
      },
    ],
  },
]
