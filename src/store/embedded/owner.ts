import { Client } from 'pg'

/** Held for as long as a bot uses the embedded server, and freed by its death, however it died. */
const ownerLock = 727_366_001

/**
 * Takes the embedded server for this bot alone. `busy`: another bot has it; `mute`: what listens
 * at `url` is not our server, or does not answer. `lost` is called if the hold breaks later.
 */
export async function takeOwnership(
  url: string,
  lost: (error: Error) => void,
): Promise<{ release(): Promise<void> } | 'busy' | 'mute'> {
  const client = new Client({
    connectionString: url,
    application_name: 'recrutement (propriétaire)',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', lost)
  const release = () => client.end().catch(() => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [ownerLock],
    )
    if (rows[0]?.taken === true) return { release }
    await release()
    return 'busy'
  } catch {
    await release()
    return 'mute'
  }
}
