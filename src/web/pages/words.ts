/** Texts and messages as HTML. Everything is escaped by the template: nobody earns markup by typing it. */
import { html } from 'hono/html'
import type { Block, Button, Message } from '../../chat/port.ts'
import type { Inline, Text } from '../../chat/text.ts'
import type { Html } from './layout.ts'

/** Line by line. */
export function paragraphs(text: Text): readonly Html[] {
  return linesOf(text).map((line) => html`<p>${inline(line)}</p>`)
}

function inline(text: Text): readonly Html[] {
  return text.map((part) => inlineOf(part))
}

function inlineOf(part: Inline): Html {
  if (typeof part === 'string') return html`${part}`
  switch (part.kind) {
    case 'bold':
      return html`<strong>${part.text}</strong>`
    case 'italic':
      return html`<em>${part.text}</em>`
    case 'code':
      return html`<code>${part.text}</code>`
    case 'link':
      return html`<a href="${part.url}" rel="noreferrer" target="_blank">${part.label}</a>`
    case 'person':
      return html`une personne de l’équipe`
  }
}

/** A text cut at its line breaks; empty lines are left out. */
function linesOf(text: Text): readonly Text[] {
  const lines: Inline[][] = [[]]
  for (const part of text) {
    const [first = '', ...rest] = typeof part === 'string' ? part.split('\n') : [part]
    lines.at(-1)?.push(first)
    for (const next of rest) lines.push([next])
  }
  return lines.filter((line) => line.some((part) => part !== ''))
}

/** A message, with buttons that `press` turns into forms of their own. */
export function messageHtml({ headline, blocks = [] }: Message, press: (button: Button) => Html) {
  return html`<h1 class="fr-h4 page-headline" tabindex="-1" data-focus>${inline(headline)}</h1>
    ${blocks.map((block) => blockHtml(block, press))}
    ${
      blocks.some(({ kind }) => kind === 'buttons')
        ? ''
        : html`<p class="fr-mt-4w">Tu peux fermer cette page.</p>`
    }`
}

function blockHtml(block: Block, press: (button: Button) => Html): Html {
  switch (block.kind) {
    case 'text':
      return html`${paragraphs(block.text)}`
    case 'section':
      return html`<h2 class="fr-h6">${block.title}</h2>
        ${paragraphs(block.text)}`
    case 'quote':
      return html`<blockquote>${paragraphs(block.text)}</blockquote>`
    case 'bullets':
      return html`<ul>
        ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
      </ul>`
    case 'numbered':
      return html`<ol start="${block.first ?? 1}">
        ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
      </ol>`
    case 'fields':
      return html`<dl>
        ${block.fields.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${inline(value)}</dd>`,
        )}
      </dl>`
    case 'checklist':
      return html`<ul>
        ${block.items.map(({ label, done }) => html`<li>${done ? '☑' : '☐'} ${label}</li>`)}
      </ul>`
    case 'table':
      return html`<table>
        <thead>
          <tr>
            ${block.head.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${inline(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`
    case 'buttons':
      return html`<div class="page-actions">${block.buttons.map(press)}</div>`
  }
}
