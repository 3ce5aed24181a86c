/** The statements that a piece of work sends to Postgres, and sending them again without it. */
import type { Pool, PoolClient } from 'pg'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A pool whose transactions write down what they send. */
export function recordingPool(pool: Pool, statements: Statement[]): Pool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    const query = (text: string, values: readonly unknown[] = []) => {
      statements.push({ text, values })
      return client.query(text, [...values])
    }
    return instead(client, { query })
  }
  return instead(pool, { connect })
}

/** The same object with other methods; the others know nothing of it. */
function instead<T extends object>(object: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(object, {
    get(target, name) {
      if (typeof name === 'string' && name in methods) return methods[name]
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/** The same statements about something else. */
export function renamed(
  statements: readonly Statement[],
  rename: (said: string) => string,
): readonly Statement[] {
  return statements.map(({ text, values }) => {
    const again: unknown = JSON.parse(rename(JSON.stringify(values)))
    return { text, values: Array.isArray(again) ? again : [] }
  })
}

/** Sends them one after the other on one connection. */
export async function replay(pool: Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { text, values } of statements) await client.query(text, [...values])
  } finally {
    client.release()
  }
}
