/** The few single values that must survive a restart: the clock's lead, secrets, the listener. */
import type { DatabaseSync } from 'node:sqlite'

export interface Settings {
  get(name: string): string | undefined
  set(name: string, value: string): void
}

export function openSettings(db: DatabaseSync): Settings {
  db.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
  const select = db.prepare('SELECT value FROM settings WHERE name = ?')
  const upsert = db.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    get(name) {
      const value = select.get(name)?.['value']
      return typeof value === 'string' ? value : undefined
    },
    set: (name, value) => void upsert.run(name, value),
  }
}
