import { describe } from 'vitest'
import { testFaults } from './sample.ts'

describe('a fault in the headings says what to do, on its line', () => {
  testFaults([
    [
      'one is missing',
      '## Points de vigilance\n\n- Pas de débrief à chaud.\n',
      '',
      ['39: Il manque le titre « ## Points de vigilance » : ajoute-le sur une ligne à lui seul.'],
    ],
    [
      'one is unknown',
      '## Points de vigilance',
      '## Attention\n\n## Points de vigilance',
      [
        "41: Le titre « Attention » n'est pas connu : choisis parmi Critères, Trame, Points de vigilance.",
      ],
    ],
    [
      'one is there twice',
      '## Points de vigilance',
      '## Trame\n\n## Points de vigilance',
      ['41: Le titre « ## Trame » est écrit deux fois : réunis les deux.'],
    ],
    [
      'a title repeats that of the header',
      '## Critères',
      '# Guide\n\n## Critères',
      ["9: Retire ce titre « # » : le titre du guide s'écrit dans l'en-tête."],
    ],
    [
      'a level is skipped',
      '#### Une équipe',
      '##### Une équipe',
      [
        "11: Aucune question ne vérifie le critère « choisir » : nomme-le dans la ligne « Critères » d'une question.",
        "31: Le titre « Une équipe qui hésitait » n'est pas au bon niveau : écris-le avec ####.",
      ],
    ],
    [
      'a text comes before them',
      '## Critères',
      'Bonjour\n\n## Critères',
      [
        "9: Ce passage n'est sous aucun titre « ## » et ne serait jamais lu : déplace-le ou retire-le.",
      ],
    ],
    [
      'a quotation or a table is among them',
      'Présente-toi.',
      'Présente-toi.\n\n> Souris.',
      [
        '27: Ce passage ne peut pas être lu : un guide ne contient que des titres, des paragraphes et des listes.',
      ],
    ],
  ])
})

describe('a fault in the criteria says what to do, on its line', () => {
  testFaults([
    [
      'an identifier is missing',
      '- Identifiant : choisir\n',
      '',
      [
        '11: Il manque la ligne « Identifiant » : écris un mot court en minuscules, sans accent ni espace.',
      ],
    ],
    [
      'an identifier has spaces',
      '- Identifiant : choisir',
      '- Identifiant : Choisir Bien',
      ["13: L'identifiant s'écrit en minuscules sans accent, avec des tirets entre les mots."],
    ],
    [
      'a family is empty',
      '- Poids : 3',
      '- Famille :\n- Poids : 3',
      ['14: La ligne « Famille » est vide : nomme-la en quelques mots ou retire la ligne.'],
    ],
    [
      'a family is a whole text',
      '- Poids : 3',
      `- Famille : ${'posture '.repeat(11)}\n- Poids : 3`,
      ['14: La ligne « Famille » dépasse 80 signes : raccourcis-la.'],
    ],
    [
      'a weight is a word',
      '- Poids : 3',
      '- Poids : fort',
      ['14: Il manque un poids lisible : écris « - Poids : » puis 1, 2 ou 3.'],
    ],
    [
      'mandatory is neither yes nor no',
      '- Obligatoire : oui',
      '- Obligatoire : peut-être',
      ['15: Écris « - Obligatoire : oui » ou « - Obligatoire : non ».'],
    ],
    [
      'a level is missing',
      '- 2 : Décrit un cas.\n',
      '',
      ["11: Il manque la ligne « 2 » : décris ce qu'on voit au niveau 2."],
    ],
    [
      'a level is empty',
      '- 2 : Décrit un cas.',
      '- 2 :',
      ["17: La ligne « 2 » est vide : décris ce qu'on voit au niveau 2."],
    ],
    [
      'one has a heading inside',
      '- Poids : 3',
      '#### Poids\n\n- Poids : 3',
      [
        "11: Il manque la ligne « 0 » : décris ce qu'on voit au niveau 0.",
        "11: Il manque la ligne « 1 » : décris ce qu'on voit au niveau 1.",
        "11: Il manque la ligne « 2 » : décris ce qu'on voit au niveau 2.",
        "11: Il manque la ligne « 3 » : décris ce qu'on voit au niveau 3.",
        '11: Il manque un poids lisible : écris « - Poids : » puis 1, 2 ou 3.',
        '11: Écris « - Obligatoire : oui » ou « - Obligatoire : non ».',
        '14: Un critère ne contient pas de titre : écris ses lignes « - Nom : valeur ».',
      ],
    ],
    [
      'a list stands before the first one',
      '## Critères\n',
      '## Critères\n\n- Poids : 2\n',
      ['11: Cette liste est hors de tout critère : mets-la sous un titre « ### ».'],
    ],
    [
      'one is in a generic guide',
      'metier: coaching',
      'metier: generique',
      [
        '9: Un guide générique sert à tous les métiers : retire ses critères, ceux du cadrage serviront.',
      ],
    ],
    [
      'no question gives evidence for one',
      '- Critères : choisir,',
      '- Critères :',
      [
        "11: Aucune question ne vérifie le critère « choisir » : nomme-le dans la ligne « Critères » d'une question.",
      ],
    ],
  ])
})

describe('a fault in the warnings says what to do, on its line', () => {
  testFaults([
    [
      'they are a paragraph',
      '- Pas de débrief',
      'Pas de débrief',
      [
        '41: Il manque les points de vigilance : ajoute-en au moins un, précédé de « - ».',
        '43: Les points de vigilance sont une simple liste : commence cette ligne par « - ».',
      ],
    ],
    [
      'one has a list of its own',
      '- Pas de débrief à chaud.',
      '- Pas de débrief à chaud.\n  - Jamais.',
      ['44: Un point de vigilance tient en une phrase : sors cette ligne de la sous-liste.'],
    ],
    [
      'one is empty',
      '- Pas de débrief à chaud.',
      '- Pas de débrief à chaud.\n-',
      ['44: Ce point de vigilance est vide : écris-le ou retire-le.'],
    ],
  ])
})
