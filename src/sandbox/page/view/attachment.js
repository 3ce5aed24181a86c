// @ts-check
/** @import { App, Post, PostAction, PostAttachment, Session } from '../types.d.ts' */
import { press } from '../chat/actions.js'
import { renderLine, renderMarkdown } from '../markdown/render.js'
import { safeHref } from '../markdown/links.js'
import { button, h } from '../ui/dom.js'
import { mentionsOf } from './mentions.js'

/**
 * A block under a message: text, fields and buttons, with a bar of its own colour.
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {PostAttachment} attachment
 */
export function attachmentElement(app, session, post, attachment) {
  const { pretext, title, text, footer, color } = attachment
  const whoIs = mentionsOf(session)
  const bar = h(
    'div',
    { class: 'attachment-bar' },
    title && h('p', { class: 'attachment-title' }, titleElement(attachment, title, session)),
    text && renderMarkdown(text, whoIs),
    fieldsElement(attachment, session),
    actionsElement(app, session, post, attachment),
    footer && h('p', { class: 'quiet' }, footer),
  )
  if (color && CSS.supports('color', color)) bar.style.setProperty('--bar', color)
  return h(
    'div',
    { class: 'attachment' },
    pretext && renderMarkdown(pretext, whoIs),
    bar.childElementCount > 0 && bar,
  )
}

/**
 * @param {PostAttachment} attachment
 * @param {string} title
 * @param {Session} session
 */
function titleElement(attachment, title, session) {
  const href = attachment.title_link && safeHref(attachment.title_link)
  if (!href) return renderLine(title, mentionsOf(session))
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, title)
}

/**
 * @param {PostAttachment} attachment
 * @param {Session} session
 */
function fieldsElement({ fields }, session) {
  if (!fields || fields.length === 0) return undefined
  return h(
    'dl',
    { class: 'fields' },
    ...fields.map(({ title, value, short }) =>
      h(
        'div',
        { class: short ? 'field-short' : 'field-long' },
        h('dt', {}, title),
        h('dd', {}, renderMarkdown(fieldText(value), mentionsOf(session))),
      ),
    ),
  )
}

/**
 * Mattermost lets a field hold a text, a number or a boolean.
 * @param {unknown} value
 */
function fieldText(value) {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {PostAttachment} attachment
 */
function actionsElement(app, session, post, { actions }) {
  if (!actions || actions.length === 0) return undefined
  return h(
    'div',
    { class: 'actions' },
    ...actions.map((action) =>
      action.type === 'select'
        ? menuElement(app, session, post, action)
        : buttonElement(app, session, post, action),
    ),
  )
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {PostAction} action
 */
function buttonElement(app, session, post, action) {
  const waiting = session.pressed.has(`${post.id}/${action.id}`)
  const name = action.name ?? ''
  return button(
    {
      class: `button ${lookOf(action.style)}`,
      'data-action': action.id,
      'data-focus': `${post.id}/${action.id}`,
      'aria-busy': waiting && 'true',
      'aria-label': waiting ? `${name}, en cours` : undefined,
      disabled: action.disabled,
    },
    () => {
      // `press` turns whatever goes wrong into the sentence shown under the buttons.
      void press(app, session, post, action)
    },
    waiting ? '…' : renderLine(name, () => undefined),
  )
}

/** @param {string | undefined} style */
function lookOf(style) {
  if (style === 'primary' || style === 'good' || style === 'success') return 'button-primary'
  return style === 'danger' ? 'button-danger' : ''
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {PostAction} action
 */
function menuElement(app, session, post, action) {
  const waiting = session.pressed.has(`${post.id}/${action.id}`)
  const menu = h(
    'select',
    {
      class: 'input',
      'aria-label': action.name,
      'data-action': action.id,
      'data-focus': `${post.id}/${action.id}`,
      disabled: waiting || action.disabled,
    },
    h('option', { value: '' }, waiting ? '…' : action.name),
    ...(action.options ?? []).map(({ text, value }) => h('option', { value }, text)),
  )
  menu.addEventListener('change', () => {
    if (menu.value !== '') void press(app, session, post, action, menu.value)
  })
  return menu
}
