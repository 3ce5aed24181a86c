/** The bytes of uploaded files, kept beside their description. */
import type { DatabaseSync } from 'node:sqlite'

export interface FileContents {
  put(id: string, content: Uint8Array): void
  get(id: string): Uint8Array | undefined
}

export function openFileContents(db: DatabaseSync): FileContents {
  db.exec('CREATE TABLE IF NOT EXISTS file_contents (id TEXT PRIMARY KEY, content BLOB NOT NULL)')
  const insert = db.prepare('INSERT INTO file_contents (id, content) VALUES (?, ?)')
  const select = db.prepare('SELECT content FROM file_contents WHERE id = ?')
  return {
    put: (id, content) => void insert.run(id, content),
    get(id) {
      const content = select.get(id)?.['content']
      return content instanceof Uint8Array ? content : undefined
    },
  }
}
