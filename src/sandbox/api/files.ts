/** `files/*`. */
import { extname } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { canReadChannel, canWriteInChannel, isSystemAdmin } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { FileInfo, User } from '../store/entities.ts'
import { AppError, forbidden, invalidBody, notFound } from './errors.ts'
import { readQuery } from './request.ts'
import type { Call, Env } from './request.ts'

const MAX_BYTES = 50 * 1024 * 1024

const rawSchema = z.object({
  channel_id: z.string().optional(),
  filename: z.string().min(1).max(255).optional(),
  client_id: z.string().optional(),
})

interface Upload {
  readonly channelId: string
  readonly files: readonly {
    readonly name: string
    readonly type: string
    readonly content: Uint8Array
  }[]
  readonly clientIds: readonly string[]
}

const toBytes = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

const texts = (values: readonly (string | File)[]): string[] =>
  values.filter((value) => typeof value === 'string')

async function readForm(c: Call): Promise<Upload> {
  const form = await c.req.formData()
  const files = form.getAll('files').filter((value) => value instanceof File)
  return {
    channelId: texts(form.getAll('channel_id'))[0] ?? '',
    clientIds: texts(form.getAll('client_ids')),
    files: await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        type: file.type,
        content: await toBytes(file),
      })),
    ),
  }
}

/** A file sent as the bare body, its name and channel in the query. */
async function readRaw(c: Call): Promise<Upload> {
  const { channel_id, filename, client_id } = readQuery(c, rawSchema)
  if (filename === undefined) throw invalidBody('filename')
  const type = c.req.header('Content-Type') ?? ''
  return {
    channelId: channel_id ?? '',
    clientIds: client_id === undefined ? [] : [client_id],
    files: [{ name: filename, type, content: new Uint8Array(await c.req.arrayBuffer()) }],
  }
}

const isMultipart = (c: Call): boolean =>
  c.req.header('Content-Type')?.startsWith('multipart/form-data') === true

function keep({ store, clock }: Sandbox, me: User, { channelId, files }: Upload): FileInfo[] {
  const now = clock.now()
  return store.transaction(() =>
    files.map(({ name, type, content }) => {
      const id = newId()
      store.fileContents.put(id, content)
      return store.files.put({
        id,
        user_id: me.id,
        post_id: '',
        channel_id: channelId,
        create_at: now,
        update_at: now,
        delete_at: 0,
        name,
        extension: extname(name).slice(1).toLowerCase(),
        size: content.byteLength,
        mime_type: type || 'application/octet-stream',
        width: 0,
        height: 0,
        has_preview_image: false,
      })
    }),
  )
}

function checkUpload({ store }: Sandbox, me: User, { channelId, files }: Upload): void {
  if (files.length === 0) throw invalidBody('files')
  const channel = store.channels.get(channelId)
  if (!channel || !canWriteInChannel(store, me, channel)) throw forbidden()
  if (files.some(({ content }) => content.byteLength > MAX_BYTES))
    throw new AppError(
      413,
      'api.file.upload_file.too_large_detailed.app_error',
      'Ce fichier est trop lourd : la limite est de 50 Mo.',
    )
}

/** The file, if it is one's own or in a channel that one reads. */
function visibleFile({ store }: Sandbox, me: User, id: string): FileInfo {
  const file = store.files.get(id)
  if (!file) throw notFound('app.file_info.get.app_error', 'Ce fichier n’existe pas.')
  const channel = store.channels.get(file.channel_id)
  const readable = channel && file.post_id !== '' && canReadChannel(store, me, channel)
  if (file.user_id !== me.id && !isSystemAdmin(me) && !readable) throw forbidden()
  if ((store.posts.get(file.post_id)?.delete_at ?? 0) > 0)
    throw notFound('app.file_info.get.app_error', 'Ce fichier a été supprimé avec son message.')
  return file
}

/** Types that a browser may show in place. Others, HTML first, are always downloaded. */
const SHOWN_IN_PLACE =
  /^(?:image\/(?:png|jpeg|gif|webp)|text\/plain|text\/calendar|application\/pdf)\b/

function sendFile({ store }: Sandbox, c: Call, file: FileInfo): Response {
  const inPlace = SHOWN_IN_PLACE.test(file.mime_type) && c.req.query('download') !== '1'
  const disposition = inPlace ? 'inline' : 'attachment'
  const content = store.fileContents.get(file.id) ?? new Uint8Array()
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': file.mime_type,
      'Content-Disposition': `${disposition};filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
    },
  })
}

export function fileRoutes(sandbox: Sandbox): Hono<Env> {
  const file = (c: Call, id: string): FileInfo => visibleFile(sandbox, c.get('me'), id)
  const send = (c: Call, id: string): Response => sendFile(sandbox, c, file(c, id))
  return new Hono<Env>()
    .post('/files', async (c) => {
      const upload = isMultipart(c) ? await readForm(c) : await readRaw(c)
      checkUpload(sandbox, c.get('me'), upload)
      const file_infos = keep(sandbox, c.get('me'), upload)
      return c.json({ file_infos, client_ids: upload.clientIds }, 201)
    })
    .get('/files/:file_id', (c) => send(c, c.req.param('file_id')))
    .get('/files/:file_id/thumbnail', (c) => send(c, c.req.param('file_id')))
    .get('/files/:file_id/preview', (c) => send(c, c.req.param('file_id')))
    .get('/files/:file_id/info', (c) => c.json(file(c, c.req.param('file_id'))))
}
