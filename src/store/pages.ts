/** Which browser each personal page belongs to. */
import type { Queryable } from './database.ts'

/**
 * Binds a page to a browser unless it is bound already; tells whether it is bound to this one. Pages
 * whose link no longer serves are forgotten on the way: a week later, lest a clock that was wrong for a while
 * gives a page to somebody else.
 */
export async function bindPage(
  db: Queryable,
  {
    page,
    browser,
    until,
  }: { readonly page: string; readonly browser: string; readonly until: Date },
): Promise<boolean> {
  await db.query(`delete from page_bindings where until < now() - interval '7 days'`)
  await db.query(
    'insert into page_bindings (page, browser, until) values ($1, $2, $3) on conflict do nothing',
    [page, browser, until],
  )
  return (await browserOf(db, page)) === browser
}

/** The browser that a page is bound to, if any. */
export async function browserOf(db: Queryable, page: string): Promise<string | undefined> {
  const { rows } = await db.query<{ browser: string }>(
    'select browser from page_bindings where page = $1',
    [page],
  )
  return rows[0]?.browser
}
