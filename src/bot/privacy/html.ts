/** A dossier as a page that opens anywhere, prints well and needs nothing else. */
import { html, raw } from 'hono/html'
import type { Dossier, DossierSection } from './dossier.ts'
import type { Entry } from './kept-words.ts'

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #161616; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.75rem; margin-bottom: 0 } h2 { font-size: 1.25rem; margin-top: 2rem; break-after: avoid }
  dt { font-weight: 700; margin-top: .75rem; break-after: avoid } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
  h3 { font-size: 1rem; margin: 1.5rem 0 0; padding-top: 1rem; border-top: 1px solid #ddd; break-after: avoid }
  .note { border-left: 4px solid #6a6af4; padding: .25rem 0 .25rem 1rem }`

export async function toHtml(dossier: Dossier): Promise<string> {
  const { title, recruitment, madeOn, sections, sealed } = dossier
  const page = await html`${raw('<!doctype html>')}
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>Candidature de ${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p>${recruitment}. Tout ce qui est gardé sur cette candidature, ${madeOn}.</p>
        ${
          sealed.length === 0
            ? ''
            : html`<div class="note">
                <p><strong>Ce qui n’y est pas encore</strong></p>
                ${sealed.map((sentence) => html`<p>${sentence}</p>`)}
              </div>`
        }
        ${sections.map(sectionHtml)}
      </body>
    </html>`
  return String(page)
}

function sectionHtml({ title, entries, groups }: DossierSection) {
  return html`<section>
    <h2>${title}</h2>
    ${entriesHtml(entries)}
    ${groups.map(
      (group) =>
        html`<h3>${group.title}</h3>
          ${entriesHtml(group.entries)}`,
    )}
  </section>`
}

function entriesHtml(entries: readonly Entry[]) {
  if (entries.length === 0) return ''
  return html`<dl>
    ${entries.map(
      ({ label, words }) =>
        html`<dt>${label}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`
}
