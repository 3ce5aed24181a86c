import { describe, expect, test } from 'vitest'
import { craftsOf } from '../../../src/guides/import/crafts.ts'
import { meaningOf } from '../../../src/guides/import/titles.ts'
import { guideOf, PAGE, pageWith, read, summary } from './page.ts'

/** What must not change when the same page is published in another dress. */
const SAME = summary(read(PAGE))

const DRESSES: readonly (readonly [dress: string, page: string])[] = [
  ['headings in bold', PAGE.replaceAll(/^#{3,4} (.*)$/gm, '**$1**')],
  [
    'headings instead of boxes',
    PAGE.replaceAll(/^(#{3,4} )/gm, '#$1')
      .replaceAll(/<details>\n\n<summary>(.*)<\/summary>/g, '### $1')
      .replaceAll('</details>\n', ''),
  ],
  ['boxes without blank lines', PAGE.replaceAll('<details>\n\n<summary>', '<details><summary>')],
  [
    'tabs instead of boxes',
    PAGE.replaceAll(/<details>\n\n<summary>(.*)<\/summary>/g, '{% tab title="$1" %}').replaceAll(
      '</details>',
      '{% endtab %}',
    ),
  ],
  ['boxes that nobody closed', PAGE.replaceAll('</details>\n', '')],
  ['tables in HTML', PAGE.replaceAll(/(?:^\|.*\n)+/gm, asHtml)],
  ['the line ends of Windows', PAGE.replaceAll('\n', '\r\n')],
  ['stars instead of underscores', PAGE.replaceAll('_', '*')],
  [
    'other words for the same titles',
    pageWith(
      ['>Préqualification<', '>📞 Étape 1 : pré-qualification<'],
      ['1. La préqualifation', '1️⃣ La Pré-Qualification'],
      ["L'entretien intra/métier", 'L’entretien métier'],
      ['>Mise en situation<', '>La mise en situation (cas pratique)<'],
      ['Développeur / développeuse', '💻 Développeur·euses'],
      ['Chargé / chargée de déploiement', 'Chargé·e de déploiement (bizdev)'],
      ['Designers', 'Designeuses et designers'],
      ['La trame', 'Trame'],
      ['Critères de recrutement', 'Critères recherchés'],
      ["**Guide d'entretien**", "**Déroulé de l'entretien**"],
    ),
  ],
  [
    'titles that lost their marks',
    PAGE.replaceAll(/^(?:#### |\*\*)(La trame|Critères évalués à cette étape)(?:\*\*)?$/gm, '$1'),
  ],
]

function asHtml(table: string): string {
  const rows = table
    .trim()
    .split('\n')
    .filter((row) => !/^\|[\s|-]+-[\s|-]*$/.test(row))
    .map((row) => row.slice(1, -1).split(' | '))
  const html = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<table data-header-hidden><tbody>${html.join('')}</tbody></table>\n`
}

test.each(DRESSES)('the same guides are found with %s', (_, page) => {
  const dressed = read(page)
  expect(summary(dressed)).toEqual(SAME)
  expect(dressed.unplaced).toEqual([])
})

test('the order of the guides in the page does not matter', () => {
  const boxes = PAGE.match(/<details>.*?<\/details>\n\n/gs) ?? []
  const [first = '', second = ''] = boxes
  const swapped = PAGE.replace(first, '@').replace(second, first).replace('@', second)
  expect(summary(read(swapped))).toEqual(SAME)
})

test('crafts may come inside stages', () => {
  const page = read(
    '## Préqualification\n\n### Développeurs\n\n#### Critères\n\n* Coder\n\n### Coachs\n\n#### Critères\n\n* Écouter\n\n## Prise de références\n\n### Coachs\n\n#### Critères\n\n* Tenir parole\n',
  )
  expect(
    page.guides.map(({ craft, stage, criteria }) => `${craft} ${stage}: ${criteria[0]?.label}`),
  ).toEqual([
    'developer prequalification: Coder',
    'coach prequalification: Écouter',
    'coach references: Tenir parole',
  ])
})

test('a page may be about one craft only', () => {
  const page = read('# Coach\n\n## Mise en situation\n\n### Critères\n\n* Écouter\n')
  expect(summary(page)).toEqual([
    'coach case-study: 60–60 min, 0 questions, 1 criteria, 0 warnings',
  ])
})

describe('a page from before the stages', () => {
  const page = read(`---
description: Pour bien recevoir.
icon: hand
---

# Entretiens

{% hint style="warning" %}
Page en chantier.
{% endhint %}

### Dev

On prévoit environ 1h30 :

* \\(30 min\\) Qui nous sommes.
* \\(60 min\\) Ton code.

### Product Owner

#### Ton quotidien

Parlons de ton poste.

* Avec qui travailles-tu ?
* Raconte un choix difficile.

#### Un produit

* Que changerais-tu ?

### Designers

{% content-ref url="../design/" %}
[design](../design/)
{% endcontent-ref %}
`)

  test('gives one guide per craft, for the interview', () => {
    expect(summary(page)).toEqual([
      'developer interview: 90–90 min, 0 questions, 0 criteria, 0 warnings',
      'product-manager interview: 45–60 min, 3 questions, 0 criteria, 0 warnings',
      'designer interview: 45–60 min, 0 questions, 0 criteria, 0 warnings',
    ])
    expect(page.unplaced).toEqual([])
  })

  test('keeps the theme of each question', () => {
    const { questions, sections } = guideOf(page, 'product-manager', 'interview')
    expect(questions.map(({ title, section }) => `${section}: ${title}`)).toEqual([
      'Ton quotidien: Avec qui travailles-tu ?',
      'Ton quotidien: Raconte un choix difficile.',
      'Un produit: Que changerais-tu ?',
    ])
    expect(sections).toContainEqual({
      title: 'Ton quotidien',
      duration: null,
      text: 'Parlons de ton poste.',
    })
  })

  test('keeps what its header says of it', () => {
    const { sections } = guideOf(page, 'developer', 'interview')
    expect(sections.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Pour bien recevoir.', 'Page en chantier.']),
    )
  })
})

test('a craft that the bot does not know is listed, stages and all, and mixes with no other', () => {
  const page = read(
    `${PAGE}\n<details>\n\n<summary>Intrapreneurs</summary>\n\n### 1. La préqualification\n\n* Vouloir\n\n</details>\n`,
  )
  expect(summary(page)).toEqual(SAME)
  expect(page.unplaced.map(({ text }) => text)).toEqual([
    'Intrapreneurs',
    '1. La préqualification',
    'Vouloir',
  ])
})

describe('a title is understood by its meaning', () => {
  test.each([
    ['Dev', ['developer']],
    ['Développeur·se full-stack', ['developer']],
    ['Developpeurs / Devellopeuses', ['developer']],
    ['PO/PM', ['product-manager']],
    ['Chef·fe de produit', ['product-manager']],
    ['Guide pour recruter un·e UX designer', ['designer']],
    ['Product designer', ['designer']],
    ['Coach·es', ['coach']],
    ['Business developers', ['deployment-junior', 'deployment-senior']],
    ['Chargé.e de déploiement sénior', ['deployment-senior']],
    ['Bizdev confirmée', ['deployment-senior']],
    ['Chargé de déploiement débutant', ['deployment-junior']],
    ['Autres métiers', ['other']],
    ['Développement produit', undefined],
    ['Analyse de produit', undefined],
    ['Data scientists', undefined],
    ["Guide d'entretien", undefined],
  ])('« %s » names %j', (title, crafts) => {
    expect(craftsOf(title)).toEqual(crafts)
  })

  test.each([
    ['La préqualifation', { stage: 'prequalification' }],
    ['Étape 2 — Entretien métier', { stage: 'interview' }],
    ['Entretien technique', { stage: 'interview' }],
    ['Étude de cas', { stage: 'case-study' }],
    ["Entretien d'adéquation culturelle", { stage: 'collaboration' }],
    ["La rencontre avec l'équipe", { stage: 'collaboration' }],
    ['Prise de reference', { stage: 'references' }],
    ['Guides par étape', { shelf: 'stages' }],
    ["Guides d'entretiens par profil", { shelf: 'crafts' }],
    ['Critères évalués à cette étape', { part: 'criteria' }],
    ['Le déroulé', { part: 'script' }],
    ['⚠️ Biais', { part: 'bias' }],
    ['Préqualification, développeuse', { stage: 'prequalification', crafts: ['developer'] }],
    ['Les référents métiers', {}],
    ['Pourquoi une mise en situation change vraiment la façon de choisir', {}],
  ])('« %s » means %j', (title, meaning) => {
    expect(meaningOf(title)).toEqual(meaning)
  })
})
