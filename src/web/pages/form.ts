/** A form as a page: the same fields as in the chat, with room for them. */
import { html } from 'hono/html'
import type { Field, Form, Values } from '../../chat/port.ts'
import { fieldHtml } from './fields.ts'
import { layout } from './layout.ts'
import type { Html } from './layout.ts'
import { paragraphs } from './words.ts'

export interface Refused {
  readonly message?: string
  readonly fields?: Readonly<Record<string, string>>
}

export interface FormPage {
  readonly form: Form
  /** Travels in a hidden field. */
  readonly state: string
  /** What was typed, where the form comes back refused. */
  readonly typed?: Values
  readonly refused?: Refused
}

export function formPage({ form, state, typed, refused }: FormPage): Html {
  const shown = { values: typed ?? valuesOf(form), errors: refused?.fields ?? {} }
  const fields = form.fields.filter(({ name }) => name !== form.keeps)
  return layout(
    form.title,
    html`<h1 class="fr-h3">${form.title}</h1>
      ${paragraphs(form.intro ?? [])} ${refused ? summary(refused, fields) : ''}
      <form
        method="post"
        novalidate
        data-form
        ${form.keeps === undefined ? '' : html`data-keeps="${form.keeps}"`}
      >
        <input type="hidden" name="state" value="${state}" />
        ${groupsOf(fields).map(
          ({ title, members }) =>
            html`<section class="fr-mb-4w">
              ${title === undefined ? '' : html`<h2 class="fr-h6">${title}</h2>`}
              ${members.map((field) => fieldHtml(field, shown))}
            </section>`,
        )}
        <div class="page-bar">
          <p class="page-status" role="status" data-status></p>
          <div class="page-actions">
            <button class="fr-btn" type="submit">${form.submit}</button>
            ${
              form.keeps === undefined
                ? ''
                : html`<button
                    class="fr-btn fr-btn--secondary"
                    type="submit"
                    name="${form.keeps}"
                    value="on"
                  >
                    Garder pour plus tard
                  </button>`
            }
          </div>
        </div>
      </form>`,
  )
}

/** Says first what is wrong, with a way to each field. */
function summary({ message, fields = {} }: Refused, shown: readonly Field[]): Html {
  const wrong = shown.filter(({ name }) => fields[name] !== undefined)
  return html`<div class="fr-alert fr-alert--error fr-mb-4w" role="alert" tabindex="-1" data-focus>
    <h2 class="fr-alert__title">${message ?? 'Il manque quelque chose. Rien n’est perdu.'}</h2>
    <ul>
      ${wrong.map(
        ({ name, label }) => html`<li><a href="#${name}">${label}</a> : ${fields[name]}</li>`,
      )}
    </ul>
  </div>`
}

interface Group {
  readonly title?: string
  readonly members: readonly Field[]
}

/** Neighbours of one group together. */
function groupsOf(fields: readonly Field[]): readonly Group[] {
  return fields.reduce<readonly Group[]>((groups, field) => {
    const last = groups.at(-1)
    const together = last && last.title === field.group
    return together
      ? [...groups.slice(0, -1), { ...last, members: [...last.members, field] }]
      : [...groups, { ...(field.group !== undefined && { title: field.group }), members: [field] }]
  }, [])
}

function valuesOf({ fields }: Form): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, Values[string]][] => {
      if (field.kind === 'several') return [[field.name, field.values ?? []]]
      return field.value === undefined ? [] : [[field.name, field.value]]
    }),
  )
}
