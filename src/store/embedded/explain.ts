/** An error whose message is one French sentence that says what to do. */
export class Explained extends Error {}

/** Tells what stops the embedded database; what is already explained stays as it is. */
export function explain(cause: unknown, folder: string): Explained {
  if (cause instanceof Explained) return cause
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new Explained(sentence(detail, folder), { cause })
}

function sentence(detail: string, folder: string): string {
  if (/ENOSPC|EDQUOT|No space left|free disk space|quota exceeded/i.test(detail)) {
    return `Le disque est plein : libère de la place pour ${folder}, puis relance.`
  }
  if (/EROFS|Read-only file system/i.test(detail)) {
    return `Le dossier ${folder} est en lecture seule : choisis un autre DATA_DIR, ou définis DATABASE_URL.`
  }
  if (/EACCES|EPERM|ENOENT|Permission denied|Operation not permitted/i.test(detail)) {
    return `Le dossier ${folder} ne peut pas être créé, lu et écrit par ce compte : change ses droits, choisis un autre DATA_DIR, ou définis DATABASE_URL.`
  }
  if (/ENOTEMPTY|EEXIST|ENOTDIR/.test(detail)) {
    return `${folder} contient autre chose qu’une base de données : déplace-le, ou choisis un autre DATA_DIR.`
  }
  return `La base de données embarquée ne démarre pas (${lastLine(detail)}) : corrige cela, ou définis DATABASE_URL.`
}

function lastLine(detail: string): string {
  const lines = detail.split('\n').map((line) => line.trim())
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? ''
}
