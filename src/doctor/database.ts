/** Is the database there, recent enough, and not that of a newer version? */
import { Client } from 'pg'
import { unknownMigration } from '../store/migrate.ts'
import { PATIENCE, well, wrong } from './finding.ts'
import type { Finding } from './finding.ts'

const OLDEST_POSTGRES = 15

export async function checkDatabase(url: string): Promise<readonly Finding[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    return [wrong(whyNot(error))]
  }
  try {
    return await inspect(client)
  } finally {
    await client.end()
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case '28P01':
    case '28000':
      return 'Postgres refuse le nom ou le mot de passe de DATABASE_URL : corrige-les.'
    case '3D000':
      return 'La base nommée dans DATABASE_URL n’existe pas : crée-la (createdb), ou corrige son nom.'
    default:
      return 'Postgres ne répond pas à l’adresse de DATABASE_URL : démarre-le, ou corrige l’adresse.'
  }
}

async function inspect(client: Client): Promise<readonly Finding[]> {
  const asked = await client.query<{ version: number; may: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version,
       has_schema_privilege(current_schema(), 'CREATE') as may`,
  )
  const { version = 0, may = false } = asked.rows[0] ?? {}
  if (version < OLDEST_POSTGRES) {
    return [
      wrong(
        `Postgres ${version} est trop ancien : passe à la version ${OLDEST_POSTGRES} ou à une plus récente.`,
      ),
    ]
  }
  const unknown = await unknownMigration(client)
  return [
    well(`Postgres ${version} répond.`),
    may
      ? well('Le bot peut créer ses tables.')
      : wrong(
          'Le bot ne peut pas créer de table : donne à son compte le droit CREATE sur le schéma.',
        ),
    ...(unknown === undefined
      ? []
      : [
          wrong(
            `La base vient d’une version plus récente du bot (${unknown}) : installe cette version, ou reprends une sauvegarde d’avant.`,
          ),
        ]),
  ]
}
