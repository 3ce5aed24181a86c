// @ts-check
/** @import { FileInfo, Post, Session } from '../types.d.ts' */
import { explain } from '../chat/sentences.js'
import { button, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'

/**
 * The files of a post: pictures in place, the rest by name; each can be downloaded.
 * @param {Session} session
 * @param {Post} post
 */
export function filesElement(session, post) {
  const files = post.metadata?.files ?? []
  const ids = post.file_ids ?? []
  if (files.length === 0 && ids.length === 0) return undefined
  const list = h('ul', { class: 'files', 'aria-label': 'Fichiers' })
  if (files.length > 0) list.append(...files.map((file) => fileElement(session, file)))
  else {
    Promise.all(ids.map((id) => session.api.get(`/api/v4/files/${id}/info`)))
      .then((infos) => list.append(...infos.map((file) => fileElement(session, file))))
      .catch((error) => list.append(refusal(error)))
  }
  return list
}

/**
 * @param {Session} session
 * @param {FileInfo} file
 */
function fileElement(session, file) {
  const item = h('li', { 'data-testid': 'file' })
  const size = file.size === undefined ? '' : readableSize(file.size)
  item.append(
    button(
      { class: 'file', 'aria-label': `Télécharger ${file.name}`, 'data-focus': file.id },
      () => {
        download(session, file).catch((error) => item.append(refusal(error)))
      },
      icon('file'),
      h('span', { class: 'file-name' }, file.name),
      h('span', { class: 'quiet' }, size),
    ),
  )
  if (file.mime_type?.startsWith('image/')) {
    showPicture(session, file, item).catch((error) => item.append(refusal(error)))
  }
  return item
}

/** @param {unknown} error */
const refusal = (error) =>
  h('p', { class: 'refusal' }, explain(error, 'Ce fichier ne se charge pas. Réessaie plus tard.'))

/**
 * Fetched with the person's token, which a plain link or picture could not carry.
 * @param {Session} session
 * @param {FileInfo} file
 */
async function addressOf(session, file) {
  return URL.createObjectURL(await session.api.blob(`/api/v4/files/${file.id}`))
}

/**
 * @param {Session} session
 * @param {FileInfo} file
 */
async function download(session, file) {
  const href = await addressOf(session, file)
  h('a', { href, download: file.name }).click()
  window.setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

/**
 * @param {Session} session
 * @param {FileInfo} file
 * @param {HTMLElement} item
 */
async function showPicture(session, file, item) {
  const src = await addressOf(session, file)
  const picture = h('img', { class: 'picture', src, alt: file.name })
  picture.addEventListener('load', () => URL.revokeObjectURL(src), { once: true })
  item.prepend(picture)
}

/** @param {number} bytes */
function readableSize(bytes) {
  if (bytes < 1000) return `${bytes} octets`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'ko'] : [bytes / 1_000_000, 'Mo']
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ${unit}`
}
