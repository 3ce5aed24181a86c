/** Fields of a form as HTML, in the classes of the design system. */
import { html } from 'hono/html'
import type { Field, Option, Values } from '../../chat/port.ts'
import type { Html } from './layout.ts'

/** What a field shows: what was typed, and what is wrong with it. */
interface Shown {
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
}

export function fieldHtml(field: Field, shown: Shown): Html {
  switch (field.kind) {
    case 'text':
      return inputHtml(field, shown, (common, value) => {
        const longest = field.maxLength === undefined ? '' : String(field.maxLength)
        return html`<input
          class="fr-input"
          type="text"
          maxlength="${longest}"
          value="${value}"
          ${common}
        />`
      })
    case 'long-text':
      return inputHtml(field, shown, (common, value) => {
        const longest = field.maxLength === undefined ? '' : String(field.maxLength)
        return html`<textarea class="fr-input" rows="5" maxlength="${longest}" ${common}>
${value}</textarea>`
      })
    case 'choice':
      return choices(field, shown, 'radio', field.options)
    case 'several':
      return choices(field, shown, 'checkbox', field.options)
    case 'boolean':
      return choices(field, shown, 'checkbox', [{ value: 'on', label: field.label }])
    case 'person':
      throw new Error('A page cannot let anyone choose a person')
  }
}

const messagesOf = (name: string) => `${name}-messages`

function inputHtml(
  field: Field & { readonly kind: 'text' | 'long-text' },
  { values, errors }: Shown,
  control: (common: Html, value: string) => Html,
): Html {
  const { name } = field
  const value = values[name]
  const error = errors[name]
  const common = html`id="${name}" name="${name}" aria-describedby="${messagesOf(name)}"
  ${error === undefined ? '' : html`aria-invalid="true"`}`
  return html`<div class="fr-input-group ${error === undefined ? '' : 'fr-input-group--error'}">
    <label class="fr-label" for="${name}"
      >${labelOf(field)}${hintOf(field.placeholder, helpOf(field))}</label
    >
    ${control(common, typeof value === 'string' ? value : '')} ${messages(name, error)}
  </div>`
}

function choices(
  field: Field & { readonly kind: 'choice' | 'several' | 'boolean' },
  { values, errors }: Shown,
  type: 'radio' | 'checkbox',
  options: readonly Option[],
): Html {
  const { name } = field
  const error = errors[name]
  const value = values[name]
  const isChosen = (option: string) =>
    Array.isArray(value) ? value.includes(option) : value === option || value === true
  return html`<fieldset
    class="fr-fieldset ${error === undefined ? '' : 'fr-fieldset--error'}"
    id="${name}"
    tabindex="-1"
    aria-labelledby="${name}-legend ${messagesOf(name)}"
    ${type === 'radio' ? html`role="radiogroup" data-choice` : ''}
  >
    <legend class="fr-fieldset__legend fr-fieldset__legend--regular" id="${name}-legend">
      ${labelOf(field)}${hintOf(helpOf(field))}
    </legend>
    ${options.map(
      (option, i) =>
        html`<div class="fr-fieldset__element ${type === 'radio' ? 'page-inline' : ''}">
          <div class="fr-${type}-group">
            <input
              type="${type}"
              id="${name}-${i}"
              name="${name}"
              value="${option.value}"
              ${isChosen(option.value) ? html`checked` : ''}
            />
            <label class="fr-label" for="${name}-${i}">${option.label}</label>
          </div>
        </div>`,
    )}
    ${messages(name, error)}
  </fieldset>`
}

/** The help says no more than the group's heading where a field repeats it for lack of room. */
function helpOf({ help, group }: Field): string | undefined {
  return help !== undefined && group?.includes(help) ? undefined : help
}

function labelOf({ label, optional }: Field): string {
  return optional ? `${label} (facultatif)` : label
}

function hintOf(...hints: readonly (string | undefined)[]): Html | '' {
  const said = hints.filter((hint) => hint !== undefined).join(' ')
  return said === '' ? '' : html`<span class="fr-hint-text">${said}</span>`
}

function messages(name: string, error: string | undefined): Html {
  return html`<div class="fr-messages-group" id="${messagesOf(name)}">
    ${error === undefined ? '' : html`<p class="fr-message fr-message--error">${error}</p>`}
  </div>`
}
