import { describe, expect, test } from 'vitest'
import { PAGE, pageFaults, pageWith } from './page.ts'

const coach = /<details>\n\n<summary>Coachs.*?<\/details>\n/s.exec(PAGE)?.[0] ?? ''
const ROW = '| Les compétences clés | Que choisis-tu ? |'

/** The line of a passage of the page. */
function lineOf(passage: string, source = PAGE): number {
  return source.slice(0, source.lastIndexOf(passage)).split('\n').length
}

describe('what is not a page of guides is refused in a sentence', () => {
  test.each([
    ['an empty file', '', '1: La page est vide : exporte-la de nouveau en Markdown.'],
    ['blank lines', '\n \n\t\n', '1: La page est vide : exporte-la de nouveau en Markdown.'],
    [
      'a picture',
      '\u0089PNG\n\u001A\n\0',
      "2: Ce fichier n'est pas du texte : donne la page exportée en Markdown.",
    ],
    [
      '5 MB of text',
      'mot '.repeat(1_310_720),
      '1: La page dépasse 512 ko : donne la page de guides seule, exportée en Markdown.',
    ],
    [
      'another page',
      '# Bienvenue\n\n## Nos métiers\n\n* Développeur\n* Coach\n',
      "1: Cette page ne contient pas de guide d'entretien : donne celle qui a une étape ou un métier en titre, avec ses questions ou ses critères.",
    ],
    [
      'quotations within quotations without end',
      `# Coachs\n\n${'>'.repeat(20_000)}`,
      '3: Cette ligne est trop longue ou trop imbriquée pour être lue : simplifie-la.',
    ],
    [
      'an endless line',
      'mot '.repeat(20_000),
      '1: Cette ligne est trop longue ou trop imbriquée pour être lue : simplifie-la.',
    ],
    [
      'tags within tags without end',
      '<b>'.repeat(10_000),
      '1: La page imbrique trop de blocs pour être lue : simplifie sa mise en forme.',
    ],
  ])('%s', (_, source, fault) => {
    expect(pageFaults(source)).toEqual([fault])
  })
})

describe('what the page says twice or leaves out is told with its line', () => {
  test('two crafts with the same name', () => {
    const source = `${PAGE}\n${coach}`
    expect(pageFaults(source)).toEqual([
      `${lineOf('<summary>Coachs', source)}: Le métier « Coachs » est déjà ligne ${lineOf('<summary>Coachs')} : réunis les deux passages, ou donne-leur des noms différents.`,
    ])
  })

  test('two stages with the same name in a craft', () => {
    const source = pageWith(["### 2. L'entretien intra/métier", '### 2. La préqualification'])
    expect(pageFaults(source)).toEqual([
      `${lineOf('### 2. La', source)}: L'étape « 2. La préqualification » est déjà ligne ${lineOf('### 1. La')} : réunis les deux passages en un seul.`,
    ])
  })

  test('a table without its column of examples', () => {
    const source = pageWith([
      `| **Questions** | **Exemples** |\n| --- | --- |\n${ROW}`,
      '| **Questions** |\n| --- |\n| Les compétences clés |',
    ])
    expect(pageFaults(source)).toEqual([
      `${lineOf('| **Questions** |\n', source)}: Il manque la colonne « Exemples » dans ce tableau : ajoute-la, même vide.`,
    ])
  })

  test('a table without its column of questions', () => {
    const source = pageWith([
      `| **Questions** | **Exemples** |\n| --- | --- |\n${ROW}`,
      '| **Exemples** |\n| --- |\n| Que choisis-tu ? |',
    ])
    expect(pageFaults(source)).toEqual([
      `${lineOf('| **Exemples** |\n| --- |\n| Que', source)}: Il manque la colonne « Questions » dans ce tableau : ajoute-la, même vide.`,
    ])
  })

  test('a row with a missing cell, but not one with an empty cell', () => {
    expect(pageFaults(pageWith([ROW, '| Les compétences clés | |']))).toEqual([])
    const source = pageWith([ROW, '| Les compétences fines |'])
    expect(pageFaults(source)).toEqual([
      `${lineOf('fines', source)}: Cette ligne du tableau a 1 colonne au lieu de 2 : ajoute la colonne qui manque, même vide.`,
    ])
  })

  test('all at once, in the order of the lines', () => {
    const source = `${pageWith([ROW, '| Les compétences fines |'])}\n${coach}`
    expect(pageFaults(source)).toHaveLength(2)
  })
})
