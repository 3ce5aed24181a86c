import { describe } from 'vitest'
import { testFaults } from './sample.ts'

describe('a fault in the script says what to do, on its line', () => {
  testFaults([
    [
      'a section has no minutes',
      '### 0–2 min · Accueil',
      '### Accueil',
      [
        '23: Le titre « Accueil » ne donne pas ses minutes : écris par exemple « ### 0–2 min · Accueil ».',
      ],
    ],
    [
      'two sections overlap',
      '### 2–50 min',
      '### 1–50 min',
      [
        '27: La partie « Accompagnement » commence à 1 min, avant la fin de la précédente : fais-la partir de 2.',
      ],
    ],
    [
      'two sections leave a gap',
      '### 2–50 min',
      '### 5–50 min',
      [
        '27: La partie « Accompagnement » commence à 5 min et laisse un trou : fais-la partir de 2.',
      ],
    ],
    [
      'a section ends where it starts',
      '### 2–50 min',
      '### 2–2 min',
      ['27: La partie « Accompagnement » doit finir après son début : corrige 2–2 min.'],
    ],
    [
      'a section goes beyond the duration',
      '### 2–50 min',
      '### 2–65 min',
      [
        '27: La partie « Accompagnement » finit à 65 min et dépasse la durée maximale : raccourcis pour tenir en 60.',
      ],
    ],
    [
      'a section has no text',
      'Présente-toi.\n\n',
      '',
      ["23: Il manque un paragraphe sous « 0–2 min · Accueil » : dis ce qu'il faut y faire."],
    ],
    [
      'a section has two paragraphs',
      'Présente-toi.',
      'Présente-toi.\n\nSouris.',
      ['27: Une partie a un seul paragraphe : réunis celui-ci avec le précédent.'],
    ],
    [
      'a section has a list',
      'Présente-toi.',
      'Présente-toi.\n\n- Souris',
      ['27: Cette liste est hors de toute question : mets-la sous un titre « #### ».'],
    ],
    [
      'a text stands before the first section',
      '## Trame\n',
      '## Trame\n\nVoici.\n',
      ['23: Ce passage est hors de toute partie : mets-le sous un titre « ### ».'],
    ],
  ])
})

describe('a fault in the questions says what to do, on its line', () => {
  testFaults([
    [
      'a line has an unknown name',
      '- Conseil :',
      '- Astuce :',
      [
        "35: La ligne « Astuce » n'est pas connue ici : choisis parmi Identifiant, À quoi ça sert, Conseil, Exemples, Critères, Faits.",
      ],
    ],
    [
      'a line has no colon',
      '- Conseil : Demande la suite.',
      '- Demande la suite.',
      ['35: Il manque « : » dans cette ligne : écris-la « - Nom : valeur ».'],
    ],
    [
      'a line is there twice',
      '- Conseil : Demande',
      '- Conseil : A\n- Conseil : Demande',
      ['36: La ligne « Conseil » est écrite deux fois : garde la bonne.'],
    ],
    [
      'a one-sentence line has a list',
      '- Conseil : Demande la suite.',
      '- Conseil :\n  - Demande la suite.',
      ['35: La ligne « Conseil » tient en une phrase : retire la liste qui la suit.'],
    ],
    [
      'a text belongs to no line',
      'hésitait\n',
      'hésitait\n\nDemande.\n',
      [
        "33: Ce texte n'appartient à aucune ligne : commence-le par « - » et un nom (Identifiant, À quoi ça sert, Conseil, Exemples, Critères, Faits).",
      ],
    ],
    [
      'the purpose is missing',
      '- À quoi ça sert : Voir une décision naître.\n',
      '',
      ['31: Il manque la ligne « À quoi ça sert » : dis en une phrase ce que la question apporte.'],
    ],
    [
      'the title is too long for a phone',
      '#### Une équipe qui hésitait',
      '#### ' + 'a'.repeat(81),
      ['31: Ce titre dépasse 80 signes : raccourcis-le.'],
    ],
    [
      'a criterion is unknown',
      '- Critères : choisir,',
      '- Critères : choisir, ecouter,',
      [
        "38: Le critère « ecouter » n'existe pas dans ce guide : corrige-le ou ajoute-le sous « ## Critères ».",
      ],
    ],
    [
      'a fact is unknown',
      'prix',
      'salaire',
      [
        "39: Le fait « salaire » n'est pas connu : choisis parmi disponibilité, rythme, télétravail, accord pour les références, autres démarches, prix.",
      ],
    ],
    [
      'an example nests another list',
      "  - « Qu'as",
      "  - A\n    - « Qu'as",
      [
        '38: Ce passage ne peut pas être lu : un guide ne contient que des titres, des paragraphes et des listes.',
      ],
    ],
    [
      'two share an identifier',
      '## Points',
      '#### Une autre\n\n- Identifiant : equipe\n- À quoi ça sert : Comparer.\n\n## Points',
      ["41: L'identifiant « equipe » sert déjà à une autre question : donne-lui le sien."],
    ],
  ])
})
