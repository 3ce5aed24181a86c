/** Makes a database refuse to write, as one without room does, or one that another took over from. */
import { Client } from 'pg'

/** Each write to this table fails with that SQLSTATE, until the function given is called. */
export async function refuseWrites(
  url: string,
  table: string,
  sqlstate: string,
): Promise<() => Promise<void>> {
  await run(
    url,
    `create or replace function refuse() returns trigger language plpgsql as $$
     begin raise exception 'could not extend file' using errcode = '${sqlstate}'; end $$`,
    `create trigger refuse before insert or update or delete on ${table}
     for each row execute function refuse()`,
  )
  return () => run(url, `drop trigger refuse on ${table}`)
}

/** Sessions that begin from now on only read, and those there were end; until the function given is called. */
export async function onlyRead(url: string): Promise<() => Promise<void>> {
  const elsewhere = new URL(url)
  const name = elsewhere.pathname.slice(1)
  elsewhere.pathname = '/postgres'
  await run(
    elsewhere.href,
    `alter database ${name} set default_transaction_read_only = on`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  return () => run(elsewhere.href, `alter database ${name} reset default_transaction_read_only`)
}

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}
