/** A real Postgres database and a real Redis, as in production. */
import { createTestDatabase } from '../../support/postgres.ts'
import { startRedis } from '../../support/redis.ts'

export async function realServices() {
  const database = await createTestDatabase()
  const redis = await startRedis()
  return {
    env: { DATABASE_URL: database.url, REDIS_URL: redis.url },
    async stop() {
      await redis.stop()
      await database.drop()
    },
  }
}
