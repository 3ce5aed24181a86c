import { describe, expect, test } from 'vitest'
import { guideOf, PAGE, pageWith, read, summary, TYPED_CRITERIA } from './page.ts'

const page = read(PAGE)

test('every guide of the page is found, with what a person would count', () => {
  expect(summary(page)).toEqual([
    'generic prequalification: 20–30 min, 2 questions, 0 criteria, 4 warnings',
    'generic case-study: 60–60 min, 2 questions, 0 criteria, 2 warnings',
    'developer prequalification: 20–30 min, 1 questions, 3 criteria, 2 warnings',
    'developer interview: 45–60 min, 1 questions, 2 criteria, 3 warnings',
    'designer interview: 45–60 min, 0 questions, 0 criteria, 2 warnings',
    'coach interview: 45–45 min, 0 questions, 3 criteria, 2 warnings',
    'deployment-junior interview: 45–60 min, 0 questions, 3 criteria, 2 warnings',
    'deployment-senior interview: 45–60 min, 0 questions, 2 criteria, 2 warnings',
  ])
  expect(page.unplaced).toEqual([])
})

describe('a question', () => {
  const { questions } = guideOf(page, 'generic', 'prequalification')

  test('comes apart from its tip', () => {
    expect(questions[0]).toMatchObject({
      title: 'Un parcours raconté',
      tip: 'couper court aux détails',
    })
  })

  test('has one example per quotation, without the marks of the page', () => {
    expect(questions[0]?.examples).toEqual(["« D'où viens-tu ? »", '« Et après ? »'])
  })

  test('has one example per typed dash, without the dash', () => {
    expect(guideOf(page, 'developer', 'prequalification').questions[0]?.examples).toEqual([
      'Raconte un bug.',
      'Et sa cause ?',
    ])
  })

  test('keeps its passages to fill in, and tells them', () => {
    expect(questions[1]).toMatchObject({
      examples: ['« Quand es-tu libre pour [mission] ? »'],
      placeholders: ['mission'],
    })
  })
})

test('a table without a heading has its questions first and their wordings beside', () => {
  const source = pageWith([
    '| **Questions** | **Exemples** |\n| --- | --- |\n| Les compétences clés | Que',
    '| | |\n| --- | --- |\n| Recueillir les questions | Que',
  ])
  expect(guideOf(read(source), 'developer', 'interview').questions).toMatchObject([
    { title: 'Recueillir les questions', examples: ['Que choisis-tu ?'] },
  ])
})

test('a column of tips is read as such, and one that means nothing is listed', () => {
  const source = pageWith([
    '| **Questions** | **Exemples** |\n| --- | --- |\n| Les compétences clés | Que choisis-tu ? |',
    '| Question | Exemples de questions | Conseils | Salle |\n| --- | --- | --- | --- |\n| Les compétences clés | Que choisis-tu ? | Écouter | B12 |',
  ])
  const changed = read(source)
  expect(guideOf(changed, 'developer', 'interview').questions).toMatchObject([
    { title: 'Les compétences clés', tip: 'Écouter', examples: ['Que choisis-tu ?'] },
  ])
  expect(changed.unplaced.map(({ text }) => text)).toEqual(['Salle', 'B12'])
})

describe('a case study', () => {
  const { questions, sections } = guideOf(page, 'generic', 'case-study')

  test('has the moments of its cases once, with their minutes', () => {
    expect(sections.filter(({ duration }) => duration !== null).slice(1)).toEqual([
      { title: 'Lire la consigne', duration: { min: 5, max: 10 }, text: 'Lire la consigne' },
      { title: 'Reformuler', duration: { min: 5, max: 10 }, text: 'Reformuler' },
      { title: 'Préparer seul', duration: { min: 10, max: 20 }, text: 'Préparer seul' },
      { title: 'Présenter', duration: { min: 10, max: 20 }, text: 'Présenter' },
    ])
  })

  test('names each example after the bold words over it', () => {
    expect(questions[0]?.examples).toEqual([
      'Contexte : Tu arrives sur FAROUCHE Nord.',
      'Consigne : Par où commencer ?',
      'Consigne : Avec qui ?',
    ])
  })

  test('tells the name of the product that it was written for', () => {
    expect(questions.map(({ otherProducts }) => otherProducts)).toEqual([['FAROUCHE Nord'], []])
  })
})

const labels = (craft: string, stage: string) =>
  guideOf(page, craft, stage).criteria.map(({ label }) => label)

describe('criteria', () => {
  test('are read from dashes typed in italics', () => {
    expect(labels('developer', 'prequalification')).toEqual([
      'La personne maîtrise les tests',
      "La personne est capable d'expliquer son code (http://exemple.fr)",
      'La personne fait preuve de soin',
    ])
  })

  test('lose the title that editing glued to their end, and the title still opens its part', () => {
    expect(labels('developer', 'interview')).toEqual([
      'La personne est capable de choisir',
      'La personne maîtrise les données',
    ])
    expect(guideOf(page, 'developer', 'interview').questions).toHaveLength(1)
  })

  test('belong to the family in italics over them', () => {
    const { criteria } = guideOf(page, 'deployment-junior', 'interview')
    expect(criteria.map(({ label, family }) => `${family}: ${label}`)).toEqual([
      'Outils & usages: Tenir un fichier',
      'Outils & usages: Appeler',
      'Posture: Être curieux',
    ])
  })

  test('of a list may be questions when their title says criteria', () => {
    expect(labels('coach', 'interview')).toContain('Ses échecs : lesquels ?')
  })

  test.each([
    ['a bullet list', '* La personne maîtrise les tests\n* La personne lit'],
    ['lines without any mark', 'La personne maîtrise les tests\\\nLa personne lit'],
    ['boxes to tick', '* [ ] La personne maîtrise les tests\n* [x] La personne lit'],
    [
      'an HTML list',
      '<ul><li><p>La personne maîtrise les tests</p></li><li>La personne <em>lit</em></li></ul>',
    ],
    ['a table', '| Critères |\n| --- |\n| La personne maîtrise les tests |\n| La personne lit |'],
    [
      'a list in a list, whose outer line is the family',
      '* Code\n  * La personne maîtrise les tests\n  * La personne lit',
    ],
  ])('may be %s', (_, criteria) => {
    const source = pageWith([TYPED_CRITERIA, `${criteria}\n\n#### La trame`])
    expect(
      guideOf(read(source), 'developer', 'prequalification').criteria.map(({ label }) => label),
    ).toEqual(['La personne maîtrise les tests', 'La personne lit'])
  })
})

describe('what is said around the questions is kept', () => {
  const { sections, warnings } = guideOf(page, 'generic', 'prequalification')
  const textOf = (title: string) => sections.find((section) => section.title === title)?.text

  test('the preamble goes with the guides for every craft', () => {
    expect(textOf('Avant de commencer')).toBe(
      "Lis la fiche (https://exemple.fr/fiche) avec l'équipe :\n- qui mène\n- qui note",
    )
  })

  test('the words on bias go with every guide', () => {
    for (const guide of page.guides) {
      expect(guide.warnings).toContain('⚠️ Les biais trompent tout le monde.')
    }
  })

  test('the words to open with have their minutes', () => {
    expect(sections.find(({ title }) => title === 'La trame')).toMatchObject({
      duration: { min: 2, max: 2 },
      text: "Une fois le cadre introduit en 2 minutes, la parole est à l'autre.",
    })
  })

  test('the words to close with are a section', () => {
    expect(textOf('Clôture')).toBe('Pour clôturer, dire merci.')
  })

  test('what a sign announces is a warning, even when the sign stands alone on its line', () => {
    expect(warnings.slice(0, 2)).toEqual([
      '⚠️ Aucun debrief avant le soir.',
      '📝Le compte-rendu va sur WTTJ.',
    ])
    expect(guideOf(page, 'developer', 'interview').warnings[0]).toBe(
      'Les deux premiers peuvent se faire ensemble.',
    )
  })
})

test('a timed list is a plan whose parts add up to the meeting', () => {
  const { duration, sections } = guideOf(page, 'coach', 'interview')
  expect(duration).toEqual({ min: 45, max: 45 })
  expect(sections.filter(({ duration }) => duration !== null)).toEqual([
    { title: 'présentation', duration: { min: 15, max: 15 }, text: '15 min de présentation' },
    { title: 'échange', duration: { min: 30, max: 30 }, text: "30 min d'échange" },
  ])
})

test('a craft that only sends to another page is known, with the address', () => {
  const { sections, questions, criteria } = guideOf(page, 'designer', 'interview')
  expect({ sections, questions, criteria }).toEqual({
    sections: [{ title: 'Designers', duration: null, text: 'Voir ailleurs. (../design.md)' }],
    questions: [],
    criteria: [],
  })
})
