import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseGuide } from '../../src/guides/parse.ts'
import { faultsOf, SAMPLE, sampleWith } from './sample.ts'

test('a guide file becomes a guide', () => {
  expect(parseGuide('guide.md', SAMPLE)).toEqual({
    guide: {
      craft: 'coach',
      stage: 'interview',
      title: 'Entretien métier, coaching',
      aim: 'Trouver la preuve que la personne sait accompagner une équipe.',
      duration: { min: 45, max: 60 },
      criteria: [
        {
          id: 'choisir',
          label: "La personne est capable d'aider une équipe à choisir",
          weight: 3,
          mandatory: true,
          anchors: {
            3: 'Raconte ce qui a changé.',
            2: 'Décrit un cas.',
            1: 'Connaît des méthodes.',
            0: "Choisit à la place de l'équipe.",
          },
        },
      ],
      script: [
        { title: 'Accueil', from: 0, to: 2, text: 'Présente-toi.', questions: [] },
        {
          title: 'Accompagnement',
          from: 2,
          to: 50,
          text: 'Fais raconter.',
          questions: [
            {
              id: 'equipe',
              title: 'Une équipe qui hésitait',
              purpose: 'Voir une décision naître.',
              tip: 'Demande la suite.',
              examples: ["« Qu'as-tu fait pendant [durée] ? »"],
              criteria: ['choisir', '*'],
              facts: ['availability', 'price'],
            },
          ],
        },
      ],
      warnings: ['Pas de débrief à chaud.'],
    },
  })
})

test('the example of the README is a sound guide', () => {
  const readme = readFileSync(new URL('../../guides/README.md', import.meta.url), 'utf8')
  const example = /```markdown\n(.*?)```/s.exec(readme)?.[1] ?? ''
  expect(example).not.toBe('')
  expect(faultsOf(example)).toEqual([])
})

test.each([
  ['Windows line ends', SAMPLE.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${SAMPLE}`],
  ['names without accents or with capitals', SAMPLE.replace('À quoi ça sert', 'a QUOI ca sert')],
  ['an accented header field', sampleWith('metier:', 'métier:')],
  ['a hyphen between minutes', sampleWith('### 0–2 min ·', '### 0-2 min :')],
  ['wrapped lines', sampleWith('Voir une décision naître.', 'Voir une\n  décision naître.')],
  ['one example on the line itself', sampleWith('\n  - « Qu', ' « Qu')],
])('%s change nothing to what is read', (_, source) => {
  expect(parseGuide('guide.md', source)).toEqual(parseGuide('guide.md', SAMPLE))
})

test('markup is dropped, the address of a link is kept, an editor comment is not shown', () => {
  const source = sampleWith(
    'Présente-toi.',
    '<!-- à revoir -->\n\n**Présente**-toi, puis [le service](https://beta.gouv.fr) et <https://a.fr>.',
  )
  expect(parseGuide('guide.md', source)).toMatchObject({
    guide: {
      script: [
        { text: 'Présente-toi, puis le service (https://beta.gouv.fr) et https://a.fr.' },
        { title: 'Accompagnement' },
      ],
    },
  })
})

test('a criterion keeps the family that it is given, and has none otherwise', () => {
  const source = sampleWith('- Poids : 3', '- Famille : Posture\n- Poids : 3')
  expect(parseGuide('guide.md', source)).toMatchObject({
    guide: { criteria: [{ id: 'choisir', family: 'Posture', weight: 3 }] },
  })
})

test('a question without an identifier takes one from its title', () => {
  expect(parseGuide('guide.md', sampleWith('- Identifiant : equipe\n', ''))).toMatchObject({
    guide: { script: [{}, { questions: [{ id: 'une-equipe-qui-hesitait' }] }] },
  })
})
