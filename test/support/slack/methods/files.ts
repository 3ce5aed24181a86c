/** `files.*`: uploads in three calls, and files taken away. */
import { z } from 'zod'

import { refuse, type Method } from '../call.ts'
import { deleteFile } from '../messages.ts'

const getUploadUrl: Method = {
  args: { filename: 'text!', length: 'number!' },
  errors: [],
  scopes: ['files:write'],
  run(call) {
    const { state, origin } = call.workspace
    const length = call.number('length') ?? 0
    if (length <= 0) return refuse('invalid_arguments', '[ERROR] length must be positive')
    const id = state.id('F')
    const owner = call.me
    const name = call.text('filename')
    state.files.set(id, { id, name, owner, length, complete: false, deleted: false })
    return { upload_url: `${origin}/upload/v1/${id}`, file_id: id }
  },
}

const completed = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1)

const completeUpload: Method = {
  args: { files: 'json!' },
  errors: ['file_not_found'],
  scopes: ['files:write'],
  run(call) {
    const listed = completed.safeParse(call.json('files')).data
    if (listed === undefined) return refuse('invalid_arguments', '[ERROR] files')
    const files = listed.map(({ id }) => {
      const file = call.workspace.state.files.get(id)
      const isThere = file?.content !== undefined && !file.deleted && file.owner === call.me
      return isThere ? file : refuse('file_not_found')
    })
    for (const file of files) file.complete = true
    return { files: listed }
  },
}

const remove: Method = {
  args: { file: 'text!' },
  errors: ['cant_delete_file', 'file_deleted', 'file_not_found'],
  scopes: ['files:write'],
  run(call) {
    const { workspace, token, me } = call
    const file = workspace.state.files.get(call.text('file'))
    if (file === undefined) return refuse('file_not_found')
    if (file.deleted) return refuse('file_deleted')
    const isAdmin = token.kind === 'user' && workspace.state.users.get(me)?.isAdmin === true
    if (file.owner !== me && !isAdmin) return refuse('cant_delete_file')
    deleteFile(workspace, file.id)
    return {}
  },
}

export const fileMethods = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.delete': remove,
}
