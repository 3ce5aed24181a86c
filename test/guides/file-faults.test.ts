import { describe, expect, test } from 'vitest'
import { faultsOf, SAMPLE, testFaults } from './sample.ts'

const REFUSED: readonly (readonly [what: string, source: string, faults: string[]])[] = [
  ['an empty file', '', ["1: Le fichier est vide : pars de l'exemple de guides/README.md."]],
  ['blank lines', ' \n\n\t\n', ["1: Le fichier est vide : pars de l'exemple de guides/README.md."]],
  [
    'a picture',
    '\u0089PNG\n\u001A\n\0',
    ["1: Le fichier n'est pas du texte : enregistre-le en texte brut, en UTF-8."],
  ],
  [
    'a text in another encoding',
    SAMPLE.replace('Présente', 'Pr\uFFFDsente'),
    ["25: Le fichier n'est pas du texte : enregistre-le en texte brut, en UTF-8."],
  ],
  [
    'a file beyond 64 kB',
    SAMPLE + '- a\n'.repeat(16 * 1024),
    ['1: Le fichier dépasse 64 ko : un guide fait quelques pages, ne garde que lui.'],
  ],
  [
    'an endless line',
    SAMPLE + 'a'.repeat(1001),
    ['44: Cette ligne dépasse 1000 signes : raccourcis-la ou coupe-la en plusieurs.'],
  ],
  [
    'a note',
    'Penser à écrire ce guide.\n',
    [
      "1: L'en-tête manque : commence le fichier par « --- », puis metier, etape, titre, objectif, duree, puis « --- ».",
      '1: Il manque le titre « ## Critères » : ajoute-le sur une ligne à lui seul.',
      '1: Il manque le titre « ## Trame » : ajoute-le sur une ligne à lui seul.',
      '1: Il manque le titre « ## Points de vigilance » : ajoute-le sur une ligne à lui seul.',
    ],
  ],
]

test.each(REFUSED)('%s is refused in a sentence', (_, source, faults) => {
  expect(faultsOf(source)).toEqual(faults)
})

test('every fault of a file is listed, in the order of its lines', () => {
  const source = SAMPLE.replace('coaching', 'juriste')
    .replace('Poids : 3', 'Poids : 4')
    .replace('prix', 'or')
  expect(faultsOf(source).map((fault) => Number.parseInt(fault, 10))).toEqual([2, 14, 39])
})

describe('a fault in the header says what to do, on its line', () => {
  testFaults([
    [
      'is missing',
      '---\nmetier',
      'metier',
      [
        "1: L'en-tête manque : commence le fichier par « --- », puis metier, etape, titre, objectif, duree, puis « --- ».",
      ],
    ],
    [
      'is not closed',
      'max: 60 }\n---',
      'max: 60 }',
      ["1: L'en-tête n'est pas refermé : ajoute une ligne « --- » sous son dernier champ."],
    ],
    [
      'is not YAML',
      'titre: Entretien métier, coaching',
      'titre: Entretien : coaching',
      [
        "4: L'en-tête ne se lit pas ici : écris « champ: valeur », entre guillemets si la valeur contient « : ».",
      ],
    ],
    [
      'lacks a field',
      'objectif: Trouver la preuve que la personne sait accompagner une équipe.\n',
      '',
      ["1: Il manque le champ « objectif » dans l'en-tête : écris-le en une phrase."],
    ],
    [
      'has an empty field',
      'titre: Entretien métier, coaching',
      'titre:',
      ['4: Le champ « titre » est vide : écris-le en une phrase.'],
    ],
    [
      'has a field that is not text',
      'titre: Entretien métier, coaching',
      'titre: [Entretien]',
      ['4: Le champ « titre » ne se lit pas : écris-le en une phrase.'],
    ],
    [
      'has an alias to nothing',
      'titre: Entretien métier, coaching',
      'titre: *entretien',
      ['4: Le champ « titre » ne se lit pas : écris-le en une phrase.'],
    ],
    [
      'has a title too long for a phone',
      'titre: Entretien métier, coaching',
      'titre: ' + 'a'.repeat(81),
      ['4: Le champ « titre » dépasse 80 signes : raccourcis-le.'],
    ],
    [
      'has an unknown field',
      'duree:',
      'but: choisir\nduree:',
      [
        "6: Le champ « but » n'existe pas dans l'en-tête : choisis parmi metier, etape, titre, objectif, duree.",
      ],
    ],
    [
      'says a field twice',
      'metier: coaching',
      'metier: coaching\nmétier: design',
      ['3: Le champ « metier » est écrit deux fois : garde le bon.'],
    ],
    [
      'names an unknown craft',
      'metier: coaching',
      'metier: juriste',
      [
        '2: Le champ « metier » ne connaît pas « juriste » : choisis parmi generique, developpement, produit, design, coaching, deploiement-junior, deploiement-senior, autre.',
      ],
    ],
    [
      'names an unknown stage',
      'etape: entretien',
      'etape: oral',
      [
        '3: Le champ « etape » ne connaît pas « oral » : choisis parmi prequalification, entretien, mise-en-situation, collaboration, references.',
      ],
    ],
    [
      'gives the duration in words',
      '{ min: 45, max: 60 }',
      'environ une heure',
      [
        '6: La durée ne se lit pas : écris deux nombres de minutes, par exemple « duree: { min: 45, max: 60 } ».',
      ],
    ],
    [
      'gives one minute only',
      '{ min: 45, max: 60 }',
      '{ max: 60 }',
      [
        '6: La durée ne se lit pas : écris deux nombres de minutes, par exemple « duree: { min: 45, max: 60 } ».',
      ],
    ],
    [
      'gives a shortest duration above the longest',
      '{ min: 45, max: 60 }',
      '{ min: 60, max: 45 }',
      [
        '6: La durée ne se lit pas : écris deux nombres de minutes, par exemple « duree: { min: 45, max: 60 } ».',
      ],
    ],
  ])
})
