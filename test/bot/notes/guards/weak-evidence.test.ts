import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weakEvidence } from '../../../../src/bot/notes/guards/weak-evidence.ts'
import { A_MOMENT, effortOf, hundredKilobytes } from '../../support/effort.ts'

const FACT =
  'Raconte la mise en ligne du formulaire : trois tests avec des agents, puis une version par semaine.'

describe('evidence that only judges', () => {
  it.each([
    'Très bien',
    'Très bonne candidate',
    'motivée, dynamique et sympa',
    'Bon niveau',
    'Bon niveau technique, bonne posture.',
    'Excellente communication, très à l’aise',
    'Clair, précis, structuré',
    'Réponses claires et pertinentes',
    'Elle est très motivée et vraiment curieuse.',
    'Camille est dynamique',
    'Camille Durand semble très motivée.',
    'Super profil !!!',
    'Bonne impression générale',
    'Très bon feeling',
    'Je l’ai trouvée très convaincante',
    'Personne rigoureuse et autonome, un vrai plus',
    'N’a pas été convaincant',
    'Assez moyen, peu convaincant, manque de rigueur',
    'Pas mal',
    'Maîtrise parfaitement le sujet',
    'Il maîtrise bien.',
    'Fait preuve d’une grande curiosité',
    'Beaucoup d’enthousiasme et d’énergie',
    'Bonne écoute, bonnes qualités humaines, esprit d’équipe',
    'MOTIVÉ·E ET SÉRIEUX·SE',
    'motive, serieux, tres bon esprit',
    'Un peu juste techniquement',
    'Excellent contact',
    'Humainement top',
    'Coche toutes les cases',
    'Bonne vision produit',
    'Rien à redire',
    'Très pro, parle bien',
    'Solide',
    'Bof',
    'ok',
    'Oui',
    'RAS',
    '👍👍',
    '++',
    '3/3',
    '« très bien »',
  ])('« %s »', (text) => {
    expect(weakEvidence({ one: text })).toEqual([{ criterion: 'one', reason: 'adjectives-only' }])
  })

  it.each([
    FACT,
    'A refusé de livrer sans test et a prévenu son équipe.',
    'Cite trois outils : Matomo, Metabase, Sentry.',
    '« J’ai tout cassé un vendredi, puis j’ai écrit un test. »',
    '"je préfère demander avant"',
    'Très claire : reformule la consigne, puis pose quatre questions sur les usagers.',
    'Bonne connaissance de PostgreSQL (index partiels, verrous).',
    'N’a jamais travaillé avec des designers.',
    'A dit non à l’équipe.',
    'A fait le point avec l’équipe.',
    'Hésite dix secondes puis demande de l’aide.',
    'Dessine le parcours au tableau.',
    'Motivée : a lu le code avant l’entretien.',
    'Ne sait pas expliquer une jointure.',
    '5 ans chez un éditeur, 2 produits lancés',
    'Trouve la panne en lisant les journaux',
    'Elle a conduit 12 entretiens d’usagers en un mois',
    'Propose de couper en deux.',
    'React depuis 2019',
    'A confondu accessibilité et ergonomie',
    'Parle d’un conflit avec son chef et de ce qu’elle en a tiré.',
    'Demande qui décide.',
    'Relit le ticket à voix haute avant de coder',
    'Écoute puis reformule',
    'Sait lire un plan d’exécution SQL',
    'Ne coupe pas la parole',
  ])('is not « %s »', (text) => {
    expect(weakEvidence({ one: text })).toEqual([])
  })
})

describe('evidence copied from another criterion', () => {
  it.each([
    FACT,
    FACT.toUpperCase(),
    'raconte la mise en ligne du formulaire — trois tests avec des agents puis une version par semaine',
    `  ${FACT}\n`,
    FACT.replace('trois', 'quatre'),
    `Elle ${FACT}`,
    FACT.replace(' du formulaire', ' de ce formulaire'),
  ])('« %s » is the same text, or nearly', (copy) => {
    expect(weakEvidence({ first: FACT, second: copy })).toEqual([
      { criterion: 'second', reason: 'copied', from: 'first' },
    ])
  })

  it.each([
    'Idem',
    'idem.',
    'Pareil',
    'Voir plus haut',
    'cf. ci-dessus',
    'Même chose que pour le critère 1',
    'Comme pour le critère précédent',
    'Voir critère 2',
    'Même réponse',
  ])('« %s » only points elsewhere', (pointer) => {
    expect(weakEvidence({ first: FACT, second: pointer })).toEqual([
      { criterion: 'second', reason: 'copied' },
    ])
  })

  it.each([
    ['Propose de couper en deux.', 'Propose de livrer en deux fois.'],
    [
      'Question sur la dette : cite deux modules réécrits et le temps que cela a pris.',
      'Question sur les tests : cite un module couvert et les cas laissés de côté.',
    ],
    [
      FACT,
      `${FACT} Explique ensuite comment elle a convaincu la direction, chiffres à l’appui, sur un an.`,
    ],
    ['A lu le code.', 'A lu le guide.'],
    ['Pas abordé', 'Pas abordé'],
    ['Non évalué faute de temps.', 'Non évalué faute de temps.'],
    ['On n’a pas eu le temps', 'on n’a pas eu le temps'],
    ['', ''],
    ['   ', '\n'],
  ])('is not « %s » beside « %s »', (first, second) => {
    expect(weakEvidence({ first, second })).toEqual([])
  })

  it('points at the earliest criterion, and each copy is named', () => {
    expect(weakEvidence({ a: FACT, b: 'Dessine le parcours.', c: FACT, d: FACT })).toEqual([
      { criterion: 'c', reason: 'copied', from: 'a' },
      { criterion: 'd', reason: 'copied', from: 'a' },
    ])
  })

  it('is told as a judgement when the text is one: a fact is what is missing', () => {
    expect(weakEvidence({ a: 'Très bien', b: 'Très bien' })).toEqual([
      { criterion: 'a', reason: 'adjectives-only' },
      { criterion: 'b', reason: 'adjectives-only' },
    ])
  })
})

describe('whatever is written', () => {
  it('gives at most one reason for each criterion, in their order, and never throws', () => {
    const texts = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(FACT, 'Très bien', 'idem', '', '\uD800', '« »', '«««', 'é\u0301'),
      ),
    )
    fc.assert(
      fc.property(texts, (evidence) => {
        const order = Object.keys(evidence)
        const found = weakEvidence(evidence).map(({ criterion }) => order.indexOf(criterion))
        expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
        expect(found).not.toContain(-1)
      }),
      { numRuns: 1000 },
    )
  })

  it('adding a fact to a judgement makes it pass', () => {
    const judgements = fc.constantFrom('Très bien', 'Motivée et dynamique', 'Bon niveau')
    fc.assert(
      fc.property(judgements, (judgement) => {
        expect(weakEvidence({ one: judgement })).toHaveLength(1)
        expect(weakEvidence({ one: `${judgement} : a relancé deux usagers.` })).toEqual([])
      }),
    )
  })

  it.each([
    ['words', 'très bien '],
    ['one word', 'a'],
    ['quotation marks', '«'],
    ['quotations', '« a » '],
    ['endings', 'a(e)'],
    ['accents', 'e\u0301'],
    ['facts', `${FACT} `],
  ])('100 kB of %s, twice, take a moment', (_, unit) => {
    const text = hundredKilobytes(unit)
    expect(effortOf(() => weakEvidence({ one: text, other: `${text}.` }))).toBeLessThan(A_MOMENT)
  })

  it('a hundred criteria take a moment', () => {
    const evidence = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `c${i}`,
        `${FACT} Cas numéro ${i}, page ${i * 7}. `.repeat(10),
      ]),
    )
    expect(effortOf(() => weakEvidence(evidence))).toBeLessThan(A_MOMENT)
  })
})
