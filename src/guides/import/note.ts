/** What the page says outside of any guide, kept beside the guides for whoever runs the process. */
import { craftTitle } from './names.ts'
import type { ImportedPage } from './imported.ts'

/** Not `.md`: every such file of the folder is read as a guide. */
export const NOTE_NAME = 'LISEZ-MOI.txt'

/** A text of its own words only where the page has none; the same at every import of the same page. */
export function noteText(page: ImportedPage): string {
  return [
    'Ces guides viennent d’une page publiée, mot pour mot.',
    'Voici ce que la page dit en dehors des guides.',
    '',
    ...page.general.flatMap(({ craft, sections }) =>
      sections.flatMap(({ title, text }) => [
        craft === undefined ? `# ${title}` : `# ${title} (${craftTitle(craft)})`,
        '',
        text,
        '',
      ]),
    ),
    ...(page.unplaced.length === 0
      ? []
      : [
          '# Sans place dans un guide',
          '',
          ...page.unplaced.map(({ line, text }) => `ligne ${line} : ${text}`),
          '',
        ]),
  ].join('\n')
}
